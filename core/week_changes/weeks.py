"""A week made lighter, and a week taken up again."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from core.program.exchange import ProgramData, Session, Week
from core.session_kinds import is_hard, kind_of
from core.week_changes.changes import (
    UNTOUCHED_KINDS,
    ChangedPlan,
    breaks_more,
    breaks_more_than_measures,
    changed,
    on_day_of,
    volume_km,
    week_numbered,
    with_week,
)
from core.week_changes.sizing import cut_session, explained, held_to_growth

LIGHTER_SHARES = (0.80, 0.85, 0.90)
"""What is left of a lightened week; the smaller cuts where a plan is already low (house figure)."""
KEPT_IN_TURN = tuple(map(frozenset, ((), ("hard",), ("long",), ("hard", "long"))))


def lighten(
    program: ProgramData, week_number: int, first: datetime.date, closed: Collection[int] = ()
) -> ChangedPlan | None:
    """The plan with what is left of a week at 80 % of its kilometres and its hard sessions easy.

    What is left is dated `first` or later and not in `closed` (positions). The race and tests stay; hard
    sessions and the long run stay where the rules want them. Following weeks are held to their growth; where
    that would upset the rest of the plan they stay, measured against the week as it was planned. None when
    nothing can be lightened.
    """
    cuts = [_Cut(first, frozenset(closed), share, kept) for share in LIGHTER_SHARES for kept in KEPT_IN_TURN]
    for judge, follow in ((breaks_more, True), (breaks_more_than_measures, False)):
        for cut in cuts:
            lighter = _lightened(program, week_number, cut, follow=follow)
            if lighter.in_week(week_number) and not judge(program, lighter.program):
                return lighter
    return None


def repeat_week(program: ProgramData, week_number: int) -> ChangedPlan | None:
    """The plan with the week after `week_number` replaced by that week; None where the rules want another."""
    week, following = week_numbered(program, week_number), week_numbered(program, week_number + 1)
    if week is None or following is None or following.recovery or len(week.sessions) != 7:
        return None
    if any(kind_of(session) in {"race", "test"} for session in (*week.sessions, *following.sessions)):
        return None
    if len(following.sessions) != len(week.sessions) or volume_km(week) >= volume_km(following):
        return None

    def repeat(next_week: Week) -> Week:
        sessions = tuple(
            on_day_of(explained(session, program, "repeat"), day)
            for session, day in zip(week.sessions, next_week.sessions, strict=True)
        )
        return next_week.model_copy(update={"sessions": sessions})

    repeated = with_week(program, week_number + 1, repeat)
    held = held_to_growth(repeated, week_number + 1)
    if not breaks_more(program, held):
        return changed(program, held)
    return None if breaks_more_than_measures(program, repeated) else changed(program, repeated)


@dataclass(frozen=True, slots=True)
class _Cut:
    first: datetime.date
    closed: frozenset[int]
    share: float
    kept: frozenset[str]

    def takes(self, place: int, session: Session) -> bool:
        """Whether this day is still to come and may be cut."""
        if session.rest_day or place in self.closed or kind_of(session) in UNTOUCHED_KINDS:
            return False
        if session.date is None or session.date < self.first:
            return False
        return not (("hard" in self.kept and is_hard(session)) or kind_of(session) in self.kept)


def _lightened(program: ProgramData, week_number: int, cut: _Cut, *, follow: bool) -> ChangedPlan:
    def cut_week(week: Week) -> Week:
        sessions = tuple(
            explained(cut_session(session, cut.share, program), program, "lighten")
            if cut.takes(place, session)
            else session
            for place, session in enumerate(week.sessions)
        )
        return week.model_copy(update={"sessions": sessions})

    lighter = with_week(program, week_number, cut_week)
    return changed(program, held_to_growth(lighter, week_number) if follow else lighter)
