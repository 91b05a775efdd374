# Tips of the plan: nutrition
tip-nutrition-daily = Eat a little more on long-run days: carbohydrate the evening before, protein and sugar within the hour after.
tip-nutrition-short = For a run under an hour, water is enough; do not run within two hours of a meal.
tip-nutrition-long = Beyond 1 h 30, take 30 to 60 g of carbohydrate an hour, and practise it on your long runs.
tip-nutrition-race = Two days before the race, eat more starch and less fibre; nothing new on the day.
tip-nutrition-race-short = On the eve of the race, eat as usual; finish your last meal three hours before the start, with nothing new.
tip-nutrition-ultra = For an ultra, aim for 60 to 90 g of carbohydrate an hour, salty and sweet in turn, and rehearse it on every pair of long runs.
tip-nutrition-heat = In the heat, hydrate: drink 400 to 800 ml an hour with salt, in small sips, and weigh yourself before and after a run to know what you lose.

# Tips of the plan: recovery
tip-recovery-sleep = Sleep is your best recovery: 30 more minutes on the nights of hard sessions.
tip-recovery-easy = Easy days must be truly easy: if you cannot talk, slow down.
tip-recovery-rest = A rest day is never made up for: a missed session is a forgotten session.
tip-recovery-strength = Do strength after a run or on the evening of a hard session, never on the eve of the long run.
tip-recovery-descents = After a run with a lot of downhill, keep two easy days: thighs take 48 hours to mend.
tip-recovery-proprioception = Five minutes of proprioception three times a week (one-leg balance, unstable ground) protect your ankles on technical descents.
tip-recovery-injury = Note your pain from 0 to 10 before, during and the day after: it decides about the next step.

# Tips of the plan: mental
tip-mental-beginner = Slowing down or walking is not failing: what counts is coming back for the next session.
tip-mental-chunks = Break hard sessions up: think only of the repetition you are running.
tip-mental-pacing = The first third must feel too easy: it decides the last one.
tip-mental-marathon = Choose a short phrase for the last kilometres, and start repeating it now at the end of long runs.
tip-mental-ultra = In an ultra you will have low points: they pass. Decide in advance to eat, drink and walk for 10 minutes before thinking of stopping.
tip-mental-trail = On steep climbs, fast walking is a race pace: change gear before you are in the red.
tip-mental-patience = Progress comes in steps of a few weeks: compare yourself with two months ago, not with yesterday.
