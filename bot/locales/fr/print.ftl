# The plan on paper, and a week as a picture to share.
print-button-plan = 🖨 Imprimer (PDF)
print-ready = 🖨 <b>Ton plan à imprimer</b>, en A4 : les semaines, les allures, les conseils. Une case à cocher par séance.
print-title = Plan { $goal }
print-foot = { $title } · RunCoach
print-climb = D+ { $climb } m
print-legend = RPE : l’effort de 1 (très facile) à 10 (tout donner). Coche chaque séance faite.
print-maintenance = Avant le plan : entretien
print-strength-line = + renforcement, { $minutes } (détail à la fin)
print-strength = Renforcement
print-exercise = { $name } : { $how }
print-strength-week = Semaine { $first } · { $minutes }
print-strength-weeks = Semaines { $first } à { $last } · { $minutes }

print-button-week = 🖼 En image
print-week-caption = Ta semaine { $number }, prête à partager : rien d’autre que le plan.
print-week-alt = Semaine { $number } : { $sessions }, { $km } en tout.
print-week-day = { $day } : { $what }
