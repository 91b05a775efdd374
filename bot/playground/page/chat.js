// One runner's phone: header, messages, composer, and the live events that keep them true.

import { api } from "/static/api.js";
import { showAlert, showPicture, showToast } from "/static/dialogs.js";
import { avatar, el, freshId, iconButton } from "/static/elements.js";
import { Composer } from "/static/composer.js";
import { setWaiting } from "/static/keyboard.js";
import { isEditable, MessageLog } from "/static/log.js";
import { openMenu } from "/static/menus.js";
import { EventStream } from "/static/stream.js";
import { speak } from "/static/texts.js";

const TYPING_MS = 5500; // Telegram shows an action for five seconds or less
const LONGEST_WAIT_MS = 15_000;

export class Chat {
  /** `host`: {onBack(), onClose(chat), onState(chat, state), onChange(chat), onMessage(message)}. */
  constructor(runner, bot, host) {
    Object.assign(this, { runner, bot, host, unread: 0, shown: false });
    this.say = speak(runner.language_code);
    this.taps = new Map(); // query_id -> {messageId, data}
    this.earlyAnswers = new Map();
    this.log = new MessageLog({
      say: this.say,
      botName: bot.name,
      onTap: (message, data) => this.tap(message, data),
      onCopy: (text) => this.copy(text),
      onCommand: (text) => this.attempt(() => this.send(text)),
      onPicture: (address, alt) => showPicture(address, alt, this.say),
      onMenu: (bubble, anchor) => this.openMessageMenu(bubble, anchor),
    });
    this.composer = new Composer({
      say: this.say,
      onSend: (text, replyTo) => this.send(text, replyTo),
      onEdit: async (id, text) => this.log.upsert(await api.edit(runner.id, id, text)),
      onFailure: (failure) => this.complain(failure),
      onFile: (file) => this.attempt(() => api.upload(runner.id, file)),
      onPhoto: (file) => this.attempt(() => api.sendPhoto(runner.id, file)),
      onSample: (kind) => this.attempt(() => api.sendSample(runner.id, kind)),
      onUnblock: () => this.setBlocked(false),
      lastOwn: () => this.log.lastOwn(),
    });
    this.build();
    this.stream = new EventStream(runner.id, {
      onSnapshot: (chat) => this.showAll(chat),
      onEvent: (kind, payload) => this.handle(kind, payload),
      onState: (state) => this.host.onState(this, state),
    });
  }

  build() {
    const { say, runner } = this;
    const title = el("h2", { id: freshId("chat"), text: this.bot.name });
    this.status = el("p", { class: "chat-status", "aria-live": "off" });
    this.more = iconButton("more", say("more"), () => this.openChatMenu(), { "aria-haspopup": "menu", "aria-expanded": "false" });
    this.closeButton = iconButton("close", say("closeColumn"), () => this.host.onClose(this), { class: "close-column" });
    const back = iconButton("back", say("back"), () => this.host.onBack(), { class: "back" });
    const header = el("header", { class: "chat-header" }, back, avatar(runner), el("div", { class: "chat-words" }, title, this.status), this.more, this.closeButton);
    this.toasts = el("div", { class: "toasts", role: "status" });
    this.empty = this.welcome();
    const drop = el("div", { class: "drop-note", "aria-hidden": "true" }, el("span", { text: say("dropHere") }));
    this.element = el("section", { class: "chat", lang: say.language, "aria-label": say("chatWith", { name: runner.first_name }) }, header, this.log.element, this.empty, this.toasts, this.composer.element, drop);
    this.showStatus();
    this.acceptDrops();
  }

  welcome() {
    const { say } = this;
    this.startButton = el("button", { type: "button", class: "start-button", text: say("start"), on: { click: () => this.attempt(() => this.send("/start")) } });
    const mark = el("img", { src: "/static/icon.svg", alt: "", width: 88, height: 88 });
    return el("div", { class: "welcome", hidden: true }, mark, el("p", { class: "welcome-title", text: say("emptyTitle") }), el("p", { text: say("emptyWhat") }), this.startButton);
  }

  showStatus(typing = false) {
    const { say, runner } = this;
    const resting = runner.blocked ? say("blockedStatus") : say("phoneOf", { name: runner.first_name });
    this.status.textContent = typing ? say("typing") : resting;
    this.status.classList.toggle("writing", typing);
  }

  /** The whole chat as the server knows it. */
  showAll({ messages, commands, typing, draft, blocked }) {
    this.runner = { ...this.runner, blocked };
    this.log.replaceAll(messages);
    this.composer.setCommands(commands);
    this.setTyping(Boolean(typing));
    this.log.setDraft(draft);
    this.taps.forEach((_, queryId) => this.finishTap(queryId));
    this.afterChange();
  }

  handle(kind, payload) {
    const handlers = {
      message: () => this.receive(payload),
      edit: () => this.log.upsert(payload),
      delete: () => this.log.remove(payload.message_id),
      action: () => this.setTyping(true),
      draft: () => this.log.setDraft(payload),
      reaction: () => this.log.setReaction(payload.message_id, payload.emoji),
      callback_answer: () => this.receiveAnswer(payload),
      commands: () => this.composer.setCommands(payload.commands),
    };
    handlers[kind]();
    this.afterChange();
  }

  receive(message) {
    if (message.from === "bot") this.setTyping(false);
    this.host.onMessage(message);
    if (message.from === "bot" && (!this.shown || document.hidden)) this.unread += 1;
    this.log.upsert(message);
  }

  afterChange() {
    const { messages } = this.log;
    this.empty.hidden = messages.size > 0;
    this.startButton.hidden = this.runner.blocked;
    this.element.classList.toggle("is-empty", messages.size === 0);
    this.composer.setReplies(this.runner.blocked ? NO_REPLIES : currentReplies([...messages.values()]));
    this.composer.setBlocked(this.runner.blocked);
    this.host.onChange(this);
  }

  setTyping(typing) {
    clearTimeout(this.typingTimer);
    this.log.setTyping(typing);
    this.showStatus(typing);
    if (typing) this.typingTimer = setTimeout(() => this.setTyping(false), TYPING_MS);
  }

  async send(text, replyTo) {
    const message = await api.send(this.runner.id, text, replyTo);
    if (message?.message_id) this.log.upsert(message);
    this.log.toBottom();
    this.afterChange();
  }

  async tap(message, data) {
    const bubble = () => this.log.bubbles.get(message.message_id);
    setWaiting(bubble(), data, true);
    try {
      const { query_id: queryId } = await api.tap(this.runner.id, message.message_id, data);
      this.taps.set(queryId, { messageId: message.message_id, data });
      if (this.earlyAnswers.has(queryId)) this.receiveAnswer(this.earlyAnswers.get(queryId));
      else setTimeout(() => this.finishTap(queryId), LONGEST_WAIT_MS);
    } catch (failure) {
      setWaiting(bubble(), data, false);
      this.complain(failure);
    }
  }

  receiveAnswer(answer) {
    if (!this.taps.has(answer.query_id)) {
      this.earlyAnswers.set(answer.query_id, answer);
      return;
    }
    this.earlyAnswers.delete(answer.query_id);
    this.finishTap(answer.query_id);
    if (answer.text && answer.show_alert) showAlert(answer.text, this.say);
    else if (answer.text) showToast(this.toasts, answer.text);
  }

  finishTap(queryId) {
    const tap = this.taps.get(queryId);
    if (!tap) return;
    this.taps.delete(queryId);
    setWaiting(this.log.bubbles.get(tap.messageId), tap.data, false);
  }

  openMessageMenu(bubble, anchor) {
    const { say } = this;
    const message = this.log.messages.get(Number(bubble.dataset.messageId));
    if (!message) return;
    const items = [{ label: say("reply"), icon: "reply", onChoose: () => this.composer.startReply(message) }];
    if (message.text) items.push({ label: say("copy"), icon: "copy", onChoose: () => this.copy(message.text) });
    if (isEditable(message)) items.push({ label: say("editMessage"), icon: "edit", onChoose: () => this.composer.startEdit(message) });
    openMenu(anchor, items, { label: say("messageMenu"), returnTo: bubble });
  }

  openChatMenu() {
    const { say, runner } = this;
    const block = { label: say(runner.blocked ? "unblock" : "block"), icon: "block", onChoose: () => this.setBlocked(!runner.blocked) };
    openMenu(this.more, [block], { label: say("more") });
  }

  setBlocked(blocked) {
    return this.attempt(async () => {
      await api.setBlocked(this.runner.id, blocked);
      this.runner = { ...this.runner, blocked };
      this.showStatus();
      this.afterChange();
    });
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      showToast(this.toasts, this.say("copied"));
    } catch {
      showToast(this.toasts, this.say("copyFailed"));
    }
  }

  acceptDrops() {
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    const mark = (on) => this.element.classList.toggle("dropping", on);
    this.element.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(true);
    });
    this.element.addEventListener("dragleave", (event) => this.element.contains(event.relatedTarget) || mark(false));
    this.element.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(false);
      [...event.dataTransfer.files].forEach((file) => this.attempt(() => api.upload(this.runner.id, file)));
    });
  }

  async attempt(action) {
    try {
      await action();
    } catch (failure) {
      this.complain(failure);
    }
  }

  /** Say why a request failed; anything that is no failed request is a bug and goes on to the console. */
  complain(failure) {
    if (failure.status === undefined) throw failure;
    const reason = failure.status === 0 ? this.say("serverAway") : failure.message;
    showToast(this.toasts, this.say("notSent", { reason }));
  }
}

const NO_REPLIES = { rows: [] };

/** The reply keyboard now in force, {rows, placeholder?}: the last message that shows or removes one decides. */
function currentReplies(messages) {
  const ordered = messages.sort((a, b) => b.message_id - a.message_id);
  const last = ordered.find((message) => message.from === "bot" && message.reply_keyboard);
  if (!last || last.reply_keyboard.remove) return NO_REPLIES;
  const { rows = [], one_time: once = true, placeholder } = last.reply_keyboard;
  const answered = ordered.some((message) => message.from === "user" && message.message_id > last.message_id);
  return once && answered ? NO_REPLIES : { rows, placeholder };
}
