# Paces and records: what cannot serve as a reference time
paces-distance-too-short = { $distance } is too short to work out your paces: give me a time over { $shortest } or more.
paces-distance-too-long = { $distance } is too long to work out your paces: give me a time over { $longest } or less.
paces-faster-than-record = { $time } for { $distance } is faster than the world record ({ $record }): check the time and the distance.
paces-slower-than-walking = { $time } for { $distance } is slower than walking ({ $walking }): check the time and the distance.

# The five paces
paces-zone-e = Easy
    .meaning = comfortable, you can speak in full sentences
paces-zone-m = Marathon pace
    .meaning = steady, but you could hold it for hours
paces-zone-t = Threshold
    .meaning = hard but controlled, a few words at a time
paces-zone-i = Intervals
    .meaning = very hard, what you could race for 10 to 12 minutes
paces-zone-r = Repetitions
    .meaning = fast and relaxed, over short distances
