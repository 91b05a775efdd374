"""What a runner tells of a run in one line: `12 km 1h05 RPE 6`, `fait 8 km facile`, `skipped`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.failure import Failure
from core.notation.distances import find_distance
from core.notation.durations import parse_duration
from core.notation.numbers import digits_for_words, numbers_in
from core.notation.words import plain

Outcome = Literal["done", "shortened", "skipped", "moved"]
MOST_KM, MOST_MIN = 200.0, 24 * 60.0
"""Beyond a long ultra or a whole day, a figure is a slip of the finger."""
FASTEST_MIN_PER_KM, SLOWEST_MIN_PER_KM = 2.4, 20.0
"""From the fastest kilometre there is to a slow walk."""
SHORTEST_MIN = 3.0
"""A clock of less than this many minutes was meant in hours: `1:05`."""
LONGEST_TEXT = 300

# The most telling first: "pas fait" is not "fait".
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        "skipped",
        re.compile(
            r"\b(?:saute\w*|zappe\w*|rate\w*|annule\w*|skip\w*|missed"
            r"|pas (?:couru|fait\w*|pu)|rien (?:couru|fait)"
            r"|(?:did not|didn't|didnt|couldn't|could not) (?:run|go|do)|no run)\b"
        ),
    ),
    (
        "shortened",
        re.compile(r"\b(?:raccourci\w*|ecourte\w*|abrege\w*|shortened|cut (?:it )?short|shorter)\b"),
    ),
    ("moved", re.compile(r"\b(?:deplace\w*|decale\w*|reporte\w*|moved|postponed|rescheduled)\b")),
    (
        "done",
        re.compile(
            r"\b(?:fait\w*|couru\w*|cours|termine\w*|fini\w*|done|ran|run|jogged|finished|completed)\b"
        ),
    ),
)
_RPE = re.compile(
    r"\b(?:rpe|effort|ressenti)\b ?(?:de|of|:|=|a)? ?(-?\d+(?:[.,]\d+)?)(?: ?(?:/|sur|out of) ?10)?"
)
_OUT_OF_TEN = re.compile(r"(?<![\d.,:-])(\d+(?:[.,]\d+)?) ?(?:/|sur|out of) ?10\b(?! ?k)")
# Effort words on the scale the sessions use: 3 talks in sentences, 8 two words at most.
_EFFORT_WORDS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (10, re.compile(r"\b(?:a fond|maximal|all[- ]out|flat out)\b")),
    (9, re.compile(r"\b(?:tres|super|vraiment|very|really|so) (?:dur\w*|difficile|hard|tough)\b")),
    (7, re.compile(r"\b(?:dure?s?|difficile|hard|tough)\b")),
    (5, re.compile(r"\b(?:moyen\w*|modere\w*|correct\w*|moderate|ok|okay)\b")),
    (3, re.compile(r"\b(?:facile\w*|tranquille\w*|cool|easy|relaxed|comfortable)\b")),
)
_PACE = re.compile(r"(?<![\d:])(\d{1,2})[:'](\d{2})\"? ?(?:min)? ?(?:/|par|per|au) ?(?:km|k)\b")
_TIME = re.compile(
    r"(?<![\d.,:-])(?:\d{1,3}:\d{2}:\d{2}|\d{1,3}:\d{2}|\d{1,3}'\d{2}(?!\d)"
    r"|\d{1,3} ?(?:h|hr|hrs|heures?|hours?)"
    r"(?: ?(?:et|and)? ?\d{1,2}(?!\d| ?k|[.,]\d)(?: ?(?:min|mn|minutes?|m)\b)?)?"
    r"|\d+(?:[.,]\d+)? ?(?:min|mn|mins|minutes?|m|')(?![a-z0-9]))"
)
_NEGATIVE = re.compile(r"(?:^|[\s:=])-\s?\d")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e[+]?\d")
_YESTERDAY = re.compile(r"\b(?:hier|yesterday)\b")
_ENDLESS = re.compile(r"\d{7,}|\d{1,3}(?:[.,]\d{3}){2,}")
_NOTHING = re.compile(r"(?<![\d.,])0+(?:[.,]0+)? ?(?:km|k|mi|miles?|min|mn|h)\b")


@dataclass(frozen=True, slots=True)
class RunReport:
    """What was told: kilometres, minutes and effort (1 to 10) where given; `outcome` None when not said."""

    outcome: Outcome | None = None
    distance_km: float | None = None
    duration_min: float | None = None
    rpe: int | None = None
    yesterday: bool = False

    @property
    def has_figures(self) -> bool:
        """Whether kilometres or minutes were given."""
        return self.distance_km is not None or self.duration_min is not None


def read_report(text: str) -> RunReport | Failure | None:
    """The report in a line, a Failure for a figure nobody runs, None when the line tells of no run.

    Kilometres above 0 up to 200, minutes up to 24 h, 2:24 to 20:00 per km, effort 1 to 10.
    """
    if len(text) > LONGEST_TEXT:
        return None
    told = digits_for_words(plain(text))
    outcome = next((name for name, words in _OUTCOMES if words.search(told)), None)
    rpe, rest = _read_effort(told)
    if isinstance(rpe, Failure):
        return rpe
    if _is_absurd(rest):
        return Failure("report-figure") if outcome or _names_a_measure(rest) else None
    figures = _read_figures(rest)
    if isinstance(figures, Failure):
        return figures
    distance_km, duration_min = figures
    if outcome is None and distance_km is None and duration_min is None:
        return None
    if outcome in ("skipped", "moved"):
        distance_km = duration_min = rpe = None
    return RunReport(outcome, distance_km, duration_min, rpe, bool(_YESTERDAY.search(told)))


def is_sure(report: RunReport) -> bool:
    """Whether a line nobody asked for tells of a run beyond doubt: a word of it, or two figures."""
    figures = (report.distance_km, report.duration_min, report.rpe)
    told = sum(figure is not None for figure in figures)
    return report.outcome in ("skipped", "shortened") or told >= (1 if report.outcome else 2)


def read_distance(text: str) -> float | Failure:
    """The kilometres of an answer where only these were asked for: a number alone will do."""
    told = digits_for_words(plain(text[:LONGEST_TEXT]))
    if _is_absurd(told):
        return Failure("report-figure")
    measured = find_distance(told)
    numbers = numbers_in(told)
    if measured is None and len(numbers) != 1:
        return Failure("report-distance-unclear")
    km = measured[0] / 1000 if measured else numbers[0]
    return _checked(km, None) or km


def _read_effort(told: str) -> tuple[int | Failure | None, str]:
    """The effort, by its figure or its word, and the text without its figure."""
    found = _RPE.search(told) or _OUT_OF_TEN.search(told)
    if found is None:
        return next((rpe for rpe, words in _EFFORT_WORDS if words.search(told)), None), told
    rpe = float(found[1].replace(",", "."))
    if not 1 <= rpe <= 10:
        return Failure("report-effort"), told
    return round(rpe), f"{told[: found.start()]} {told[found.end() :]}"


def _is_absurd(told: str) -> bool:
    return any(pattern.search(told) for pattern in (_NEGATIVE, _SCIENTIFIC, _ENDLESS, _NOTHING))


def _names_a_measure(told: str) -> bool:
    return re.search(r"\d ?(?:km|k|mi|miles?|min|mn|h)\b", told) is not None


def _read_figures(told: str) -> tuple[float | None, float | None] | Failure:
    pace = _PACE.search(told)
    told = _PACE.sub(" ", told)
    found = find_distance(told)
    distance_km = found[0] / 1000 if found else None
    minutes = list(_readings_min(found[1] if found else told))
    if pace and distance_km and not minutes:
        minutes = [distance_km * (int(pace[1]) + int(pace[2]) / 60)]
    duration_min = _likely(minutes, distance_km)
    problem = _checked(distance_km, duration_min)
    return problem if problem else (distance_km, duration_min)


def _readings_min(told: str) -> Iterator[float]:
    """Every way to read the first time of a text, in minutes."""
    found = _TIME.search(told)
    duration = parse_duration(found[0]) if found else Failure("report-figure")
    if not isinstance(duration, Failure):
        yield from (seconds / 60 for seconds in duration.readings_s)


def _likely(minutes: list[float], distance_km: float | None) -> float | None:
    """The reading that fits the distance, else the first that is a run at all."""
    fitting = [read for read in minutes if distance_km is None or _is_running(distance_km, read)]
    return next((read for read in fitting if read >= SHORTEST_MIN), next(iter(fitting or minutes), None))


def _checked(distance_km: float | None, duration_min: float | None) -> Failure | None:
    """Why the figures cannot be true, or None."""
    if distance_km is not None and not 0 < distance_km <= MOST_KM:
        return Failure("report-distance", {"most_m": MOST_KM * 1000})
    if duration_min is not None and not 0 < duration_min <= MOST_MIN:
        return Failure("report-duration")
    if distance_km and duration_min and not _is_running(distance_km, duration_min):
        return Failure("report-pace", {"distance_m": distance_km * 1000, "time_s": duration_min * 60})
    return None


def _is_running(distance_km: float, duration_min: float) -> bool:
    return FASTEST_MIN_PER_KM <= duration_min / distance_km <= SLOWEST_MIN_PER_KM
