"""A recorded run beside what was planned: each stretch with the pace asked and the pace run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from core.activities.model import Activity
from core.paces import Range
from core.program.exchange import Session
from core.session_profile import Block, Role, session_blocks

Verdict = Literal[
    "easy-kept", "easy-fast", "easy-slow", "work-kept", "work-fast", "work-slow", "work-fading", "short",
    "by-effort",
]  # fmt: skip
HARD_ZONES = frozenset({"M", "T", "I", "R", "race"})
KEPT_WITHIN = 0.02
"""Of a single pace: 5 s at 4:10/km, about what a watch and a road vary by."""
EASY_OVER_FAST_EDGE = 0.02
FADES_FROM = 0.03
"""The last work stretches slower than the first by this much: too fast a start, or a day too hard."""
SHORT_OF = 0.80
WARM_UP_SHIFTS_S = range(-600, 901, 15)
"""How much sooner or later than planned the work may have begun."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A planned stretch and what was run in it; seconds count moving time from the start of the run."""

    role: Role
    zone: str
    start_s: float
    end_s: float
    pace: Range | None
    metres: float

    @property
    def s_per_km(self) -> float | None:
        """The pace run, or None where nothing was."""
        return (self.end_s - self.start_s) / self.metres * 1000 if self.metres > 0 else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a planned session; `target` and `done_s_per_km` are of its main zone."""

    verdict: Verdict
    stretches: tuple[Stretch, ...]
    zone: str | None = None
    target: Range | None = None
    done_s_per_km: float | None = None
    first_s_per_km: float | None = None
    last_s_per_km: float | None = None


def compare(session: Session, run: Activity) -> Comparison:
    """The session and the run side by side; by effort alone where the session gives no pace."""
    stretches = _aligned(session_blocks(session), run)
    work = [s for s in stretches if s.role == "work" and s.s_per_km is not None]
    hard = [s for s in work if s.zone in HARD_ZONES and s.pace is not None]
    cut_short = session.distance_km is not None and run.distance_km < SHORT_OF * session.distance_km
    if hard:
        return _judged_work(hard, stretches, cut_short=cut_short)
    easy = [s for s in stretches if s.zone == "E" and s.pace is not None and s.s_per_km is not None]
    if not easy or any(s.zone != "E" for s in work):
        return Comparison("short" if cut_short else "by-effort", stretches)
    return _judged_easy(easy, stretches, cut_short=cut_short)


def _judged_easy(easy: Sequence[Stretch], stretches: tuple[Stretch, ...], *, cut_short: bool) -> Comparison:
    target, done = _target(easy), _mean_pace(easy)
    verdict: Verdict = "easy-kept"
    if cut_short:
        verdict = "short"
    elif done < target.min_s_per_km * (1 - EASY_OVER_FAST_EDGE):
        verdict = "easy-fast"
    elif done > target.max_s_per_km * (1 + EASY_OVER_FAST_EDGE):
        verdict = "easy-slow"
    return Comparison(verdict, stretches, "E", target, done)


def _judged_work(hard: Sequence[Stretch], stretches: tuple[Stretch, ...], *, cut_short: bool) -> Comparison:
    zone = max(
        {s.zone for s in hard}, key=lambda zone: sum(s.end_s - s.start_s for s in hard if s.zone == zone)
    )
    main = [s for s in hard if s.zone == zone]
    target, done = _target(main), _mean_pace(main)
    third = max(len(main) // 3, 1)
    first, last = _mean_pace(main[:third]), _mean_pace(main[-third:])
    verdict: Verdict = "work-kept"
    if cut_short:
        verdict = "short"
    elif len(main) > 2 and last > first * (1 + FADES_FROM) and last > target.max_s_per_km * (1 + KEPT_WITHIN):
        verdict = "work-fading"
    elif done < target.min_s_per_km * (1 - KEPT_WITHIN):
        verdict = "work-fast"
    elif done > target.max_s_per_km * (1 + KEPT_WITHIN):
        verdict = "work-slow"
    return Comparison(verdict, stretches, zone, target, done, first, last)


def _target(stretches: Sequence[Stretch]) -> Range:
    """The pace asked in the first of them that has one."""
    return next(stretch.pace for stretch in stretches if stretch.pace is not None)


def _mean_pace(stretches: Sequence[Stretch]) -> float:
    seconds = sum(s.end_s - s.start_s for s in stretches)
    return seconds / sum(s.metres for s in stretches) * 1000


@dataclass(frozen=True, slots=True)
class _Planned:
    """One repetition, recovery or whole block: by metres or by seconds."""

    role: Role
    zone: str
    seconds: float
    metres: float | None
    pace: Range | None


def _aligned(blocks: Sequence[Block], run: Activity) -> tuple[Stretch, ...]:
    """The planned stretches laid over the run: by its laps where these are the steps, else where they fit."""
    planned = [part for block in blocks for part in _parts(block)]
    if not planned:
        return ()
    if len(run.laps) in (len(planned), len(planned) + 1):  # some watches add a lap of the last metres
        edges = list(accumulate((lap.seconds for lap in run.laps[: len(planned)]), initial=0.0))
        pieces = zip(planned, pairwise(edges), strict=True)
        return tuple(_stretch(part, start, end, run) for part, (start, end) in pieces)
    shifts: Sequence[int] = (0,)
    if len(planned) > 2 and planned[0].role == "warm_up":
        shifts = [shift for shift in WARM_UP_SHIFTS_S if planned[0].seconds + shift > 0]
    laid = [tuple(_laid(planned, run, shift)) for shift in shifts]
    return max(laid, key=_contrast)


def _laid(planned: Sequence[_Planned], run: Activity, shift_s: int) -> Iterator[Stretch]:
    at = 0.0
    for place, part in enumerate(planned):
        if part.metres is not None:
            end = run.time_at(run.distance_at(at) + part.metres)
        else:
            end = at + part.seconds + (shift_s if place == 0 else 0)
        if place == len(planned) - 1:
            end = run.moving_s  # what was added at the end belongs to the last stretch
        end = min(max(end, at), run.moving_s)
        yield _stretch(part, at, end, run)
        at = end


def _contrast(stretches: Sequence[Stretch]) -> float:
    """How much faster the work is than the rest: highest where the stretches lie right."""
    work = [s for s in stretches if s.role == "work"]
    rest = [s for s in stretches if s.role != "work"]
    return _speed(work) - _speed(rest)


def _speed(stretches: Sequence[Stretch]) -> float:
    seconds = sum(s.end_s - s.start_s for s in stretches)
    return sum(s.metres for s in stretches) / seconds if seconds > 0 else 0.0


def _stretch(part: _Planned, start_s: float, end_s: float, run: Activity) -> Stretch:
    metres = run.distance_at(end_s) - run.distance_at(start_s)
    return Stretch(part.role, part.zone, start_s, end_s, part.pace, metres)


def _parts(block: Block) -> Iterator[_Planned]:
    metres = block.km * 1000 if block.km else None
    for _ in range(block.repetitions):
        yield _Planned(block.role, block.zone, block.minutes * 60, metres, block.pace)
        if block.recovery:
            yield _Planned("recovery", "E", block.recovery.minutes * 60, None, None)
