// Dialogs on the browser's own <dialog>, which keeps the focus inside and closes on Escape.

import { el, freshId, iconButton } from "/static/elements.js";
import { runnerFields, submitting } from "/static/forms.js";

function show(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  return dialog;
}

/** A callback answer the runner must acknowledge. */
export function showAlert(text, say) {
  const id = freshId("alert");
  const dialog = el("dialog", { class: "dialog alert", "aria-labelledby": id, role: "alertdialog" });
  const ok = el("button", { type: "button", class: "solid-button", text: say("ok"), autofocus: true, on: { click: () => dialog.close() } });
  dialog.append(el("p", { id, dir: "auto", class: "alert-text", text }), ok);
  return show(dialog);
}

/** A picture on the whole screen; a tap on it shows it in its own size. */
export function showPicture(address, alt, say) {
  const dialog = el("dialog", { class: "viewer", "aria-label": alt });
  const image = el("img", { src: address, alt });
  image.addEventListener("click", () => dialog.classList.toggle("full-size"));
  dialog.append(iconButton("close", say("close"), () => dialog.close(), { class: "viewer-close" }), el("div", { class: "viewer-frame" }, image));
  dialog.firstChild.setAttribute("autofocus", "");
  return show(dialog);
}

/** Ask for a new runner; `onCreate({name, language})` may fail, the dialog then stays with the reason. */
export function askForRunner(say, number, onCreate) {
  const heading = freshId("new-runner");
  const suggestion = say("runnerNameDefault", { number });
  const fields = runnerFields(say, suggestion, suggestion);
  const problem = el("p", { class: "problem", role: "alert" });
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": heading });
  const cancel = el("button", { type: "button", class: "plain-button", text: say("cancel"), on: { click: () => dialog.close() } });
  const form = el("form", { class: "runner-form" },
    el("h2", { id: heading, text: say("newRunner") }), el("p", { class: "faint", text: say("newRunnerWhy") }), ...fields.nodes,
    problem, el("div", { class: "dialog-buttons" }, cancel, el("button", { class: "solid-button", text: say("create") })));
  submitting(form, problem, say, async () => {
    await onCreate(fields.answers());
    dialog.close();
  });
  dialog.append(form);
  show(dialog);
  fields.name.select();
}

/** A short answer that leaves by itself; spoken by screen readers through the column's status region. */
export function showToast(region, text) {
  const toast = el("div", { class: "toast", dir: "auto", text });
  region.append(toast);
  setTimeout(() => toast.remove(), 2500 + 40 * text.length);
}
