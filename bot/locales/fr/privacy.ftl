# What is kept about a runner, and their consent to it. A change of substance here raises CONSENT_VERSION.
privacy =
    <b>Ce que je garde sur toi, et pourquoi</b>
    • Ton prénom et ton identifiant Telegram : pour t’écrire.
    • Ton profil, ta forme du matin, tes douleurs et blessures : pour que le plan te ménage.
    • Tes plans, séances, sorties notées et courses : pour te coacher et voir tes progrès.
    • Tes réglages et, si tu t’abonnes, l’empreinte de l’adresse de ton agenda.

    <b>Combien de temps</b>
    • Le texte de nos messages : effacé dès qu’il est traité ou envoyé.
    • D’un fichier envoyé : ses mesures seulement ; le fichier est lu, puis jeté.
    • La trace qu’un message a été échangé, sans son texte : 30 jours.
    • Le reste : jusqu’à ce que tu l’effaces.
privacy-with-claude =
    <b>Qui d’autre le voit</b>
    • Telegram transporte nos messages.
    • Anthropic reçoit, pour l’assistant Claude, ton profil, tes séances et ce que tu m’écris librement, jamais ton nom ni ton identifiant. Je n’enregistre pas ces échanges.
    • Personne d’autre : rien n’est vendu ni partagé.
privacy-without-claude =
    <b>Qui d’autre le voit</b>
    • Telegram transporte nos messages.
    • Personne d’autre : ce bot n’utilise aucune intelligence artificielle extérieure, rien n’est vendu ni partagé.
privacy-rights =
    <b>C’est à toi</b>
    /export t’en donne une copie complète, /erase efface tout, tout de suite.
consent-line = Tu as accepté la version { $version } de ce texte le { $date }.
consent-line-old = Tu as accepté la version { $version } de ce texte le { $date } ; il a changé depuis.
consent-none = Tu n’as pas encore répondu à ce texte : je te le demande avant ton premier plan.
consent-changed =
    🔒 <b>Le texte sur tes données a changé.</b>
    Il dit ce que je garde, pourquoi, combien de temps et qui le voit. Es-tu toujours d’accord ?
consent-button-yes = D’accord
consent-button-read = Lire le texte
consent-button-no = Pas d’accord
consent-given = ✓ C’est noté. Le texte reste ici : /privacy
consent-refused = C’est noté. Sans ces données je ne peux pas te coacher : emporte-les avec /export si tu veux, puis efface tout. Tant que tu n’effaces rien, ton plan continue.

# The guide at the head of a copy: what each part holds.
export-guide-activities = Sorties lues dans tes fichiers : mesures seulement
export-guide-calendars = Ton agenda : le nom de ses événements, l’empreinte de son adresse
export-guide-chat_claims = Quel processus s’occupe de notre discussion, pendant quelques secondes
export-guide-checkins = Ta forme du matin
export-guide-claude_batches = Demandes groupées à Claude pour tes séances
export-guide-claude_calls = Demandes à Claude : taille et coût, sans texte
export-guide-coach_sessions = Séances faites avec un coach
export-guide-day_changes = Changements d’un jour de ton plan
export-guide-dialogues = Questions encore ouvertes
export-guide-enrichment_ratings = Tes avis sur les détails des séances
export-guide-gates = Charges retenues après une douleur ou une maladie
export-guide-inbox = Tes derniers messages, avant traitement
export-guide-message_anchors = Quels messages montrent quelles séances
export-guide-outbox = Mes messages en attente
export-guide-pains = Douleurs dites
export-guide-plan_changes = Changements de ton plan
export-guide-plan_requests = Plans en cours d’écriture par Claude
export-guide-program_weeks = Semaines de tes plans
export-guide-programs = Tes plans et les réponses dont ils viennent
export-guide-race_notes = Ta course : parcours, liste, météo
export-guide-race_results = Résultats de tes courses
export-guide-runners = Toi : identifiant, prénom, langue, réglages, accord
export-guide-schedules = À quelles heures je t’écris
export-guide-session_logs = Tes sorties notées
export-guide-training_enrichment_queue = Séances dont les détails s’écrivent
export-guide-training_sessions = Tes séances, jour par jour
