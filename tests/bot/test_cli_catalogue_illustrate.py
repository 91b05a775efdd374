"""`runcoach catalogue illustrate`, in-process."""

from pathlib import Path

import pytest
from PIL import Image

from bot.cli.app import run
from core.catalogue.reading import catalogue

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RUNCOACH_DATA_DIR", str(tmp_path / "data"))


def illustrate(*arguments: str) -> int:
    return run(["catalogue", "illustrate", *arguments])


def test_named_movements_become_pictures(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "new" / "pictures"
    assert illustrate("pompes", "goblet squat", "push-up", "--out", str(out)) == 0
    assert sorted(path.name for path in out.iterdir()) == ["goblet-squat.png", "push-up.png"]
    with Image.open(out / "push-up.png") as picture:
        assert picture.format == "PNG"
    captured = capsys.readouterr()
    assert captured.out == f"2 pictures in {out}.\n"
    assert "2/2" in captured.err


def test_all_of_them_become_svg(tmp_path: Path, capsys: Capture) -> None:
    assert illustrate("--all", "--format", "svg", "--out", str(tmp_path / "svg")) == 0
    assert {path.stem for path in (tmp_path / "svg").iterdir()} == set(catalogue())
    assert all(path.suffix == ".svg" for path in (tmp_path / "svg").iterdir())


def test_a_sheet_shows_all_when_none_is_named(tmp_path: Path, capsys: Capture) -> None:
    sheet = tmp_path / "sheet.svg"
    assert illustrate("--sheet", str(sheet), "--language", "en") == 0
    assert sheet.read_text().count("<title>") == len(catalogue())


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["xyzzy"], 1, "No movement is called “xyzzy”; the nearest names are"),
        ([], 2, "Name a movement, such as “pompes”, or say --all."),
        (["pompes", "--all"], 2, "Name movements or say --all, not both."),
        (["pompes", "--sheet", "sheet.gif"], 2, "The sheet is a .png or .svg file, not “sheet.gif”."),
        (["pompes", "--out", "/dev/null/x"], 1, "The pictures cannot be written: Not a directory."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], status: int, says: str, capsys: Capture
) -> None:
    assert illustrate(*arguments) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(says)
    assert captured.err.count("\n") == 1


def test_an_unknown_drawer_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("RUNCOACH_ILLUSTRATOR", "nobody")
    assert illustrate("pompes") == 1
    assert capsys.readouterr().err.startswith("Nobody draws under the name “nobody”")
