# Tableaux et sections repliables, pour les applications qui les affichent.
rich-week-day = Jour
rich-week-session = Séance
rich-week-size = Volume
rich-button-table = ▦ En tableau
rich-button-rich = Toujours ainsi
rich-button-text = Texte simple
