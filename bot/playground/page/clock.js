// The world's clock: what time it is for the coach, and a menu that moves it forward.

import { api } from "/static/api.js";
import { el, icon } from "/static/elements.js";
import { openMenu } from "/static/menus.js";

const FRESHEN_MS = 60_000;
const WATCH_MS = 400;
const MOVES = [
  { goal: "hour", label: "clockHour", icon: "clock" },
  { goal: "morning", label: "clockMorning", icon: "sun" },
  { goal: "sunday", label: "clockSunday", icon: "moon" },
  { goal: "week", label: "clockWeek", icon: "forward" },
  { goal: "week", atOnce: true, label: "clockAsleep", icon: "block" },
];

let aheadMs = 0;

/** Now, in the world of the playground. */
export function worldNow() {
  return new Date(Date.now() + aheadMs);
}

/** A bar with the date and the time, and a button that opens the ways forward. */
export class Clock {
  /** `onMoved()` after the clock jumped; `onFailure(failure)` when it could not. */
  constructor(bar, { say, onMoved, onFailure }) {
    Object.assign(this, { bar, say, onMoved, onFailure, moving: false, shown: "" });
    this.time = el("time", { class: "clock-time" });
    this.button = el("button", { type: "button", class: "clock-button", "aria-haspopup": "menu", "aria-expanded": "false", on: { click: () => this.openMenu() } }, icon("forward"), el("span", { text: say("clockMove") }));
    bar.setAttribute("aria-label", say("clock"));
    bar.replaceChildren(el("p", { class: "clock-words" }, icon("clock"), this.time), this.button);
    setInterval(() => this.draw(), 1000);
    setInterval(() => document.hidden || this.read(), FRESHEN_MS);
    this.draw();
  }

  draw() {
    const now = worldNow();
    const locale = this.say.language === "fr" ? "fr-FR" : "en-GB";
    const day = now.toLocaleDateString(locale, { weekday: "short", day: "numeric", month: "short" });
    const text = `${day}, ${now.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" })}`;
    if (text === this.shown) return;
    this.shown = text;
    this.time.textContent = text;
    this.time.dateTime = now.toISOString();
  }

  async read() {
    try {
      this.take(await api.clock());
    } catch (failure) {
      if (failure.status === undefined) throw failure; // the banner of the page tells that the server is away
    }
  }

  take({ now_s: nowS }) {
    const aheadBefore = aheadMs;
    aheadMs = nowS * 1000 - Date.now();
    this.draw();
    if (Math.abs(aheadMs - aheadBefore) > 60_000) this.onMoved();
  }

  /** A message from later than this clock shows: another page moved it. */
  note(message) {
    if (message.date * 1000 > worldNow().getTime() + 60_000) this.read();
  }

  openMenu() {
    const items = MOVES.map((move) => ({ label: this.say(move.label), icon: move.icon, onChoose: () => this.move(move) }));
    openMenu(this.button, items, { label: this.say("clockMove") });
  }

  async move({ goal, atOnce = false }) {
    if (this.moving) return;
    this.setMoving(true);
    const watching = setInterval(() => this.read(), WATCH_MS);
    try {
      this.take(await api.moveClock(goal, atOnce));
    } catch (failure) {
      this.onFailure(failure);
    } finally {
      clearInterval(watching);
      this.setMoving(false);
    }
  }

  setMoving(moving) {
    this.moving = moving;
    this.bar.classList.toggle("moving", moving);
    this.bar.setAttribute("aria-busy", String(moving));
    this.button.setAttribute("aria-disabled", String(moving));
    this.button.lastChild.textContent = this.say(moving ? "clockMoving" : "clockMove");
  }
}
