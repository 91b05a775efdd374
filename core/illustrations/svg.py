"""Drawings as SVG: one file a movement, readable without a style sheet."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from core.illustrations.marks import Disc, Mark, Role, Stroke
from core.illustrations.scene import Frame

PX_PER_M = 160
GAP_PX, MARGIN_PX = 24, 16
Palette = Mapping[Role, str]


def as_svg(frames: Sequence[Frame], colours: Palette, title: str) -> str:
    """The frames side by side, standing on one ground line."""
    left = MARGIN_PX
    below = max(-frame.box[1] for frame in frames)
    above = max(frame.box[3] for frame in frames)
    height = (above + below) * PX_PER_M + 2 * MARGIN_PX
    parts = []
    for frame in frames:
        x = left - frame.box[0] * PX_PER_M
        parts.append(_group(frame, colours, x, MARGIN_PX + above * PX_PER_M))
        left += int((frame.box[2] - frame.box[0]) * PX_PER_M) + GAP_PX
    width = left - GAP_PX + MARGIN_PX
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>\n"
    )


def _group(frame: Frame, colours: Palette, x: float, y: float) -> str:
    marks = "".join(_mark(mark, colours[mark.role]) for mark in frame.marks)
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({PX_PER_M} -{PX_PER_M})" fill="none">{marks}</g>'


def _mark(mark: Mark, colour: str) -> str:
    if isinstance(mark, Disc):
        (x, y), rim = mark.centre, mark.ring
        paint = f'stroke="{colour}" stroke-width="{rim:.3f}"' if rim else f'fill="{colour}"'
        return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{mark.radius - rim / 2:.3f}" {paint}/>'
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in mark.points)
    if not isinstance(mark, Stroke):
        return f'<polygon points="{points}" fill="{colour}"/>'
    line = (
        f'<polyline points="{points}" stroke="{colour}" stroke-width="{mark.width:.3f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
    return line + _head(mark, colour) if mark.arrow else line


def _head(mark: Stroke, colour: str) -> str:
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in mark.tip())
    return f'<polygon points="{points}" fill="{colour}"/>'
