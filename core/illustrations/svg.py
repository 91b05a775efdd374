"""Drawings as SVG: one file a movement, readable without a style sheet."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from core.illustrations.layout import LETTER_SHARE, Number, Placed, sheet_of
from core.illustrations.marks import Disc, Mark, Role, Stroke
from core.illustrations.scene import Frame

PX_PER_M = 160
PAPER, NUMBERS = "#ffffff", "#52606d"
Palette = Mapping[Role, str]


def as_svg(frames: Sequence[Frame], colours: Palette, title: str, ratio: float | None = None) -> str:
    """The frames at one scale on white paper; `ratio` (width over height) fixes the picture's shape."""
    sheet = sheet_of(frames, ratio)
    width, height = sheet.width * PX_PER_M, sheet.height * PX_PER_M
    parts = [_group(placed, colours, height) for placed in sheet.frames]
    parts += [_number(number, height) for number in sheet.numbers]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">'
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="{PAPER}"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _group(placed: Placed, colours: Palette, height: float) -> str:
    marks = "".join(_mark(mark, colours[mark.role]) for mark in placed.marks)
    x, y = placed.offset[0] * PX_PER_M, height - placed.offset[1] * PX_PER_M
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({PX_PER_M} -{PX_PER_M})" fill="none">{marks}</g>'


def _number(number: Number, height: float) -> str:
    size = LETTER_SHARE * height
    x, y = number.at[0] * PX_PER_M, height - number.at[1] * PX_PER_M + size * 0.35
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="sans-serif" font-size="{size:.0f}" '
        f'text-anchor="middle" fill="{NUMBERS}">{number.text}</text>'
    )


def _mark(mark: Mark, colour: str) -> str:
    if isinstance(mark, Disc):
        (x, y), rim = mark.centre, mark.ring
        paint = f'stroke="{colour}" stroke-width="{rim:.3f}"' if rim else f'fill="{colour}"'
        return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{mark.radius - rim / 2:.3f}" {paint}/>'
    points = _points(mark.points)
    if not isinstance(mark, Stroke):
        return f'<polygon points="{points}" fill="{colour}"/>'
    line = (
        f'<polyline points="{points}" stroke="{colour}" stroke-width="{mark.width:.3f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
    return line + f'<polygon points="{_points(mark.tip())}" fill="{colour}"/>' if mark.arrow else line


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.3f},{y:.3f}" for x, y in points)
