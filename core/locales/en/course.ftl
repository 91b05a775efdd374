# A course read from a GPX file: why there is none.
course-too-large = This file is larger than { $megabytes } MB: export the course alone, without heart rate or photos.
course-empty = This file is empty.
course-zip = This file is an archive: open it and send me the .gpx inside.
course-unsafe = This file holds hidden definitions (a DTD) that I don’t read: export the course as GPX again.
course-not-gpx = This file is no GPX course.
course-broken = This GPX file is incomplete or damaged: download it again.
course-too-deep = This GPX file is nested far too deeply for a course.
course-too-many-points = This course has more than { $points } points: export it with less detail.
course-no-track = This GPX file holds no track, only places or nothing.
course-distance = This course measures { $distance }: I expect a race of 1 to 1000 km.
