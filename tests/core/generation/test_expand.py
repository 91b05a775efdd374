"""What becomes of a draft that stricter rules object to: choices and words give way to the engine's own."""

from core.generation.brief import PlanBrief
from core.generation.draft import PlanDraft
from core.generation.expand import Expanded, Rules, changed_sessions, expand
from core.program.exchange import ProgramData, Week
from core.program.rules import Breach
from tests.evals import profiles
from tests.evals.writing import data_in, draft_for

HALF: PlanBrief = profiles.brief_of("half")
DRAFT = PlanDraft.model_validate(draft_for(data_in(HALF.user), seed=3))
WORDLESS = DRAFT.model_copy(
    update={
        "s": "",
        "p": (),
        "n": (),
        "r": (),
        "m": (),
        "w": tuple(week.model_copy(update={"f": "", "n": ""}) for week in DRAFT.w),
    }
)


def work_of(week: Week) -> list[tuple[object, ...]]:
    return [(s.kind, s.distance_km, s.duration_min, s.intervals) for s in week.sessions]


def strict_about(changed: set[int], told_week: int | None) -> Rules:
    """Rules that hold these weeks to the engine's own work, and name a week."""

    def rules(program: ProgramData) -> tuple[Breach, ...]:
        other = any(
            work_of(week) != work_of(own)
            for week, own in zip(program.weeks, HALF.program.weeks, strict=True)
            if week.week_number in changed
        )
        return (Breach("strict", told_week, None, "Non."),) if other else ()

    return rules


def changed_weeks(written: Expanded) -> set[int]:
    pairs = zip(written.program.weeks, HALF.program.weeks, strict=True)
    return {week.week_number for week, own in pairs if work_of(week) != work_of(own)}


def test_choices_of_a_week_the_rules_object_to_are_taken_back() -> None:
    free = expand(DRAFT, HALF)
    first = min(changed_weeks(free))
    held = expand(DRAFT, HALF, strict_about({first}, first))
    assert first not in changed_weeks(held)
    assert held.changed_sessions > 0


def test_all_choices_are_taken_back_where_the_whole_plan_is_at_fault() -> None:
    weeks = {week.week_number for week in HALF.program.weeks}
    assert expand(DRAFT, HALF, strict_about(weeks, None)).changed_sessions == 0


def test_a_fault_no_choice_mends_leaves_the_plan_of_the_engine() -> None:
    weeks = {week.week_number for week in HALF.program.weeks}
    written = expand(WORDLESS, HALF, strict_about(weeks, 99))
    assert (written.changed_sessions, written.program.weeks) == (0, HALF.program.weeks)


def test_words_the_rules_object_to_are_left_out() -> None:
    def no_words(program: ProgramData) -> tuple[Breach, ...]:
        notes = [week.notes for week in program.weeks]
        own = [week.notes for week in HALF.program.weeks]
        longer = any(len(note) > len(usual) + 20 for note, usual in zip(notes, own, strict=True))
        return (Breach("words", None, None, "Non."),) if longer else ()

    assert expand(DRAFT, HALF).worded_weeks > 0
    written = expand(DRAFT, HALF, no_words)
    assert written.worded_weeks == 0
    assert changed_sessions(written.program, expand(DRAFT, HALF).program) == 0
