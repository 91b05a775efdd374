"""What a reply comes to: a written plan, or a named fault."""

from dataclasses import dataclass
from typing import Literal

from core.generation.brief import PlanBrief
from core.generation.tongues import is_in
from core.program.exchange import ProgramData

FaultCode = Literal[
    "invalid_json", "weeks_missing", "wrong_weeks", "wrong_counts", "wrong_language", "unsafe", "breaks_rules"
]


class ReplyFault(Exception):
    """A reply that gives no plan; `code` says why, the text says it to the owner."""

    def __init__(self, code: FaultCode, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """A checked program made of a reply.

    `corrected_sessions` is the number of sessions a week the profile was set to, when every week held
    that number instead of the one asked for.
    """

    program: ProgramData
    changed_sessions: int
    worded_weeks: int
    corrected_sessions: int | None = None


def check_weeks(weeks: object, brief: PlanBrief) -> None:
    """There are weeks, and as many as asked for; raises ReplyFault."""
    wanted = len(brief.program.weeks)
    if not isinstance(weeks, list) or not weeks:
        raise ReplyFault("weeks_missing", "no weeks")
    if len(weeks) < wanted:
        raise ReplyFault("weeks_missing", f"{len(weeks)} weeks of {wanted}")
    if len(weeks) > wanted:
        raise ReplyFault("wrong_weeks", f"{len(weeks)} weeks instead of {wanted}")


def check_language(text: str, brief: PlanBrief) -> None:
    """The words are in the runner's language; raises ReplyFault."""
    if not is_in(brief.language, text):
        raise ReplyFault("wrong_language", f"not in {brief.language}")
