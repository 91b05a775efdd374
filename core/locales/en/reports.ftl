# What is wrong with a run as it was told
report-figure = I can’t note that figure. Write for example “8 km in 45 min, effort 5”.
report-distance = A run is more than 0 and at most { $most }. How many kilometres did you run?
report-distance-unclear = I didn’t get the distance. Write the kilometres, for example “7.5”.
report-duration = A run lasts 24 hours at most. Write for example “1h05”.
report-pace = { $distance } in { $time } is no running pace. Check the distance and the time.
report-effort = Effort goes from 1 (walking) to 10 (all-out). For example “effort 5”.
