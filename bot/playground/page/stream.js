// One runner's live events. Opening always goes: connect, read the whole chat, then apply what arrived meanwhile,
// so that nothing is lost or shown twice however often the server goes away.

import { api, RequestFailed } from "/static/api.js";

const KINDS = ["message", "edit", "delete", "action", "draft", "reaction", "callback_answer", "commands"];
const FIRST_RETRY_MS = 700;
const LONGEST_RETRY_MS = 5000;

export class EventStream {
  /** `onSnapshot(chat)`, `onEvent(kind, payload)`, `onState("live" | "away" | "gone")`. */
  constructor(runnerId, { onSnapshot, onEvent, onState }) {
    Object.assign(this, { runnerId, onSnapshot, onEvent, onState, source: null, waiting: null, timer: null });
    this.retryMs = FIRST_RETRY_MS;
  }

  get isOpen() {
    return this.source !== null || this.timer !== null;
  }

  open() {
    this.close();
    const source = new EventSource(api.eventsPath(this.runnerId));
    this.source = source;
    this.waiting = [];
    source.addEventListener("open", () => this.readChat(source));
    source.addEventListener("reset", () => this.open()); // too far behind to go on: read the whole chat again
    source.addEventListener("error", () => this.retry(source));
    KINDS.forEach((kind) => source.addEventListener(kind, (event) => this.receive(source, kind, JSON.parse(event.data))));
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
    this.source?.close();
    this.source = null;
  }

  receive(source, kind, payload) {
    if (source !== this.source) return;
    if (this.waiting) this.waiting.push([kind, payload]);
    else this.onEvent(kind, payload);
  }

  async readChat(source) {
    try {
      const chat = await api.chat(this.runnerId);
      if (source !== this.source) return;
      this.onSnapshot(chat);
      const meanwhile = this.waiting || [];
      this.waiting = null;
      meanwhile.forEach(([kind, payload]) => this.onEvent(kind, payload));
      this.retryMs = FIRST_RETRY_MS;
      this.onState("live");
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      this.retry(source, failure.status);
    }
  }

  /** A refused connection and an unknown runner look alike to EventSource: only a plain request can tell them apart. */
  async retry(source, status = 0) {
    if (source !== this.source) return;
    this.close();
    this.onState("away");
    const delay = this.retryMs;
    this.retryMs = Math.min(this.retryMs * 1.6, LONGEST_RETRY_MS);
    this.timer = setTimeout(() => this.open(), delay);
    if (status === 404 || (await this.isGone())) {
      this.close();
      this.onState("gone");
    }
  }

  async isGone() {
    try {
      const { users } = await api.state();
      return !users.some((user) => user.id === this.runnerId);
    } catch (failure) {
      if (failure instanceof RequestFailed) return false;
      throw failure;
    }
  }
}
