// Pop-up menus: opened from a button or a point, walked with the arrow keys, closed by Escape.

import { el, icon } from "/static/elements.js";

let closeCurrent = null;

/** Open a menu of `items` [{label, icon, onChoose}] at `anchor` (an element, or {x, y}); focus returns to `returnTo`. */
export function openMenu(anchor, items, { label, returnTo = anchor }) {
  closeCurrent?.();
  const buttons = items.map((item) => el("button", { type: "button", role: "menuitem", tabindex: "-1", class: "menu-item" }, icon(item.icon), el("span", { text: item.label })));
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label }, ...buttons);
  const trigger = anchor instanceof Element ? anchor : null;
  const close = (refocus = true) => {
    menu.remove();
    trigger?.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    closeCurrent = null;
    if (refocus && returnTo instanceof Element) returnTo.focus({ preventScroll: true });
  };
  const outside = (event) => !menu.contains(event.target) && close(false);
  buttons.forEach((button, index) => button.addEventListener("click", () => {
    close();
    items[index].onChoose();
  }));
  menu.addEventListener("keydown", (event) => walk(event, buttons, close));
  document.addEventListener("pointerdown", outside, true);
  document.body.append(menu);
  place(menu, anchor);
  trigger?.setAttribute("aria-expanded", "true");
  buttons[0].focus({ preventScroll: true });
  closeCurrent = close;
}

function walk(event, buttons, close) {
  const here = buttons.indexOf(document.activeElement);
  const goals = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (event.key in goals) {
    event.preventDefault();
    buttons.at(goals[event.key] % buttons.length).focus();
  }
}

function place(menu, anchor) {
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { offsetWidth: width, offsetHeight: height } = menu;
  const margin = 8;
  const below = box.bottom + height + margin < window.innerHeight;
  const left = Math.min(box.left, window.innerWidth - width - margin);
  menu.style.left = `${Math.max(margin, left)}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(margin, box.top - height - 4)}px`;
}
