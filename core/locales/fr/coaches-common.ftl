# Les coachs de séance : ce qui leur est commun.

coaches-name-force = Force
coaches-name-endurance = Endurance
coaches-name-functional = Fonctionnel
coaches-name-calisthenics = Callisthénie
coaches-name-competitions = Compétitions

# Proposer autre chose
coaches-offer-instead = À la place : { $others }.
coaches-offer-minutes = { $length }
coaches-offer-too-short = { $length }, c’est trop court pour s’échauffer et travailler sans risque.
coaches-offer-too-long = { $length }, c’est trop long pour une seule séance avec ce coach.
coaches-offer-unknown-focus = Ce coach n’a pas de séance « { $focus } ».
coaches-equipment-unclear = Je ne connais pas le matériel « { $text } ». Essaie « rien », « maison », « barres », « salle », « box » ou une liste : « haltères, banc ».

# Ce que toute séance respecte
coaches-rule-unknown = Le mouvement « { $name } » n’est pas au catalogue.
coaches-rule-warm-up = La séance ne commence pas par un échauffement.
coaches-rule-cool-down = La séance ne finit pas par un retour au calme.
coaches-rule-no-work = La séance ne contient aucun travail.
coaches-rule-empty-block = Un bloc est vide.
coaches-rule-equipment = { $movement } : le matériel manque.
coaches-rule-injury = { $movement } : exclu par la douleur signalée.
coaches-rule-level = { $movement } : trop difficile pour ce niveau.
coaches-rule-time = La séance dure { $taken } au lieu de { $wanted } (écart permis : { $percent } %).
coaches-rule-rest = { $movement } : { $seconds } s de repos, ce n’est pas sensé.
coaches-rule-short-rest = { $movement } : { $seconds } s de repos, trop peu après une série lourde.
coaches-rule-amount = { $movement } : { $sets } × { $amount }, personne ne fait cela.
coaches-rule-record = { $movement } : { $load } kg dépasse le record ({ $record } kg).
coaches-rule-load = { $movement } : la charge n’a pas de sens.
coaches-rule-rpe = { $movement } : l’effort sort de l’échelle de 1 à 10.
