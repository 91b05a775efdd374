"""Reading FIT recordings with Garmin's own decoder, within bounds of size and messages.

The decoder is Python and takes its time: call this where it blocks nobody.
"""

import math
from datetime import datetime
from typing import Any

from garmin_fit_sdk import Decoder, Stream

from core.activities.failing import refuse
from core.activities.recording import UNKNOWN, Recording
from core.elevation import metres_between
from core.gpx import HEART_RATES, MAX_POINTS
from core.notation.instants import EARLIEST_S, LATEST_S

RECORD, LAP, SPORT, SESSION = 20, 19, 12, 18  # global message numbers of the FIT profile
DEGREES_PER_SEMICIRCLE = 180 / 2**31
MESSAGES_AT_MOST = 2 * MAX_POINTS


class _Enough(Exception):
    """More messages than any run has."""


def read_fit(content: bytes) -> Recording:
    """The recording in a FIT file. Raises UnreadableActivity."""
    decoder = Decoder(Stream.from_byte_array(bytearray(content)))
    if not decoder.is_fit():
        refuse("unknown-file")
    if not decoder.check_integrity():
        refuse("broken")
    reader = _Reader()
    _, errors = Decoder(Stream.from_byte_array(bytearray(content))).read(
        convert_datetimes_to_dates=True,
        expand_components=True,
        merge_heart_rates=False,
        mesg_listener=reader.take,
    )
    if any(isinstance(error, _Enough) for error in errors):
        refuse("too-many-points", points=MAX_POINTS)
    if errors:
        refuse("broken")
    return reader.recording


class _Reader:
    """Takes each message as it is decoded."""

    def __init__(self) -> None:
        self.recording = Recording("fit")
        self._messages = 0
        self._place: tuple[float, float] | None = None

    def take(self, number: int, message: dict[str, Any]) -> None:
        self._messages += 1
        if self._messages > MESSAGES_AT_MOST or len(self.recording) > MAX_POINTS:
            raise _Enough
        if number == RECORD:
            self._add_point(message)
        elif number == LAP:
            end_s = _instant_s(message.get("timestamp"))
            if not math.isnan(end_s):
                self.recording.lap_ends_s.append(end_s)
        elif number in (SESSION, SPORT):
            self._take_sport(message)

    def _take_sport(self, message: dict[str, Any]) -> None:
        """The first sport told; a multisport file tells several, and its run is what we look for."""
        sport = str(message.get("sport") or "")
        if sport and (not self.recording.sport or sport == "running"):
            self.recording.sport = sport

    def _add_point(self, message: dict[str, Any]) -> None:
        time_s = _instant_s(message.get("timestamp"))
        if math.isnan(time_s):
            return
        height = _number(message.get("enhanced_altitude", message.get("altitude")))
        beats = _number(message.get("heart_rate"))
        lowest, highest = HEART_RATES
        distance_m = self._distance_m(message)
        self.recording.add(time_s, distance_m, height, beats if lowest <= beats <= highest else UNKNOWN)

    def _distance_m(self, message: dict[str, Any]) -> float:
        told = _number(message.get("distance"))
        known_m = self.recording.distances_m[-1] if len(self.recording) else 0.0
        latitude, longitude = (_number(message.get(f"position_{name}")) for name in ("lat", "long"))
        before = self._place
        if not math.isnan(latitude + longitude):
            self._place = latitude * DEGREES_PER_SEMICIRCLE, longitude * DEGREES_PER_SEMICIRCLE
        if not math.isnan(told):
            return told
        if before is None or self._place is None:
            return known_m
        return known_m + metres_between(*before, *self._place)


def _instant_s(value: object) -> float:
    if not isinstance(value, datetime):
        return UNKNOWN
    instant_s = value.timestamp()
    return instant_s if EARLIEST_S <= instant_s < LATEST_S else UNKNOWN


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) and math.isfinite(value) else UNKNOWN
