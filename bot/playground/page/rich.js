// The blocks of a rich message as DOM nodes: headings, paragraphs, lists, tables, sections that fold.

import { el } from "/static/elements.js";
import { safeUrl } from "/static/entities.js";

const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", marked: "mark", spoiler: "span" };

/** Nodes for `blocks`, in order; a kind that is not known here shows its words. */
export function renderBlocks(blocks) {
  return blocks.map((block) => (RENDERERS[block.type] ?? paragraph)(block));
}

const RENDERERS = {
  heading: (block) => el("div", { class: `rich-heading size-${block.size}`, role: "heading", "aria-level": String(Math.min(block.size + 2, 6)) }, ...renderText(block.text)),
  divider: () => el("hr"),
  list: (block) => el(block.items[0]?.label === "•" ? "ul" : "ol", { class: "rich-list" }, ...block.items.map((item) => el("li", {}, ...renderBlocks(item.blocks)))),
  table,
  details: (block) => el("details", { class: "rich-details", open: block.is_open }, el("summary", {}, ...renderText(block.summary)), ...renderBlocks(block.blocks)),
  blockquote: (block) => el("blockquote", { class: "quote" }, ...renderBlocks(block.blocks)),
  pre: (block) => el("div", { class: "code-block" }, el("pre", { tabindex: "0" }, ...renderText(block.text))),
};

function paragraph(block) {
  return el("p", { class: `rich-${block.type}` }, ...renderText(block.text ?? ""));
}

/** A wide table scrolls inside its message. */
function table(block) {
  const rows = block.cells.map((row) => el("tr", {}, ...row.map(cell)));
  return el("div", { class: "rich-table", tabindex: "0" }, el("table", { class: block.is_striped ? "striped" : null }, el("tbody", {}, ...rows)));
}

function cell({ text, is_header: isHeader, align }) {
  const place = align === "left" ? {} : { class: `align-${align}` };
  return el(isHeader ? "th" : "td", isHeader ? { scope: "col", ...place } : place, ...renderText(text ?? ""));
}

function renderText(text) {
  if (typeof text === "string") return text ? [document.createTextNode(text)] : [];
  if (Array.isArray(text)) return text.flatMap(renderText);
  const children = renderText(text.text ?? "");
  const address = text.type === "url" ? safeUrl(text.url || "") : null;
  if (address) return [el("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children)];
  return [el(MARKS[text.type] ?? "span", {}, ...children)];
}
