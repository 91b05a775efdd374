# Allures et records : ce qui ne peut pas servir de temps de référence
paces-distance-too-short = { $distance }, c’est trop court pour en tirer tes allures : donne-moi un temps sur { $shortest } ou plus.
paces-distance-too-long = { $distance }, c’est trop long pour en tirer tes allures : donne-moi un temps sur { $longest } ou moins.
paces-faster-than-record = { $time } sur { $distance }, c’est plus rapide que le record du monde ({ $record }) : vérifie le temps et la distance.
paces-slower-than-walking = { $time } sur { $distance }, c’est plus lent que la marche ({ $walking }) : vérifie le temps et la distance.

# Les cinq allures
paces-zone-e = Endurance fondamentale
    .meaning = facile, tu peux parler en phrases entières
paces-zone-m = Allure marathon
    .meaning = soutenue mais tenable longtemps
paces-zone-t = Seuil
    .meaning = dure mais contrôlée, quelques mots à la fois
paces-zone-i = Intervalles
    .meaning = très dure, tenable 10 à 12 minutes en course
paces-zone-r = Répétitions
    .meaning = vite et relâché, sur des distances courtes
