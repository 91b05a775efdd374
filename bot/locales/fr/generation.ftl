# Le plan relu par Claude.
generation-badge-fast = ⚡ Plan prêt, tu peux t’en servir. Claude le relit et y met ses conseils : quelques secondes.
generation-badge-claude = ✍️ Plan relu par Claude, chiffres vérifiés par RunCoach.
generation-badge-engine = ⚡ Plan calculé par RunCoach, sans Claude.
generation-progress = ✍️ semaine { $week } sur { $weeks }
generation-written = ✍️ Claude a relu ton plan : { $sessions ->
    [0] aucune séance changée
    [one] { $sessions } séance changée
   *[other] { $sessions } séances changées
}, un mot pour { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}, des conseils à toi. Mêmes jours, mêmes kilomètres.
generation-rewritten = ✍️ Claude a réécrit ton plan : { $sessions ->
    [one] { $sessions } journée change
   *[other] { $sessions } journées changent
}. Regarde ta semaine avant ta prochaine sortie.
generation-unchanged = ✍️ Claude a relu ton plan et n’y change rien.
generation-kept = { $reason } Ton plan reste celui que RunCoach a calculé : il est complet, tu peux commencer.
generation-later = { $reason } Ton plan est complet, tu peux commencer. Claude le relira dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, je te dirai ce qui change.
generation-changed-meanwhile = Ton plan a changé pendant que Claude le relisait : je garde le tien, sans sa relecture.
