"""Training paces from a VDOT: easy, marathon, threshold, interval and repetition.

Two published ways exist for runners under VDOT 39: the book (3rd edition) keeps the same shares of VDOT
for everybody and eases marathon pace; the web calculator raises the VDOT of slow runners first. RunCoach
follows the book: the calculator asks a runner of VDOT 30 for threshold 14 s/km and intervals 26 s/km faster
than the book, and below VDOT 27 its easy pace is faster than its marathon pace. With the book, easy is never
faster than marathon.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from core.program.exchange import PaceRange
from core.vdot import pace_at_share, race_time_s

ZoneLetter = Literal["E", "M", "T", "I", "R"]
ZONE_LETTERS: tuple[ZoneLetter, ...] = ("E", "M", "T", "I", "R")
MARATHON_M = 42_195.0

EASY_SLOW_SHARE = 0.63
EASY_FAST_SHARE_AT_30, EASY_FAST_SHARE_GAIN = 0.724, 0.00029
"""The printed fast edge of easy rises from 72.4 % at VDOT 30 to 74 % at 85."""
EASY_FAST_BOUNDS = (0.72, 0.74)
THRESHOLD_SHARE = 0.88
INTERVAL_SHARE = 0.975
# Printed marathon pace is race pace from VDOT 46 up, 2.5 s/km slower at 40, 6 at 35 and 11 at 30.
MARATHON_EASING_BELOW = 46.0
MARATHON_EASING, MARATHON_EASING_POWER = 0.17, 1.5
# Repetition is interval pace less 8 s per 400 m up to VDOT 47 and less 6 s from 50.
REPETITION_GAIN_SLOW_S, REPETITION_GAIN_FAST_S = 8.0, 6.0
REPETITION_SLOW_VDOT, REPETITION_FAST_VDOT = 47.0, 50.0
LAP_KM = 0.4


@dataclass(frozen=True, slots=True)
class Range:
    """Two paces in seconds per km, the fast end first; equal when the zone is a single pace."""

    min_s_per_km: float
    max_s_per_km: float

    def per_400m(self) -> tuple[float, float]:
        """Both ends as seconds for a lap of 400 m."""
        return self.min_s_per_km * LAP_KM, self.max_s_per_km * LAP_KM


@dataclass(frozen=True, slots=True)
class TrainingPaces:
    """The five training paces; from slow to fast E >= M >= T >= I >= R always holds."""

    easy: Range
    marathon: Range
    threshold: Range
    interval: Range
    repetition: Range

    def zone(self, letter: ZoneLetter) -> Range:
        """The range of E, M, T, I or R."""
        return {
            "E": self.easy,
            "M": self.marathon,
            "T": self.threshold,
            "I": self.interval,
            "R": self.repetition,
        }[letter]

    def to_exchange(self) -> dict[str, PaceRange]:
        """As a program carries them, to a tenth of a second."""
        return {
            letter: PaceRange(
                min_s_per_km=round(self.zone(letter).min_s_per_km, 1),
                max_s_per_km=round(self.zone(letter).max_s_per_km, 1),
            )
            for letter in ZONE_LETTERS
        }

    @classmethod
    def from_exchange(cls, paces: Mapping[str, PaceRange]) -> "TrainingPaces":
        """Read back from a program; a missing zone raises KeyError."""
        return cls(
            *(Range(paces[letter].min_s_per_km, paces[letter].max_s_per_km) for letter in ZONE_LETTERS)
        )


def training_paces(vdot: float) -> TrainingPaces:
    """The training paces of a VDOT above 0, else ValueError."""
    easy = Range(pace_at_share(vdot, easy_fast_share(vdot)), pace_at_share(vdot, EASY_SLOW_SHARE))
    marathon = min(marathon_pace_s_per_km(vdot), easy.min_s_per_km)
    interval = pace_at_share(vdot, INTERVAL_SHARE)
    return TrainingPaces(
        easy=easy,
        marathon=_single(marathon),
        threshold=_single(pace_at_share(vdot, THRESHOLD_SHARE)),
        interval=_single(interval),
        repetition=_single(interval - repetition_gain_s_per_400m(vdot) / LAP_KM),
    )


def easy_fast_share(vdot: float) -> float:
    """The share of VDOT at the fast edge of easy running, 0.72 to 0.74."""
    lowest, highest = EASY_FAST_BOUNDS
    return min(max(EASY_FAST_SHARE_AT_30 + EASY_FAST_SHARE_GAIN * (vdot - 30), lowest), highest)


def marathon_pace_s_per_km(vdot: float) -> float:
    """Marathon training pace in s/km: race pace, eased under VDOT 46 where few hold the equations' time."""
    race_pace = race_time_s(vdot, MARATHON_M) / (MARATHON_M / 1000)
    below = max(MARATHON_EASING_BELOW - vdot, 0.0)
    return race_pace + MARATHON_EASING * math.pow(below, MARATHON_EASING_POWER)


def repetition_gain_s_per_400m(vdot: float) -> float:
    """How much faster than interval pace a repetition lap is: 8 s, down to 6 s from VDOT 47 to 50."""
    along = (vdot - REPETITION_SLOW_VDOT) / (REPETITION_FAST_VDOT - REPETITION_SLOW_VDOT)
    share = min(max(along, 0.0), 1.0)
    return REPETITION_GAIN_SLOW_S + share * (REPETITION_GAIN_FAST_S - REPETITION_GAIN_SLOW_S)


def _single(s_per_km: float) -> Range:
    return Range(s_per_km, s_per_km)
