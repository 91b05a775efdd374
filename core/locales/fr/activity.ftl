# A run read from a file: why there is none.
activity-too-large = Ce fichier dépasse { $megabytes } Mo : exporte la sortie seule, sans photos.
activity-empty = Ce fichier est vide.
activity-archive = Ce fichier est compressé : ouvre-le et envoie-moi le .fit, .gpx ou .tcx qu’il contient.
activity-unknown-file = Ce fichier n’est ni un .fit, ni un .gpx, ni un .tcx que je sache lire.
activity-unsafe = Ce fichier contient des définitions cachées (DTD) que je ne lis pas : exporte la sortie à nouveau.
activity-broken = Ce fichier est incomplet ou abîmé : exporte la sortie à nouveau.
activity-too-deep = Ce fichier est bien trop imbriqué pour une sortie.
activity-too-many-points = Cette sortie a plus de { $points } points : exporte-la avec moins de détails.
activity-too-slow = Ce fichier est trop long à lire : exporte la sortie en .gpx ou .tcx.
activity-no-track = Ce fichier ne contient aucune trace de course.
activity-too-short = Cette sortie est trop courte pour compter : moins de 300 m ou de 90 secondes.
activity-too-long = Cette sortie dépasse 200 km ou 48 heures : ce n’est sans doute pas une seule course.
activity-too-fast = Cette sortie va plus vite que n’importe quel coureur : c’est sans doute du vélo ou un trajet. Je ne la note pas.
activity-sport-cycling = C’est une sortie à vélo, pas une course : je ne la note pas comme telle.
activity-sport-swimming = C’est de la natation, pas une course : je ne la note pas comme telle.
activity-sport-walking = C’est une marche, pas une course : je ne la note pas comme telle.
activity-sport-other = C’est un autre sport que la course : je ne le note pas comme une sortie.
# The time of a race, as a runner types it.
race-time-unclear = Je n’ai pas compris ce temps : écris-le ainsi, « 1:42:30 » ou « 45:30 ».
race-time-impossible = Ce temps n’est pas possible sur { $distance } : écris-le ainsi, « 1:42:30 » ou « 45:30 ».
