"""Reading TCX files: laps, instants, distances, heights and heart rates, within bounds."""

import math

from core.activities.failing import refuse
from core.activities.recording import UNKNOWN, Recording
from core.bounded_xml import BrokenXml, UnsafeXml, feed
from core.elevation import metres_between
from core.gpx import MAX_DEPTH, MAX_POINTS, heart_rate
from core.notation.instants import epoch_s

POINT_TEXTS = frozenset({"Time", "LatitudeDegrees", "LongitudeDegrees", "AltitudeMeters", "DistanceMeters"})


def read_tcx(content: bytes) -> Recording:
    """The first run of the file, else its first activity. Raises UnreadableActivity."""
    reader = _Reader()
    try:
        feed(content, reader)
    except UnsafeXml:
        refuse("unsafe")
    except BrokenXml:
        refuse("broken" if reader.is_tcx else "unknown-file")
    found = [recording for recording in reader.recordings if len(recording) > 1]
    if not found:
        refuse("no-track")
    return next((recording for recording in found if recording.sport.lower() == "running"), found[0])


class _Reader:
    """Takes the parser's events; a point is kept when its element ends."""

    def __init__(self) -> None:
        self.recordings: list[Recording] = []
        self.is_tcx = False
        self._path: list[str] = []
        self._text: list[str] = []
        self._point: dict[str, str] = {}
        self._points = 0
        self._place: tuple[float, float] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._path.append(name)
        self._text.clear()
        depth = len(self._path)
        if depth == 1:
            self.is_tcx = name == "TrainingCenterDatabase"
            if not self.is_tcx:
                refuse("unknown-file")
        elif depth > MAX_DEPTH:
            refuse("too-deep")
        elif name == "Activity":
            self.recordings.append(Recording("tcx", attributes.get("Sport", "")))
            self._place = None
        elif name == "Lap" and self.recordings:
            self.recordings[-1].lap_ends_s.append(epoch_s(attributes.get("StartTime", "")))
        elif name == "Trackpoint":
            self._point = {}

    def data(self, text: str) -> None:
        if "Trackpoint" in self._path:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        name = self._path.pop()
        inside = self._path[-1] if self._path else ""
        if name in POINT_TEXTS and inside in ("Trackpoint", "Position"):
            self._point[name] = "".join(self._text)
        elif name == "Value" and inside == "HeartRateBpm" and "Trackpoint" in self._path:
            self._point[inside] = "".join(self._text)
        elif name == "Trackpoint" and self.recordings:
            self._keep(self.recordings[-1])

    def close(self) -> None:
        """The parser is done; everything is in `recordings`."""

    def _keep(self, recording: Recording) -> None:
        self._points += 1
        if self._points > MAX_POINTS:
            refuse("too-many-points", points=MAX_POINTS)
        time_s = epoch_s(self._point.get("Time", ""))
        if math.isnan(time_s):
            return
        recording.add(
            time_s,
            self._distance_m(recording),
            _number(self._point.get("AltitudeMeters")),
            heart_rate(self._point.get("HeartRateBpm", "")),
        )

    def _distance_m(self, recording: Recording) -> float:
        """As the file tells it, else from the place before."""
        told = _number(self._point.get("DistanceMeters"))
        place = _number(self._point.get("LatitudeDegrees")), _number(self._point.get("LongitudeDegrees"))
        before, known_m = self._place, recording.distances_m[-1] if len(recording) else 0.0
        if not math.isnan(place[0] + place[1]):
            self._place = place
        if not math.isnan(told):
            return told
        if before is None or math.isnan(place[0] + place[1]):
            return known_m
        return known_m + metres_between(*before, *place)


def _number(text: str | None) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return UNKNOWN
    return value if math.isfinite(value) else UNKNOWN
