"""Who draws: the built-in drawer, or any other that is put in the registry or installed beside."""

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from typing import Protocol

from bot.illustrations.styles import Style
from core.illustrations.scene import Frame

BUILT_IN = "built-in"
ENTRY_POINTS = "runcoach.drawers"
"""A package offers a drawer under this group: a name, and what makes one when it is called."""


class Drawer(Protocol):
    """Makes the picture of a movement.

    `version` changes whenever the same frames would look different: pictures are kept by it.
    """

    @property
    def version(self) -> str: ...

    def draw(self, exercise_id: str, frames: Sequence[Frame], style: Style) -> bytes:
        """The picture as PNG bytes, fit for a chat: at most 10 MB, 1 080 pixels wide."""
        ...


class NoSuchDrawer(Exception):
    """A drawer nobody offers; the text is one sentence for the operator."""


def _built_in() -> Drawer:
    from bot.illustrations.matplotlib_drawer import MatplotlibDrawer

    return MatplotlibDrawer()


DRAWERS: dict[str, Callable[[], Drawer]] = {BUILT_IN: _built_in}
"""Drawers by the name that RUNCOACH_ILLUSTRATOR chooses them by; more may be added."""


def drawer_named(name: str) -> Drawer:
    """The drawer of this name; raises NoSuchDrawer."""
    if name in DRAWERS:
        return DRAWERS[name]()
    offered = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name in offered:
        made: Drawer = offered[name].load()()
        return made
    known = ", ".join(sorted({*DRAWERS, *offered}))
    raise NoSuchDrawer(f"Nobody draws under the name “{name}”; there are: {known}.")
