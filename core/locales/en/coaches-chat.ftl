# The coaches' sessions in a conversation: asking, sparing the legs, next time.

coaches-wish-minutes-unclear = Give a length, such as “45 min” or “1 h 15”.
coaches-wish-level-unclear = Choose a level: beginner, intermediate or advanced.
coaches-wish-focus-unclear = This coach has no such session: choose one of the buttons.
coaches-wish-sex-unclear = Choose a division with one of the buttons.

coaches-legs-upper-body = Upper body

coaches-works = What works: { $muscles }.

# What next time will be, and why
coaches-next-up = { $movement }: { $kg } kg next time, because everything went well at RPE { $rpe }.
coaches-next-same = { $movement }: { $kg } kg again next time; at RPE { $rpe } it is the right load. Look for one more rep.
coaches-next-down = { $movement }: { $kg } kg next time; RPE { $rpe } or missed reps mean it was too heavy.
coaches-next-more = RPE { $rpe } instead of { $planned }: you had room. Next time, one more round, or one more rep a set.
coaches-next-as-planned = RPE { $rpe } for { $planned } planned: the right dose. Next time the same, cleaner.
coaches-next-less = RPE { $rpe } instead of { $planned }: that was too much. Next time, a fifth less.
