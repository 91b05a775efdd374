"""Each rule on a hand-made program: one change that breaks exactly it, and a near miss that does not."""

from collections.abc import Callable

import pytest

from core.program.rules import Breach, check
from core.program.rules.view import view_of
from core.session_kinds import kind_in_words
from tests.core.program.hand_made import (
    FRIDAY,
    MONDAY,
    PACES,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Json,
    at,
    easy,
    long_run,
    program_of,
    put,
    put_week,
    race,
    rest,
    threshold,
    training_week,
    undated,
    valid,
    without_added_keys,
)

Change = Callable[[Json], object]


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


def summary(**values: object) -> Change:
    return lambda program: program["program_summary"].update(values)


def notice(code: str, text: str = "À savoir.") -> Change:
    return lambda program: program["notices"].append({"code": code, "text": text})


def interval(**values: object) -> Change:
    """The first interval of week 2's hard session."""
    return lambda program: at(program, 2, THURSDAY)["intervals"][0].update(values)


def vo2(repetitions: int, minutes: float, recovery_min: float) -> Json:
    line = {
        "repetitions": repetitions,
        "duration_min": minutes,
        "zone": "I",
        "recovery_min": recovery_min,
        "recovery": "jog",
    }
    return {**threshold(7.7, 2.0), "kind": "interval", "session_type": "Fractionné", "intervals": [line]}


def test_the_hand_made_program_keeps_every_rule() -> None:
    assert broken(lambda program: None) == []
    assert broken(undated) == []


EFFORT = {"repetitions": 1, "duration_min": 14.7, "zone": "effort"}
HOT_RACE = {"name": "Course", "distance_km": 10, "temperature_c": 29}
TRAIL_RACE = {"name": "Trail", "distance_km": 10, "terrain": "trail", "climb_m": 300}


def efforts(rpe: int, numbers: range = range(1, 8)) -> Change:
    """A quarter of an hour, barely, by effort in every easy run of some weeks."""

    def apply(program: Json) -> None:
        for number in numbers:
            for index in (TUESDAY, SATURDAY, SUNDAY):
                at(program, number, index)["intervals"] = [{**EFFORT, "rpe": rpe}]

    return apply


def lighter_week_7(first_km: float) -> Change:
    """Week 7 with its long run and less around it."""
    return days(7, [rest(), easy(first_km), rest(), threshold(7.0, 2.8), rest(), easy(6.0), long_run(12.2)])


def without_paces(program: Json) -> None:
    for number in range(1, 9):
        for index in (TUESDAY, THURSDAY, SATURDAY, SUNDAY):
            session = at(program, number, index)
            session["pace_target"] = "en aisance"
            for line in session.get("intervals", ()):
                line["pace_target"] = None


def hills(number: int) -> Change:
    return edit(number, THURSDAY, kind="hills", session_type="Côtes", intervals=None)


def climbs(number: int) -> Change:
    """Two minutes uphill inside an easy run."""
    line = {"repetitions": 1, "duration_min": 2, "zone": "hill"}
    return edit(number, TUESDAY, intervals=[line])


def healing(weeks: int) -> Change:
    """Easy Thursdays for so many weeks."""

    def apply(program: Json) -> None:
        for number in range(1, weeks + 1):
            put(program, number, THURSDAY, easy(at(program, number, THURSDAY)["distance_km"]))

    return apply


def workout(number: int, name: str) -> Change:
    return edit(number, TUESDAY, workout=name)


def kind(number: int, name: str) -> Change:
    return edit(number, THURSDAY, kind=name, intervals=None)


def nothing(program: Json) -> None:
    """No change."""


CASES: dict[str, tuple[str, Change, Change]] = {
    "a day under a wrong name": (
        "days",
        edit(2, TUESDAY, day="Mercredi"),
        edit(2, TUESDAY, day="tuesday"),
    ),
    "a day of no calendar": ("days", edit(2, TUESDAY, day="Jour 2"), edit(2, TUESDAY, day="MARDI")),
    "an eighth day": (
        "days",
        lambda program: program["weeks"][1]["sessions"].append({"day": "Lundi", "rest_day": True}),
        nothing,
    ),
    "one session too many": (
        "sessions",
        day(2, WEDNESDAY, easy(1.0)),
        steps(day(2, WEDNESDAY, easy(6.7)), day(2, TUESDAY, rest())),
    ),
    "one session missing": (
        "sessions",
        steps(undated, day(8, TUESDAY, rest()), day(8, SATURDAY, easy(12.4))),
        day(8, SATURDAY, rest()),
    ),
    "one session missing without an injury": (
        "sessions",
        steps(undated, day(8, TUESDAY, rest()), day(8, SATURDAY, easy(12.4))),
        steps(
            undated,
            day(8, TUESDAY, rest()),
            day(8, SATURDAY, easy(12.4)),
            profile(injuries=["knee"]),
            healing(2),
            notice("injury"),
        ),
    ),
    "a promise of one session": ("sessions", profile(sessions_per_week=1), nothing),
    "a rest day that runs": (
        "rest",
        edit(2, MONDAY, session_type="Footing"),
        edit(2, MONDAY, session_type="Repos complet", description="Marche si tu en as envie."),
    ),
    "a rest day with strength": (
        "rest",
        edit(2, MONDAY, strength={"minutes": 20}),
        edit(2, TUESDAY, strength={"minutes": 20}),
    ),
    "a session of nothing": (
        "rest",
        day(8, SATURDAY, {"rest_day": False, "session_type": "Natation"}),
        day(8, SATURDAY, {"rest_day": False, "session_type": "Natation", "duration_min": 30}),
    ),
    "a session called rest": ("rest", edit(8, SATURDAY, kind="rest"), nothing),
    "too many intense minutes": ("intensity", efforts(rpe=6), efforts(rpe=5)),
    "one week too intense": ("intensity", efforts(6, range(2, 3)), efforts(5, range(2, 3))),
    "a week that grows 14 %": ("growth", day(4, SATURDAY, easy(9.6)), day(4, SATURDAY, easy(8.3))),
    "a third loading week": (
        "recovery",
        days(6, training_week(36.0)),
        days(6, training_week(32.4)),
    ),
    "a recovery week cut by 39 %": (
        "recovery",
        days(6, training_week(22.0)),
        days(6, training_week(23.6)),
    ),
    "a first week too large": (
        "first-week",
        profile(current_km_per_week=26.0),
        profile(current_km_per_week=28.0),
    ),
    "a first week too small": (
        "first-week",
        profile(current_km_per_week=52.0, longest_run_km=14.0),
        profile(current_km_per_week=49.0, longest_run_km=14.0),
    ),
    "a small first week after a layoff": (
        "first-week",
        profile(current_km_per_week=60.0, longest_run_km=20.0),
        steps(profile(current_km_per_week=60.0, longest_run_km=20.0), notice("layoff")),
    ),
    "a week over the ceiling": (
        "ceiling",
        profile(goal="5K", level="débutant"),
        profile(goal="5K", level="intermédiaire"),
    ),
    "a run 18 % longer than the longest": (
        "longest-run",
        steps(day(2, SUNDAY, long_run(12.0)), day(2, SATURDAY, easy(5.6))),
        steps(day(2, SUNDAY, long_run(11.2)), day(2, SATURDAY, easy(6.4))),
    ),
    "a first run 35 % longer than the stated longest": (
        "longest-run",
        profile(longest_run_km=7.5),
        profile(longest_run_km=9.2),
    ),
    "a long run of 42 % of its week": (
        "long-run-share",
        steps(day(3, SUNDAY, long_run(10.8)), day(3, SATURDAY, easy(3.5))),
        steps(day(3, SUNDAY, long_run(10.4)), day(3, SATURDAY, easy(3.9))),
    ),
    "a run of 155 minutes": (
        "long-run-minutes",
        edit(7, SUNDAY, duration_min=155, pace_target=None),
        edit(7, SUNDAY, duration_min=150, pace_target=None),
    ),
    "two hard days in a row": (
        "hard-days",
        steps(day(2, SATURDAY, rest()), day(2, FRIDAY, threshold(6.7, 2.8))),
        day(2, SATURDAY, threshold(6.7, 2.8)),
    ),
    "a long run with marathon pace the day after": (
        "hard-days",
        steps(
            day(2, SATURDAY, threshold(6.7, 2.8)),
            day(2, THURSDAY, easy(7.7)),
            edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "M"}]),
        ),
        steps(
            day(2, SATURDAY, threshold(6.7, 2.8)),
            day(2, THURSDAY, easy(7.7)),
            edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "E"}]),
        ),
    ),
    "three hard sessions": (
        "hard-sessions",
        steps(day(2, TUESDAY, threshold(6.7, 2.0)), day(2, SATURDAY, threshold(6.7, 2.0))),
        day(2, TUESDAY, threshold(6.7, 2.0)),
    ),
    "threshold work of 12 %": (
        "session-cap",
        day(2, THURSDAY, threshold(7.7, 3.8)),
        day(2, THURSDAY, threshold(7.7, 3.2)),
    ),
    "interval work of 9 %": (
        "session-cap",
        day(2, THURSDAY, vo2(3, 4.0, 3.0)),
        day(2, THURSDAY, vo2(3, 3.5, 3.0)),
    ),
    "repetition work of 9 %": (
        "session-cap",
        interval(zone="R", pace_target=None),
        interval(zone="R", distance_km=0.8, pace_target=None),
    ),
    "effort in a threshold session": (
        "session-cap",
        interval(zone="effort", duration_min=9, distance_km=None, rpe=7, pace_target=None),
        interval(zone="effort", duration_min=7, distance_km=None, rpe=7, pace_target=None),
    ),
    "a repetition of six minutes": (
        "interval-length",
        day(2, THURSDAY, vo2(1, 6.0, 3.0)),
        day(2, THURSDAY, vo2(2, 5.0, 5.0)),
    ),
    "a recovery longer than the effort": (
        "interval-recovery",
        day(2, THURSDAY, vo2(3, 3.0, 3.5)),
        day(2, THURSDAY, vo2(3, 3.0, 3.0)),
    ),
    "a taper of 20 days for a 10K": ("taper", lighter_week_7(5.4), lighter_week_7(8.0)),
    "a race week hardly cut": (
        "taper",
        days(8, [rest(), easy(10.0), rest(), threshold(10.0, 1.4), rest(), easy(10.0), race()]),
        days(8, [rest(), easy(9.0), rest(), threshold(10.0, 1.4), rest(), easy(10.0), race()]),
    ),
    "a race week cut by 64 %": ("taper", day(8, TUESDAY, easy(4.0)), day(8, TUESDAY, easy(6.0))),
    "no hard session in the last ten days": (
        "last-hard",
        day(8, THURSDAY, easy(7.0)),
        steps(day(8, THURSDAY, easy(7.0)), day(8, TUESDAY, threshold(8.0, 1.4))),
    ),
    "no hard session where the runner was free": (
        "last-hard",
        steps(day(8, THURSDAY, easy(7.0)), profile(available_days=[1, 3, 5, 6])),
        steps(day(8, THURSDAY, easy(7.0)), profile(available_days=[0, 5, 6])),
    ),
    "the longest run three weeks before a 10K": (
        "longest-run-place",
        steps(day(7, SUNDAY, long_run(11.9)), day(7, SATURDAY, easy(8.1))),
        steps(day(7, SUNDAY, long_run(12.1)), day(7, SATURDAY, easy(7.9))),
    ),
    "paces without a reference": (
        "no-reference",
        steps(top(vdot=None), notice("no_reference")),
        steps(top(vdot=None), notice("no_reference"), without_paces),
    ),
    "no word of the missing reference": (
        "no-reference",
        steps(top(vdot=None), without_paces),
        steps(top(vdot=None), without_paces, kind(5, "test")),
    ),
    "an injury passed over": (
        "injury",
        steps(profile(injuries=["knee"]), healing(2)),
        steps(profile(injuries=["knee"]), healing(2), notice("injury")),
    ),
    "a hard session on a fresh injury": (
        "injury",
        steps(profile(injuries=["knee"]), notice("injury"), healing(1)),
        steps(profile(injuries=["knee"]), notice("injury"), healing(2)),
    ),
    "hills on a knee told in words": (
        "injury",
        steps(profile(injuries_notes="Douleur au genou"), notice("injury"), healing(2), hills(5)),
        steps(profile(injuries_notes="Pas mal au genou"), hills(5)),
    ),
    "hills too early and late enough": (
        "injury",
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), hills(5)),
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), hills(6)),
    ),
    "hill work under another name": (
        "injury",
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), climbs(5)),
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), climbs(6)),
    ),
    "strides on a sore shin": (
        "injury",
        steps(profile(injuries=["shin"]), notice("injury"), healing(8), workout(2, "strides-flat")),
        steps(profile(injuries=["shin"]), notice("injury"), healing(8), workout(2, "easy-run")),
    ),
    "a hot race passed over": (
        "race-heat",
        top(race=HOT_RACE),
        steps(top(race=HOT_RACE), notice("heat", "Entraîne ton hydratation.")),
    ),
    "a trail without hills": (
        "race-trail",
        steps(top(race=TRAIL_RACE), notice("trail", "Descentes, proprioception.")),
        steps(top(race=TRAIL_RACE), notice("trail", "Descentes, proprioception."), hills(4)),
    ),
    "a trail without descents and balance": (
        "race-trail",
        steps(top(race=TRAIL_RACE), edit(4, SUNDAY, climb_m=200)),
        steps(
            top(race=TRAIL_RACE), edit(4, SUNDAY, climb_m=200), notice("trail", "Descentes, proprioception.")
        ),
    ),
    "a total that is no sum": (
        "totals",
        edit(2, TUESDAY, distance_km=7.0),
        edit(2, TUESDAY, distance_km=6.8),
    ),
    "another number of weeks": ("weeks", summary(total_weeks=9), nothing),
    "a week with another number": (
        "weeks",
        lambda program: program["weeks"][1].update(week_number=3),
        nothing,
    ),
    "too few weeks": (
        "length",
        steps(undated, profile(goal="marathon")),
        steps(undated, profile(goal="semi-marathon")),
    ),
    "a phase that ends early": (
        "phases",
        lambda program: program["program_summary"]["phases"][0].update(last_week=6),
        summary(phases=[]),
    ),
    "a phase past the end": (
        "phases",
        lambda program: program["program_summary"]["phases"][1].update(last_week=9),
        nothing,
    ),
    "a wrong date": (
        "dates",
        edit(2, TUESDAY, date="2026-03-11"),
        edit(2, TUESDAY, date=None),
    ),
    "a session before the start": (
        "dates",
        top(start_date="2026-03-04"),
        top(start_date="2026-03-03"),
    ),
    "no race at the end": ("race-day", day(8, SUNDAY, easy(10.0)), nothing),
    "a race on another day": ("race-day", profile(target_date="2026-04-25"), nothing),
    "an impossible pace": (
        "figures",
        edit(2, TUESDAY, duration_min=6, pace_target=None),
        edit(2, TUESDAY, duration_min=18, pace_target=None),
    ),
    "a pace too slow for running": (
        "figures",
        edit(2, TUESDAY, duration_min=105, pace_target=None),
        edit(2, TUESDAY, duration_min=105, pace_target=None, climb_m=100),
    ),
    "a duration that contradicts the pace": (
        "figures",
        edit(2, TUESDAY, duration_min=55),
        edit(2, TUESDAY, duration_min=43),
    ),
    "parts longer than the whole": (
        "figures",
        edit(2, THURSDAY, warm_up_min=40),
        edit(2, THURSDAY, warm_up_min=20),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


def breaches(change: Change, rule: str) -> list[Breach]:
    """The breaches of one rule after a change, whatever else it breaks."""
    program = valid()
    change(program)
    return [breach for breach in check(program_of(program)) if breach.rule == rule]


def told(change: Change, rule: str) -> list[str]:
    """The sentences of one rule after a change."""
    return [breach.text for breach in breaches(change, rule)]


def ultra(**race_values: object) -> Change:
    """Eleven weeks towards an ultra with hard week-ends left out."""
    return steps(
        lambda program: program["weeks"].extend(program["weeks"][:3]),
        top(race={"name": "Ultra", "distance_km": 80, **race_values}),
    )


def back_to_back(program: Json) -> None:
    put(program, 5, SATURDAY, easy(9.0))


def test_an_ultra_asks_for_two_long_runs_in_a_row() -> None:
    assert any("sorties longues" in text for text in told(ultra(), "race-ultra"))
    assert told(steps(ultra(), back_to_back), "race-ultra") == []
    assert told(steps(ultra(), profile(available_days=[1, 3, 6])), "race-ultra") == []
    assert told(steps(ultra(), profile(sessions_per_week=2)), "race-ultra") == []


def test_an_ultra_asks_for_food_and_mind() -> None:
    bare = steps(ultra(), back_to_back, top(tips={}))
    assert len(told(bare, "race-ultra")) == 2


def test_marathon_work_stops_at_29_km_or_110_minutes() -> None:
    def marathon_pace(minutes: float) -> Change:
        line = {"repetitions": 1, "duration_min": minutes, "zone": "M"}
        return edit(2, SUNDAY, intervals=[line], duration_min=150, distance_km=30)

    assert any("110" in text for text in told(marathon_pace(115), "session-cap"))
    assert told(marathon_pace(110), "session-cap") == []
    fast = {"M": {"min_s_per_km": 200, "max_s_per_km": 200}, "E": PACES["E"]}
    assert any("29" in text for text in told(steps(marathon_pace(105), top(paces=fast)), "session-cap"))


def test_marathon_pace_is_easy_where_easy_running_is_as_fast() -> None:
    slow = {"M": {"min_s_per_km": 500, "max_s_per_km": 510}, "E": {"min_s_per_km": 480, "max_s_per_km": 520}}
    at_marathon_pace = edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "M"}])
    after_a_hard_day = steps(day(2, SATURDAY, threshold(6.7, 2.8)), at_marathon_pace)
    assert told(after_a_hard_day, "hard-days")
    assert told(steps(after_a_hard_day, top(paces=slow)), "hard-days") == []


def test_an_absolute_beginner_starts_with_run_walk() -> None:
    beginner = profile(level="débutant", current_km_per_week=0)
    assert told(beginner, "run-walk")
    assert told(steps(beginner, edit(1, TUESDAY, kind="run_walk")), "run-walk") == []
    assert told(profile(level="débutant", current_km_per_week=9), "run-walk") == []


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


def test_a_plan_of_the_race_week_alone_is_judged() -> None:
    assert broken(last_weeks(1)) == []
    assert broken(last_weeks(2)) == []
    assert broken(steps(last_weeks(2), lambda program: program["notices"].clear())) == ["length"]


def test_what_is_not_known_is_not_judged() -> None:
    assert broken(profile(longest_run_km=None)) == []
    assert broken(profile(current_km_per_week=None, longest_run_km=None)) == []
    unknown = profile(goal="me sentir bien", current_km_per_week=40.0, longest_run_km=None)
    assert broken(unknown) == []
    assert broken(steps(unknown, profile(level="champion"))) == []
    assert broken(steps(undated, top(start_date=None), without_dates)) == []
    assert broken(steps(top(start_date=None), without_dates)) == []
    assert broken(top(start_date=None)) == []


def without_dates(program: Json) -> None:
    for number in range(1, 9):
        for index in range(7):
            at(program, number, index)["date"] = None


def test_without_a_stated_longest_run_the_first_week_stands_for_the_past() -> None:
    unknown = profile(longest_run_km=None)
    longer = steps(day(2, SUNDAY, long_run(12.0)), day(2, SATURDAY, easy(5.6)))
    assert broken(steps(unknown, longer)) == ["longest-run"]


def test_a_hot_race_asks_for_water() -> None:
    assert len(told(steps(top(race=HOT_RACE), top(tips={})), "race-heat")) == 2
    assert told(steps(top(race=HOT_RACE), notice("heat", "Hydratation.")), "race-heat") == []


def test_a_session_without_words_is_judged_by_its_effort() -> None:
    assert view_of(program_of(nameless(rpe=8))).weeks[1].sessions[SATURDAY].is_hard
    assert not view_of(program_of(nameless(rpe=6))).weeks[1].sessions[SATURDAY].is_hard


def nameless(rpe: int) -> Json:
    program = valid()
    at(program, 2, SATURDAY).update(session_type="Séance surprise", kind=None, rpe=rpe)
    return program


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Endurance fondamentale", "easy"),
        ("Fractionné court", "interval"),
        ("VMA", "interval"),
        ("Seuil", "threshold"),
        ("Sortie longue", "long"),
        ("Sortie longue en endurance", "long"),
        ("Côtes", "hills"),
        ("Footing de récupération", "recovery"),
        ("Marche / course", "run_walk"),
        ("Renforcement musculaire", "strength"),
        ("Allure marathon", "marathon"),
        ("Course", "race"),
        ("Repos", "rest"),
        ("Easy run", "easy"),
        ("Tempo run", "threshold"),
        ("Hill repeats", "hills"),
        ("Long run", "long"),
        ("Rest day", "rest"),
        ("Une surprise", None),
    ],
)
def test_kinds_are_read_from_french_and_english_words(words: str, named: str | None) -> None:
    assert kind_in_words(words) == named


def test_a_short_longest_run_is_a_breach_only_where_more_was_possible() -> None:
    half = profile(goal="semi-marathon")
    assert any(
        "14" in text for text in told(steps(half, day(1, SUNDAY, long_run(12.0))), "longest-run-place")
    )
    assert not any("14" in text for text in told(half, "longest-run-place"))
    unknown = steps(half, profile(level="champion"), day(1, SUNDAY, long_run(12.0)))
    assert not any("14" in text for text in told(unknown, "longest-run-place"))
    assert told(steps(half, last_weeks(3)), "longest-run-place") == []


@pytest.mark.parametrize(
    ("goal", "words"), [("Semi", "16"), ("Half marathon", "16"), ("10 km", "14"), ("Forme", "20")]
)
def test_a_plan_has_a_longest_length(goal: str, words: str) -> None:
    longer = steps(
        lambda program: program["weeks"].extend(program["weeks"][:6] * 3), profile(goal=goal), undated
    )
    assert any(words in text for text in told(longer, "length"))


@pytest.mark.parametrize(
    ("sessions", "current_km", "longest_km", "fitting_km", "too_small_km", "too_large_km"),
    [
        (4, 5.0, None, 12.0, None, 12.4),  # three kilometres a session are never too many
        (2, 10.0, None, 12.0, None, 12.4),  # two more than now are never too many
        (4, 40.0, None, 24.0, 23.6, 44.4),
        (4, 60.0, 8.0, 19.2, 18.8, 66.4),  # small runs make a small week
        (2, 100.0, None, 32.0, 30.0, 110.4),  # so do two runs of at most 150 minutes
    ],
)
def test_the_first_week_starts_from_what_is_run_now(
    sessions: int,
    current_km: float,
    longest_km: float | None,
    fitting_km: float,
    too_small_km: float | None,
    too_large_km: float,
) -> None:
    runner = profile(sessions_per_week=sessions, current_km_per_week=current_km, longest_run_km=longest_km)

    def found(km: float | None) -> list[str]:
        return told(steps(runner, days(1, training_week(km or fitting_km))), "first-week")

    assert found(fitting_km) == []
    assert bool(found(too_small_km)) == (too_small_km is not None)
    assert found(too_large_km)


@pytest.mark.parametrize(
    ("longest_km", "allowed_km", "too_long_km"), [(20.0, 22.0, 22.4), (3.0, 4.0, 4.4), (10.0, 11.0, 11.4)]
)
def test_a_run_may_outgrow_the_longest_by_a_tenth_or_a_kilometre(
    longest_km: float, allowed_km: float, too_long_km: float
) -> None:
    def first_run(km: float) -> list[Breach]:
        found = breaches(steps(known, day(1, TUESDAY, easy(km))), "longest-run")
        return [breach for breach in found if (breach.week, breach.day) == (1, "Mardi")]

    known = profile(longest_run_km=longest_km)
    assert first_run(allowed_km) == []
    assert first_run(too_long_km)


def test_a_long_run_is_forgotten_after_thirty_days() -> None:
    fresh = steps(day(3, SUNDAY, long_run(14.0)), day(7, SUNDAY, long_run(14.0)))
    old = steps(day(2, SUNDAY, long_run(14.0)), day(7, SUNDAY, long_run(14.0)))
    assert len(told(fresh, "longest-run")) == 1
    assert len(told(old, "longest-run")) == 2


def test_a_last_week_without_a_race_is_no_taper() -> None:
    assert told(steps(undated, days(8, training_week(22.0))), "recovery")


def test_three_loading_weeks_in_a_row_miss_a_lighter_one() -> None:
    def unlabelled(program: Json) -> None:
        program["weeks"][5]["recovery"] = False

    loaded = steps(days(6, training_week(36.0)), unlabelled)
    assert [text[:22] for text in told(loaded, "recovery")] == ["3 semaines de charge d"]


def test_tiny_weeks_may_grow_by_two_kilometres() -> None:
    def second_week(km: float) -> Change:
        half = round(km / 2, 1)
        first = [rest(), easy(3.0), rest(), rest(), rest(), easy(3.0), rest()]
        second = [rest(), easy(half), rest(), rest(), rest(), easy(km - half), rest()]
        return steps(days(1, first), days(2, second))

    assert not any("après 6" in text for text in told(second_week(8.0), "growth"))
    assert any("après 6" in text for text in told(second_week(8.4), "growth"))


def test_an_advanced_runner_may_hold_what_is_already_run() -> None:
    big = steps(lambda program: put(program, 1, MONDAY, easy(90.0)), profile(goal="5K", level="avancé"))
    assert told(big, "ceiling")
    assert told(steps(big, profile(current_km_per_week=115)), "ceiling") == []
    assert told(profile(level="champion"), "ceiling") == []


def test_three_hard_sessions_belong_to_advanced_runners_of_six_sessions() -> None:
    three = steps(day(2, TUESDAY, threshold(6.7, 2.0)), day(2, SATURDAY, threshold(6.7, 2.0)))
    assert told(steps(three, profile(level="avancé", sessions_per_week=6)), "hard-sessions") == []
    assert told(steps(three, profile(level="avancé", sessions_per_week=5)), "hard-sessions")
    assert told(profile(level="champion"), "hard-sessions") == []


def test_sentences_follow_the_language_of_the_program() -> None:
    grown = day(4, SATURDAY, easy(9.6))
    (french,) = told(grown, "growth")
    assert french.startswith("36,5\u202fkm après 32\u202fkm dans la dernière semaine de charge")
    assert french.endswith("(+14\u202f%)\u202f: 35,2\u202fkm au plus.")
    english = told(steps(grown, top(language="en")), "growth")
    assert english == ["36.5\u00a0km after 32\u00a0km in the last loading week (+14%): at most 35.2\u00a0km."]


def test_a_breach_tells_its_week_and_day() -> None:
    program = valid()
    put(program, 2, WEDNESDAY, easy(1.0))
    (breach,) = check(program_of(program))
    assert (breach.rule, breach.week, breach.day) == ("sessions", 2, None)
    program = valid()
    at(program, 2, MONDAY).update(distance_km=None, pace_target="5:00/km")
    (breach,) = check(program_of(program))
    assert (breach.rule, breach.week, breach.day) == ("rest", 2, "Lundi")


def test_an_empty_program_breaks_rules_without_falling_over() -> None:
    program = valid()
    program["weeks"] = []
    assert {breach.rule for breach in check(program_of(program))} == {
        "weeks", "phases", "race-day"
    }  # fmt: skip


def test_a_program_in_the_original_format_is_judged_by_its_words() -> None:
    assert check(program_of(without_added_keys(valid()))) == ()
    program = without_added_keys(valid())
    at(program, 2, SATURDAY).update(rest_day=True)
    program["weeks"][1]["sessions"][FRIDAY] = {**threshold(6.7, 2.8), "day": "Vendredi"}
    del program["weeks"][1]["sessions"][FRIDAY]["kind"]
    assert "hard-days" in {breach.rule for breach in check(program_of(program))}
