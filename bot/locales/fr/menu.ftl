# The menu, privacy, erasing, and what is said when nothing fits.
menu-help =
    <b>Ce que je sais faire</b>

    <b>Courir</b>
    /today : ta séance du jour
    /why : pourquoi cette séance
    /week : ta semaine, jour par jour
    /plan : tout ton plan, tes allures
    /session : une séance avec un coach
    /exercise : un mouvement dessiné
    /race : ta course, allures et sac
    /calendar : ton plan dans ton agenda

    <b>Me raconter</b>
    /log : noter « 8 km 45 min effort 5 »
    /checkin : comment tu te sens
    /pain : une douleur, et son historique
    /risk : ton risque de blessure

    <b>Changer le plan</b>
    /change : jour impossible, vacances
    /journal : les derniers changements

    <b>Régler</b>
    /settings : séances, jours, km, chrono
    /language : changer de langue
    /start : préparer un nouveau plan
    /cancel : arrêter mes questions

    <b>Tes données</b>
    /privacy : ce que je garde sur toi
    /export : une copie de tout ça
    /erase : tout effacer

    Tu peux aussi écrire « aujourd’hui », « ma semaine » ou « mon plan ».
    Envoie-moi le GPX d’une course : je te dis ce qui t’attend.
    Ou le .fit de ta sortie : je la note.
menu-not-understood = Je n’ai pas compris. Voici ce que je sais faire :
menu-unknown-command = Je ne connais pas cette commande.
menu-edited = J’ai vu ta correction, mais rien n’attendait de réponse.
menu-stale-button = Ce bouton n’est plus valable. Le menu : /help
menu-button-today = Ma séance du jour
menu-button-week = Ma semaine
menu-button-plan = Mon plan

erase-ask =
    <b>Tout effacer ?</b>
    Ton profil, tes plans, tes séances et cette conversation de mon côté. C’est définitif.
erase-button-yes = Oui, tout effacer
erase-button-no = Non, garder
erase-done = C’est fait : je ne garde plus rien sur toi. Les messages déjà affichés restent sur ton téléphone ; supprime la discussion pour les enlever. Pour recommencer un jour : /start
erase-kept = Rien n’est effacé.

language-ask = <b>Dans quelle langue veux-tu parler ?</b>
language-fr = Français
language-en = English
language-changed = On parle français.

command-start = Commencer, ou préparer un nouveau plan
command-today = Ta séance du jour
command-week = Ta semaine, jour par jour
command-exercise = Un mouvement : dessin et consignes
command-plan = Tout ton plan
command-settings = Séances, jours, kilomètres, langue
command-language = Changer de langue
command-help = Ce que je sais faire
command-cancel = Arrêter les questions en cours
command-privacy = Ce que je garde sur toi
command-erase = Tout effacer
