// Building DOM nodes by hand: text from anyone only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

/** A new element. `properties`: class, text, on {event: handler}, data {name: value}; anything else is an attribute. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "on") Object.entries(value).forEach(([event, handler]) => node.addEventListener(event, handler));
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A decorative icon of icons.svg; the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows an icon and is named by `label`. */
export function iconButton(name, label, onClick, properties = {}) {
  const classes = ["icon-button", properties.class].filter(Boolean).join(" ");
  return el("button", { type: "button", ...properties, class: classes, "aria-label": label, title: label, on: { click: onClick } }, icon(name));
}

/** A runner's initials on one of eight colours, the same for the same id. */
export function avatar(runner) {
  const initial = [...(runner.first_name || "?").trim()][0] || "?";
  return el("span", { class: `avatar hue-${Math.abs(Number(runner.id) || 0) % 8}`, "aria-hidden": "true", text: initial.toUpperCase() });
}

let lastId = 0;

/** An id no other element of the page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
