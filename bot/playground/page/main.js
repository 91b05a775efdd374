// The playground page: several runners' phones side by side.

import { api, RequestFailed } from "/static/api.js";
import { Chat } from "/static/chat.js";
import { Clock } from "/static/clock.js";
import { askForRunner, showToast } from "/static/dialogs.js";
import { icon } from "/static/elements.js";
import { firstVisit } from "/static/forms.js";
import { drawRoster } from "/static/roster.js";
import { speak } from "/static/texts.js";
import { applyTheme, currentTheme, followSystem, remember, remembered, toggleTheme } from "/static/theme.js";

const OPEN_KEY = "runcoach-open-runners";
const NARROWEST_COLUMN_PX = 380;
const LIVE_STREAMS = 4; // a browser gives one server six connections; two stay free for requests
const RETRY_MS = 1500;

const byId = (id) => document.getElementById(id);
const say = speak(navigator.language);

class Playground {
  constructor() {
    this.bot = { name: "RunCoach", username: "" };
    this.runners = [];
    this.chats = new Map();
    this.shown = []; // ids, left to right
    this.away = new Set();
    this.dressPage();
  }

  dressPage() {
    applyTheme();
    document.documentElement.lang = say.language;
    byId("skip-link").textContent = say("skip");
    byId("brand-note").textContent = say("brandNote");
    byId("privacy-note").textContent = say("privacy");
    byId("roster").setAttribute("aria-label", say("runners"));
    byId("new-runner").append(icon("plus"), say("newRunner"));
    byId("new-runner").addEventListener("click", () => this.askForRunner());
    byId("theme-toggle").addEventListener("click", () => {
      toggleTheme();
      this.drawThemeToggle();
    });
    this.clock = new Clock(byId("clock"), { say, onMoved: () => this.redrawDays(), onFailure: (failure) => this.tellClock(failure) });
    followSystem(() => this.drawThemeToggle());
    this.drawThemeToggle();
    document.addEventListener("visibilitychange", () => this.noteVisibility());
    window.addEventListener("resize", () => this.fitColumns());
  }

  drawThemeToggle() {
    const dark = currentTheme() === "dark";
    const label = say(dark ? "light" : "dark");
    const button = byId("theme-toggle");
    button.setAttribute("aria-label", label);
    button.title = label;
    button.replaceChildren(icon(dark ? "sun" : "moon"));
  }

  async start() {
    try {
      const state = await api.state();
      await this.clock.read();
      this.setOffline(false);
      this.bot = state.bot;
      this.runners = state.users;
      document.title = `${this.bot.name} · ${say("brandNote")}`;
      this.openRemembered();
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      this.setOffline(true);
      setTimeout(() => this.start(), RETRY_MS);
    }
  }

  openRemembered() {
    const known = new Set(this.runners.map((runner) => runner.id));
    const wanted = JSON.parse(remembered(OPEN_KEY) || "[]").filter((id) => known.has(id));
    const ids = wanted.length ? wanted : [...known].slice(0, 1);
    this.show(ids);
    if (!ids.length) this.showWelcome();
  }

  /** Nobody runs here yet: ask who does, and begin at once. */
  showWelcome() {
    this.setScreen("chat");
    const welcome = firstVisit(say, async ({ name, language }) => {
      const chat = await this.addRunner(name, language);
      await chat.attempt(() => chat.send("/start"));
    });
    byId("columns").replaceChildren(welcome);
  }

  askForRunner() {
    askForRunner(say, this.runners.length + 1, ({ name, language }) => this.addRunner(name, language));
  }

  async addRunner(name, language) {
    const runner = await api.createRunner(name, language);
    this.runners = [...this.runners, runner];
    this.show([runner.id]);
    return this.chats.get(runner.id);
  }

  chatOf(id) {
    if (!this.chats.has(id)) {
      const runner = this.runners.find((candidate) => candidate.id === id);
      this.chats.set(id, new Chat(runner, this.bot, {
        onBack: () => this.leaveForRoster(id),
        onClose: (chat) => this.show(this.shown.filter((other) => other !== chat.runner.id)),
        onState: (chat, state) => this.noteState(chat, state),
        onChange: () => this.drawRoster(),
        onMessage: (message) => this.clock.note(message),
      }));
    }
    const chat = this.chats.get(id);
    this.chats.delete(id); // last used goes last
    this.chats.set(id, chat);
    return chat;
  }

  /** Show these runners' chats, left to right, as many as fit. */
  show(ids) {
    this.shown = ids.slice(-this.capacity());
    const chats = this.shown.map((id) => this.chatOf(id));
    const positions = new Map([...this.chats.values()].map((chat) => [chat, chat.log.position]));
    byId("columns").replaceChildren(...chats.map((chat) => chat.element));
    this.chats.forEach((chat, id) => (chat.shown = this.shown.includes(id)));
    chats.forEach((chat) => {
      chat.unread = 0;
      chat.closeButton.hidden = chats.length < 2;
    });
    remember(OPEN_KEY, JSON.stringify(this.shown));
    this.setScreen("chat");
    chats.forEach((chat) => chat.log.restore(positions.get(chat)));
    this.connect();
    this.drawRoster();
  }

  capacity() {
    const width = byId("columns").clientWidth || window.innerWidth;
    return Math.max(1, Math.min(LIVE_STREAMS, Math.floor(width / NARROWEST_COLUMN_PX)));
  }

  fitColumns() {
    if (this.shown.length > this.capacity()) this.show(this.shown);
  }

  /** Keep the last used chats live while the page is looked at; a hidden page leaves its connections to others. */
  connect() {
    const live = document.hidden ? [] : [...this.chats.values()].slice(-LIVE_STREAMS);
    this.chats.forEach((chat) => {
      if (!live.includes(chat)) chat.stream.close();
      else if (!chat.stream.isOpen) chat.stream.open();
    });
  }

  /** "Today" and "yesterday" follow the clock. */
  redrawDays() {
    this.chats.forEach((chat) => chat.log.redrawDays());
  }

  tellClock(failure) {
    if (failure.status === undefined) throw failure;
    const reason = failure.status === 0 ? say("offline") : failure.message;
    this.chats.forEach((chat) => chat.shown && showToast(chat.toasts, say("clockNotMoved", { reason })));
  }

  noteVisibility() {
    this.connect();
    if (document.hidden) return;
    this.clock.read();
    this.shown.forEach((id) => (this.chats.get(id).unread = 0));
    this.drawRoster();
  }

  noteState(chat, state) {
    if (state === "gone") {
      this.forget(chat);
      return;
    }
    if (state === "away") this.away.add(chat);
    else this.away.delete(chat);
    this.setOffline(this.away.size > 0);
  }

  /** The server was started anew without this runner. */
  async forget(chat) {
    chat.stream.close();
    this.away.delete(chat);
    this.chats.delete(chat.runner.id);
    this.shown = this.shown.filter((id) => id !== chat.runner.id);
    await this.start();
  }

  setOffline(offline) {
    const banner = byId("offline");
    if (offline && banner.hidden) banner.textContent = say("offline");
    banner.hidden = !offline;
    document.documentElement.classList.toggle("is-offline", offline);
  }

  leaveForRoster(id) {
    this.setScreen("roster");
    byId("roster-list").querySelector(`[data-key="open-${id}"]`)?.focus({ preventScroll: true });
  }

  setScreen(screen) {
    byId("app").dataset.screen = screen;
  }

  drawRoster() {
    byId("clock").hidden = this.runners.length === 0;
    const entries = this.runners.map((runner) => ({ runner, chat: this.chats.get(runner.id), shown: this.shown.includes(runner.id) }));
    drawRoster(byId("roster-list"), entries, {
      say,
      onOpen: (id) => this.open(id),
      onOpenBeside: (id) => this.show([...this.shown, id]),
    });
    const unread = [...this.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ""}${this.bot.name} · ${say("brandNote")}`;
  }

  open(id) {
    if (this.shown.includes(id)) this.show(this.shown);
    else this.show([...this.shown.slice(0, -1), id]);
    this.chats.get(id).composer.field.focus({ preventScroll: true });
  }
}

new Playground().start();
