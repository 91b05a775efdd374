# Le détail ajouté aux séances : badge, sections, avis.
enrichment-badge-fast = ⚡ Séance prête. Le détail (échauffement, repères, erreurs) s’ajoute dans les deux semaines qui précèdent.
enrichment-badge-soon = ⏳ Le détail arrive : { $position ->
    [1] c’est ton tour
   *[other] { $position }e dans la file
}, moins de deux minutes.
enrichment-badge-minutes = ⏳ Le détail arrive : { $position ->
    [1] c’est ton tour
   *[other] { $position }e dans la file
}, environ { $minutes } min.
enrichment-badge-running = ⏳ Le détail s’écrit en ce moment.
enrichment-badge-batched = ⏳ Le détail arrive dans la journée.
enrichment-badge-claude = ✨ Détail prêt, écrit pour cette séance.
enrichment-badge-catalogue = ✨ Détail prêt, d’après le catalogue.
enrichment-by-catalogue = <i>D’après le catalogue.</i>
enrichment-week-hint = ✨ : détail prêt.

enrichment-section = <b>{ $name }</b> · { $what }
enrichment-item = • { $text }
enrichment-section-warm-up = Échauffement
enrichment-section-cues = Repères
enrichment-section-mistakes = Erreurs
enrichment-section-progression = Progression
enrichment-section-technique = Technique
enrichment-section-fuelling = Ravitaillement
enrichment-section-too-hard = Trop dur ?
enrichment-section-too-easy = Trop facile ?

enrichment-button-now = Enrichir maintenant
enrichment-button-back = ‹ Retour
enrichment-button-next = { $name } ›
enrichment-button-up = 👍 Utile
enrichment-button-down = 👎 Pas utile

enrichment-first-now = C’est la prochaine. Le détail s’affichera ici tout seul.
enrichment-already-now = Le détail s’écrit déjà : il s’affichera ici tout seul.
enrichment-gone = Ce bouton vient d’un ancien plan. Ouvre /week pour l’actuel.
enrichment-not-yet = Le détail n’est plus à jour : la séance a changé depuis. Reviens à la séance.
enrichment-thanks-up = 👍 Noté. Je continue comme ça.
enrichment-ask-why = 👎 Qu’est-ce qui ne va pas ? Touche une réponse, ou écris-la.
enrichment-reason-vague = Trop vague
enrichment-reason-wrong = C’est faux
enrichment-reason-long = Trop long
enrichment-reason-other-runner = Pas pour moi
enrichment-thanks-down = Noté : j’en tiendrai compte. Ta séance, elle, ne change pas.
