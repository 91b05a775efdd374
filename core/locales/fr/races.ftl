# Une course décrite dans un fichier JSON
race-file-too-large = Ce fichier dépasse { $kilobytes } ko : une course tient en quelques lignes.
race-file-not-json = Ce fichier n’est pas du JSON lisible (ligne { $line }, colonne { $column }).
race-file-not-object = Ce fichier doit contenir un objet JSON, par exemple {"{"}"name": "Trail des Crêtes", "distance_km": 32, "climb_m": 1500{"}"}.
race-file-missing = Il manque « { $field } » : une course a au moins un nom (name) et une distance en km (distance_km).
race-file-value = « { $field } » ne peut pas valoir { $value } : attendu, distance_km de 1 à 1000, climb_m et descent_m en mètres, terrain « route », « trail » ou « mixte », month de 1 à 12, temperature_c en °C, key_points avec km et text.
race-file-key = Je ne connais pas « { $field } » : voulais-tu écrire « { $meant } » ?
