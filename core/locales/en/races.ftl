# A race described in a JSON file
race-file-too-large = This file is over { $kilobytes } kB: a race takes a few lines.
race-file-not-json = This file is not readable JSON (line { $line }, column { $column }).
race-file-not-object = This file must hold one JSON object, such as {"{"}"name": "Ridge Trail", "distance_km": 32, "climb_m": 1500{"}"}.
race-file-missing = “{ $field }” is missing: a race has at least a name and a distance_km.
race-file-value = “{ $field }” cannot be { $value }: expected distance_km from 1 to 1000, climb_m and descent_m in metres, terrain “route”, “trail” or “mixte”, month from 1 to 12, temperature_c in °C, key_points with km and text.
race-file-key = “{ $field }” is unknown: did you mean “{ $meant }”?
