// The page's own words. The coach's words come from the bot; these are only the messenger around them.

const TEXTS = {
  brandNote: { fr: "Terrain d’essai", en: "Playground" },
  privacy: {
    fr: "Tout reste sur cet ordinateur. Aucun compte, aucun message envoyé ailleurs.",
    en: "Everything stays on this computer. No account, no message sent anywhere else.",
  },
  skip: { fr: "Aller à la conversation", en: "Skip to the chat" },
  runners: { fr: "Coureurs", en: "Runners" },
  newRunner: { fr: "Nouveau coureur", en: "New runner" },
  newRunnerWhy: { fr: "Chaque coureur a son téléphone et sa propre conversation.", en: "Each runner has a phone and a chat of their own." },
  runnerName: { fr: "Prénom", en: "First name" },
  runnerNameDefault: { fr: "Coureur {number}", en: "Runner {number}" },
  runnerLanguage: { fr: "Langue du téléphone", en: "Language of the phone" },
  french: { fr: "Français", en: "Français" },
  english: { fr: "English", en: "English" },
  create: { fr: "Créer", en: "Create" },
  cancel: { fr: "Annuler", en: "Cancel" },
  dark: { fr: "Passer en sombre", en: "Switch to dark" },
  light: { fr: "Passer en clair", en: "Switch to light" },
  chatWith: { fr: "Conversation de {name}", en: "{name}’s chat" },
  phoneOf: { fr: "Téléphone de {name}", en: "{name}’s phone" },
  blockedStatus: { fr: "bot bloqué", en: "bot blocked" },
  typing: { fr: "écrit…", en: "typing…" },
  back: { fr: "Retour aux coureurs", en: "Back to runners" },
  more: { fr: "Autres actions", en: "More actions" },
  openBeside: { fr: "Ouvrir la conversation de {name} à côté", en: "Open {name}’s chat alongside" },
  closeColumn: { fr: "Fermer cette colonne", en: "Close this column" },
  block: { fr: "Bloquer le bot", en: "Block the bot" },
  unblock: { fr: "Débloquer le bot", en: "Unblock the bot" },
  blockedNote: { fr: "Tu as bloqué ce bot : il ne peut plus t’écrire.", en: "You blocked this bot: it can’t write to you." },
  messages: { fr: "Messages", en: "Messages" },
  emptyTitle: { fr: "Ton coach de course à pied", en: "Your running coach" },
  emptyWhat: {
    fr: "RunCoach construit ton plan d’entraînement en quelques questions, puis l’ajuste chaque matin à ta forme.",
    en: "RunCoach builds your training plan from a few questions, then adjusts it to how you feel each morning.",
  },
  start: { fr: "Démarrer", en: "Start" },
  today: { fr: "Aujourd’hui", en: "Today" },
  yesterday: { fr: "Hier", en: "Yesterday" },
  edited: { fr: "modifié", en: "edited" },
  silent: { fr: "sans notification", en: "silent" },
  you: { fr: "Toi", en: "You" },
  newMessages: { fr: "{count} nouveaux messages", en: "{count} new messages" },
  newMessage: { fr: "1 nouveau message", en: "1 new message" },
  toBottom: { fr: "Aller au dernier message", en: "Go to the last message" },
  unread: { fr: "{count} non lus", en: "{count} unread" },
  picture: { fr: "Image envoyée par {name}", en: "Picture from {name}" },
  enlarge: { fr: "Agrandir : {alt}", en: "Enlarge: {alt}" },
  close: { fr: "Fermer", en: "Close" },
  download: { fr: "Télécharger {name}", en: "Download {name}" },
  reveal: { fr: "Texte masqué, appuyer pour lire", en: "Hidden text, press to read" },
  showMore: { fr: "Tout lire", en: "Read all" },
  showLess: { fr: "Replier", en: "Fold" },
  messageMenu: { fr: "Actions sur ce message", en: "Actions on this message" },
  reply: { fr: "Répondre", en: "Reply" },
  editMessage: { fr: "Modifier", en: "Edit" },
  copy: { fr: "Copier le texte", en: "Copy text" },
  copied: { fr: "Copié", en: "Copied" },
  copyFailed: { fr: "Le navigateur refuse la copie.", en: "The browser refuses to copy." },
  replyingTo: { fr: "Réponse à : {text}", en: "Replying to: {text}" },
  editing: { fr: "Modification de : {text}", en: "Editing: {text}" },
  write: { fr: "Message", en: "Message" },
  send: { fr: "Envoyer", en: "Send" },
  commands: { fr: "Commandes", en: "Commands" },
  noCommand: { fr: "Aucune commande de ce nom", en: "No such command" },
  attach: { fr: "Joindre", en: "Attach" },
  document: { fr: "Document", en: "Document" },
  photo: { fr: "Photo", en: "Photo" },
  sticker: { fr: "Autocollant", en: "Sticker" },
  voice: { fr: "Message vocal", en: "Voice message" },
  location: { fr: "Position", en: "Location" },
  dropHere: { fr: "Dépose le fichier ici", en: "Drop the file here" },
  quickReplies: { fr: "Réponses proposées", en: "Suggested replies" },
  ok: { fr: "OK", en: "OK" },
  offline: { fr: "Le serveur ne répond plus. Nouvelle tentative…", en: "The server is away. Trying again…" },
  onlineAgain: { fr: "De nouveau en ligne.", en: "Back online." },
  notSent: { fr: "Pas envoyé : {reason}", en: "Not sent: {reason}" },
  serverAway: { fr: "le serveur ne répond pas. Ton texte est gardé.", en: "the server is away. Your text is kept." },
  attachment: { fr: "Pièce jointe", en: "Attachment" },
};

/** The page's language for a Telegram or browser language code: French, or English for everyone else. */
export function pageLanguage(code) {
  return String(code || "").toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** A function (key, values) -> text in the page language of `code`. */
export function speak(code) {
  const language = pageLanguage(code);
  const say = (key, values = {}) => TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  say.language = language;
  return say;
}
