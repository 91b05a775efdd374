"""Which file this is, and the run in it."""

from core.activities.failing import refuse
from core.activities.fit import read_fit
from core.activities.measuring import measure
from core.activities.model import Activity
from core.activities.recording import Recording
from core.activities.tcx import read_tcx
from core.elevation import distances_m
from core.gpx import MAX_BYTES, ZIP_SIGNATURE, GpxFile, Track

GZIP_SIGNATURE = b"\x1f\x8b"
FIT_MARK, FIT_MARK_AT = b".FIT", slice(8, 12)


def is_fit(content: bytes) -> bool:
    """Whether the file says of itself that it is FIT."""
    return content[FIT_MARK_AT] == FIT_MARK


def check_envelope(content: bytes) -> None:
    """Refuse by size and by signature, before anything is parsed. Raises UnreadableActivity."""
    if len(content) > MAX_BYTES:
        refuse("too-large", megabytes=MAX_BYTES / 1e6)
    if not content.strip():
        refuse("empty")
    if content.startswith((ZIP_SIGNATURE, GZIP_SIGNATURE)):
        refuse("archive")


def activity_from_fit(content: bytes) -> Activity:
    """The run in a FIT file; slow for a large one. Raises UnreadableActivity."""
    check_envelope(content)
    return measure(read_fit(content))


def activity_from_tcx(content: bytes) -> Activity:
    """The run in a TCX file. Raises UnreadableActivity."""
    check_envelope(content)
    return measure(read_tcx(content))


def recorded_track(file: GpxFile) -> Track | None:
    """The longest track of a GPX file that was recorded on the way, or None: then it is a course."""
    timed = [track for track in file.tracks if track.has_times]
    return max(timed, key=len, default=None)


def activity_from_track(track: Track) -> Activity:
    """The run in a recorded track. Raises UnreadableActivity."""
    recording = Recording("gpx", track.type)
    rows = zip(track.times_s, distances_m(track), track.elevations, track.heart_rates, strict=True)
    for time_s, metres, elevation, beats in rows:
        if time_s == time_s:  # NaN: a point without an instant
            recording.add(time_s, metres, elevation, beats)
    return measure(recording)
