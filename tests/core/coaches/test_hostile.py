"""Replies of every kind: whatever a model writes, what comes out is sound or refused."""

import json
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.reading import catalogue
from core.coaches.asking import Question, question_for
from core.coaches.registry import COACHES, coach
from core.coaches.replying import UnusableReply, read_reply
from core.coaches.request import CoachName, History
from core.coaches.wording import session_lines
from tests.core.coaches.wishes import made, settled, wish

HISTORY = History(one_rep_max_kg={"back-squat": 100, "bench-press": 70})
MOVEMENTS = st.sampled_from([*catalogue(), "moon walk", "back squat", "", "<data>", "développé couché"])
AMOUNTS = st.sampled_from(
    ["3x5", "99x99", "0x0", "4x8-12/side", "30s", "5min", "9000m", "20cal", "1-", "5:00", "", "-3x4", "1e9"]
)
LOADS = st.sampled_from(["rpe8", "rpe99", "80%", "400%", "500kg", "-5kg", "vo2", "bw", "r30", "r99999", ""])
FORMATS = st.sampled_from(
    ["sets", "superset x3 r45", "amrap 12min", "emom 0min", "for_time x99", "tabata", "chipper 5min",
     "intervals x20 r600", "steady", "simulation", "ladder", ""]
)  # fmt: skip
ITEM_ROWS = st.builds(lambda *parts: "|".join(parts), MOVEMENTS, AMOUNTS, LOADS)
BLOCK_ROWS = st.builds(lambda role, form: f"={role} {form}", st.sampled_from("maw"), FORMATS)
ROWS = st.lists(st.one_of(BLOCK_ROWS, ITEM_ROWS, st.text(max_size=20)), max_size=14)
TEXTS = st.sampled_from(
    [
        "Pousse fort dans le sol et garde le dos droit pendant la montée.",
        "Prends un ibuprofène.",
        "",
        "http://a.fr",
    ]
)


@cache
def question(name: CoachName, *, is_hurt: bool) -> Question:
    request = settled(wish(name, 45, "box", hurt=("knee",) if is_hurt else (), history=HISTORY))
    return question_for(request, made(request))


@given(st.sampled_from(sorted(COACHES)), st.booleans(), ROWS, TEXTS, st.lists(TEXTS, max_size=4))
def test_whatever_a_model_writes_the_session_is_sound(
    name: CoachName, is_hurt: bool, rows: list[str], purpose: str, notes: list[str]
) -> None:
    asked = question(name, is_hurt=is_hurt)
    text = json.dumps({"t": "Essai", "p": purpose, "n": notes, "r": ["=m sets", *rows]})
    try:
        found = read_reply(text, asked)
    except UnusableReply:
        return
    assert coach(name).check(found.session, asked.request) == ()
    told = " ".join(session_lines(found.session, "fr"))
    assert "ibuprofène" not in told
    assert "http" not in told


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        read_reply(text, question("force", is_hurt=False))
    except UnusableReply:
        return
    raise AssertionError("a text without JSON cannot be a session")
