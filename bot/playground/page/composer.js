// Where the runner writes: field, commands, attachments, suggested replies, editing and replying.

import { CommandMenu } from "/static/commands.js";
import { el, freshId, iconButton } from "/static/elements.js";
import { openMenu } from "/static/menus.js";

const LONGEST_MESSAGE = 4096; // Telegram's own limit in UTF-16 units; its apps split longer texts
const TALLEST_FIELD_PX = 160;

export class Composer {
  /** `actions`: {say, onSend(text, replyTo) -> promise, onEdit(id, text) -> promise, onFile(file), onPhoto(file), onSample(kind), onUnblock(), onFailure(failure), lastOwn()}. */
  constructor(actions) {
    this.actions = actions;
    this.context = null; // {kind: "edit" | "reply", message}
    this.build(actions.say);
  }

  build(say) {
    this.field = el("textarea", { class: "field", rows: "1", id: freshId("field"), "aria-label": say("write"), placeholder: say("write"), dir: "auto", enterkeyhint: "send", autocomplete: "off" });
    this.filePicker = this.picker(say("document"), {}, (file) => this.actions.onFile(file));
    this.photoPicker = this.picker(say("photo"), { accept: "image/*" }, (file) => this.actions.onPhoto(file));
    this.commandButton = iconButton("commands", say("commands"), () => this.commands.toggle(), { "aria-haspopup": "listbox", "aria-expanded": "false" });
    this.attachButton = iconButton("attach", say("attach"), () => this.openAttach(), { "aria-haspopup": "menu", "aria-expanded": "false" });
    this.sendButton = iconButton("send", say("send"), () => this.submit(), { class: "send" });
    this.commands = new CommandMenu(this.field, {
      say,
      onChoose: (command) => this.sendCommand(command),
      onToggle: (open) => this.commandButton.setAttribute("aria-expanded", String(open)),
    });
    this.commandButton.setAttribute("aria-controls", this.commands.element.id);
    this.contextBar = el("div", { class: "context-bar", hidden: true });
    this.replies = el("div", { class: "replies", role: "group", "aria-label": say("quickReplies"), hidden: true });
    this.row = el("div", { class: "composer-row" }, this.commandButton, this.field, this.attachButton, this.sendButton, this.filePicker, this.photoPicker);
    this.blockedRow = el("div", { class: "blocked-row", hidden: true }, el("p", { text: say("blockedNote") }), el("button", { type: "button", class: "solid-button", text: say("unblock"), on: { click: this.actions.onUnblock } }));
    this.element = el("div", { class: "composer" }, this.commands.element, this.contextBar, this.row, this.replies, this.blockedRow);
    this.field.addEventListener("input", () => this.noteInput());
    this.field.addEventListener("keydown", (event) => this.handleKey(event));
    this.noteInput();
  }

  setCommands(commands) {
    this.commands.setCommands(commands);
  }

  noteInput() {
    this.grow();
    this.commands.follow(this.field.value);
    this.sendButton.disabled = this.field.value.trim() === "";
  }

  grow() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_FIELD_PX)}px`;
  }

  handleKey(event) {
    if (event.isComposing || this.commands.handleKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.context) {
      event.preventDefault();
      this.leaveContext(this.context.kind === "edit");
    } else if (event.key === "ArrowUp" && this.field.value === "" && this.actions.lastOwn()) {
      event.preventDefault();
      this.startEdit(this.actions.lastOwn());
    }
  }

  /** Send what is written; a text that could not be sent stays in the field. */
  async submit() {
    const text = this.field.value.trim();
    if (!text || this.sending) return;
    const { context } = this;
    this.sending = true;
    try {
      if (context?.kind === "edit") await this.actions.onEdit(context.message.message_id, text);
      else for (const part of split(text)) await this.actions.onSend(part, context?.message.message_id);
      this.leaveContext(true);
    } catch (failure) {
      this.actions.onFailure(failure);
    } finally {
      this.sending = false;
    }
    this.field.focus({ preventScroll: true });
  }

  async sendCommand(command) {
    this.leaveContext(true);
    try {
      await this.actions.onSend(command);
    } catch (failure) {
      this.actions.onFailure(failure);
    }
  }

  startEdit(message) {
    this.field.value = message.text;
    this.showContext({ kind: "edit", message }, "editing");
    this.field.setSelectionRange(message.text.length, message.text.length);
  }

  startReply(message) {
    this.showContext({ kind: "reply", message }, "replyingTo");
  }

  showContext(context, key) {
    const { say } = this.actions;
    const words = (context.message.text || say("attachment")).split("\n")[0].slice(0, 120);
    this.context = context;
    this.contextBar.replaceChildren(el("span", { class: "context-words", dir: "auto", text: say(key, { text: words }) }), iconButton("close", say("cancel"), () => this.leaveContext(context.kind === "edit")));
    this.contextBar.hidden = false;
    this.noteInput();
    this.field.focus();
  }

  leaveContext(clearField) {
    this.context = null;
    this.contextBar.hidden = true;
    if (clearField) this.field.value = "";
    this.noteInput();
    this.field.focus({ preventScroll: true });
  }

  openAttach() {
    const { say, onSample } = this.actions;
    const sample = (kind, symbol) => ({ label: say(kind), icon: symbol, onChoose: () => onSample(kind) });
    const picked = (kind, symbol, picker) => ({ label: say(kind), icon: symbol, onChoose: () => picker.click() });
    const items = [picked("document", "file", this.filePicker), picked("photo", "picture", this.photoPicker), sample("voice", "voice"), sample("sticker", "sticker"), sample("location", "place")];
    openMenu(this.attachButton, items, { label: say("attach") });
  }

  /** A hidden file field; `onPick(file)` gets each chosen file. */
  picker(label, properties, onPick) {
    const input = el("input", { ...properties, type: "file", class: "hidden-input", tabindex: "-1", "aria-label": label });
    input.addEventListener("change", () => {
      [...input.files].forEach(onPick);
      input.value = "";
    });
    return input;
  }

  /** The reply keyboard now in force: `rows` of labels, empty to put it away, and a hint for the field. */
  setReplies({ rows, placeholder }) {
    this.field.placeholder = placeholder || this.actions.say("write");
    const keys = rows.map((row) => el("div", { class: "reply-row" }, ...row.map((label) => this.replyKey(label))));
    if (JSON.stringify(rows) === this.shownReplies) return; // the focus stays where it is
    this.shownReplies = JSON.stringify(rows);
    this.replies.replaceChildren(...keys);
    this.replies.hidden = keys.length === 0;
  }

  replyKey(label) {
    return el("button", { type: "button", class: "reply-key", dir: "auto", text: label, on: { click: () => this.sendCommand(label) } });
  }

  setBlocked(blocked) {
    this.row.hidden = blocked;
    this.blockedRow.hidden = !blocked;
  }
}

/** Pieces of at most 4 096 units, cut at a line or a word where there is one. */
function split(text) {
  const parts = [];
  let rest = text;
  while (rest.length > LONGEST_MESSAGE) {
    const window = rest.slice(0, LONGEST_MESSAGE);
    const cut = Math.max(window.lastIndexOf("\n"), window.lastIndexOf(" "));
    const safe = cut > LONGEST_MESSAGE / 2 ? cut : LONGEST_MESSAGE - (/[\uD800-\uDBFF]$/.test(window) ? 1 : 0);
    parts.push(rest.slice(0, safe));
    rest = rest.slice(safe).trimStart();
  }
  return [...parts, rest];
}
