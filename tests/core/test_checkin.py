"""The check-in rule, line by line of its table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Language
from core.checkin import adjust, lighter
from core.formatting import format_pace_range
from core.notation import parse_pace
from core.paces import Range
from core.program.exchange import Interval, Kind, PaceRange, Session
from core.session_kinds import is_hard, kind_in_words, kind_of

EASY_RUN = Session(
    day="Lundi",
    rest_day=False,
    session_type="Endurance fondamentale",
    duration_min=45,
    distance_km=8,
    pace_target="5:30-6:00/km",
    rpe=4,
    description="Footing à 5:30-6:00/km, en aisance.",
)
HARD = Session(
    day="Mardi",
    rest_day=False,
    session_type="Fractionné",
    duration_min=60,
    distance_km=11,
    pace_target="4:30/km",
    rpe=8,
    workout_structure="6 x 1 km à 4:30/km",
    intervals=(Interval(repetitions=6, distance_km=1, zone="I", pace_target="4:30/km"),),
    warm_up_min=15,
    cool_down_min=10,
    climb_m=50,
)
REST = Session(day="Mercredi", rest_day=True)
EASY_PACES = PaceRange(min_s_per_km=330, max_s_per_km=360)


def test_fit_changes_nothing() -> None:
    answer = adjust(HARD, 1)
    assert answer.session == answer.before == HARD
    assert (answer.forced_rest, answer.changed, answer.message) == (False, False, "Donne tout !")
    assert adjust(HARD, 1, language="en").message == "Give it everything!"


def test_fit_after_tired_days_changes_nothing() -> None:
    assert adjust(HARD, 1, [3, 2]).session == HARD


def test_tired_slows_both_ends_of_a_range() -> None:
    answer = adjust(EASY_RUN, 2)
    assert answer.session.pace_target == "6:03-6:36/km"
    assert answer.session.description == "Footing à 6:03-6:36/km, en aisance."
    assert (answer.session.session_type, answer.session.rpe) == ("Endurance fondamentale", 3)
    assert (answer.session.duration_min, answer.session.distance_km) == (45, 7.3)
    assert "5:30-6:00/km" in answer.message
    assert "6:03-6:36/km" in answer.message
    assert answer.changed


@pytest.mark.parametrize(
    ("before", "after"),
    [("5:30/km", "6:03/km"), ("5:30", "6:03/km"), ("4:00-4:10 /km", "4:24-4:35/km"), ("", "")],
)
def test_tired_paces(before: str, after: str) -> None:
    session = Session(day="Lundi", rest_day=False, session_type="Footing", pace_target=before)
    assert adjust(session, 2).session.pace_target == after


def test_tired_turns_hard_into_easy() -> None:
    after = adjust(HARD, 2).session
    assert (after.session_type, after.kind, after.pace_target) == (
        "Endurance fondamentale",
        "easy",
        "4:57/km",
    )
    assert (after.intervals, after.warm_up_min, after.cool_down_min, after.climb_m) == (
        None,
        None,
        None,
        None,
    )
    assert (after.rpe, after.distance_km, after.duration_min) == (4, 10, 50)
    assert after.workout_structure is not None
    assert "50\u202fmin" in after.workout_structure
    assert "Fractionné" in adjust(HARD, 2).message
    assert adjust(HARD, 2, language="en").session.session_type == "Easy run"


def test_a_hard_session_turned_easy_is_held_to_the_easy_paces() -> None:
    after = adjust(HARD, 2, easy=EASY_PACES).session
    assert after.pace_target == "5:30-6:00/km"
    assert after.distance_km == 10
    assert after.duration_min == 58
    no_pace = HARD.model_copy(update={"pace_target": None})
    assert adjust(no_pace, 2, easy=EASY_PACES).session.pace_target == "5:30-6:00/km"


def test_without_figures_words_remain() -> None:
    bare = Session(day="Mardi", rest_day=False, session_type="VMA")
    after = adjust(bare, 2).session
    assert (after.pace_target, after.distance_km, after.duration_min, after.workout_structure) == (None,) * 4
    assert "parler" in adjust(bare, 2).message
    by_feel = Session(day="Mardi", rest_day=False, session_type="Footing", pace_target="à la sensation")
    assert adjust(by_feel, 2).session.pace_target == "à la sensation"
    assert "sensation" in adjust(by_feel, 2).message


def test_a_long_hard_session_stays_within_its_time() -> None:
    after = adjust(HARD.model_copy(update={"duration_min": 45}), 2).session
    assert after.duration_min == 45
    assert after.distance_km == 9.1
    timeless = adjust(HARD.model_copy(update={"duration_min": None}), 2).session
    assert (timeless.distance_km, timeless.duration_min) == (10, 50)
    by_time = adjust(HARD.model_copy(update={"distance_km": None}), 2).session
    assert (by_time.distance_km, by_time.duration_min) == (None, 60)


def test_intervals_of_an_easy_run_slow_down_too() -> None:
    strides = EASY_RUN.model_copy(
        update={
            "kind": "easy",
            "intervals": (Interval(repetitions=4, distance_km=0.1, zone="R", pace_target="4:00/km"),),
        }
    )
    after = adjust(strides, 2).session
    assert after.kind == "easy"
    assert after.intervals is not None
    assert after.intervals[0].pace_target == "4:24/km"


def test_a_distance_without_time_is_kept() -> None:
    session = EASY_RUN.model_copy(update={"duration_min": None})
    assert adjust(session, 2).session.distance_km == 8


@pytest.mark.parametrize(
    ("feeling", "before", "rest"),
    [
        (3, [], True), (3, [1, 1], True), (2, [2], True), (2, [3], True), (2, [2, 2, 2], True),
        (2, [], False), (2, [1, 2], False), (2, [None, 2], False), (1, [3, 3], False),
    ],
)  # fmt: skip
def test_forced_rest(feeling: int, before: list[int | None], rest: bool) -> None:
    answer = adjust(HARD, feeling, before)
    assert answer.forced_rest is rest
    assert answer.session.rest_day is rest
    if rest:
        assert answer.session == Session(day="Mardi", rest_day=True, kind="rest")
        assert "repos complet" in answer.message


def test_the_days_in_a_row_are_counted() -> None:
    assert adjust(HARD, 2, [2, 3, 1, 2]).message.startswith("3e jour")
    assert adjust(HARD, 2, [2], "en").message.startswith("2 tired days")


@pytest.mark.parametrize("feeling", [1, 2, 3])
def test_a_rest_day_stays_a_rest_day(feeling: int) -> None:
    answer = adjust(REST, feeling)
    assert answer.session == REST
    assert answer.forced_rest is (feeling == 3)
    assert "repos" in answer.message


def test_a_race_is_started_slower_but_stays_a_race() -> None:
    race = Session(day="Dimanche", rest_day=False, kind="race", pace_target="5:00/km", distance_km=10)
    answer = adjust(race, 2)
    assert (answer.session.kind, answer.session.pace_target) == ("race", "5:30/km")
    assert "course" in answer.message
    by_feel = adjust(race.model_copy(update={"pace_target": None}), 2, language="en")
    assert "race day" in by_feel.message


def test_strength_is_lightened() -> None:
    gym = Session(day="Jeudi", rest_day=False, session_type="Renforcement musculaire", duration_min=30, rpe=7)
    answer = adjust(gym, 2)
    assert answer.session.rpe == 6
    assert "charges" in answer.message


@pytest.mark.parametrize("feeling", [0, 4, -1])
def test_a_feeling_is_one_to_three(feeling: int) -> None:
    with pytest.raises(ValueError, match="1, 2 or 3"):
        adjust(HARD, feeling)


def test_a_pace_among_words_counts() -> None:
    wordy = HARD.model_copy(update={"pace_target": "4:30/km (récup 6:00/km)"})
    assert adjust(wordy, 2).session.pace_target == "4:57/km"
    easy_words = EASY_RUN.model_copy(update={"pace_target": "environ 5:30/km"})
    assert adjust(easy_words, 2).session.pace_target == "environ 6:03/km"


def test_a_session_without_a_name_has_words_too() -> None:
    nameless = Session(day="Mardi", rest_day=False, kind="threshold", pace_target="vite")
    assert "La séance prévue" in adjust(nameless, 2).message


def test_json() -> None:
    printed = adjust(HARD, 3).to_json()
    assert list(printed) == ["feeling", "forced_rest", "before", "session", "message"]
    assert printed["session"] == {"day": "Mardi", "rest_day": True, "kind": "rest"}
    assert isinstance(printed["before"], dict)
    assert printed["before"]["session_type"] == "Fractionné"


def test_lighter() -> None:
    calm = lighter(HARD)
    assert (calm.kind, calm.distance_km, calm.duration_min, calm.intervals) == ("easy", 7, 35, None)
    assert calm.workout_structure is not None
    assert "35\u202fmin" in calm.workout_structure
    short = lighter(EASY_RUN)
    assert (short.duration_min, short.distance_km, short.pace_target) == (31, 5.1, "6:03-6:36/km")
    assert lighter(REST) == REST
    timeless = lighter(EASY_RUN.model_copy(update={"duration_min": None}))
    assert timeless.workout_structure is None


@given(st.integers(min_value=150, max_value=900), st.integers(min_value=0, max_value=90))
def test_both_ends_are_a_tenth_slower(fast: int, more: int) -> None:
    session = EASY_RUN.model_copy(update={"pace_target": format_pace_range(fast, fast + more)})
    after = parse_pace(adjust(session, 2).session.pace_target or "")
    assert isinstance(after, Range)
    assert after.min_s_per_km == pytest.approx(fast * 1.1, abs=0.51)
    assert after.max_s_per_km == pytest.approx((fast + more) * 1.1, abs=0.51)


@given(
    st.builds(
        Session,
        day=st.just("Lundi"),
        rest_day=st.booleans(),
        session_type=st.sampled_from([None, "Fractionné", "Seuil", "Footing", "Sortie longue", "Course"]),
        duration_min=st.none() | st.floats(min_value=10, max_value=240),
        distance_km=st.none() | st.floats(min_value=1, max_value=42),
        pace_target=st.sampled_from([None, "5:00/km", "4:10-4:30/km", "facile"]),
        rpe=st.none() | st.integers(min_value=1, max_value=10),
    ),
    st.integers(min_value=1, max_value=3),
    st.sampled_from(["fr", "en"]),
)
def test_nobody_is_asked_for_more(session: Session, feeling: int, language: Language) -> None:
    after = adjust(session, feeling, language=language).session
    assert (after.rpe or 0) <= (session.rpe or 10)
    assert (after.distance_km or 0) <= (session.distance_km or 0) + 0.05
    assert (after.duration_min or 0) <= (session.duration_min or 24 * 60) + 0.5
    if feeling > 1:
        assert not is_hard(after) or kind_of(after) == "race"


WORDS: list[tuple[str, Kind]] = [
    ("Fractionné", "interval"), ("Fractionné court", "interval"), ("VMA courte", "interval"),
    ("30/30", "interval"), ("Intervals", "interval"), ("Fartlek", "interval"), ("Seuil", "threshold"),
    ("Tempo run", "threshold"),
    ("Cruise intervals", "interval"), ("Côtes", "hills"), ("Hill repeats", "hills"),
    ("Répétitions", "repetition"), ("Allure spécifique 10 km", "marathon"), ("Marathon pace", "marathon"),
    ("Test 5 km", "test"),
    ("Course", "race"), ("Race day", "race"), ("Sortie longue", "long"), ("Long run", "long"),
    ("Récupération", "recovery"), ("Endurance fondamentale", "easy"), ("Footing", "easy"),
    ("Easy run", "easy"), ("Renforcement musculaire", "strength"), ("Strength", "strength"),
    ("Vélo", "cross"),
    ("Alternance course/marche", "run_walk"), ("Repos", "rest"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), WORDS)
def test_words_name_a_kind(words: str, kind: Kind) -> None:
    assert kind_in_words(words) == kind


def test_intervals_or_effort_tell_when_words_do_not() -> None:
    assert kind_of(Session(day="Lundi", rest_day=False)) == "easy"
    assert kind_of(Session(day="Lundi", rest_day=False, session_type="Séance 3", rpe=8)) == "interval"
    work = (Interval(repetitions=3, duration_min=5, zone="T"),)
    assert kind_of(Session(day="Lundi", rest_day=False, intervals=work)) == "interval"
    assert kind_of(Session(day="Lundi", rest_day=False, session_type="Seuil", kind="easy")) == "easy"
    assert kind_of(REST) == "rest"


def test_a_session_by_effort_is_not_compared_with_a_pace() -> None:
    hard = Session(
        day="Mardi",
        rest_day=False,
        kind="interval",
        session_type="Fractionné",
        distance_km=6.5,
        duration_min=35,
        pace_target="à l’effort, sans allure à tenir",
    )
    message = adjust(hard, 2, (), "fr", easy=PaceRange(min_s_per_km=320, max_s_per_km=360)).message
    assert "au lieu de" not in message
    assert "/km" in message
