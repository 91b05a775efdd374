"""`runcoach preview --race FILE.gpx`: the course sizes the plan; a bad file is one sentence."""

import json
from pathlib import Path

import pytest

from bot.cli.app import run
from tests.core.test_course import billion_laughs, gpx, hill

PREVIEW = ["preview", "--level", "intermédiaire", "--goal", "10K", "--sessions", "4", "--start", "2027-01-04"]
Capture = pytest.CaptureFixture[str]


def test_preview_takes_a_gpx_course(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "crete.gpx"
    file.write_bytes(gpx(hill(400, up_m=6000), name="La Crête"))
    assert run([*PREVIEW, "--race", str(file), "--json"]) == 0
    race = json.loads(capsys.readouterr().out)["race"]
    assert race["name"] == "La Crête"
    assert race["distance_km"] == pytest.approx(12, abs=0.05)
    assert race["climb_m"] == pytest.approx(400, abs=10)
    assert race["terrain"] == "trail"


@pytest.mark.parametrize(
    ("language", "heading"), [("fr", "Allures pour La Crête"), ("en", "Paces for La Crête")]
)
def test_preview_paces_the_course_by_the_kilometre(
    language: str, heading: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "crete.gpx"
    file.write_bytes(gpx(hill(120, up_m=5000), name="La Crête"))
    reference = ["--reference", "10K 50:00", "--language", language]
    assert run([*PREVIEW, *reference, "--race", str(file)]) == 0
    out = capsys.readouterr().out
    table = out[out.index(heading) :].splitlines()
    assert [line.split()[0] for line in table[-10:]] == [str(km) for km in range(1, 11)]
    assert run([*PREVIEW, "--race", str(file)]) == 0
    assert "/km" not in capsys.readouterr().out.split("La Crête")[-1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (billion_laughs(), "DTD"),
        (gpx(hill(100))[:-300], "incomplet"),
        (bytes(20_000_001), "20"),
    ],
)
def test_a_bad_course_is_one_sentence(content: bytes, words: str, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "course.gpx"
    file.write_bytes(content)
    assert run([*PREVIEW, "--race", str(file)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err


def test_a_missing_course_is_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    assert run([*PREVIEW, "--race", str(tmp_path / "absent.gpx")]) == 2
    assert "cannot be read" in capsys.readouterr().err
