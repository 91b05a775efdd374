"""`runcoach catalogue list` and `show`, in-process."""

import json

import pytest

from bot.cli.app import run
from core.catalogue.reading import catalogue, words_of

Capture = pytest.CaptureFixture[str]


def printed(arguments: list[str], capsys: Capture) -> str:
    assert run(["catalogue", *arguments]) == 0
    return capsys.readouterr().out


def refused(arguments: list[str], capsys: Capture) -> tuple[int, str]:
    """The exit status and the one sentence on stderr."""
    status = run(["catalogue", *arguments])
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return status, captured.err.strip()


def test_the_list_holds_every_movement_each_on_its_line(capsys: Capture) -> None:
    lines = printed(["list"], capsys).splitlines()
    assert len(lines) == 1 + len(catalogue()) + 2
    assert lines[-1] == f"{len(catalogue())} mouvements"
    for line, key in zip(lines[1:-2], catalogue(), strict=True):
        assert line.startswith(words_of(key, "fr").name)
        assert line.split()[-1] == key


def test_the_list_keeps_to_what_was_asked(capsys: Capture) -> None:
    asked = ["--discipline", "calisthenics", "--equipment", "none", "--level", "débutant", "--language", "en"]
    found = json.loads(printed(["list", *asked, "--json"], capsys))
    assert {"push-up", "hollow-hold"} <= {one["id"] for one in found}
    for one in found:
        assert one["discipline"] == "calisthenics"
        assert set(one["equipment"]) <= {"wall", "step"}
        assert one["level"] == "débutant"
        assert one["name"] == words_of(one["id"], "en").name
    assert "Push-up" in printed(["list", *asked], capsys)


def test_the_list_spares_what_hurts(capsys: Capture) -> None:
    found = json.loads(printed(["list", "--injuries", "mal au genou", "--json"], capsys))
    assert found
    assert all("knee" not in one["contraindications"] for one in found)
    assert "back-squat" not in {one["id"] for one in found}


def test_a_movement_is_shown_with_its_words_facts_and_ladder(capsys: Capture) -> None:
    out = printed(["show", "pistol squat"], capsys)
    words = words_of("pistol-squat", "fr")
    for text in (words.name, *words.cues, *words.mistakes, "genou", "quadriceps"):
        assert text in out
    assert "Fente statique → Pistol squat assisté → Pistol squat sur banc" in out
    assert "Pistol squat avec contrepoids" in out


@pytest.mark.parametrize("key", list(catalogue()))
def test_every_movement_can_be_shown_in_both_languages(key: str, capsys: Capture) -> None:
    for language in ("fr", "en"):
        assert f"({key})" in printed(["show", key, "--language", language], capsys).splitlines()[0]


def test_show_gives_json(capsys: Capture) -> None:
    shown = json.loads(printed(["show", "pull up", "--language", "en", "--json"], capsys))
    assert shown["id"] == "pull-up"
    assert shown["contraindications"] == ["shoulder"]
    assert shown["cues"] == list(words_of("pull-up", "en").cues)


def test_an_unknown_name_gets_the_nearest_ones(capsys: Capture) -> None:
    status, sentence = refused(["show", "pompe diamantine à ressorts"], capsys)
    assert status == 1
    assert "“pompe diamantine à ressorts”" in sentence
    assert "Pompe diamant" in sentence


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["show", " "], 2),
        (["show"], 2),
        (["list", "--level", "expert"], 2),
        (["list", "--equipment", "hélicoptère"], 2),
        (["list", "--discipline", "natation"], 2),
        (["list", "--discipline", "force", "--equipment", "none", "--injuries", "genou dos épaule"], 0),
    ],
)
def test_a_wrong_word_gets_one_sentence(arguments: list[str], status: int, capsys: Capture) -> None:
    if status:
        assert refused(arguments, capsys)[0] == status
    else:
        assert printed(arguments, capsys)
