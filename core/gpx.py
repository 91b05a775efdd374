"""Reading GPX files from anywhere: streamed, no DTD or entity, with caps on size, depth and points.

A tree of the whole file would take ten times its size; points go straight into arrays instead.
"""

import math
from array import array
from dataclasses import dataclass, field
from typing import NoReturn
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from core.athlete import Language
from core.failure import Failure

MAX_BYTES = 10_000_000
MAX_POINTS = 200_000
MAX_DEPTH = 20  # GPX 1.1 needs six levels; extensions add a few
MAX_WAYPOINTS = 200
NAME_AT_MOST = 120
PIECE_BYTES = 65_536
ZIP_SIGNATURE = b"PK\x03\x04"
NO_ELEVATION = math.nan


class UnreadableCourse(ValueError):
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
    """Points in order: degrees, metres above the sea (NaN where the file says none).

    `starts` are the indices at which a segment begins; nothing was recorded between two segments.
    """

    name: str = ""
    latitudes: "array[float]" = field(default_factory=lambda: array("d"))
    longitudes: "array[float]" = field(default_factory=lambda: array("d"))
    elevations: "array[float]" = field(default_factory=lambda: array("d"))
    starts: list[int] = field(default_factory=list)

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
    """The course in a file of at most 10 MB. Raises UnreadableCourse."""
    if len(content) > MAX_BYTES:
        refuse("too-large", megabytes=MAX_BYTES / 1e6)
    if not content.strip():
        refuse("empty")
    if content.startswith(ZIP_SIGNATURE):
        refuse("zip")
    reader = _Reader()
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        for start in range(0, len(content), PIECE_BYTES):
            parser.feed(content[start : start + PIECE_BYTES])
        parser.close()
    except DefusedXmlException:
        refuse("unsafe")
    except (ParseError, ValueError, LookupError) as error:  # LookupError: an encoding nobody knows
        if isinstance(error, UnreadableCourse):
            raise
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
        if self._path[-1] in ("ele", "name"):
            self._text.append(text)

    def end(self, _tag: str) -> None:
        name = self._path.pop()
        if not self._path or name not in ("ele", "name"):
            return
        inside, text = self._path[-1], "".join(self._text)
        self._text.clear()
        if name == "ele":
            self._set_elevation(inside, text)
        else:
            self._set_name(inside, _one_line(text))

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
        lines[-1].latitudes.append(latitude)
        lines[-1].longitudes.append(longitude)
        lines[-1].elevations.append(NO_ELEVATION)

    def _set_elevation(self, inside: str, text: str) -> None:
        lines = {"trkpt": self.file.tracks, "rtept": self.file.routes}.get(inside)
        if lines and len(lines[-1]):
            lines[-1].elevations[-1] = _elevation(text)

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


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return "".join(letter for letter in line if letter.isprintable())[:NAME_AT_MOST].strip()
