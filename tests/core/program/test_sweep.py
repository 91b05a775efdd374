"""Plans for every kind of runner keep every rule.

`RUNCOACH_SWEEP` is the number of programs (1500 unless set). Every combination of level, goal, sessions a
week and length comes once in 1350; injuries, races, volumes and reference times are dealt over them
as a shuffled product of their own; weekdays, chosen days, lay-offs and languages by a seeded draw.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, cycle, islice, product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.athlete import Goal, InjurySite, Level, Performance, Race, RunnerProfile, Terrain
from core.localisation import LANGUAGES
from core.program.builder import build_program
from core.program.rules import check

PROGRAMS = int(os.environ.get("RUNCOACH_SWEEP", "1500"))
CHUNKS = 16
SEED = 20_260_420
FIRST_DAY = date(2026, 11, 23)
EXAMPLES_SHOWN = 3

LENGTHS = {
    Goal.FIVE_K: (4, 12),
    Goal.TEN_K: (6, 14),
    Goal.HALF_MARATHON: (8, 16),
    Goal.MARATHON: (10, 20),
    Goal.ENDURANCE: (4, 20),
}
SHORTER, LONGER = (1, 2), 3  # weeks a race may be too near or too far
RACE_KM = {
    Goal.FIVE_K: 5.0,
    Goal.TEN_K: 10.0,
    Goal.HALF_MARATHON: 21.1,
    Goal.MARATHON: 42.195,
    Goal.ENDURANCE: 10.0,
}
RACES = ("none", "road", "trail", "ultra", "heat")
VOLUMES_KM: dict[str, dict[Level, float]] = {
    "small": {Level.BEGINNER: 0.0, Level.INTERMEDIATE: 12.0, Level.ADVANCED: 25.0},
    "typical": {Level.BEGINNER: 15.0, Level.INTERMEDIATE: 32.0, Level.ADVANCED: 58.0},
    "high": {Level.BEGINNER: 45.0, Level.INTERMEDIATE: 80.0, Level.ADVANCED: 130.0},
    "unknown": {},
}
REFERENCES = {
    "none": None,
    "slow": Performance(10_000, 74 * 60),
    "middling": Performance(21_097.5, 112 * 60),
    "fast": Performance(5_000, 17 * 60 + 30),
}
INJURIES: tuple[tuple[InjurySite, ...], ...] = ((), *((site,) for site in InjurySite))
LAYOFFS_DAYS = (0, 0, 0, 0, 10, 40, 100)

Factors = dict[str, object]


def race_for(name: str, goal: Goal) -> Race | None:
    """The race of that name at the goal's distance."""
    km = RACE_KM[goal]
    races = {
        "road": Race("Corrida", km),
        "trail": Race("Trail", km, climb_m=35 * km, descent_m=35 * km, terrain=Terrain.TRAIL),
        "ultra": Race("Ultra", 80.0, climb_m=4000, descent_m=4000, terrain=Terrain.TRAIL),
        "heat": Race("Course chaude", km, temperature_c=31.0, humidity_percent=60),
    }
    return races.get(name)


def runners(count: int) -> Iterator[tuple[RunnerProfile, date]]:
    """The first `count` runners of the sweep with the day each starts; always the same ones."""
    random = Random(SEED)
    whom = [
        (level, goal, sessions, weeks)
        for level, goal, sessions in product(Level, Goal, range(2, 8))
        for weeks in lengths(goal)
    ]
    how = list(product(INJURIES, RACES, VOLUMES_KM, REFERENCES))
    random.shuffle(whom)
    random.shuffle(how)
    for (level, goal, sessions, weeks), (injuries, race, volume, reference) in islice(
        zip(cycle(whom), cycle(how), strict=False), count
    ):
        start = FIRST_DAY + timedelta(random.randrange(7))
        current_km = VOLUMES_KM[volume].get(level)
        available_days, long_run_day = chosen_days(sessions, random)
        yield (
            RunnerProfile(
                level=level,
                goal=goal,
                sessions_per_week=sessions,
                target_date=target(start, weeks, random),
                reference=REFERENCES[reference],
                injuries=injuries,
                race=race_for(race, goal),
                current_km_per_week=current_km,
                longest_run_km=longest_run(current_km, random),
                layoff_days=random.choice(LAYOFFS_DAYS),
                language=random.choice(LANGUAGES),
                available_days=available_days,
                long_run_day=long_run_day,
            ),
            start,
        )


def lengths(goal: Goal) -> list[int | None]:
    """Weeks until the race: every length of the goal, too near, too far, and no date."""
    least, most = LENGTHS[goal]
    return [None, *SHORTER, *range(least, most + 1), most + LONGER]


def target(start: date, weeks: int | None, random: Random) -> date | None:
    """A race day in the last of so many weeks, most often on a weekend, never before the start."""
    if weeks is None:
        return None
    weekday = random.choice((0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6))
    monday = start - timedelta(start.weekday())
    return max(start, monday + timedelta(7 * (weeks - 1) + weekday))


def longest_run(current_km: float | None, random: Random) -> float | None:
    if current_km is None:
        return random.choice((None, None, 8.0))
    return random.choice((None, round(current_km * 0.35, 1), round(current_km * 0.2, 1)))


def chosen_days(sessions: int, random: Random) -> tuple[tuple[int, ...], int | None]:
    """Half of the runners choose their days, some of those their long-run day, a few choose too few days."""
    if random.random() < 0.5:
        return (), None
    count = max(1, min(7, sessions + random.choice((-1, 0, 0, 1, 2))))
    days = tuple(sorted(random.sample(range(7), count)))
    return days, random.choice((None, *days))


@cache
def all_runners() -> tuple[tuple[RunnerProfile, date], ...]:
    return tuple(runners(PROGRAMS))


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_plan_of_the_sweep_keeps_every_rule(chunk: int) -> None:
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for profile, start in all_runners()[chunk::CHUNKS]:
        for breach in check(build_program(profile, start)):
            counts[breach.rule] += 1
            examples.setdefault(
                breach.rule, f"{breach.week} {breach.day} {breach.text}\n{profile!r}, {start!r}"
            )
    assert not counts, f"{counts}\n" + "\n".join(islice(examples.values(), EXAMPLES_SHOWN))


def factors(profile: RunnerProfile, start: date) -> Factors:
    """What the sweep promises to cross."""
    return {
        "level": profile.level,
        "goal": profile.goal,
        "sessions": profile.sessions_per_week,
        "dated": profile.target_date is not None,
        "injuries": profile.injuries,
        "race": profile.race.name if profile.race else None,
        "volume known": profile.current_km_per_week is not None,
        "reference": profile.reference,
        "weekday": start.weekday(),
        "days chosen": bool(profile.available_days),
        "language": profile.language,
    }


def test_the_sweep_crosses_every_pair_of_values() -> None:
    dealt = [factors(profile, start) for profile, start in runners(1500)]
    for one, other in combinations(dealt[0], 2):
        wanted = {value[one] for value in dealt}, {value[other] for value in dealt}
        met = {(value[one], value[other]) for value in dealt}
        assert len(met) == len(wanted[0]) * len(wanted[1]), (one, other)


@st.composite
def any_runner(draw: st.DrawFn) -> tuple[RunnerProfile, date]:
    """Any runner the conversation can produce, in no particular proportion."""
    start = FIRST_DAY + timedelta(draw(st.integers(0, 400)))
    goal = draw(st.sampled_from(Goal))
    target_date = draw(st.none() | st.dates(start, start + timedelta(weeks=30)))
    days = tuple(sorted(draw(st.sets(st.integers(0, 6)))))
    race = race_for(draw(st.sampled_from(RACES)), goal)
    if race is not None:
        climb_m = draw(st.floats(0, 6000)) if race.terrain is Terrain.TRAIL else 0.0
        temperature_c = draw(st.none() | st.floats(-5, 40))
        race = replace(race, climb_m=climb_m, descent_m=climb_m, temperature_c=temperature_c)
    reference = None
    if draw(st.booleans()):
        km = draw(st.sampled_from((3.0, 5.0, 10.0, 21.0975, 42.195)))
        reference = Performance(km * 1000, km * draw(st.integers(200, 540)))
    profile = RunnerProfile(
        level=draw(st.sampled_from(Level)),
        goal=goal,
        sessions_per_week=draw(st.integers(2, 7)),
        target_date=target_date,
        reference=reference,
        injuries=tuple(draw(st.lists(st.sampled_from(InjurySite), unique=True, max_size=3))),
        race=race,
        current_km_per_week=draw(st.none() | st.floats(0, 160).map(lambda km: round(km, 1))),
        longest_run_km=draw(st.none() | st.floats(0, 45).map(lambda km: round(km, 1))),
        layoff_days=draw(st.sampled_from((0, 0, 7, 30, 200))),
        available_days=days,
        long_run_day=draw(st.none() | st.sampled_from(days)) if days else None,
    )
    return profile, start


@given(any_runner())
@settings(
    max_examples=max(100, PROGRAMS // 20),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a plan takes some ten milliseconds to build and judge
)
def test_any_plan_keeps_every_rule(runner: tuple[RunnerProfile, date]) -> None:
    profile, start = runner
    assert [breach.text for breach in check(build_program(profile, start))] == []
