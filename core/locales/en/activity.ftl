# A run read from a file: why there is none.
activity-too-large = This file is over { $megabytes } MB: export the run alone, without photos.
activity-empty = This file is empty.
activity-archive = This file is compressed: unpack it and send me the .fit, .gpx or .tcx inside.
activity-unknown-file = This file is no .fit, .gpx or .tcx that I can read.
activity-unsafe = This file contains hidden definitions (a DTD), which I do not read: export the run again.
activity-broken = This file is incomplete or damaged: export the run again.
activity-too-deep = This file is far too nested for a run.
activity-too-many-points = This run has more than { $points } points: export it with less detail.
activity-too-slow = This file takes too long to read: export the run as .gpx or .tcx.
activity-no-track = This file holds no run.
activity-too-short = This run is too short to count: under 300 m or 90 seconds.
activity-too-long = This is over 200 km or 48 hours: surely not a single run.
activity-too-fast = This goes faster than any runner: a ride or a drive, most likely. I’m not logging it.
activity-sport-cycling = This is a bike ride, not a run: I’m not logging it as one.
activity-sport-swimming = This is a swim, not a run: I’m not logging it as one.
activity-sport-walking = This is a walk, not a run: I’m not logging it as one.
activity-sport-other = This is another sport than running: I’m not logging it as a run.
# The time of a race, as a runner types it.
race-time-unclear = I did not understand this time: write it like “1:42:30” or “45:30”.
race-time-impossible = This time is not possible over { $distance }: write it like “1:42:30” or “45:30”.
