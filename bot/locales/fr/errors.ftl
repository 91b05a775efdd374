# Ce que le bot dit quand lui-même n'a pas pu.
error-apology = ⚠️ Une erreur de mon côté : je n’ai rien enregistré de ton dernier message. Renvoie-le, ou tape /help.
error-not-saved = ⚠️ Je n’ai pas pu enregistrer ta réponse. Garde-la : je réessaie tout seul dans un instant.
