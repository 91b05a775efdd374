# Pourquoi une séance a changé en cours de plan
week-change-lighten-why = Semaine allégée à ta demande : moins de kilomètres et rien de dur, le temps de récupérer.
week-change-follow-why = Un peu plus court que prévu : après une semaine plus légère, on ne remonte pas de plus de 10 %.
week-change-repeat-why = On reprend la semaine manquée : mêmes séances, sans rien ajouter.
