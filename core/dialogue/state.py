"""Where a conversation stands: the answers so far and the step that is open."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from core.athlete import Goal, InjurySite, Language, Level, Performance, Race, RunnerProfile

STATE_VERSION = 1
TYPED_KEPT = 12  # messages whose later correction still changes an answer: one for each step


class Step(StrEnum):
    WELCOME = "welcome"
    LEVEL = "level"
    GOAL = "goal"
    SESSIONS = "sessions"
    RACE = "race"
    RACE_PICK = "race-pick"
    RACE_DATE = "race-date"
    RACE_GOAL = "race-goal"
    REFERENCE = "reference"
    REFERENCE_TIME = "reference-time"
    VOLUME = "volume"
    INJURIES = "injuries"
    SUMMARY = "summary"
    EDIT = "edit"


MAIN_STEPS: tuple[Step, ...] = (
    Step.WELCOME,
    Step.LEVEL,
    Step.GOAL,
    Step.SESSIONS,
    Step.RACE,
    Step.REFERENCE,
    Step.VOLUME,
    Step.INJURIES,
    Step.SUMMARY,
)
EDITABLE_STEPS: tuple[Step, ...] = MAIN_STEPS[1:-1]
PARENT_STEP: dict[Step, Step] = {
    Step.RACE_PICK: Step.RACE,
    Step.RACE_DATE: Step.RACE,
    Step.RACE_GOAL: Step.RACE,
    Step.REFERENCE_TIME: Step.REFERENCE,
    Step.EDIT: Step.SUMMARY,
}


def main_step(step: Step) -> Step:
    """The main step that a step belongs to."""
    return PARENT_STEP.get(step, step)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the runner has said; None or empty where nothing was said."""

    language: Language = "fr"
    level: Level | None = None
    goal: Goal | None = None
    sessions_per_week: int | None = None
    race: Race | None = None
    target_date: date | None = None
    reference: Performance | None = None
    current_km_per_week: float | None = None
    injuries: tuple[InjurySite, ...] = ()
    injuries_notes: str = ""

    def profile(self) -> RunnerProfile:
        """The profile these answers make; raises ValueError while a required one is missing."""
        if self.level is None or self.goal is None or self.sessions_per_week is None:
            raise ValueError("level, goal and sessions per week are required")
        return RunnerProfile(
            level=self.level,
            goal=self.goal,
            sessions_per_week=self.sessions_per_week,
            target_date=self.target_date,
            reference=self.reference,
            injuries=self.injuries,
            injuries_notes=self.injuries_notes,
            race=self.race,
            current_km_per_week=self.current_km_per_week,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One onboarding: `token` marks its buttons, `asked` counts its questions.

    `answered` is the step answered last; `aside` is a question about the dialogue itself that is open.
    `candidates` are the races found for `searched`, run on `pending_date` when it was said; `distance_m` is
    the distance whose time is asked; `noted` are the main steps answered on the message of the open question;
    `typed` maps message ids to the steps they answered.
    """

    token: str
    step: Step = Step.WELCOME
    answers: Answers = field(default_factory=Answers)
    editing: bool = False
    asked: int = 0
    answered: Step | None = None
    aside: Literal["", "resume", "quit"] = ""
    searched: str = ""
    candidates: tuple[Race, ...] = ()
    pending_date: date | None = None
    distance_m: float | None = None
    noted: tuple[Step, ...] = ()
    typed: tuple[tuple[int, Step], ...] = ()

    def answering(self, **changes: Any) -> "Dialogue":
        """The same dialogue with changed answers."""
        return replace(self, answers=replace(self.answers, **changes))

    def noting(self, *recorded: Step) -> "Dialogue":
        """The same dialogue with these steps, and no later one, noted on the open question's message."""
        here = MAIN_STEPS.index(main_step(self.step))
        noted = {main_step(step) for step in recorded}
        return replace(self, noted=tuple(step for step in MAIN_STEPS[:here] if step in noted))

    def remembering(self, message_id: int | None, step: Step) -> "Dialogue":
        """The same dialogue, knowing which message answered which step."""
        if message_id is None:
            return self
        kept = tuple(pair for pair in self.typed if pair[0] != message_id)
        return replace(self, typed=(*kept, (message_id, step))[-TYPED_KEPT:])


class StoredDialogue(BaseModel):
    """The stored shape of a dialogue, with the version that wrote it."""

    model_config = ConfigDict(extra="forbid")
    version: int
    dialogue: Dialogue


_STORED = TypeAdapter(StoredDialogue)


def dialogue_to_json(dialogue: Dialogue) -> dict[str, Any]:
    """The dialogue as JSON values."""
    stored = StoredDialogue(version=STATE_VERSION, dialogue=dialogue)
    return dict(_STORED.dump_python(stored, mode="json"))


def dialogue_from_json(stored: object) -> Dialogue | None:
    """The dialogue that was stored, or None when this version cannot read it."""
    try:
        read = _STORED.validate_python(stored)
    except ValidationError:
        return None
    return read.dialogue if read.version == STATE_VERSION else None
