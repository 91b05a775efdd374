"""The workout catalogue: what it must hold, and that no prescription leaves its budget."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from core.athlete import Goal, InjurySite, Level, Terrain
from core.program.exchange import Interval
from core.program.workouts import Block, Family, Phase, Workout, by_id, candidates, catalogue, prescribe

# A runner of VDOT 40, close enough for sizes.
PACES = {"E": 380.0, "M": 330.0, "T": 306.0, "I": 282.0, "R": 264.0}
MAX_ZONE_KM = {"M": 29.0, "I": 10.0, "R": 8.0}
MAX_M_MIN = 110.0
WORKOUTS = tuple(catalogue().values())
IDS = tuple(catalogue())


def sized(workout: Workout, km: float, minutes: float, progress: float) -> tuple[Interval, ...] | None:
    return prescribe(
        workout, zone_pace_s_per_km=PACES, max_work_km=km, max_work_min=minutes, progress=progress
    )


def work_min(piece: Interval) -> float:
    """Minutes of one repetition at the paces above."""
    return piece.duration_min or (piece.distance_km or 0) * PACES.get(piece.zone, PACES["T"]) / 60


def total_min(main: tuple[Interval, ...]) -> float:
    return sum(piece.repetitions * work_min(piece) for piece in main)


def zone_km(main: tuple[Interval, ...], zone: str) -> float:
    pace_s_per_km = PACES.get(zone, PACES["T"])
    return sum(p.repetitions * work_min(p) * 60 / pace_s_per_km for p in main if p.zone == zone)


def test_the_catalogue_covers_every_family() -> None:
    families = Counter(workout.family for workout in WORKOUTS)
    assert len(WORKOUTS) >= 60
    assert set(families) == {
        "easy", "recovery", "strides", "progression", "long", "back_to_back", "heat", "marathon", "threshold",
        "cruise", "interval", "fartlek", "race_pace", "repetition", "hill_short", "hill_long", "downhill",
        "run_walk", "test", "compromised", "cross",
    }  # fmt: skip
    assert min(families.values()) >= 1


@pytest.mark.parametrize("kind", ["easy", "long", "marathon", "threshold", "interval", "repetition", "hills"])
@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_choice_in_every_kind(kind: str, level: Level) -> None:
    kinds = [workout for workout in WORKOUTS if workout.kind == kind and level in workout.levels]
    assert len([workout for workout in kinds if not workout.requires_reference]) >= 2


@pytest.mark.parametrize("workout", WORKOUTS, ids=IDS)
def test_texts_stand_in_both_languages(workout: Workout) -> None:
    for words in (workout.name, workout.purpose):
        assert words["fr"] == words.fr
        assert words["en"] == words.en
        assert words.fr.strip() == words.fr
        assert words.en.strip() == words.en
    assert len(workout.name.fr) <= 60
    assert len(workout.purpose.fr) <= 160
    assert workout.purpose.fr != workout.purpose.en
    assert not any(f" {sign}" in workout.purpose.fr for sign in ":;?!"), "needs a narrow no-break space"


@pytest.mark.parametrize("workout", WORKOUTS, ids=IDS)
def test_each_ladder_climbs(workout: Workout) -> None:
    steps = range(workout.step_count)
    totals = [
        sum(
            reps * size
            for block in workout.main
            for reps, size in [block.steps[min(step, len(block.steps) - 1)]]
        )
        for step in steps
    ]
    assert totals == sorted(totals)
    assert all(
        len(set(block.steps)) in {1, workout.step_count} or len(workout.main) > 1 for block in workout.main
    )


@pytest.mark.parametrize("workout", WORKOUTS, ids=IDS)
def test_every_workout_fits_some_runner(workout: Workout) -> None:
    main = sized(workout, 40.0, 120.0, 1.0)
    if any(block.unit == "km" and block.steps[0][1] * PACES["I"] > 300 for block in workout.main):
        assert prescribe(
            workout,
            zone_pace_s_per_km={zone: pace * 0.7 for zone, pace in PACES.items()},
            max_work_km=40.0,
            max_work_min=120.0,
            progress=1.0,
        )
    else:
        assert main is not None
        assert bool(main) == bool(workout.main)


@given(
    workout=st.sampled_from(WORKOUTS),
    km=st.floats(0, 40),
    minutes=st.floats(0, 150),
    progress=st.floats(-0.5, 1.5),
)
def test_no_prescription_leaves_its_budget(
    workout: Workout, km: float, minutes: float, progress: float
) -> None:
    main = sized(workout, km, minutes, progress)
    if main is None:
        return
    assert total_min(main) <= minutes + 1e-6
    if workout.kind != "cross":
        assert sum(zone_km(main, zone) for zone in {piece.zone for piece in main}) <= km + 1e-6
    for zone, most_km in MAX_ZONE_KM.items():
        assert zone_km(main, zone) <= most_km + 1e-6
    assert sum(p.repetitions * work_min(p) for p in main if p.zone == "M") <= MAX_M_MIN
    for piece in main:
        if piece.zone == "I":
            assert work_min(piece) <= 5.0
            assert piece.recovery_min is not None
            assert piece.recovery_min <= work_min(piece)


@pytest.mark.parametrize("workout", WORKOUTS, ids=IDS)
def test_progress_adds_work_and_never_recovery(workout: Workout) -> None:
    mains = [sized(workout, 10.0, 60.0, progress) for progress in (0.0, 0.25, 0.5, 0.75, 1.0)]
    if mains[0] is None:
        assert mains == [None] * 5
        return
    totals = [total_min(main or ()) for main in mains]
    assert totals == sorted(totals)
    first, last = mains[0], mains[-1] or ()
    for before, after in zip(first, last, strict=True):
        if before.recovery_min and work_min(before) == work_min(after):
            assert (after.recovery_min or 0) <= before.recovery_min


def test_the_first_session_takes_some_sixty_percent_of_the_budget() -> None:
    workout = catalogue()["interval-400"]
    first, peak = sized(workout, 4.0, 60.0, 0.0), sized(workout, 4.0, 60.0, 1.0)
    assert first is not None
    assert peak is not None
    assert [(p.repetitions, p.distance_km) for p in first + peak] == [(6, 0.4), (10, 0.4)]
    assert (first[0].recovery, first[0].recovery_min, peak[0].recovery_min) == ("jog", 1.75, 1.25)


def test_a_small_budget_gives_no_session() -> None:
    assert sized(catalogue()["interval-800"], 1.0, 60.0, 0.0) is None
    assert sized(catalogue()["interval-800"], 5.0, 3.0, 0.0) is None


def test_a_slow_runner_gets_no_repetition_over_five_minutes() -> None:
    slow = {zone: pace * 1.4 for zone, pace in PACES.items()}
    kilometres = catalogue()["interval-1000"]
    assert prescribe(kilometres, zone_pace_s_per_km=slow, max_work_km=10, max_work_min=90, progress=1) is None


def test_single_zones_can_be_capped_further() -> None:
    mixed = catalogue()["threshold-and-speed"]
    main = prescribe(
        mixed,
        zone_pace_s_per_km=PACES,
        max_work_km=10,
        max_work_min=60,
        progress=1,
        max_zone_km={"R": 0.45},
    )
    assert main is not None
    assert [piece.repetitions * (piece.distance_km or 0) for piece in main if piece.zone == "R"] == [0.4]


def test_race_pace_is_named_and_used_when_known() -> None:
    paces = {**PACES, "10K": 295.0}
    main = prescribe(
        catalogue()["race-pace-10k"],
        zone_pace_s_per_km=paces,
        max_work_km=6 * 60 / 295 * 1.0001,
        max_work_min=60,
        progress=1,
    )
    assert main is not None
    assert (main[0].race_pace, main[0].zone, main[0].repetitions) == ("10K", "I", 2)


@pytest.mark.parametrize(
    ("zone", "km", "fits"),
    [("M", 20.0, True), ("M", 20.1, False), ("I", 10.0, True), ("I", 10.1, False), ("R", 8.1, False)],
)
def test_no_budget_lifts_the_caps_of_a_session(zone: str, km: float, fits: bool) -> None:
    block = TypeAdapter(Block).validate_python(
        {
            "unit": "km",
            "zone": zone,
            "rpe": 8,
            "steps": [[10, km / 10]],
            "recovery": "jog",
            "recovery_min": [1, 1],
        }
    )
    workout = replace(catalogue()["marathon-steady"], main=(block,))
    main = sized(workout, 100.0, 300.0, 1.0)
    assert (main is not None) is fits, "20 km of M at 5:30/km are the 110 minutes"


def test_a_fast_marathon_block_stops_at_29_km() -> None:
    block = Block(unit="km", zone="M", rpe=6, steps=((1, 28.9), (1, 29.1)))
    workout = replace(catalogue()["marathon-steady"], main=(block,))
    main = prescribe(
        workout,
        zone_pace_s_per_km={"E": 240.0, "M": 190.0},
        max_work_km=60,
        max_work_min=180,
        progress=1,
    )
    assert main is not None
    assert main[0].distance_km == 28.9


def test_cross_training_runs_no_kilometres() -> None:
    assert sized(catalogue()["cross-aqua-jog"], 0.0, 30.0, 1.0) is not None


def test_minutes_of_effort_count_when_only_easy_pace_is_known() -> None:
    main = prescribe(
        catalogue()["fartlek-minutes"],
        zone_pace_s_per_km={"E": 420.0},
        max_work_km=1.0,
        max_work_min=60,
        progress=1,
    )
    assert main is not None
    assert main[0].repetitions == 6  # 7 minutes at 7:00/km are the kilometre


@pytest.mark.parametrize(
    ("asked", "left_in", "left_out"),
    [
        ({"kind": "easy"}, "easy-run", "heat-easy"),
        ({"family": "heat"}, "heat-easy", "easy-run"),
        ({"family": "cruise", "phase": "base"}, "cruise-5min", "cruise-2km"),
        ({"kind": "interval", "level": Level.BEGINNER}, "interval-400", "interval-1000"),
        ({"kind": "marathon", "goal": Goal.FIVE_K}, "progression-steady", "marathon-steady"),
        ({"kind": "hills", "terrain": Terrain.ROAD}, "hill-90s", "hill-run-hike"),
        ({"kind": "interval", "injuries": (InjurySite.SHIN,)}, "fartlek-minutes", "interval-400"),
        ({"kind": "threshold", "has_reference": False}, "cruise-5min", "cruise-1km"),
        ({"kind": "threshold", "weekly_km": 20.0}, "cruise-5min", "cruise-2km"),
        ({"kind": "long", "race_km": 42.0}, "long-time-on-feet", "long-night"),
        ({"kind": "long"}, "long-easy", "long-fuelling-rehearsal"),
    ],
)
def test_candidates_fit_what_is_asked(asked: dict[str, object], left_in: str, left_out: str) -> None:
    found = [workout.id for workout in candidates(**asked)]  # type: ignore[arg-type]  # a table of filters
    assert left_in in found
    assert left_out not in found
    assert found == [identity for identity in IDS if identity in found], "catalogue order"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(
    ("family", "phases"),
    [
        ("fartlek", ("base", "build", "taper", "maintenance")),
        ("cruise", ("base", "build", "specific", "taper")),
        ("threshold", ("build", "specific", "taper")),
        ("progression", ("base", "build", "specific", "maintenance")),
        ("interval", ("base", "build", "specific", "taper")),
        ("repetition", ("base", "build", "specific", "taper")),
        ("race_pace", ("specific", "taper")),
        ("hill_short", ("base", "build", "maintenance")),
        ("hill_long", ("build", "specific")),
        ("downhill", ("base", "build", "specific")),
        ("long", ("base", "build", "specific", "taper", "maintenance")),
        ("easy", ("base", "build", "specific", "taper", "maintenance")),
    ],
)
def test_a_family_serves_its_phases_without_a_reference_time(
    family: Family, phases: tuple[Phase, ...], level: Level
) -> None:
    for phase, terrain in product(phases, Terrain):
        assert candidates(
            family=family, phase=phase, level=level, terrain=terrain, has_reference=False, weekly_km=25.0
        )


def test_an_id_is_used_once() -> None:
    workout = WORKOUTS[0]
    with pytest.raises(ValueError, match="used twice"):
        by_id(iter((workout, replace(workout))))


BLOCK = {"unit": "min", "steps": [[3, 1.0]], "zone": "I", "rpe": 8}
TEXT = {"fr": "a", "en": "b"}
ENTRY = {
    "id": "x", "kind": "easy", "family": "easy", "name": TEXT, "purpose": TEXT, "phases": ["base"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"main": [{**BLOCK, "recovery": "jog"}]}, "a manner and a length"),
        ({"main": [{**BLOCK, "recovery_min": [1, 1]}]}, "a manner and a length"),
        (
            {"main": [{**BLOCK, "recovery": "jog", "recovery_min": [1, 1], "recovery_ratio": [1, 1]}]},
            "not both",
        ),
        ({"main": [{**BLOCK, "unit": "km", "zone": "hill"}]}, "has no pace"),
        ({"main": [{**BLOCK, "steps": [[1, 1], [2, 1]]}, {**BLOCK, "steps": [[1, 1]] * 3}]}, "same number"),
        ({"colour": "red"}, "colour"),
        ({"kind": "swim"}, "kind"),
        ({"name": {"fr": "", "en": "b"}}, "name"),
        ({"id": "Not An Id"}, "id"),
    ],
)
def test_a_wrong_entry_is_refused(change: dict[str, object], complaint: str) -> None:
    TypeAdapter(Workout).validate_python(ENTRY)
    with pytest.raises(ValidationError, match=complaint):
        TypeAdapter(Workout).validate_python({**ENTRY, **change})
