# A course read from a GPX file: why there is none.
course-too-large = Ce fichier dépasse { $megabytes } Mo : exporte le parcours seul, sans cardio ni photos.
course-empty = Ce fichier est vide.
course-zip = Ce fichier est une archive : ouvre-la et envoie-moi le .gpx qu’elle contient.
course-unsafe = Ce fichier contient des définitions cachées (DTD) que je ne lis pas : exporte le parcours à nouveau en GPX.
course-not-gpx = Ce fichier n’est pas un parcours GPX.
course-broken = Ce fichier GPX est incomplet ou abîmé : télécharge-le à nouveau.
course-too-deep = Ce fichier GPX est bien trop imbriqué pour un parcours.
course-too-many-points = Ce parcours a plus de { $points } points : exporte-le avec moins de détails.
course-no-track = Ce fichier GPX ne contient pas de trace, seulement des lieux ou rien.
course-distance = Ce parcours mesure { $distance } : j’attends une course de 1 à 1000 km.
