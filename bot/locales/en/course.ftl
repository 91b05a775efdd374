# A course sent as a GPX file.
course-title = 🗺 <b>{ $name }</b>
course-size = { $distance } · { $climb } up · { $descent } down
course-size-flat = { $distance } · this file gives no elevation
course-gradients = Uphill: { $up } · flat: { $flat } · downhill: { $down }
course-highest = Highest point: { $height }
course-steepest = Hardest kilometre: number { $km }, { $climb } up
course-places = <b>On the course</b>
course-place = • km { $km }: { $place }
course-button-prepare = Prepare for this race
course-gone = I no longer have this course in mind: send the GPX file again.
course-later = Noted. A few questions first; tap “Prepare for this race” again when I ask about your race.
course-download-failed = I couldn’t get this file from Telegram: send it again in a moment.
