"""A model's session: read, repaired, or replaced by the engine's; never unsafe."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from core.coaches.asking import MENU_AT_MOST, SCHEMA, Question, question_for
from core.coaches.registry import COACHES, coach, make_session
from core.coaches.replying import ReadSession, UnusableReply, read_reply
from core.coaches.request import CoachName, History, SessionRequest
from core.coaches.rows import read_rows, written_rows
from core.coaches.session import Block, CoachSession
from core.prompts import estimated_tokens
from tests.core.coaches.wishes import made, settled, wish

TOKENS_AT_MOST = 2000
PROMPT_AT_MOST = 900
PURPOSE = "Tes jambes portent chaque foulée : aujourd’hui on les rend plus fortes."
NOTES = ("Garde le buste haut et pousse le sol, la remontée sera plus franche.",)
SQUATS = (
    "=m sets", "back-squat|4x4|rpe8", "dumbbell-bulgarian-split-squat|3x6-8/side|rpe7.5",
    "=a superset x3 r45", "dumbbell-calf-raise|12|rpe7", "side-plank|30s/side",
)  # fmt: skip


def reply(rows: Iterable[str], **fields: Any) -> str:
    said = {"t": "Jambes solides", "p": PURPOSE, "n": list(NOTES), "r": list(rows)}
    return json.dumps(said | fields, ensure_ascii=False)


def question(request: SessionRequest) -> Question:
    found = settled(request)
    return question_for(found, made(found))


def read(rows: Iterable[str], request: SessionRequest | None = None, **fields: Any) -> ReadSession:
    asked = question(request or wish(minutes=50, focus="runner"))
    return read_reply(reply(rows, **fields), asked)


def blocks_of(session: CoachSession) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.format, tuple(dict.fromkeys(i.exercise for i in block.items))) for block in session.work]


# Rows


@pytest.mark.parametrize("name", list(COACHES))
def test_rows_say_what_a_session_holds(name: CoachName) -> None:
    session = made(wish(name, 60, "box"))
    blocks = read_rows(written_rows(session))
    assert [(block.role, block.format, block.rounds) for block in blocks] == [
        (block.role, block.format, block.rounds) for block in session.work
    ]
    for block, told in zip(session.work, blocks, strict=True):
        items = [item for item in block.items if not item.ramp]
        assert [(i.name, i.amount, i.measure) for i in told.items] == [
            (i.exercise, i.amount, i.measure) for i in items
        ]
        assert [i.per_side for i in told.items] == [i.per_side for i in items]


@pytest.mark.parametrize(
    "row", ["", "|", "squat", "squat|heavy", "squat|4xx4", "squat|3x8furlongs", "=", "a|b|c"]
)
def test_unreadable_rows_are_left_out(row: str) -> None:
    [block] = read_rows(("=m sets", row, "air-squat|3x10"))
    assert [item.name for item in block.items][-1] == "air-squat"
    assert len(block.items) == 1


def test_a_movement_without_a_block_is_left_out() -> None:
    assert read_rows(("air-squat|3x10",)) == ()


# Reading


def test_a_sound_reply_is_claudes_session() -> None:
    found = read(SQUATS)
    assert (found.session.source, found.repairs, found.breaches) == ("claude", 0, ())
    assert found.session.title.text == "Jambes solides"
    assert found.session.purpose.text == PURPOSE
    assert blocks_of(found.session)[0] == ("sets", ("back-squat", "dumbbell-bulgarian-split-squat"))


def test_loads_are_the_engines_whatever_a_reply_says() -> None:
    history = History(one_rep_max_kg={"back-squat": 100})
    rows = (
        "=m sets",
        "back-squat|4x4|300kg",
        "dumbbell-bulgarian-split-squat|3x6-8/side|rpe7.5",
        *SQUATS[3:],
    )
    found = read(rows, wish(minutes=50, focus="runner", history=history))
    squats = [item for item in found.session.items if item.exercise == "back-squat"]
    assert max(item.load.kg or 0 for item in squats) == 82.5
    assert any(item.ramp for item in squats)


@pytest.mark.parametrize(
    ("name", "becomes"), [("back squat", "back-squat"), ("moon-walk-lift", None), ("nordic-curl", "stand-in")]
)
def test_other_movements_are_found_replaced_or_left_out(name: str, becomes: str | None) -> None:
    rows = (*SQUATS[1:5], f"{name}|5|rpe7")
    found = (
        read(("=m sets", *rows))
        if name != "back squat"
        else read(("=m sets", f"{name}|4x4|rpe8", *SQUATS[2:]))
    )
    ids = found.session.exercises()
    assert found.repairs == 1
    assert found.session.source == "claude+engine"
    assert name not in ids
    if becomes == "back-squat":
        assert becomes in ids


def test_too_much_is_replaced_by_the_engines_work() -> None:
    asked = question(wish(minutes=50, focus="runner"))
    found = read_reply(reply(("=m sets", "conventional-deadlift|5x6|rpe8.5", "back-squat|5x6|rpe9")), asked)
    assert {breach.rule for breach in found.breaches} >= {"set_length"}
    assert found.session.work == asked.draft.work
    assert found.session.source == "claude+engine"
    assert found.session.title == asked.draft.title


def test_a_session_of_another_length_is_sized_or_replaced() -> None:
    asked = question(wish("endurance", 50, "none", focus="vo2"))
    found = read_reply(reply(("=m intervals x20 r600", "run-interval|5min|vo2")), asked)
    assert found.session.work == asked.draft.work
    assert {"time", "hard_minutes", "long_recovery"} <= {breach.rule for breach in found.breaches}


def test_an_injured_runner_gets_nothing_the_injury_rules_out() -> None:
    request = settled(wish(minutes=50, focus="strength", hurt=("knee",)))
    found = read(SQUATS, request)
    assert coach("force").check(found.session, request) == ()
    assert "coaches-common-note-pain" in {note.key for note in found.session.notes}


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"t": 1, "p": [], "n": "x", "r": null}',
        reply((), p="Run today and take it easy on the way, the legs will be better for it.", n=[]),
        reply(
            (),
            p="Prends un ibuprofène avant de commencer.",
            n=["Va voir sur http://exemple.com tout de suite."],
        ),
        reply((), p="Fais 77 répétitions de plus que prévu dans la séance.", n=[]),
    ],
)
def test_what_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(UnusableReply):
        read_reply(text, question(wish(focus="runner")))


def test_unsafe_words_are_left_out_and_the_others_kept() -> None:
    found = read(SQUATS, n=["Prends un ibuprofène avant de commencer la séance.", NOTES[0]])
    assert [note.text for note in found.session.notes if note.text] == [NOTES[0]]


def test_a_fenced_reply_is_read() -> None:
    asked = question(wish(minutes=50, focus="runner"))
    assert read_reply(f"```json\n{reply(SQUATS)}\n```", asked).session.source == "claude"


@pytest.mark.parametrize("name", list(COACHES))
def test_the_engines_own_rows_come_back_sound(name: CoachName) -> None:
    """What the draft says must be readable: a model that changes nothing gives a session that passes."""
    for focus in COACHES[name].focuses:
        asked = question(wish(name, 60, "box", focus=focus))
        found = read_reply(reply(written_rows(asked.draft)), asked)
        assert found.breaches == (), (focus, found.breaches)
        assert coach(name).check(found.session, asked.request) == ()


# Size


@pytest.mark.parametrize("name", list(COACHES))
def test_the_prompt_states_its_size(name: CoachName) -> None:
    text = COACHES[name].prompt().text
    assert estimated_tokens(text) <= PROMPT_AT_MOST
    assert "STRICT" in text
    assert "`menu`" in text


@pytest.mark.parametrize("name", list(COACHES))
def test_question_and_answer_stay_under_two_thousand_tokens(name: CoachName) -> None:
    for focus in COACHES[name].focuses:
        request = settled(wish(name, 90, "box", focus=focus))
        draft = make_session(request)
        assert isinstance(draft, CoachSession)
        asked = question_for(request, draft)
        answer = reply(written_rows(draft), n=[NOTES[0]] * 3)
        parts = (asked.prompt.text, asked.user, json.dumps(SCHEMA), answer)
        assert sum(map(estimated_tokens, parts)) <= TOKENS_AT_MOST, focus
        assert len(asked.menu) <= max(MENU_AT_MOST, len(draft.exercises()))
        assert set(draft.exercises()) <= set(asked.menu)


def test_nothing_in_the_data_can_close_its_tag() -> None:
    assert question(wish()).user.count("<") == 2


def test_blocks_keep_the_words_of_the_draft() -> None:
    found = read(SQUATS)
    main: Block = found.session.work[0]
    assert main.how.key == "coaches-force-how-main"
