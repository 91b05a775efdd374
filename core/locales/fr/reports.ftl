# Ce qui ne va pas dans une course racontée
report-figure = Je ne peux pas noter ce chiffre. Écris par exemple « 8 km en 45 min, effort 5 ».
report-distance = Une sortie fait plus de 0 et au plus { $most }. Combien de kilomètres as-tu courus ?
report-distance-unclear = Je n’ai pas compris la distance. Écris les kilomètres, par exemple « 7,5 ».
report-duration = Une sortie dure au plus 24 heures. Écris par exemple « 1 h 05 ».
report-pace = { $distance } en { $time }, ce n’est pas une allure de course. Vérifie la distance et le temps.
report-effort = L’effort se note de 1 (marche) à 10 (à fond). Par exemple « effort 5 ».
