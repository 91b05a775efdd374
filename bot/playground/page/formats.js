// Dates, times and sizes in the page's language.

import { worldNow } from "/static/clock.js";

/** A message's date: the server gives seconds since 1970, or an ISO text. */
export function dateOf(message) {
  const { date } = message;
  return typeof date === "number" ? new Date(date * 1000) : new Date(date);
}

export function clock(message, language) {
  return dateOf(message).toLocaleTimeString(language === "fr" ? "fr-FR" : "en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** The local day of a message, as a key to compare: 2026-11-20. */
export function dayKey(message) {
  const date = dateOf(message);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

export function dayName(message, say, now = worldNow()) {
  const date = dateOf(message);
  const midnight = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate());
  const daysAgo = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (daysAgo === 0) return say("today");
  if (daysAgo === 1) return say("yesterday");
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(say.language === "fr" ? "fr-FR" : "en-GB", { weekday: "long", day: "numeric", month: "long", year });
}

export function fileSize(bytes, language) {
  const units = language === "fr" ? ["o", "Ko", "Mo"] : ["B", "kB", "MB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes || 0, 1)) / 3), units.length - 1);
  const digits = power === 0 ? 0 : 1;
  return `${((bytes || 0) / 1000 ** power).toLocaleString(language, { maximumFractionDigits: digits })}\u00a0${units[power]}`;
}
