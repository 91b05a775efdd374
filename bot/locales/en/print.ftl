# The plan on paper, and a week as a picture to share.
print-button-plan = 🖨 Print (PDF)
print-ready = 🖨 <b>Your plan to print</b>, on A4: the weeks, the paces, the advice. A box to tick for each session.
print-title = { $goal } plan
print-foot = { $title } · RunCoach
print-climb = { $climb } m up
print-legend = RPE: the effort from 1 (very easy) to 10 (all out). Tick each session you have done.
print-maintenance = Before the plan: staying fit
print-strength-line = + strength, { $minutes } (at the end)
print-strength = Strength
print-exercise = { $name }: { $how }
print-strength-week = Week { $first } · { $minutes }
print-strength-weeks = Weeks { $first } to { $last } · { $minutes }

print-button-week = 🖼 As a picture
print-week-caption = Your week { $number }, ready to share: nothing but the plan.
print-week-alt = Week { $number }: { $sessions }, { $km } in all.
print-week-day = { $day }: { $what }
