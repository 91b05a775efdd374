// One message as a bubble.

import { el, icon } from "/static/elements.js";
import { renderText } from "/static/entities.js";
import { inlineKeyboard } from "/static/keyboard.js";
import { renderBlocks } from "/static/rich.js";
import { clock, dateOf, fileSize } from "/static/formats.js";

/**
 * An empty article for `message`, to be filled by `fillBubble`.
 * `actions`: {say, botName, onTap, onCopy, onCommand, onPicture, onMenu, quoteOf(id)}.
 */
export function newBubble(message, actions) {
  const bubble = el("article", { class: `message from-${message.from}`, tabindex: "-1", data: { messageId: message.message_id } });
  bubble.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || !getSelection().isCollapsed) return;
    event.preventDefault();
    actions.onMenu(bubble, { x: event.clientX, y: event.clientY });
  });
  return bubble;
}

/** Put the present state of `message` into its bubble. */
export function fillBubble(bubble, message, actions) {
  const { say, botName } = actions;
  const author = message.from === "bot" ? botName : say("you");
  bubble.setAttribute("aria-label", `${author}, ${clock(message, say.language)}`);
  const body = el("div", { class: "bubble" }, ...contents(message, actions), meta(message, say), menuButton(bubble, say, actions));
  if (message.photo) body.classList.add("with-picture");
  const parts = [body];
  if (message.keyboard?.length) parts.push(inlineKeyboard(message, actions));
  if (message.reaction) body.append(reaction(message.reaction));
  bubble.replaceChildren(...parts);
}

function contents(message, actions) {
  const { say } = actions;
  const parts = [];
  if (message.reply_to) parts.push(quotedLine(message.reply_to, actions));
  if (message.photo) parts.push(picture(message, actions));
  if (message.document) parts.push(documentCard(message.document, say));
  if (message.media) parts.push(otherKind(message.media, say));
  if (message.rich) parts.push(el("div", { class: "words rich", dir: "auto" }, ...renderBlocks(message.rich)));
  else if (message.text) parts.push(el("div", { class: "words", dir: "auto" }, ...renderText(message.text, message.entities, actions)));
  return parts;
}

const OTHER_KINDS = { sticker: "sticker", voice: "voice", location: "place" };

/** Kinds the coach never sends and a runner may: named, not played. */
function otherKind(media, say) {
  const words = say(media.kind in OTHER_KINDS ? media.kind : "attachment");
  const line = el("div", { class: "words attachment-line" }, icon(OTHER_KINDS[media.kind] ?? "file"), el("span", { text: words }));
  return media.kind === "sticker" && media.emoji ? el("div", { class: "sticker", role: "img", "aria-label": `${words} ${media.emoji}`, text: media.emoji }) : line;
}

function quotedLine(replyTo, { quoteOf }) {
  const words = quoteOf(replyTo);
  return words ? el("div", { class: "reply-line", dir: "auto", text: words }) : null;
}

function picture(message, { say, botName, onPicture }) {
  const { photo } = message;
  const alt = message.text.split("\n")[0] || say("picture", { name: message.from === "bot" ? botName : say("you") });
  const image = el("img", { src: photo.url, alt, width: photo.width, height: photo.height, decoding: "async" });
  const label = say("enlarge", { alt });
  return el("button", { type: "button", class: "picture", "aria-label": label, on: { click: () => onPicture(photo.url, alt, photo) } }, image);
}

function documentCard(file, say) {
  const words = el("span", { class: "file-words" }, el("span", { class: "file-name", dir: "auto", text: file.name }), el("span", { class: "file-size", text: fileSize(file.size, say.language) }));
  return el("a", { class: "file", href: file.url, download: file.name, "aria-label": say("download", { name: file.name }) }, el("span", { class: "file-icon" }, icon("file")), words);
}

function meta(message, say) {
  const own = message.from === "user"; // the coach's own edits are how its screens change
  const edited = own && message.edit_date ? el("span", { class: "edited", text: say("edited") }) : null;
  const silent = message.silent ? el("span", { class: "silent", title: say("silent") }, icon("silent")) : null;
  const time = el("time", { datetime: dateOf(message).toISOString(), text: clock(message, say.language) });
  return el("div", { class: "meta" }, silent, edited, time);
}

function reaction(emoji) {
  return el("span", { class: "reaction", text: emoji });
}

/** Reached with the arrow keys from the message itself, so the Tab order stays short. */
function menuButton(bubble, say, { onMenu }) {
  const open = (event) => onMenu(bubble, event.currentTarget);
  return el("button", { type: "button", class: "message-more", tabindex: "-1", "aria-haspopup": "menu", "aria-label": say("messageMenu"), on: { click: open } }, icon("more"));
}
