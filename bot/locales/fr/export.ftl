# What a runner takes along: calendar, watch, a copy of everything.
export-calendar =
    📅 <b>Ton plan pour ton agenda.</b>
    Ouvre le fichier : ton téléphone propose de l’ajouter. Si le plan change, renvoie /calendar : les séances seront mises à jour, sans doublon.

    Pour des séances à heure fixe : /calendar 18h30
export-calendar-timed =
    📅 <b>Ton plan pour ton agenda, à { $time }.</b>
    Ouvre le fichier : ton téléphone propose de l’ajouter. Si le plan change, renvoie la même commande : les séances seront mises à jour, sans doublon.
export-calendar-time-unclear = Je n’ai pas compris l’heure. Écris par exemple /calendar 18h30, ou /calendar tout court pour la journée entière.
export-button-calendar = 📅 Mettre dans mon agenda

export-button-watch = ⌚ Envoyer vers ma montre (.fit)
export-watch = ⌚ <b>Ta séance pour ta montre.</b> Branche une Garmin à un ordinateur et copie le fichier dans GARMIN/NewFiles ; pour une autre marque, importe-le dans son application.
export-watch-none = Cette séance ne peut plus être envoyée vers une montre. Ta séance du jour : /today

export-everything =
    <b>Tout ce que je garde sur toi</b>, dans un fichier JSON : réponses, plans, séances, courses notées, messages en attente.
    Pour tout effacer : /erase

command-calendar = Ton plan dans ton agenda
command-export = Une copie de tout ce que je garde
