// Asking who a runner is: the same two questions on the first visit and in the dialog.

import { el, freshId } from "/static/elements.js";

/** Fields for a first name (left empty: `fallbackName`) and a language; `answers()` reads them. */
export function runnerFields(say, fallbackName, suggestion = "") {
  const id = freshId("name");
  const name = el("input", { id, type: "text", maxlength: "64", autocomplete: "off", value: suggestion, placeholder: fallbackName, dir: "auto" });
  const group = freshId("language");
  const radios = ["fr", "en"].map((code) => el("input", { type: "radio", name: group, value: code, checked: code === say.language }));
  const choices = radios.map((radio) => el("label", { class: "choice" }, radio, el("span", { text: say(radio.value === "fr" ? "french" : "english"), lang: radio.value })));
  const nodes = [
    el("label", { for: id, text: say("runnerName") }), name,
    el("fieldset", { class: "choices" }, el("legend", { text: say("runnerLanguage") }), ...choices),
  ];
  const answers = () => ({ name: name.value.trim() || fallbackName, language: radios.find((radio) => radio.checked).value });
  return { nodes, name, answers };
}

/** A form whose `onSubmit` may fail: the reason then stands in `problem` and nothing is lost. */
export function submitting(form, problem, say, onSubmit) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await onSubmit();
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      problem.textContent = say("notSent", { reason: failure.status === 0 ? say("serverAway") : failure.message });
    }
  });
}

/** The first page of an empty playground: what RunCoach is, who runs, and one button that begins. */
export function firstVisit(say, onBegin) {
  const fields = runnerFields(say, say("runnerNameDefault", { number: 1 }));
  const problem = el("p", { class: "problem", role: "alert" });
  const mark = el("img", { src: "/static/icon.svg", alt: "", width: 88, height: 88 });
  const words = [el("p", { class: "welcome-title", text: say("emptyTitle") }), el("p", { text: say("emptyWhat") })];
  const form = el("form", { class: "runner-form" }, ...fields.nodes, problem, el("button", { class: "start-button", text: say("start") }));
  submitting(form, problem, say, () => onBegin(fields.answers()));
  return el("div", { class: "welcome first-visit" }, mark, ...words, form);
}
