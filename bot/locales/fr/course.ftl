# A course sent as a GPX file.
course-title = 🗺 <b>{ $name }</b>
course-size = { $distance } · D+ { $climb } · D− { $descent }
course-size-flat = { $distance } · ce fichier ne donne pas les altitudes
course-gradients = Montée : { $up } · plat : { $flat } · descente : { $down }
course-highest = Point le plus haut : { $height }
course-steepest = Kilomètre le plus dur : le { $km }, D+ { $climb }
course-places = <b>Sur le parcours</b>
course-place = • km { $km } : { $place }
course-button-prepare = Préparer cette course
course-gone = Ce parcours n’est plus en mémoire : renvoie le fichier GPX.
course-later = C’est noté. D’abord quelques questions ; touche à nouveau « Préparer cette course » quand je te demande ta course.
course-download-failed = Je n’ai pas pu récupérer ce fichier auprès de Telegram : renvoie-le dans un moment.
