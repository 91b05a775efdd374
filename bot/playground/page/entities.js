// Telegram's message entities (UTF-16 offsets) as DOM nodes. JavaScript strings count in UTF-16 too.

import { el } from "/static/elements.js";

const SAFE_SCHEMES = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);
const PLAIN_TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** The address when a link may be followed, else null: no script, no data, no file. */
export function safeUrl(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return SAFE_SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null; // not an address at all: shown as words
  }
}

/** Nodes for `text`; `actions`: {say, onCommand(text)}. */
export function renderText(text, entities, actions) {
  const inside = (entities || [])
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange(text, 0, text.length, inside, actions);
}

function renderRange(text, start, end, entities, actions) {
  const nodes = [];
  let position = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (from >= to) continue;
    const nested = [];
    while (index < entities.length && entities[index].offset < to) nested.push(entities[index++]);
    if (from > position) nodes.push(document.createTextNode(text.slice(position, from)));
    nodes.push(wrap(entity, text.slice(from, to), renderRange(text, from, to, nested, actions), actions));
    position = to;
    if (isBlock(entity) && text[position] === "\n" && position < end) position += 1;
  }
  if (position < end) nodes.push(document.createTextNode(text.slice(position, end)));
  return nodes;
}

const isBlock = (entity) => entity.type === "pre" || entity.type.endsWith("blockquote");

function wrap(entity, words, children, actions) {
  const { type } = entity;
  if (PLAIN_TAGS[type]) return el(PLAIN_TAGS[type], {}, ...children);
  if (type === "pre") return codeBlock(entity, children);
  if (type === "blockquote") return el("blockquote", { class: "quote" }, ...children);
  if (type === "expandable_blockquote") return expandableQuote(children, actions.say);
  if (type === "spoiler") return spoiler(children, actions.say);
  if (type === "bot_command") return commandLink(words, actions);
  const address = addressOf(entity, words);
  return address ? link(address, children) : el("span", { class: `entity-${type.replaceAll("_", "-")}` }, ...children);
}

function addressOf(entity, words) {
  if (entity.type === "text_link") return safeUrl(entity.url || "");
  if (entity.type === "url") return safeUrl(words);
  if (entity.type === "email") return safeUrl(`mailto:${words}`);
  if (entity.type === "phone_number") return safeUrl(`tel:${words.replace(/[^+\d]/g, "")}`);
  return null;
}

function link(address, children) {
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}

function codeBlock(entity, children) {
  const heading = entity.language ? el("span", { class: "code-language", text: entity.language }) : null;
  return el("div", { class: "code-block" }, heading, el("pre", { tabindex: "0" }, el("code", {}, ...children)));
}

function commandLink(words, { onCommand }) {
  return el("button", { type: "button", class: "text-button", text: words, on: { click: () => onCommand(words) } });
}

/** Hidden words: a button until it is pressed, then plain text with its own links. */
function spoiler(children, say) {
  const cover = el("button", { type: "button", class: "spoiler", "aria-label": say("reveal") }, el("span", { "aria-hidden": "true" }, ...children.map(textOnly)));
  cover.addEventListener("click", () => cover.replaceWith(el("span", { class: "spoiler-open" }, ...children)));
  return cover;
}

const textOnly = (node) => document.createTextNode(node.textContent);

function expandableQuote(children, say) {
  const words = el("div", { class: "quote-words" }, ...children);
  const toggle = el("button", { type: "button", class: "text-button quote-toggle", "aria-expanded": "false", text: say("showMore") });
  const quote = el("blockquote", { class: "quote expandable" }, words, toggle);
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = say(open ? "showLess" : "showMore");
  });
  requestAnimationFrame(() => (toggle.hidden = words.scrollHeight <= words.clientHeight + 1));
  return quote;
}
