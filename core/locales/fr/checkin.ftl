# Le check-in du matin : ce qui change aujourd'hui, et pourquoi
# « Donne tout ! » est repris mot pour mot, espace ordinaire comprise.
checkin-fit = Donne tout !
checkin-fit-rest-day = Tu te sens en forme et c’est jour de repos : garde cette énergie, le repos fait partie du plan.
checkin-tired = Fatigue notée : on baisse l’intensité de 10 %. Ton allure passe de { $before } à { $after }. Tu gardes l’habitude sans creuser la fatigue.
checkin-tired-effort = Fatigue notée : on baisse l’intensité de 10 %. Cours à la sensation, un cran plus facile que prévu.
checkin-tired-to-easy = Fatigue notée : « { $type } » devient une endurance fondamentale, à { $after } au lieu de { $before }. Une séance dure sur un corps fatigué coûte plus qu’elle ne rapporte.
checkin-tired-to-easy-pace = Fatigue notée : « { $type } » devient une endurance fondamentale, à { $after }. Une séance dure sur un corps fatigué coûte plus qu’elle ne rapporte.
checkin-tired-to-easy-effort = Fatigue notée : « { $type } » devient une endurance fondamentale, à une allure où tu peux parler. Une séance dure sur un corps fatigué coûte plus qu’elle ne rapporte.
checkin-tired-race = Fatigue notée le jour de la course : pars 10 % plus lentement, à { $after } au lieu de { $before }, et accélère seulement si le corps suit.
checkin-tired-race-effort = Fatigue notée le jour de la course : pars un cran plus facile que prévu, et accélère seulement si le corps suit.
checkin-tired-gym = Fatigue notée : on baisse l’intensité de 10 %. Allège les charges ou l’effort d’un dixième et garde une belle technique.
checkin-tired-rest-day = Fatigue notée. C’est déjà jour de repos : ne fais rien de plus aujourd’hui, et couche-toi tôt.
checkin-tired-again = { $days }e jour de fatigue d’affilée : repos complet aujourd’hui. C’est au repos que le corps progresse ; dors, bois, et on refait le point demain.
checkin-exhausted = Grosse fatigue : repos complet aujourd’hui. Sauter une séance ne coûte rien, s’entraîner épuisé mène à la blessure. On refait le point demain.

# La séance dure devenue facile
checkin-nameless = La séance prévue
checkin-easy-type = Endurance fondamentale
checkin-easy-description = Footing continu et facile, à une allure où tu peux parler. Marche si tu en as besoin.
checkin-easy-structure = { $minutes } en continu, facile du début à la fin
