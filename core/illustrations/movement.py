"""A movement to draw: its two positions, what is used, where it goes; read from the tables of poses."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter

from core.illustrations.figure import Joint, Pose, View
from core.tables import read_table

Thing = Literal[
    "barbell", "dumbbell", "kettlebell", "ball", "sandbag", "plate", "vest", "rope", "ram",
    "support", "wall", "bar", "rings", "dip-bars", "parallettes", "rack-bar",
    "band", "sled", "rower", "ski-erg", "bike", "air-bike", "treadmill", "slope", "water", "pillar",
]  # fmt: skip
FrameName = Literal["start", "via", "end"]
PACKAGE = "core.illustrations"
STANDING: tuple[Thing, ...] = ("support", "wall", "pillar", "bar", "rings", "dip-bars", "parallettes")
"""What stays where the first position has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something in the picture: held at a joint, or standing under, behind or beside it.

    `at` is the joint it touches, `to` the other end of a band or rope, `width` and `height` metres where they
    matter, `dx` and `dy` metres away from the joint, `only` the position in which it is there.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    thing: Thing
    at: Joint = "hand"
    to: Joint | None = None
    dx: float = 0
    dy: float = 0
    width: float | None = None
    height: float | None = None
    only: FrameName | None = None

    @property
    def stands(self) -> bool:
        """Whether it is in the same place in all positions."""
        return self.thing in STANDING and self.only is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Start and end of a movement, and `via` between them; a hold has the start alone.

    `moves` are the joints whose way to the end is an arrow, `moves_via` those on the way to `via`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    view: View = "side"
    start: Pose
    via: Pose | None = None
    end: Pose | None = None
    items: tuple[Item, ...] = ()
    moves: tuple[Joint, ...] = ()
    moves_via: tuple[Joint, ...] = ()


@cache
def movements() -> dict[str, Movement]:
    """Every drawn movement by the name of its pose.

    A table row with `like = "<name>"` has what that one has, its own keys aside. Raises pydantic's
    ValidationError for a row that is none, KeyError for a `like` that names nothing.
    """
    rows: dict[str, dict[str, Any]] = {}
    for name in sorted(path.name for path in files(PACKAGE).joinpath("poses").iterdir()):
        if name.endswith(".toml"):
            rows |= read_table(dict[str, dict[str, Any]], PACKAGE, "poses", name)
    reader = TypeAdapter(Movement)
    return {
        name: reader.validate_json(json.dumps(_whole(row, rows)), strict=True) for name, row in rows.items()
    }


def _whole(row: dict[str, Any], rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A row with what it takes over from the one it is like."""
    own = {key: value for key, value in row.items() if key != "like"}
    return {**_whole(rows[row["like"]], rows), **own} if "like" in row else own
