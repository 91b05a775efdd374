# What was typed could not be read: what is expected, with an example
notation-number-unclear = I need a single number, from { $minimum } to { $maximum }.
notation-number-out-of-range = The number has to be from { $minimum } to { $maximum }.
notation-number-not-whole = I need a whole number, from { $minimum } to { $maximum }.
notation-duration-unclear = I did not get that duration. Write it like 45:30, 1h42 or 42 min.
notation-distance-unclear = I did not get that distance. Write it like 10 km, half, marathon or 5 miles.
notation-performance-unclear = I did not get that. Give me a distance and a time, like “10 km in 45:30” or “half 1:42:00”.
notation-pace-unclear = I did not get that pace. Write it like 5:30/km or 5:30-6:00/km.
notation-weekdays-unclear = I did not see a day of the week. Write for instance “Tuesday, Thursday and Sunday”.
notation-date-unclear = I did not get that date. Write for instance “{ $example }” or “in 12 weeks”.
notation-date-past = { $date } has already gone by. Give me a date to come.
notation-date-impossible = That date is not in the calendar. Check the day and the month.
notation-date-needs-day = The day is missing. Write for instance “April 12”.
notation-date-too-far = { $date } is more than three years away. Check the year.
