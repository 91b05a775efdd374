# Pourquoi une séance a changé en cours de plan
week-change-lighten-why = Semaine allégée à ta demande : moins de kilomètres et rien de dur, le temps de récupérer.
week-change-follow-why = Un peu plus court que prévu : après une semaine plus légère, on ne remonte pas de plus de 10 %.
week-change-repeat-why = On reprend la semaine manquée : mêmes séances, sans rien ajouter.
week-change-moved-why = Déplacée à ta demande : la même séance, un autre jour.
week-change-ease-why = Allégée : en facile et plus courte, le reste de la semaine tient.
week-change-fewer-why = Une répétition de moins : le travail dur reste à sa place dans une semaine plus légère.
week-change-fit-why = Raccourcie : elle garde sa part de la semaine et de tes dernières sorties.
week-change-way-back-why = Reprise après tes jours sans courir : plus court et tout en facile, puis on remonte.
