// Light or dark: the system's choice until the runner makes another, which this browser then remembers.

const KEY = "runcoach-theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

export function currentTheme() {
  return remembered(KEY) || (system.matches ? "dark" : "light");
}

export function applyTheme() {
  document.documentElement.dataset.theme = currentTheme();
}

export function toggleTheme() {
  remember(KEY, currentTheme() === "dark" ? "light" : "dark");
  applyTheme();
}

export function followSystem(onChange) {
  system.addEventListener("change", () => {
    applyTheme();
    onChange();
  });
}

/** What this browser remembers under `key`; nothing where storage is forbidden. */
export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off: the page then forgets on reload
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    document.documentElement.dataset.forgetful = "";
  }
}
