"""A coach's session for a terminal: a heading, one table for each block, notes that wrap."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from core.athlete import Language
from core.catalogue.reading import words_of
from core.coaches import wording
from core.coaches.session import Block, CoachSession
from core.localisation import core_localizer

NAME_WIDTH = 30


def session_view(session: CoachSession, language: Language) -> RenderableType:
    """The whole session, ready to be printed."""
    return Group(*_parts(session, language))


def _parts(session: CoachSession, language: Language) -> Iterator[RenderableType]:
    yield Text(wording.title(session, language), style="bold")
    yield Text(session.purpose.said(language))
    yield Text(wording.facts(session, language), style="dim")
    for block in session.blocks:
        yield Text()
        yield Text(wording.block_heading(block, language), style="bold cyan")
        if block.how:
            yield Padding(Text(block.how.said(language), style="italic"), (0, 2))
        yield _table(block, language)
    if session.scaling:
        yield Text()
        yield Text("\n".join(wording.scaling_lines(session, language)))
    for note in session.notes:
        yield Text()
        yield Text(note.said(language))


def _table(block: Block, language: Language) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=2, justify="right")
    table.add_column(max_width=NAME_WIDTH)
    table.add_column()
    for item in block.items:
        name = words_of(item.exercise, language).name
        if item.ramp:
            name = f"{name} ({core_localizer(language)('coaches-ramp')})"
        told = escape(wording.prescription(item, language))
        if item.note:
            told += f"\n[italic]{escape(item.note.said(language))}[/italic]"
        table.add_row("•", escape(name), told)
    return table
