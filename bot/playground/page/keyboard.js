// Inline keyboards under messages: each button pressed, waiting, answered.

import { el, icon } from "/static/elements.js";
import { safeUrl } from "/static/entities.js";

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** The keyboard of `message`; `actions`: {say, onTap(message, data), onCopy(text)}. */
export function inlineKeyboard(message, actions) {
  const rows = message.keyboard.map((row) => el("div", { class: "keyboard-row" }, ...row.map((spec) => key(message, spec, actions))));
  return el("div", { class: "keyboard", on: { keydown: moveFocus } }, ...rows);
}

function key(message, spec, actions) {
  const label = el("span", { class: "key-label", dir: "auto", text: spec.text });
  const address = spec.url ? safeUrl(spec.url) : null;
  if (address) {
    return el("a", { class: "key", href: address, target: "_blank", rel: "noopener noreferrer" }, label, icon("open"));
  }
  const button = el("button", { type: "button", class: "key" }, label);
  if (spec.copy_text) {
    button.append(icon("copy"));
    button.addEventListener("click", () => actions.onCopy(spec.copy_text.text ?? spec.copy_text));
  } else if (spec.data !== undefined && spec.data !== null) {
    button.dataset.data = spec.data;
    button.addEventListener("click", () => actions.onTap(message, spec.data));
  }
  return button;
}

/** Mark every key of `bubble` that carries `data` as waiting for its answer, or as free again. */
export function setWaiting(bubble, data, waiting) {
  for (const button of bubble?.querySelectorAll(".key[data-data]") ?? []) {
    if (button.dataset.data !== data) continue;
    button.classList.toggle("waiting", waiting);
    if (waiting) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

function moveFocus(event) {
  const step = STEPS[event.key];
  const place = step && placeOf(event.currentTarget, document.activeElement);
  if (!place) return;
  const row = event.currentTarget.children[place.row + step[0]];
  const next = row?.children[Math.min(place.column + step[1], step[0] ? row.children.length - 1 : Infinity)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Row and column of a key in its keyboard, or null. */
export function placeOf(keyboard, key) {
  const rows = [...(keyboard?.children ?? [])];
  const row = rows.findIndex((candidate) => candidate.contains(key));
  return row < 0 ? null : { row, column: [...rows[row].children].indexOf(key) };
}
