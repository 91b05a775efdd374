# Ce que tu as tapé n'a pas pu être lu : ce qui est attendu, avec un exemple
notation-number-unclear = Il me faut un seul nombre, entre { $minimum } et { $maximum }.
notation-number-out-of-range = Le nombre doit être entre { $minimum } et { $maximum }.
notation-number-not-whole = Il me faut un nombre entier, entre { $minimum } et { $maximum }.
notation-duration-unclear = Je n’ai pas compris cette durée. Écris-la comme 45:30, 1h42 ou 42 min.
notation-distance-unclear = Je n’ai pas compris cette distance. Écris-la comme 10 km, semi, marathon ou 5 miles.
notation-performance-unclear = Je n’ai pas compris. Donne-moi une distance et un temps, comme « 10 km en 45:30 » ou « semi 1h42 ».
notation-pace-unclear = Je n’ai pas compris cette allure. Écris-la comme 5:30/km ou 5:30-6:00/km.
notation-weekdays-unclear = Je n’ai pas reconnu de jour. Écris par exemple « mardi, jeudi et dimanche ».
notation-date-unclear = Je n’ai pas compris cette date. Écris par exemple « { $example } » ou « dans 12 semaines ».
notation-date-past = Le { $date } est déjà passé. Donne-moi une date à venir.
notation-date-impossible = Cette date n’existe pas dans le calendrier. Vérifie le jour et le mois.
notation-date-needs-day = Il me manque le jour. Écris par exemple « 12 avril ».
notation-date-too-far = Le { $date }, c’est dans plus de trois ans. Vérifie l’année.
