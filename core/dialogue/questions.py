"""What is asked at each step, as keys and choices: the words belong to the locales."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from core.athlete import Goal, InjurySite, Level
from core.dialogue.state import EDITABLE_STEPS, Dialogue, Step

BACK, SKIP, CANCEL = "back", "skip", "cancel"
RESUME, RESTART, QUIT = "resume", "restart", "quit"
ANYWHERE = frozenset({RESUME, RESTART, QUIT})

LEVELS: Mapping[str, Level] = MappingProxyType(
    {"beginner": Level.BEGINNER, "intermediate": Level.INTERMEDIATE, "advanced": Level.ADVANCED}
)
GOALS: Mapping[str, Goal] = MappingProxyType(
    {
        "5k": Goal.FIVE_K,
        "10k": Goal.TEN_K,
        "half": Goal.HALF_MARATHON,
        "marathon": Goal.MARATHON,
        "endurance": Goal.ENDURANCE,
    }
)
GOAL_DISTANCES_KM: Mapping[Goal, float] = MappingProxyType(
    {Goal.FIVE_K: 5.0, Goal.TEN_K: 10.0, Goal.HALF_MARATHON: 21.0975, Goal.MARATHON: 42.195}
)
SESSIONS_PER_WEEK = range(2, 8)

# Weeks offered as one tap, inside what each goal's plan can last.
WEEKS_OFFERED: Mapping[Goal, tuple[int, ...]] = MappingProxyType(
    {
        Goal.FIVE_K: (6, 8, 10),
        Goal.TEN_K: (8, 10, 12),
        Goal.HALF_MARATHON: (10, 12, 16),
        Goal.MARATHON: (12, 16, 20),
        Goal.ENDURANCE: (8, 12, 16),
    }
)

# Distances and times (minutes) offered as taps: from club runners to first finishers.
REFERENCE_DISTANCES_M: Mapping[str, float] = MappingProxyType(
    {"5k": 5000.0, "10k": 10000.0, "half": 21097.5, "marathon": 42195.0}
)
REFERENCE_MINUTES: Mapping[float, tuple[int, ...]] = MappingProxyType(
    {
        5000.0: (18, 20, 22, 24, 26, 28, 30, 33, 36),
        10000.0: (38, 42, 45, 48, 52, 56, 60, 65, 70),
        21097.5: (85, 95, 105, 112, 120, 130, 140, 150, 165),
        42195.0: (180, 200, 215, 230, 245, 260, 280, 300, 330),
    }
)

# Kilometres a week offered as ranges, none first; the middle is what the plan starts from.
VOLUMES_KM: Mapping[str, float] = MappingProxyType(
    {"0": 0.0, "0-10": 5.0, "10-20": 15.0, "20-35": 27.0, "35-50": 42.0, "50-70": 60.0, "70+": 80.0}
)

SKIPPABLE = frozenset(
    {Step.RACE, Step.RACE_DATE, Step.REFERENCE, Step.REFERENCE_TIME, Step.VOLUME, Step.INJURIES}
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: `value` comes back, `key` is its label."""

    value: str
    key: str
    variables: Mapping[str, object] = field(default_factory=dict)


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask: the message key, its variables (values, not yet words) and the choices in rows."""

    step: Step
    key: str
    variables: Mapping[str, object] = field(default_factory=dict)
    rows: Rows = ()

    def values(self) -> frozenset[str]:
        return frozenset(choice.value for row in self.rows for choice in row)


def question(dialogue: Dialogue) -> Question:
    """The question of the step that is open."""
    rows = _CHOICES[dialogue.step](dialogue)
    key, variables = _wording(dialogue)
    return Question(dialogue.step, key, variables, (*rows, *_navigation(dialogue)))


def shown(dialogue: Dialogue) -> Question:
    """The question that stands on screen: that of the step, or one about the dialogue itself."""
    match dialogue.aside:
        case "resume":
            return resume_question(dialogue)
        case "quit":
            return quit_question(dialogue)
    return question(dialogue)


def resume_question(dialogue: Dialogue) -> Question:
    """Asked when the runner starts anew in the middle: go on, or begin again?"""
    return Question(
        dialogue.step,
        "onboarding-resume",
        rows=(
            (Choice(RESUME, "onboarding-button-resume"),),
            (Choice(RESTART, "onboarding-button-restart"),),
        ),
    )


def quit_question(dialogue: Dialogue) -> Question:
    """Asked before the answers are thrown away."""
    return Question(
        dialogue.step,
        "onboarding-quit",
        rows=(
            (Choice(RESUME, "onboarding-button-resume"),),
            (Choice(QUIT, "onboarding-button-quit"),),
        ),
    )


def _wording(dialogue: Dialogue) -> tuple[str, Mapping[str, object]]:
    answers, key, variant = dialogue.answers, f"onboarding-{dialogue.step}", ""
    variables: dict[str, object] = {}
    match dialogue.step:
        case Step.RACE_PICK:
            key = key if dialogue.candidates else "onboarding-race-unknown"
            variables = {"searched": dialogue.searched}
        case Step.RACE_DATE | Step.RACE_GOAL:
            month = answers.race.month if answers.race and dialogue.step is Step.RACE_DATE else None
            variant = "-month" if month else ""
            variables = {"race": answers.race, "goal": answers.goal, "month": month}
        case Step.REFERENCE_TIME:
            variables = {"distance_m": dialogue.distance_m}
        case Step.INJURIES if answers.injuries_notes:
            variant, variables = "-noted", {"note": answers.injuries_notes}
    return key + variant, variables


def _navigation(dialogue: Dialogue) -> Rows:
    """Skip on its own row (it says what it means), then Back and Cancel."""
    if dialogue.step in (Step.WELCOME, Step.SUMMARY, Step.EDIT):
        return ()
    back = (Choice(BACK, "onboarding-button-back"), Choice(CANCEL, "onboarding-button-cancel"))
    if dialogue.step not in SKIPPABLE:
        return (back,)
    chosen = dialogue.step is Step.INJURIES and dialogue.answers.injuries
    skip = "onboarding-injuries-done" if chosen else f"onboarding-{dialogue.step}-skip"
    return ((Choice(SKIP, skip),), back)


def _grid(step: Step, values: tuple[str, ...], width: int) -> Rows:
    choices = [Choice(value, f"onboarding-{step}-{_plain(value)}") for value in values]
    return tuple(tuple(choices[i : i + width]) for i in range(0, len(choices), width))


def volume_choices() -> Rows:
    """Not running yet, alone in its row for its length, then the ranges."""
    none, *ranges = VOLUMES_KM
    return (*_grid(Step.VOLUME, (none,), 1), *_grid(Step.VOLUME, tuple(ranges), 2))


def _plain(value: str) -> str:
    """A value as the end of a message id."""
    return value.replace("+", "-more")


def _welcome_choices(dialogue: Dialogue) -> Rows:
    other = "en" if dialogue.answers.language == "fr" else "fr"
    return (
        (Choice("start", "onboarding-welcome-start"),),
        (Choice(other, f"onboarding-welcome-{other}"),),
    )


def _session_choices(_: Dialogue) -> Rows:
    choices = [Choice(str(n), "onboarding-sessions-choice", {"count": n}) for n in SESSIONS_PER_WEEK]
    return (tuple(choices[:3]), tuple(choices[3:]))


def week_choices(goal: Goal | None) -> Rows:
    offered = WEEKS_OFFERED[goal or Goal.ENDURANCE]
    return (tuple(Choice(f"w{n}", "onboarding-weeks-choice", {"count": n}) for n in offered),)


def _pick_choices(dialogue: Dialogue) -> Rows:
    races = tuple(
        (Choice(f"r{i}", "onboarding-race-choice", {"race": race}),)
        for i, race in enumerate(dialogue.candidates)
    )
    keep = ((Choice("keep", "onboarding-race-keep"),),) if _has_distance(dialogue) else ()
    return (*races, *keep, (Choice("none", "onboarding-race-skip"),))


def _has_distance(dialogue: Dialogue) -> bool:
    return dialogue.answers.goal in GOAL_DISTANCES_KM


def _race_goal_choices(dialogue: Dialogue) -> Rows:
    race = dialogue.answers.race
    if race is None:
        return ()
    return (
        (Choice("switch", "onboarding-race-goal-switch", {"goal": goal_of_distance(race.distance_km)}),),
        (Choice("keep", "onboarding-race-goal-keep", {"goal": dialogue.answers.goal}),),
        (Choice("other", "onboarding-race-goal-other"),),
    )


def goal_of_distance(distance_km: float) -> Goal:
    """The goal a race of this distance asks for (midpoints between the goals' distances, in ratio)."""
    for limit_km, goal in ((7.5, Goal.FIVE_K), (15.5, Goal.TEN_K), (30.0, Goal.HALF_MARATHON)):
        if distance_km < limit_km:
            return goal
    return Goal.MARATHON


def _time_choices(dialogue: Dialogue) -> Rows:
    minutes = REFERENCE_MINUTES.get(dialogue.distance_m or 0.0, ())
    choices = [Choice(f"m{m}", "onboarding-time-choice", {"time_s": m * 60}) for m in minutes]
    return tuple(tuple(choices[i : i + 3]) for i in range(0, len(choices), 3))


def _injury_choices(dialogue: Dialogue) -> Rows:
    return tuple((_injury_choice(site, site in dialogue.answers.injuries),) for site in InjurySite)


def _injury_choice(site: InjurySite, chosen: bool) -> Choice:
    """A tap says the state it wants, so that the same tap twice changes nothing."""
    value = f"no-{site}" if chosen else f"yes-{site}"
    return Choice(value, f"onboarding-injuries-{site}{'-chosen' if chosen else ''}")


def _summary_choices(_: Dialogue) -> Rows:
    return (
        (Choice("create", "onboarding-summary-create"),),
        (Choice("edit", "onboarding-summary-edit"), Choice(CANCEL, "onboarding-button-cancel")),
    )


def _edit_choices(_: Dialogue) -> Rows:
    return (*_grid(Step.EDIT, EDITABLE_STEPS, 2), (Choice(BACK, "onboarding-edit-back"),))


_CHOICES = {
    Step.WELCOME: _welcome_choices,
    Step.LEVEL: lambda _: _grid(Step.LEVEL, tuple(LEVELS), 1),
    Step.GOAL: lambda _: _grid(Step.GOAL, tuple(GOALS), 2),
    Step.SESSIONS: _session_choices,
    Step.RACE: lambda dialogue: week_choices(dialogue.answers.goal),
    Step.RACE_PICK: _pick_choices,
    Step.RACE_DATE: lambda dialogue: week_choices(dialogue.answers.goal),
    Step.RACE_GOAL: _race_goal_choices,
    Step.REFERENCE: lambda _: _grid(Step.REFERENCE, tuple(REFERENCE_DISTANCES_M), 2),
    Step.REFERENCE_TIME: _time_choices,
    Step.VOLUME: lambda _: volume_choices(),
    Step.INJURIES: _injury_choices,
    Step.SUMMARY: _summary_choices,
    Step.EDIT: _edit_choices,
}
