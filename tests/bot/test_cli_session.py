"""`runcoach session`: what it prints, what it refuses, and with which exit status."""

import json

import pytest

from bot.cli.app import run
from core.coaches.exchange import SessionData
from tests.bot.test_cli import Capture, refused

COACHES = ("force", "endurance", "functional", "calisthenics", "competitions")


@pytest.mark.parametrize("coach", COACHES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_coach_gives_a_session_one_can_train_from(coach: str, language: str, capsys: Capture) -> None:
    assert run(["session", "--coach", coach, "--equipment", "box", "--language", language]) == 0
    out = capsys.readouterr().out
    warm_up, cool_down = ("Échauffement", "Retour au calme") if language == "fr" else ("Warm-up", "Cool-down")
    assert out.index(warm_up) < out.index(cool_down)
    assert "RPE" in out
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 100


@pytest.mark.parametrize("coach", COACHES)
def test_json_holds_neutral_keys_and_words(coach: str, capsys: Capture) -> None:
    assert run(["session", "--coach", coach, "--minutes", "60", "--equipment", "gym", "--json"]) == 0
    out = capsys.readouterr().out
    data = json.loads(out)
    assert (data["coach"], data["language"], data["source"]) == (coach, "fr", "engine")
    assert abs(data["duration_min"] - 60) <= 6
    assert [data["blocks"][0]["role"], data["blocks"][-1]["role"]] == ["warm_up", "cool_down"]
    for block in data["blocks"]:
        assert all(item["name"] and item["text"] for item in block["items"])
    assert SessionData.model_validate_json(out).coach == coach


def test_level_focus_and_injuries_are_read_in_the_runners_words(capsys: Capture) -> None:
    arguments = ["session", "--coach", "force", "--level", "débutant", "--focus", "muscle", "--json"]
    assert run([*arguments, "--injuries", "mal au genou", "--equipment", "haltères, banc"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["level"], data["focus"]) == ("débutant", "hypertrophy")
    assert any("douloureuse" in note for note in data["notes"])


def test_another_rotation_gives_another_session(capsys: Capture) -> None:
    sessions = []
    for rotation in ("0", "1"):
        assert (
            run(["session", "--coach", "force", "--equipment", "gym", "--rotation", rotation, "--json"]) == 0
        )
        sessions.append(json.loads(capsys.readouterr().out))
    assert sessions[0]["blocks"] != sessions[1]["blocks"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--minutes", "5"], 1, "15"),
        (["--minutes", "240", "--equipment", "box"], 1, "2 h"),
        (["--focus", "power", "--injuries", "genou et dos"], 1, "À la place"),
        (["--injuries", "douleur dans la poitrine"], 1, "112"),
        (["--focus", "ballet"], 2, "--focus takes runner, strength"),
        (["--equipment", "trampoline"], 2, "trampoline"),
        (["--injuries", "mal partout"], 2, "dis-moi où"),
        (["--level", "expert"], 2, "--level takes"),
    ],
)
def test_what_cannot_be_given_is_one_sentence(
    arguments: list[str], status: int, says: str, capsys: Capture
) -> None:
    got, sentence = refused(["session", "--coach", "force", *arguments], capsys)
    assert got == status
    assert says in sentence.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("target", "status", "says"), [("40", 1, "50 min"), ("5h", 1, "3 h"), ("foo", 2, "--target")]
)
def test_a_target_nobody_races_for_is_refused(target: str, status: int, says: str, capsys: Capture) -> None:
    got, sentence = refused(["session", "--coach", "competitions", "--target", target], capsys)
    assert got == status
    assert says in sentence.replace("\u202f", " ").replace("\xa0", " ")


def test_a_target_belongs_to_competitions(capsys: Capture) -> None:
    got, sentence = refused(["session", "--coach", "force", "--target", "1:25"], capsys)
    assert (got, "competitions" in sentence) == (2, True)


def test_a_target_is_shared_out_over_the_race(capsys: Capture) -> None:
    wanted = ["--focus", "race-pace", "--equipment", "box", "--target", "1:25", "--sex", "men", "--json"]
    assert run(["session", "--coach", "competitions", *wanted]) == 0
    data = json.loads(capsys.readouterr().out)
    assert "1 h 25" in data["title"].replace("\u202f", " ").replace("\xa0", " ")
    assert any("5:26" in note for note in data["notes"])


@pytest.mark.parametrize("arguments", [["session"], ["session", "--coach", "yoga"]])
def test_wrong_use_exits_two(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == 2
    assert "coach" in capsys.readouterr().err
