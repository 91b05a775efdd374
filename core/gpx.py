"""Reading GPX files from anywhere: streamed, no DTD or entity, with caps on size, depth and points.

A tree of the whole file would take ten times its size; points go straight into arrays instead.
"""

import math
from array import array
from dataclasses import dataclass, field
from typing import NoReturn

from core.athlete import Language
from core.bounded_xml import BrokenXml, Refused, UnsafeXml, feed
from core.failure import Failure
from core.notation.instants import NO_INSTANT, epoch_s

MAX_BYTES = 20_000_000  # what a bot may download of Telegram
MAX_POINTS = 200_000
MAX_DEPTH = 20  # GPX 1.1 needs six levels; extensions add a few
MAX_WAYPOINTS = 200
NAME_AT_MOST = 120
ZIP_SIGNATURE = b"PK\x03\x04"
NO_ELEVATION = NO_HEART_RATE = math.nan
HEART_RATES = (25.0, 250.0)  # beats a minute a heart can do
READ_TEXTS = frozenset({"ele", "name", "time", "hr", "type"})


class UnreadableCourse(Refused, ValueError):
    """The file holds no course; `failure` says why, in one sentence in the runner's language."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("en"))
        self.failure = failure

    def text(self, language: Language) -> str:
        return self.failure.text(language)


def refuse(reason: str, **figures: float | str) -> NoReturn:
    """Raise UnreadableCourse with the sentence `course-<reason>`."""
    raise UnreadableCourse(Failure(f"course-{reason}", figures)) from None


@dataclass(slots=True)
class Track:
    """Points in order: degrees, metres above the sea, seconds since 1970, beats a minute (NaN: not told).

    `starts` are the indices at which a segment begins; nothing was recorded between two segments.
    `type` is what the file calls the sport, often empty.
    """

    name: str = ""
    latitudes: "array[float]" = field(default_factory=lambda: array("d"))
    longitudes: "array[float]" = field(default_factory=lambda: array("d"))
    elevations: "array[float]" = field(default_factory=lambda: array("d"))
    times_s: "array[float]" = field(default_factory=lambda: array("d"))
    heart_rates: "array[float]" = field(default_factory=lambda: array("d"))
    starts: list[int] = field(default_factory=list)
    type: str = ""

    @property
    def has_times(self) -> bool:
        """Whether it was recorded on the way: its first and its last point bear an instant."""
        return len(self) > 1 and not math.isnan(self.times_s[0] + self.times_s[-1])

    def __len__(self) -> int:
        return len(self.latitudes)


@dataclass(slots=True)
class Waypoint:
    latitude: float
    longitude: float
    name: str = ""


@dataclass(slots=True)
class GpxFile:
    """What a GPX file tells of a course: tracks (or routes), places, and its own name."""

    name: str = ""
    tracks: list[Track] = field(default_factory=list)
    routes: list[Track] = field(default_factory=list)
    waypoints: list[Waypoint] = field(default_factory=list)


def read_gpx(content: bytes) -> GpxFile:
    """The course in a file of at most 20 MB. Raises UnreadableCourse."""
    if len(content) > MAX_BYTES:
        refuse("too-large", megabytes=MAX_BYTES / 1e6)
    if not content.strip():
        refuse("empty")
    if content.startswith(ZIP_SIGNATURE):
        refuse("zip")
    reader = _Reader()
    try:
        feed(content, reader)
    except UnsafeXml:
        refuse("unsafe")
    except BrokenXml:
        refuse("broken" if reader.is_gpx else "not-gpx")
    return reader.file


class _Reader:
    """Takes the parser's events; `path` is where it stands in the file."""

    def __init__(self) -> None:
        self.file = GpxFile()
        self.is_gpx = False
        self._path: list[str] = []
        self._text: list[str] = []
        self._points = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._path.append(name)
        self._text.clear()
        depth = len(self._path)
        if depth == 1:
            self.is_gpx = name == "gpx"
            if not self.is_gpx:
                refuse("not-gpx")
        elif depth > MAX_DEPTH:
            refuse("too-deep")
        elif name in ("trkpt", "rtept"):
            self._add_point(name, attributes)
        elif name == "trkseg" and self.file.tracks:
            self.file.tracks[-1].starts.append(len(self.file.tracks[-1]))
        elif name == "trk":
            self.file.tracks.append(Track())
        elif name == "rte":
            self.file.routes.append(Track(starts=[0]))
        elif name == "wpt" and len(self.file.waypoints) < MAX_WAYPOINTS:
            self.file.waypoints.append(Waypoint(*_position(attributes)))

    def data(self, text: str) -> None:
        if self._path[-1] in READ_TEXTS:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        name = self._path.pop()
        if not self._path or name not in READ_TEXTS:
            return
        inside, text = self._path[-1], "".join(self._text)
        self._text.clear()
        if name == "name":
            self._set_name(inside, _one_line(text))
        elif name == "type":
            self._set_type(inside, _one_line(text))
        else:
            self._set_figure(name, inside, text)

    def close(self) -> None:
        """The parser is done; everything is in `file`."""

    def _add_point(self, name: str, attributes: dict[str, str]) -> None:
        lines = self.file.tracks if name == "trkpt" else self.file.routes
        if not lines:
            return
        self._points += 1
        if self._points > MAX_POINTS:
            refuse("too-many-points", points=MAX_POINTS)
        latitude, longitude = _position(attributes)
        line = lines[-1]
        line.latitudes.append(latitude)
        line.longitudes.append(longitude)
        line.elevations.append(NO_ELEVATION)
        line.times_s.append(NO_INSTANT)
        line.heart_rates.append(NO_HEART_RATE)

    def _set_figure(self, name: str, inside: str, text: str) -> None:
        """The height, the instant or the heart rate of the last point; `hr` lies deeper in extensions."""
        inside = "trkpt" if name == "hr" and "trkpt" in self._path else inside
        lines = {"trkpt": self.file.tracks, "rtept": self.file.routes}.get(inside)
        if not lines or not len(lines[-1]):
            return
        if name == "ele":
            lines[-1].elevations[-1] = _elevation(text)
        elif name == "time":
            lines[-1].times_s[-1] = epoch_s(text)
        elif name == "hr":
            lines[-1].heart_rates[-1] = heart_rate(text)

    def _set_type(self, inside: str, text: str) -> None:
        if inside == "trk" and self.file.tracks:
            self.file.tracks[-1].type = text

    def _set_name(self, inside: str, text: str) -> None:
        if inside in ("gpx", "metadata"):
            self.file.name = self.file.name or text
        elif inside == "wpt" and self.file.waypoints and not self.file.waypoints[-1].name:
            self.file.waypoints[-1].name = text
        elif inside == "trk" and self.file.tracks:
            self.file.tracks[-1].name = text
        elif inside == "rte" and self.file.routes:
            self.file.routes[-1].name = text


def _position(attributes: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude in degrees; ValueError for what is no place on Earth."""
    latitude, longitude = float(attributes.get("lat", "x")), float(attributes.get("lon", "x"))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("not on Earth")
    return latitude, longitude


def _elevation(text: str) -> float:
    """Metres; NaN for what cannot be a height on Earth."""
    try:
        metres = float(text)
    except ValueError:
        return NO_ELEVATION
    return metres if -500 <= metres <= 9000 else NO_ELEVATION


def heart_rate(text: str) -> float:
    """Beats a minute; NaN for what no heart does."""
    try:
        beats = float(text)
    except ValueError:
        return NO_HEART_RATE
    lowest, highest = HEART_RATES
    return beats if lowest <= beats <= highest else NO_HEART_RATE


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return "".join(letter for letter in line if letter.isprintable())[:NAME_AT_MOST].strip()
