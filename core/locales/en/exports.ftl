# Words in the calendar and on the watch.
calendar-name = RunCoach, my plan
calendar-session = Session
calendar-race = Race
calendar-pace = Pace: { $pace }
calendar-strength = Strength, { $minutes }
calendar-why = Why: { $why }

watch-warm-up = Warm-up
watch-work = Work
watch-run = Run
watch-recovery-jog = Jog recovery
watch-recovery-walk = Walk recovery
watch-recovery-rest = Standing recovery
watch-cool-down = Cool-down
