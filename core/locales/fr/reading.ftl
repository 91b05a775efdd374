# Pourquoi un texte ne peut pas être lu comme un programme.
reading-empty = Le fichier est vide : il faut un programme au format JSON.
reading-too-large = Le fichier dépasse { $megabytes } Mo : un programme n’en demande pas tant.
reading-not-json = Ce n’est pas du JSON : la lecture s’arrête à la ligne { $line }, colonne { $column }.
reading-too-deep = Le fichier emboîte plus de { $depth } niveaux : ce n’est pas un programme.
reading-not-object = Ce JSON n’est pas un programme : il faut un objet avec une liste « weeks ».
reading-no-weeks = Ce JSON n’est pas un programme : la liste « weeks » manque ou est vide.
reading-too-many-weeks = Le programme compte { $held } semaines : { $most } au plus peuvent être lues.
reading-too-many-sessions = La semaine { $week } compte { $held } entrées : { $most } au plus peuvent être lues.
reading-field-missing = Il manque le champ « { $field } » au programme.
reading-field-wrong = Le champ « { $field } » ne peut pas valoir { $value }.
reading-number = Le champ « { $field } » est hors de toute mesure : { $value }.
