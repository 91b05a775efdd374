"""Many movements on one sheet, each with its name below: for who looks them all over."""

from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO

from bot.illustrations.pictures import what_to_draw
from bot.illustrations.styles import NUMBERS, PAPER
from core.athlete import Language
from core.catalogue.exercise import Exercise
from core.catalogue.reading import words_of
from core.illustrations.svg import as_svg

ACROSS = 9
CELL_PX, PICTURE_PX, NAME_PX = (210, 164), (204, 136), 11
NAME_LETTERS = 36
COLOURS = 128
RATIO = PICTURE_PX[0] / PICTURE_PX[1]

Advance = Callable[[], None]


def sheet_as_svg(chosen: Sequence[Exercise], language: Language, advance: Advance = lambda: None) -> bytes:
    """The sheet as one SVG file."""
    cells = []
    for place, movement in enumerate(chosen):
        frames, style = what_to_draw(movement.id)
        name = words_of(movement.id, language).name
        x, y = _corner(place)
        picture = as_svg(frames, style.colours, name, RATIO).replace(
            "<svg ", f'<svg x="{x}" y="{y}" width="{PICTURE_PX[0]}" height="{PICTURE_PX[1]}" ', 1
        )
        cells.append(picture + _name(name, x, y))
        advance()
    width, height = _size(len(chosen))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    )
    return f"{head}{''.join(cells)}</svg>\n".encode()


def sheet_as_png(chosen: Sequence[Exercise], language: Language, advance: Advance = lambda: None) -> bytes:
    """The sheet as one picture, from the pictures the chat gets."""
    from matplotlib import font_manager
    from PIL import Image, ImageDraw, ImageFont

    from bot.illustrations.matplotlib_drawer import MatplotlibDrawer

    drawer, font = MatplotlibDrawer(), ImageFont.truetype(font_manager.findfont("DejaVu Sans"), NAME_PX)
    paper = Image.new("RGB", _size(len(chosen)), PAPER)
    pen = ImageDraw.Draw(paper)
    for place, movement in enumerate(chosen):
        frames, style = what_to_draw(movement.id)
        drawn = Image.open(BytesIO(drawer.draw(movement.id, frames, style))).convert("RGB")
        x, y = _corner(place)
        paper.paste(drawn.resize(PICTURE_PX, Image.Resampling.LANCZOS), (x, y))
        at = (x + PICTURE_PX[0] / 2, y + PICTURE_PX[1] + 2)
        pen.text(at, _short(words_of(movement.id, language).name), fill=NUMBERS, font=font, anchor="ma")
        advance()
    written = BytesIO()
    paper.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(written, format="PNG", optimize=True)
    return written.getvalue()


def _corner(place: int) -> tuple[int, int]:
    row, column = divmod(place, ACROSS)
    return column * CELL_PX[0] + 3, row * CELL_PX[1] + 3


def _size(count: int) -> tuple[int, int]:
    rows = -(-count // ACROSS)
    return min(count, ACROSS) * CELL_PX[0], rows * CELL_PX[1]


def _name(name: str, x: int, y: int) -> str:
    return (
        f'<text x="{x + PICTURE_PX[0] / 2:.0f}" y="{y + PICTURE_PX[1] + NAME_PX + 2}" font-size="{NAME_PX}" '
        f'font-family="sans-serif" text-anchor="middle" fill="{NUMBERS}">{escape(_short(name))}</text>'
    )


def _short(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else name[: NAME_LETTERS - 1].rstrip() + "…"
