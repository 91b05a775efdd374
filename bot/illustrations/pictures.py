"""The picture of an exercise: from the shelf, or drawn and put there."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.illustrations.drawers import Drawer, drawer_named
from bot.illustrations.shelf import Shelf
from bot.illustrations.styles import STYLES, Style
from core.catalogue.reading import exercise
from core.illustrations.movement import movements
from core.illustrations.scene import Frame, frames_of

if TYPE_CHECKING:
    from bot.settings import Settings

CHART = "movement"
"""What an outgoing picture of a movement is called."""
FOLDER = "illustrations"
KEY_LETTERS = 40


class Pictures:
    """Pictures by one drawer, kept in one folder."""

    def __init__(self, folder: Path, drawer_name: str) -> None:
        self._drawer_name = drawer_name
        self._drawer: Drawer = drawer_named(drawer_name)
        self._shelf = Shelf(folder)

    def key(self, exercise_id: str) -> str:
        """The name of its content: another pose, style or drawer is another key. KeyError for no exercise."""
        frames, style = what_to_draw(exercise_id)
        content = f"{self._drawer_name}|{self._drawer.version}|{style}|{frames}"
        return f"{CHART}-{sha256(content.encode()).hexdigest()[:KEY_LETTERS]}"

    def picture(self, exercise_id: str) -> bytes:
        """PNG bytes. KeyError for no exercise, or one without a pose."""
        key = self.key(exercise_id)
        kept = self._shelf.find(key)
        if kept is not None:
            return kept
        frames, style = what_to_draw(exercise_id)
        drawn = self._drawer.draw(exercise_id, frames, style)
        self._shelf.put(key, drawn)
        return drawn


@cache
def what_to_draw(exercise_id: str) -> tuple[tuple[Frame, ...], Style]:
    """The frames of an exercise and the style of its discipline; KeyError as above."""
    movement = exercise(exercise_id)
    return frames_of(movements()[movement.pose]), STYLES[movement.discipline]


def has_picture(exercise_id: str) -> bool:
    """Whether the exercise is one that is drawn."""
    return exercise(exercise_id).pose in movements()


@cache
def _pictures(folder: Path, drawer_name: str) -> Pictures:
    return Pictures(folder, drawer_name)


def pictures_of(settings: "Settings") -> Pictures:
    """The pictures of this installation; raises NoSuchDrawer."""
    folder = settings.runcoach_data_dir.expanduser() / FOLDER
    return _pictures(folder, settings.runcoach_illustrator)
