"""What a day becomes: the planned session, what the check-in makes of it, and what the open gates leave."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from core.athlete import Language
from core.checkin import Adjustment, adjust, lighter
from core.gating import Gate, strictest, under
from core.program.exchange import PaceRange, Session

Choice = Literal["proposed", "original", "lighter"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The check-in of a day: how the runner feels (1 to 3), felt before (yesterday first), and chose."""

    feeling: int
    feelings_before: tuple[int | None, ...] = ()
    choice: Choice = "proposed"


def proposal(
    planned: Session, answer: Answer, language: Language, *, easy: PaceRange | None = None
) -> Adjustment:
    """What the check-in proposes for the planned session."""
    return adjust(planned, answer.feeling, answer.feelings_before, language, easy=easy)


def day_becomes(
    planned: Session,
    answer: Answer | None,
    gates: Collection[Gate],
    language: Language,
    *,
    easy: PaceRange | None = None,
) -> Session:
    """The session of the day: by the answer and the runner's choice, then within the strictest gate."""
    session = planned
    if answer is not None and answer.choice == "proposed":
        session = proposal(planned, answer, language, easy=easy).session
    elif answer is not None and answer.choice == "lighter":
        session = lighter(planned, language, easy=easy)
    gate = strictest(gates)
    return session if gate is None else under(session, gate.step, language, easy=easy)


def feelings_before(known: Sequence[tuple[int, int]], days: int = 7) -> tuple[int | None, ...]:
    """The feelings of the days before, yesterday first, from pairs (days ago, feeling)."""
    by_age = dict(known)
    return tuple(by_age.get(age) for age in range(1, days + 1))
