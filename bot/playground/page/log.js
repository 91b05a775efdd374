// The list of messages: days, groups, edits in place, drafts, and scrolling that never jumps under a reader.

import { newBubble, fillBubble } from "/static/bubble.js";
import { el, icon } from "/static/elements.js";
import { renderText } from "/static/entities.js";
import { dateOf, dayKey, dayName } from "/static/formats.js";
import { placeOf } from "/static/keyboard.js";

const GROUP_SECONDS = 300;
const BOTTOM_SLACK_PX = 48;
const DRAFT_LIFE_MS = 30_000; // a draft is a 30 s preview

export class MessageLog {
  constructor(actions) {
    this.actions = { ...actions, quoteOf: (id) => this.messages.get(id)?.text?.split("\n")[0] };
    this.messages = new Map();
    this.bubbles = new Map();
    this.atBottom = true;
    this.lastTop = 0;
    this.unseen = 0;
    this.draftTimer = null;
    this.build();
  }

  build() {
    const { say } = this.actions;
    this.list = el("div", { class: "log-list", role: "log", "aria-live": "polite", "aria-label": say("messages"), "aria-busy": "true" });
    this.passing = el("div", { class: "passing" });
    this.inner = el("div", { class: "log-inner" }, this.list, this.passing);
    this.scroller = el("div", { class: "log", tabindex: "0", role: "group", "aria-label": say("messages") }, this.inner);
    this.pillWords = el("span", { class: "pill-words" });
    this.pill = el("button", { type: "button", class: "pill", hidden: true, on: { click: () => this.toBottom() } }, icon("down"), this.pillWords);
    this.element = el("div", { class: "log-frame" }, this.scroller, this.pill);
    this.scroller.addEventListener("scroll", () => this.noteScroll(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.walk(event));
    const keep = new ResizeObserver(() => this.atBottom && this.toBottom());
    keep.observe(this.inner);
    keep.observe(this.scroller);
  }

  get isEmpty() {
    return this.messages.size === 0;
  }

  /** Make the list equal to `messages`, touching only what differs. */
  replaceAll(messages) {
    const first = this.isEmpty;
    const kept = new Set(messages.map((message) => message.message_id));
    [...this.messages.keys()].filter((id) => !kept.has(id)).forEach((id) => this.remove(id));
    messages.forEach((message) => this.put(message, !first));
    this.arrange();
    this.list.setAttribute("aria-busy", "false");
    if (first) this.toBottom();
  }

  /** A new message, or the new state of one that is there. */
  upsert(message) {
    const isNew = !this.messages.has(message.message_id);
    if (isNew && message.from === "bot") this.setDraft(null);
    this.put(message, true);
    this.arrange();
    if (message.from === "user" && isNew) this.toBottom();
    else if (isNew && !this.atBottom) this.countUnseen();
  }

  put(message, announce) {
    const id = message.message_id;
    const before = this.messages.get(id);
    if (before && JSON.stringify(before) === JSON.stringify(message)) return;
    this.messages.set(id, message);
    const bubble = this.bubbles.get(id) ?? this.add(message);
    const focus = before ? focusedKey(bubble) : null;
    fillBubble(bubble, message, this.actions);
    restoreFocus(bubble, focus);
    if (!announce) return;
    if (!before) flash(bubble, "arriving");
    else if (before.text !== message.text || before.photo?.file_id !== message.photo?.file_id) flash(bubble, "changed");
  }

  add(message) {
    const bubble = newBubble(message, this.actions);
    const later = [...this.messages.keys()].filter((id) => id > message.message_id && this.bubbles.has(id)).sort((a, b) => a - b)[0];
    this.list.insertBefore(bubble, this.bubbles.get(later) ?? null);
    this.bubbles.set(message.message_id, bubble);
    return bubble;
  }

  remove(id) {
    this.bubbles.get(id)?.remove();
    this.bubbles.delete(id);
    this.messages.delete(id);
    this.arrange();
  }

  /** Day separators and groups of bubbles, in message order. */
  arrange() {
    const ordered = [...this.bubbles].sort(([a], [b]) => a - b);
    const days = new Map([...this.list.querySelectorAll(".day")].map((node) => [node.dataset.day, node]));
    let before = null;
    for (const [id, bubble] of ordered) {
      const message = this.messages.get(id);
      const joined = before && sameGroup(before.message, message);
      bubble.classList.toggle("joined", Boolean(joined));
      before?.bubble.classList.toggle("last-of-group", !joined);
      if (!before || dayKey(before.message) !== dayKey(message)) this.placeDay(days, message, bubble);
      before = { message, bubble };
    }
    before?.bubble.classList.add("last-of-group");
    days.forEach((node) => node.remove());
  }

  placeDay(days, message, bubble) {
    const day = dayKey(message);
    const node = days.get(day) ?? el("div", { class: "day", data: { day } }, el("span", { text: dayName(message, this.actions.say) }));
    days.delete(day);
    if (node.nextSibling !== bubble) this.list.insertBefore(node, bubble);
  }

  /** Name the days anew: what was today may be yesterday now. */
  redrawDays() {
    this.list.querySelectorAll(".day").forEach((node) => node.remove());
    this.arrange();
  }

  setReaction(id, emoji) {
    const message = this.messages.get(id);
    if (message) this.upsert({ ...message, reaction: emoji || null });
  }

  /** Show that the coach is writing; the dots leave by themselves when a message comes. */
  setTyping(typing) {
    const shown = this.passing.querySelector(".typing");
    if (!typing) shown?.remove();
    else if (!shown && !this.passing.querySelector(".draft")) {
      const dots = el("div", { class: "bubble typing-dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
      this.passing.append(el("div", { class: "message from-bot last-of-group typing" }, dots));
    }
    this.follow();
  }

  /** The growing text of a streamed answer; null removes it. */
  setDraft(draft) {
    clearTimeout(this.draftTimer);
    this.passing.querySelector(".draft")?.remove();
    if (!draft) return;
    this.setTyping(false);
    const words = draft.text ? renderText(draft.text, draft.entities, this.actions) : ["…"];
    const bubble = el("div", { class: "bubble" }, el("div", { class: "words", dir: "auto" }, ...words, el("span", { class: "caret" })));
    this.passing.append(el("div", { class: "message from-bot last-of-group draft", "aria-hidden": "true" }, bubble));
    this.draftTimer = setTimeout(() => this.setDraft(null), DRAFT_LIFE_MS);
    this.follow();
  }

  follow() {
    if (this.atBottom) this.toBottom();
  }

  toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
    this.atBottom = true;
    this.unseen = 0;
    this.pill.hidden = true;
  }

  /** Only a reader going up leaves the bottom: a list that grows or a field that opens moves nothing by itself. */
  noteScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < BOTTOM_SLACK_PX) this.atBottom = true;
    else if (scrollTop < this.lastTop) this.atBottom = false;
    this.lastTop = scrollTop;
    if (this.atBottom) this.unseen = 0;
    this.showPill();
  }

  /** Where the reader was, for a list that is taken out of the page and put back. */
  get position() {
    return this.atBottom ? Infinity : this.scroller.scrollTop;
  }

  restore(position) {
    if (position === Infinity) this.toBottom();
    else this.scroller.scrollTop = position;
  }

  countUnseen() {
    this.unseen += 1;
    this.showPill();
  }

  showPill() {
    const { say } = this.actions;
    const words = this.unseen === 0 ? "" : this.unseen === 1 ? say("newMessage") : say("newMessages", { count: this.unseen });
    this.pillWords.textContent = words;
    this.pill.setAttribute("aria-label", words || say("toBottom"));
    this.pill.hidden = this.atBottom;
  }

  lastOwn() {
    return [...this.messages.values()].filter((message) => isEditable(message)).sort((a, b) => b.message_id - a.message_id)[0];
  }

  /** Arrow keys go from message to message; Enter opens the actions of the one in focus. */
  walk(event) {
    const current = document.activeElement.closest?.(".message");
    if (event.target.closest("button, a, pre, .keyboard")) return;
    if ((event.key === "Enter" || event.key === "ContextMenu") && current) {
      event.preventDefault();
      this.actions.onMenu(current, current.querySelector(".message-more"));
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const all = [...this.list.querySelectorAll(".message")];
      const next = current ? all[all.indexOf(current) + (event.key === "ArrowUp" ? -1 : 1)] : all.at(-1);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }
}

/** Whether a runner may change this message: their own words, no picture, file or command. */
export function isEditable(message) {
  return message.from === "user" && Boolean(message.text) && !message.photo && !message.document && !message.media;
}

function sameGroup(before, message) {
  const near = Math.abs(dateOf(message) - dateOf(before)) < GROUP_SECONDS * 1000;
  return before.from === message.from && near && dayKey(before) === dayKey(message);
}

function flash(bubble, name) {
  bubble.classList.remove(name);
  requestAnimationFrame(() => bubble.classList.add(name));
  setTimeout(() => bubble.classList.remove(name), 1600);
}

/** Where the keyboard focus sits in a bubble that is about to be filled anew. */
function focusedKey(bubble) {
  if (!bubble.contains(document.activeElement) || document.activeElement === bubble) return null;
  return { place: placeOf(bubble.querySelector(".keyboard"), document.activeElement) };
}

function restoreFocus(bubble, focus) {
  if (!focus) return;
  const rows = bubble.querySelector(".keyboard")?.children;
  const key = focus.place && rows?.[focus.place.row]?.children[focus.place.column];
  (key || bubble).focus({ preventScroll: true });
}
