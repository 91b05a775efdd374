"""One clear style a discipline: the same figure on white paper, its own colour for what is used."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from core.catalogue.exercise import Discipline
from core.illustrations.marks import Role

# Those of the charts (Okabe and Ito 2008), whose module would load Matplotlib.
BLUE, ORANGE, GREEN, PINK, SKY, VERMILION = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00"
)  # fmt: skip
PAPER, NUMBERS = "#ffffff", "#52606d"
BODY, FAR, GROUND, SURFACE = "#1f2933", "#9aa5b1", "#cbd2d9", "#d9dee4"
ACCENTS: Mapping[Discipline, str] = {
    "force": BLUE,
    "endurance": ORANGE,
    "functional": GREEN,
    "calisthenics": PINK,
    "competitions": VERMILION,
    "mobility": SKY,
}
COLD = (BLUE, GREEN, SKY)


@dataclass(frozen=True, slots=True)
class Style:
    """The colours of a discipline's pictures: of every mark, of the paper, of the numbers."""

    name: Discipline
    colours: Mapping[Role, str]
    paper: str = PAPER
    numbers: str = NUMBERS


def style_of(discipline: Discipline) -> Style:
    """Arrows are warm beside cold equipment, and the other way round."""
    accent = ACCENTS[discipline]
    colours: dict[Role, str] = {
        "body": BODY,
        "far": FAR,
        "equipment": accent,
        "ground": GROUND,
        "surface": SURFACE,
        "arrow": VERMILION if accent in COLD else BLUE,
        "halo": PAPER,
    }
    return Style(discipline, colours)


STYLES: Mapping[Discipline, Style] = {discipline: style_of(discipline) for discipline in get_args(Discipline)}
