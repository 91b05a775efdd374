"""Replies for workouts, skills and races: what fits is taken, what does not is mended or replaced."""

import json
from itertools import product

import pytest

from core.athlete import Level
from core.coaches.asking import Question, question_for
from core.coaches.replying import read_reply
from core.coaches.request import CoachName
from core.coaches.rows import written_rows
from core.prompts import estimated_tokens
from tests.core.coaches.wishes import made, settled, wish

NAMES: tuple[CoachName, ...] = ("functional", "calisthenics", "competitions")
TOKENS_AT_MOST = 2000
PURPOSE = "Tu travailles la régularité, parce que c’est elle qui te porte le jour de la course."
NOTES = ["Garde le souffle calme au début, tu finiras plus fort.", "Arrête la série dès que le geste change."]


def asked(name: CoachName, **others: object) -> Question:
    request = settled(wish(name, place="box", sex="men", **others))  # type: ignore[arg-type]  # test options
    return question_for(request, made(request))


def reply(rows: list[str]) -> str:
    return json.dumps({"t": "Une séance utile", "p": PURPOSE, "n": NOTES, "r": rows}, ensure_ascii=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_session_costs_at_most_two_thousand_tokens(name: CoachName) -> None:
    for level, minutes in product(Level, (30, 90)):
        question = asked(name, level=level, minutes=minutes)
        rows = list(written_rows(question.draft))
        texts = (question.prompt.text, question.user, reply(rows))
        assert sum(map(estimated_tokens, texts)) <= TOKENS_AT_MOST


@pytest.mark.parametrize("name", NAMES)
def test_the_engines_own_work_comes_back_whole(name: CoachName) -> None:
    for level, rotation in product(Level, range(4)):
        question = asked(name, level=level, rotation=rotation)
        read = read_reply(reply(list(written_rows(question.draft))), question)
        assert (read.session.source, read.breaches) == ("claude", ()), (level, rotation)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_movement_is_left_out_and_the_rest_kept(name: CoachName) -> None:
    question = asked(name)
    rows = [*written_rows(question.draft), "moon-jump-with-a-twist|3x10|rpe9"]
    read = read_reply(reply(rows), question)
    assert read.session.source == "claude+engine"
    assert "moon-jump-with-a-twist" not in read.session.exercises()


def test_a_closed_step_of_a_reply_gives_way_to_the_engines_work() -> None:
    question = asked("calisthenics", focus="front-lever")
    rows = ["=m sets", "front-lever|5x10s|r120", "=m circuit x4 r60", "push-up|10", "pull-up|5"]
    read = read_reply(reply(rows), question)
    assert "front-lever" not in read.session.exercises()


def test_a_heavier_sled_of_a_reply_gets_the_races_load() -> None:
    question = asked("competitions", focus="hyrox", level=Level.ADVANCED)
    rows = [f"{row}|400kg" if row.startswith("race-sled") else row for row in written_rows(question.draft)]
    loads = [item.load.kg for item in read_reply(reply(rows), question).session.items if item.load.kg]
    assert loads
    assert max(loads) <= 152


def test_what_is_not_known_is_said_whoever_writes() -> None:
    question = asked("competitions", focus="hyrox", tier="pro")
    session = read_reply(reply(list(written_rows(question.draft))), question).session
    keys = {note.key for note in session.notes}
    assert {"coaches-competitions-note-unconfirmed", "coaches-competitions-note-format"} <= keys
