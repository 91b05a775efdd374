"""A4 pages: letters, colours, and the few shapes a printed plan is made of. Lengths are millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font

from bot.charts.style import GRID, INK, PALETTE, QUIET

MARGIN, FOOT = 14.0, 16.0
WIDTH = 210.0 - 2 * MARGIN
FAMILY = "DejaVu"
FONTS = Path(get_data_path()) / "fonts" / "ttf"  # Matplotlib's own letters: every sign of our texts, and free
TITLE_PT, HEAD_PT, TEXT_PT, SMALL_PT = 18.0, 11.5, 9.0, 8.0
LINE = 4.3  # the height of a line of TEXT_PT
SMALL_LINE = 3.6
PADDING = 0.75
BOX = 2.8  # the side of the box to tick


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a column of a row."""

    text: str
    width: float
    bold: bool = False


class Sheet(FPDF):
    """Pages that fill from the top; a footer names the plan and counts the pages."""

    def __init__(self, title: str, foot: str, language: str) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self._foot = foot
        self._heights: dict[tuple[str, float, str], float] = {}
        self.add_font(FAMILY, "", FONTS / "DejaVuSans.ttf")
        self.add_font(FAMILY, "B", FONTS / "DejaVuSans-Bold.ttf")
        self.set_title(title)
        self.set_lang(language)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, FOOT)
        self.add_page()

    def footer(self) -> None:
        self.set_y(-FOOT + 5)
        self._letters(SMALL_PT, QUIET)
        self.cell(WIDTH / 2, SMALL_LINE, self._foot)
        self.cell(WIDTH / 2, SMALL_LINE, f"{self.page_no()} / {{nb}}", align="R")

    def title_line(self, text: str) -> None:
        self._letters(TITLE_PT, INK, bold=True)
        self._write(text, 8.0)

    def head(self, text: str, *, after: float = 0.8) -> None:
        """The title of a part, which begins on the page of its first lines."""
        self.room(22.0)
        self.ln(2.6)
        self._letters(HEAD_PT, INK, bold=True)
        self._write(text, 5.6)
        self.ln(after)

    def words(self, text: str, *, quiet: bool = False, bold: bool = False) -> None:
        self._letters(TEXT_PT, QUIET if quiet else INK, bold=bold)
        self._write(text, LINE)

    def bullet(self, text: str) -> None:
        """A sentence of a list; the end of a page does not cut it."""
        self._letters(TEXT_PT, INK)
        self.room(self._measured(text, WIDTH - 4.0, LINE))
        self.cell(4.0, LINE, "•")
        self.multi_cell(WIDTH - 4.0, LINE, fit(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def room(self, height: float) -> None:
        """Go to a new page unless `height` is left on this one."""
        if self.get_y() + height > self.page_break_trigger:
            self.add_page()

    def picture(self, png: bytes, width: float, alt: str) -> None:
        """A picture with 3:2 sides, in the middle."""
        height = width * 2 / 3
        self.room(height)
        self.image(png, x=MARGIN + (WIDTH - width) / 2, y=self.get_y(), w=width, alt_text=alt)
        self.set_y(self.get_y() + height)

    def row_height(self, cells: Sequence[Cell]) -> float:
        """What `row` will need."""
        return max(self._text_height(cell) for cell in cells) + 2 * PADDING

    def row(
        self, cells: Sequence[Cell], *, shaded: bool = False, box: bool = False, ticked: bool = False
    ) -> None:
        """A line of a table with a rule under it; `box` puts a box to tick into the first cell."""
        height, top = self.row_height(cells), self.get_y()
        if shaded:
            self.set_fill_color("#f2f5f8")
            self.rect(MARGIN, top, WIDTH, height, style="F")
        at = MARGIN
        for cell in cells:
            self._letters(SMALL_PT, INK, bold=cell.bold)
            self.set_xy(at, top + PADDING)
            self.multi_cell(cell.width, SMALL_LINE, fit(cell.text), align="L")
            at += cell.width
        if box:
            self._box(top + PADDING, ticked=ticked)
        self.set_draw_color(GRID)
        self.set_line_width(0.2)
        self.line(MARGIN, top + height, MARGIN + WIDTH, top + height)
        self.set_xy(MARGIN, top + height)

    def band(self, text: str, right: str, colour: int) -> None:
        """The head of a table: a bar in a stage's colour, a name, and what stands at its right end."""
        top = self.get_y()
        self.set_fill_color(PALETTE[colour % len(PALETTE)])
        self.rect(MARGIN, top, 1.6, 6.4, style="F")
        self.set_xy(MARGIN + 3.0, top)
        self._letters(HEAD_PT - 1, INK, bold=True)
        self.cell(WIDTH * 0.6, 6.4, fit(text))
        self._letters(TEXT_PT, QUIET)
        self.cell(WIDTH * 0.4 - 3.0, 6.4, fit(right), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _box(self, top: float, *, ticked: bool) -> None:
        self.set_draw_color(QUIET)
        self.set_line_width(0.3)
        self.rect(MARGIN + 0.8, top + 0.3, BOX, BOX)
        if ticked:
            self.line(MARGIN + 1.4, top + 1.9, MARGIN + 2.1, top + 2.7)
            self.line(MARGIN + 2.1, top + 2.7, MARGIN + 3.3, top + 0.9)

    def text_height(self, text: str) -> float:
        """What `words` will need."""
        self._letters(TEXT_PT, INK)
        return self._measured(text, WIDTH, LINE)

    def _text_height(self, cell: Cell) -> float:
        self._letters(SMALL_PT, INK, bold=cell.bold)
        return self._measured(cell.text, cell.width, SMALL_LINE)

    def _measured(self, text: str, width: float, line: float) -> float:
        """Measured once for each text: a week is measured before its rows are drawn."""
        key = (text, width, self.font_style)
        if key not in self._heights:
            height = self.multi_cell(
                width, line, fit(text), align="L", dry_run=True, output=MethodReturnValue.HEIGHT
            )
            self._heights[key] = float(height) if isinstance(height, int | float) else 0.0
        return self._heights[key] if text else line

    def _write(self, text: str, line: float) -> None:
        self.multi_cell(WIDTH, line, fit(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _letters(self, size_pt: float, colour: str, *, bold: bool = False) -> None:
        self.set_font(FAMILY, "B" if bold else "", size_pt)
        self.set_text_color(colour)


def fit(text: str) -> str:
    """The text without the signs these letters lack (emoji)."""
    known = _signs()
    return "".join(sign for sign in text if ord(sign) in known or sign == "\n").strip(" ")


@cache
def _signs() -> frozenset[int]:
    return frozenset(FT2Font(str(FONTS / "DejaVuSans.ttf")).get_charmap())
