// The bot's commands as a list over the message field: filtered by what is typed after "/", walked with the arrow keys.

import { el, freshId } from "/static/elements.js";

export class CommandMenu {
  /** `field` keeps the focus; `onChoose(command)` gets "/plan". */
  constructor(field, { say, onChoose, onToggle }) {
    Object.assign(this, { field, say, onChoose, onToggle, commands: [], shown: [], chosen: 0 });
    this.element = el("div", { class: "command-menu", role: "listbox", id: freshId("commands"), "aria-label": say("commands"), hidden: true });
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.element.id);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  setCommands(commands) {
    this.commands = commands || [];
    if (this.isOpen) this.filter(this.field.value);
    else if (document.activeElement === this.field) this.follow(this.field.value); // "/" was typed before the list came
  }

  /** Open on "/…" typed alone, close on anything else. */
  follow(text) {
    if (/^\/[\w]*$/.test(text) && this.commands.length) this.filter(text);
    else this.close();
  }

  filter(text) {
    const wanted = text.startsWith("/") ? text.slice(1).toLowerCase() : "";
    this.shown = this.commands.filter(({ command }) => command.startsWith(wanted));
    this.chosen = 0;
    this.draw();
  }

  draw() {
    const options = this.shown.map(({ command, description }, index) => {
      const words = [el("span", { class: "command-name", text: `/${command}` }), el("span", { class: "command-what", dir: "auto", text: description })];
      const option = el("div", { class: "command", role: "option", id: `${this.element.id}-${index}`, "aria-selected": String(index === this.chosen) }, ...words);
      option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      option.addEventListener("click", () => this.choose(index));
      return option;
    });
    if (!options.length) options.push(el("p", { class: "command-none", text: this.say("noCommand") }));
    this.element.replaceChildren(...options);
    this.element.hidden = false;
    this.onToggle(true);
    this.mark();
  }

  mark() {
    [...this.element.querySelectorAll(".command")].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.chosen)));
    const option = this.element.children[this.chosen];
    if (this.shown.length) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const { command } = this.shown[index];
    this.close();
    this.onChoose(`/${command}`);
  }

  close() {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
    this.onToggle(false);
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.filter("");
    this.field.focus();
  }

  /** True when the key belonged to the open menu. */
  handleKey(event) {
    if (!this.isOpen) return false;
    if (event.key === "Escape") this.close();
    else if (!this.shown.length) return false;
    else if (event.key === "ArrowDown") this.chosen = (this.chosen + 1) % this.shown.length;
    else if (event.key === "ArrowUp") this.chosen = (this.chosen + this.shown.length - 1) % this.shown.length;
    else if (event.key === "Enter" && !event.shiftKey) this.choose(this.chosen);
    else if (event.key === "Tab" && !event.shiftKey) this.complete();
    else return false;
    if (this.isOpen) this.mark();
    event.preventDefault();
    return true;
  }

  complete() {
    this.field.value = `/${this.shown[this.chosen].command} `;
    this.close();
  }
}
