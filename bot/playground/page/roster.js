// The list of runners: who is shown, who has unread messages, and a way to open one beside another.

import { avatar, el, iconButton } from "/static/elements.js";

/** Draw the roster. `entries`: [{runner, chat?, shown}]; `actions`: {say, onOpen(id), onOpenBeside(id)}. */
export function drawRoster(list, entries, actions) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.replaceChildren(...entries.map((entry) => rosterItem(entry, actions)));
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function rosterItem({ runner, chat, shown }, { say, onOpen, onOpenBeside }) {
  const unread = chat?.unread || 0;
  const name = el("span", { class: "roster-name", dir: "auto", text: runner.first_name });
  const language = el("span", { class: "roster-language", text: (runner.language_code || "").toUpperCase() });
  const preview = el("span", { class: "roster-preview", dir: "auto", text: lastWords(chat) || say("phoneOf", { name: runner.first_name }) });
  const badge = unread ? el("span", { class: "badge" }, el("span", { "aria-hidden": "true", text: unread }), el("span", { class: "only-spoken", text: say("unread", { count: unread }) })) : null;
  const words = el("span", { class: "roster-words" }, el("span", { class: "roster-top" }, name, language), preview);
  const open = el("button", { type: "button", class: "roster-open", "aria-current": shown ? "true" : null, data: { key: `open-${runner.id}` }, on: { click: () => onOpen(runner.id) } }, avatar(runner), words, badge);
  const beside = iconButton("beside", say("openBeside", { name: runner.first_name }), () => onOpenBeside(runner.id), { class: "beside", "data-key": `beside-${runner.id}`, hidden: shown });
  return el("li", { class: shown ? "roster-item shown" : "roster-item" }, open, beside);
}

function lastWords(chat) {
  const last = chat && [...chat.log.messages.values()].sort((a, b) => b.message_id - a.message_id)[0];
  return last?.text?.split("\n")[0] || last?.document?.name || "";
}
