# Conseils du plan : nutrition
tip-nutrition-daily = Mange un peu plus les jours de sortie longue : féculents la veille, protéines et sucres dans l’heure qui suit.
tip-nutrition-short = Pour une sortie de moins d’une heure, de l’eau suffit ; ne cours pas sur un repas de moins de deux heures.
tip-nutrition-long = Au-delà d’1 h 30, prends 30 à 60 g de glucides par heure, et entraîne-toi à le faire dès les sorties longues.
tip-nutrition-race = Deux jours avant la course, augmente les féculents et réduis les fibres ; rien de nouveau le jour J.
tip-nutrition-race-short = La veille de la course, mange comme d’habitude ; termine ton dernier repas trois heures avant le départ, sans rien de nouveau.
tip-nutrition-ultra = Pour un ultra, vise 60 à 90 g de glucides par heure, salé et sucré en alternance, et répète-le à chaque double sortie longue.
tip-nutrition-heat = Par forte chaleur, hydrate-toi : 400 à 800 ml par heure avec du sel, par petites gorgées, et pèse-toi avant et après une sortie pour connaître ta perte.

# Conseils du plan : récupération
tip-recovery-sleep = Le sommeil est ta meilleure récupération : 30 min de plus les soirs de séance dure.
tip-recovery-easy = Les jours faciles doivent être vraiment faciles : si tu ne peux pas parler, ralentis.
tip-recovery-rest = Un jour de repos ne se rattrape pas : une séance manquée est une séance oubliée.
tip-recovery-strength = Le renforcement se fait après la course ou le soir d’une séance dure, jamais la veille de la sortie longue.
tip-recovery-descents = Après une sortie avec beaucoup de descente, garde deux jours faciles : les cuisses mettent 48 h à se réparer.
tip-recovery-proprioception = Cinq minutes de proprioception trois fois par semaine (équilibre sur un pied, sol instable) protègent tes chevilles en descente technique.
tip-recovery-injury = Note ta douleur de 0 à 10 avant, pendant et le lendemain : c’est elle qui décide du palier suivant.

# Conseils du plan : mental
tip-mental-beginner = Ralentir ou marcher n’est pas échouer : ce qui compte, c’est de revenir à la séance suivante.
tip-mental-chunks = Découpe les séances dures : ne pense qu’à la répétition en cours.
tip-mental-pacing = Le premier tiers doit te sembler trop facile : c’est lui qui décide du dernier.
tip-mental-marathon = Prépare une phrase courte pour les derniers kilomètres, et répète-la dès maintenant en fin de sortie longue.
tip-mental-ultra = En ultra, tu auras des creux : ils passent. Décide à l’avance de manger, boire et marcher 10 minutes avant de penser à abandonner.
tip-mental-trail = En montée raide, marcher vite est une allure de course : change d’allure avant d’être dans le rouge.
tip-mental-patience = Les progrès arrivent par paliers de quelques semaines : compare-toi à il y a deux mois, pas à hier.
