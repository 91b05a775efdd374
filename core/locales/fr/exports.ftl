# Words in the calendar and on the watch.
calendar-name = RunCoach, mon plan
calendar-session = Séance
calendar-race = Course
calendar-pace = Allure : { $pace }
calendar-strength = Renforcement, { $minutes }
calendar-why = Pourquoi : { $why }

watch-warm-up = Échauffement
watch-work = Effort
watch-run = Course
watch-recovery-jog = Récup en trottinant
watch-recovery-walk = Récup en marchant
watch-recovery-rest = Récup sans bouger
watch-cool-down = Retour au calme
