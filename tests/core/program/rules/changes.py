"""Changes to the hand-made program, and what the rules then find."""

from collections.abc import Callable

from core.program.rules import Breach, check
from tests.core.program.hand_made import (
    THURSDAY,
    Json,
    at,
    easy,
    program_of,
    put,
    put_week,
    valid,
)

Change = Callable[[Json], object]
Case = tuple[str, Change, Change]  # the rule, a change that breaks exactly it, a near miss


def broken(change: Change) -> list[str]:
    """The rules the program breaks after a change, without repeats."""
    program = valid()
    change(program)
    return sorted({breach.rule for breach in check(program_of(program))})


def steps(*changes: Change) -> Change:
    """Several changes as one."""

    def apply(program: Json) -> None:
        for change in changes:
            change(program)

    return apply


def profile(**values: object) -> Change:
    return lambda program: program["user_profile"].update(values)


def top(**values: object) -> Change:
    return lambda program: program.update(values)


def day(number: int, index: int, session: Json) -> Change:
    return lambda program: put(program, number, index, session)


def days(number: int, sessions: list[Json]) -> Change:
    return lambda program: put_week(program, number, sessions)


def edit(number: int, index: int, **values: object) -> Change:
    return lambda program: at(program, number, index).update(values)


def notice(code: str, text: str = "À savoir.") -> Change:
    return lambda program: program["notices"].append({"code": code, "text": text})


def interval(**values: object) -> Change:
    """The first interval of week 2's hard session."""
    return lambda program: at(program, 2, THURSDAY)["intervals"][0].update(values)


EFFORT = {"repetitions": 1, "duration_min": 14.7, "zone": "effort"}


def hills(number: int) -> Change:
    return edit(number, THURSDAY, kind="hills", session_type="Côtes", intervals=None)


def healing(weeks: int) -> Change:
    """Easy Thursdays for so many weeks."""

    def apply(program: Json) -> None:
        for number in range(1, weeks + 1):
            put(program, number, THURSDAY, easy(at(program, number, THURSDAY)["distance_km"]))

    return apply


def kind(number: int, name: str) -> Change:
    return edit(number, THURSDAY, kind=name, intervals=None)


def breaches(change: Change, rule: str) -> list[Breach]:
    """The breaches of one rule after a change, whatever else it breaks."""
    program = valid()
    change(program)
    return [breach for breach in check(program_of(program)) if breach.rule == rule]


def told(change: Change, rule: str) -> list[str]:
    """The sentences of one rule after a change."""
    return [breach.text for breach in breaches(change, rule)]


def last_weeks(count: int) -> Change:
    """Only the end of the program, which says that it is short."""

    def apply(program: Json) -> None:
        program["weeks"] = program["weeks"][-count:]
        program["start_date"] = program["weeks"][0]["sessions"][0]["date"]
        for number, held in enumerate(program["weeks"], start=1):
            held["week_number"] = number
        program["program_summary"].update(total_weeks=count, phases=[])
        program["user_profile"].update(current_km_per_week=None, longest_run_km=None)

    return steps(apply, notice("compressed_plan"))
