# The calisthenics coach: skills, parts of the session, steps, rules.

coaches-calisthenics-focus-pull-up = Pull-up
coaches-calisthenics-focus-push-up = Push-up
coaches-calisthenics-focus-dip = Dip
coaches-calisthenics-focus-handstand = Handstand
coaches-calisthenics-focus-l-sit = L-sit
coaches-calisthenics-focus-pistol = Pistol squat
coaches-calisthenics-focus-muscle-up = Muscle-up
coaches-calisthenics-focus-front-lever = Front lever
coaches-calisthenics-focus-back-lever = Back lever
coaches-calisthenics-focus-planche = Planche

coaches-calisthenics-title = { $step }
coaches-calisthenics-purpose = Your step right now: { $step }. The skill comes first, while you are fresh, then strength, endurance and trunk.

coaches-calisthenics-purpose-way = What brings you closer to the skill: { $step }. That first, while you are fresh; then strength, endurance and trunk.

coaches-calisthenics-part-skill = Skill
coaches-calisthenics-part-way = Towards the skill
coaches-calisthenics-part-strength = Strength
coaches-calisthenics-part-legs = Legs
coaches-calisthenics-part-endurance = Endurance
coaches-calisthenics-part-trunk = Trunk

coaches-calisthenics-how-wrists = Slowly, through the whole range: your wrists are about to carry you.
coaches-calisthenics-how-shoulders = Slowly and without pain: if the shoulder complains when it goes back, pick another skill today.
coaches-calisthenics-how-hold = { $tension } s under tension in all, body tight; as soon as the position breaks, the set is over.
coaches-calisthenics-how-skill = Every rep slow and the same; keep two in reserve.
coaches-calisthenics-plain-skill = Body tight, every try the same; as soon as the position breaks, the set is over.
coaches-calisthenics-how-strength = One after the other, two reps in reserve.
coaches-calisthenics-how-legs = One leg after the other, knee in line with the foot.
coaches-calisthenics-how-endurance = Keep moving without rushing; shorten the set rather than the movement.
coaches-calisthenics-how-trunk = Lower back flat or straight, keep breathing.

coaches-calisthenics-note-gate-hold = Next step, { $after }: when you hold { $sets } × { $amount } s in two sessions in a row, on an ordinary day.
coaches-calisthenics-note-gate-reps = Next step, { $after }: when you do { $sets } × { $amount } in two sessions in a row, on an ordinary day.
coaches-calisthenics-note-way-before = { $skill }: another skill comes first ({ $before }). Your step today: { $step }.
coaches-calisthenics-note-way-equipment = { $skill }: you lack the equipment for the skill itself. Until you have it: { $step }, for the strength it asks for.
coaches-calisthenics-note-way-level = { $skill }: the skill comes later, once the strength is there. First: { $step }, which builds it.
coaches-calisthenics-note-clean = A short clean set beats a long ragged one: film yourself from the side.
coaches-calisthenics-note-shoulder = This skill takes the shoulder far back: no pain is allowed, not even a little.
coaches-calisthenics-scale-fresh = Feeling good: 2 s or one rep more a set, never both at once.
coaches-calisthenics-scale-half = On a tired day: half the sets, the same movement.
coaches-calisthenics-scale-before = On a tired day: go back to the step before, { $before }, for as many sets.

coaches-calisthenics-offer-injury = { $skill }: not with this pain, the skill loads exactly that spot.

coaches-rule-calisthenics-order = { $movement } comes after trunk work: the skill belongs while you are fresh.
coaches-rule-calisthenics-gate = { $movement }: the step before is not mastered yet.
coaches-rule-calisthenics-hold = { $movement }: { $seconds } s a set, { $total } s in all, the position won’t stay clean.
coaches-rule-calisthenics-wrists = The skill puts weight on the hands and the wrists were not made ready.
