"""Pictures of movements: the built-in drawer, styles, the shelf on disk, another drawer plugged in."""

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from bot.charts import style as charts
from bot.illustrations.contact_sheet import sheet_as_png, sheet_as_svg
from bot.illustrations.drawers import BUILT_IN, DRAWERS, NoSuchDrawer, drawer_named
from bot.illustrations.matplotlib_drawer import HEIGHT_PX, WIDTH_PX
from bot.illustrations.pictures import Pictures, has_picture, pictures_of
from bot.illustrations.shelf import Shelf
from bot.illustrations.styles import ACCENTS, STYLES, Style
from bot.settings import Settings
from core.catalogue.reading import catalogue, exercise
from core.illustrations.scene import Frame

TELEGRAM_PHOTO_BYTES = 10_000_000
OF_EACH_DISCIPLINE = ("back-squat", "hill-run", "burpee", "l-sit", "race-wall-ball", "cat-cow")


class Counting:
    """A drawer that counts what it draws."""

    version = "1"

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def draw(self, exercise_id: str, frames: Sequence[Frame], style: Style) -> bytes:
        self.drawn.append(exercise_id)
        return drawer_named(BUILT_IN).draw(exercise_id, frames, style)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    drawer = Counting()
    monkeypatch.setitem(DRAWERS, "counting", lambda: drawer)
    return drawer


@pytest.mark.parametrize("name", OF_EACH_DISCIPLINE)
def test_a_picture_fits_the_chat_and_has_its_disciplines_colours(name: str, tmp_path: Path) -> None:
    content = Pictures(tmp_path, BUILT_IN).picture(name)
    assert len(content) < TELEGRAM_PHOTO_BYTES / 50
    picture = Image.open(BytesIO(content)).convert("RGB")
    assert picture.size == (WIDTH_PX, HEIGHT_PX)
    colours = {colour for _, colour in picture.getcolors(maxcolors=2**24) or []}
    style = STYLES[exercise(name).discipline]
    for role in ("body", "equipment") if name not in ("hill-run", "burpee", "cat-cow") else ("body",):
        assert ImageColor.getrgb(style.colours[role]) in colours
    corners = [picture.getpixel(at) for at in ((0, 0), (WIDTH_PX - 1, 0), (0, HEIGHT_PX - 1))]
    assert set(corners) == {ImageColor.getrgb(charts.PAPER)}


def test_each_discipline_has_its_own_colour_of_the_charts() -> None:
    assert set(ACCENTS.values()) == set(charts.PALETTE)
    assert {exercise(name).discipline for name in OF_EACH_DISCIPLINE} == set(STYLES)
    for style in STYLES.values():
        assert style.colours["arrow"] != style.colours["equipment"]


def test_every_exercise_has_a_picture_and_its_own_key(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path, BUILT_IN)
    keys = {name: pictures.key(name) for name in catalogue()}
    assert all(has_picture(name) for name in catalogue())
    assert keys["push-up"] != keys["back-squat"]
    assert keys["push-up"] == Pictures(tmp_path / "elsewhere", BUILT_IN).key("push-up")


def test_a_picture_is_drawn_once(counting: Counting, tmp_path: Path) -> None:
    first = Pictures(tmp_path, "counting").picture("push-up")
    assert Pictures(tmp_path, "counting").picture("push-up") == first
    assert counting.drawn == ["push-up"]
    assert [path.suffix for path in tmp_path.iterdir()] == [".png"]


def test_another_version_of_the_drawer_draws_anew(
    counting: Counting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pictures = Pictures(tmp_path, "counting")
    pictures.picture("push-up")
    monkeypatch.setattr(counting, "version", "2")
    pictures.picture("push-up")
    assert counting.drawn == ["push-up"] * 2


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "no picture"])
def test_a_damaged_picture_is_drawn_again(damage: str, counting: Counting, tmp_path: Path) -> None:
    pictures = Pictures(tmp_path, "counting")
    whole = pictures.picture("push-up")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "changed": whole[:5000] + b"\x00\x01\x02" + whole[5003:],
            "empty": b"",
            "no picture": b"hello",
        }[damage]
    )
    assert pictures.picture("push-up") == whole
    assert counting.drawn == ["push-up"] * 2
    assert kept.read_bytes() == whole


def test_the_shelf_is_bounded_and_drops_the_oldest(tmp_path: Path) -> None:
    picture = Pictures(tmp_path / "drawn", BUILT_IN).picture("plank")
    shelf = Shelf(tmp_path / "shelf", most=3)
    for number in range(5):
        shelf.put(f"key-{number}", picture)
        path = tmp_path / "shelf" / f"key-{number}.png"
        os.utime(path, (number, number))
    assert sorted(path.name for path in (tmp_path / "shelf").iterdir()) == [
        "key-2.png",
        "key-3.png",
        "key-4.png",
    ]
    assert shelf.find("key-4") == picture
    assert shelf.find("key-0") is None


def test_a_disk_that_takes_nothing_costs_no_picture(counting: Counting, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    pictures = Pictures(tmp_path / "file", "counting")
    assert pictures.picture("plank") == pictures.picture("plank")
    assert counting.drawn == ["plank"] * 2


def test_the_setting_names_the_drawer(counting: Counting, tmp_path: Path) -> None:
    settings = Settings(_env_file=None, runcoach_data_dir=tmp_path, runcoach_illustrator="counting")
    pictures_of(settings).picture("plank")
    assert counting.drawn == ["plank"]
    assert len(list((tmp_path / "illustrations").iterdir())) == 1


def test_an_unknown_drawer_is_told_in_one_sentence() -> None:
    with pytest.raises(
        NoSuchDrawer, match=r"^Nobody draws under the name “nobody”; there are: .*built-in\.$"
    ):
        drawer_named("nobody")


def test_a_sheet_holds_every_movement_with_its_name() -> None:
    chosen = [exercise(name) for name in OF_EACH_DISCIPLINE]
    seen: list[None] = []
    svg = sheet_as_svg(chosen, "en", lambda: seen.append(None)).decode()
    assert len(seen) == len(chosen)
    assert svg.count("<title>") == len(chosen)
    for name in ("Back squat", "Burpee"):
        assert f">{name}</text>" in svg
    picture = Image.open(BytesIO(sheet_as_png(chosen[:2], "en")))
    assert picture.format == "PNG"
    assert picture.width == 2 * 210
