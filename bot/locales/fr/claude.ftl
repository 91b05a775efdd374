# Pourquoi Claude n’a pas répondu : une phrase par raison, la suite est dite par qui la demande.
claude-overloaded = Claude est débordé en ce moment.
claude-outage = Claude est en panne en ce moment.
claude-unreachable = Je n’arrive pas à joindre Claude.
claude-too-slow = Claude a mis trop de temps à répondre.
claude-cut = La réponse de Claude s’est interrompue en route.
claude-rate-limited = Trop de demandes à Claude d’un coup : il faut attendre un peu.
claude-spend-cap = Le compte Claude de ce bot a atteint sa limite : son responsable doit la relever.
claude-runner-budget = Tu as utilisé toutes tes demandes à Claude pour aujourd’hui ; elles reviennent demain.
claude-daily-budget = Le bot a utilisé toutes ses demandes à Claude pour aujourd’hui ; elles reviennent demain.
claude-refused = Claude n’a pas voulu répondre à cette demande.
claude-truncated = La réponse de Claude était trop longue pour être complète.
claude-unusable = La réponse de Claude était inutilisable.
claude-request-rejected = Claude n’a pas accepté ma demande : l’erreur est de mon côté.
claude-off = Claude n’est pas disponible sur ce bot pour l’instant.
