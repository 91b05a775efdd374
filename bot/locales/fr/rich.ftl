# Tableaux et sections repliables, pour les applications qui les affichent.
rich-week-day = Jour
rich-week-session = Séance
rich-week-size = Taille
rich-button-table = ▦ En tableau
rich-button-rich = Toujours en tableau
rich-button-text = En texte simple
