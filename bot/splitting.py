"""Cutting a long HTML message into messages Telegram accepts: at block borders, with every tag closed."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

TEXT_LIMIT = 4096  # UTF-16 units after the tags are read: Bot API, sendMessage
CAPTION_LIMIT = 1024  # the same for a caption
# Telegram drops the formatting after the hundredth piece of it in a message.
PIECES_LIMIT = 100
# Where to cut, best first: between blocks, lines, sentences, words. Each keeps the sign before the gap.
BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s"), re.compile(r"\s"))
# A border in the first part of a message would leave it nearly empty: a lesser border further on is better.
EARLIEST_CUT = 0.5


@dataclass(frozen=True, slots=True)
class Tag:
    """An open tag: `opening` as it was written."""

    name: str
    opening: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same open tags, outermost first."""

    text: str
    tags: tuple[Tag, ...]


def utf16_length(text: str) -> int:
    """The length Telegram counts: a character outside the basic plane is two units."""
    return len(text) + sum(character > "\uffff" for character in text)


def fits(markup: str, limit: int = TEXT_LIMIT) -> bool:
    """Whether Telegram takes this HTML as one message."""
    if utf16_length(markup) <= limit and markup.count("<") <= PIECES_LIMIT:
        return True
    runs = _runs(markup)
    return utf16_length(_text(runs)) <= limit and _pieces(runs) <= PIECES_LIMIT


def split_html(markup: str, limit: int = TEXT_LIMIT) -> list[str]:
    """One or more messages of at most `limit` units; nothing but white space at a cut is lost."""
    if fits(markup, limit):
        return [markup]
    parts = []
    rest = _runs(markup)
    while True:
        whole = _text(rest)
        if utf16_length(whole) <= limit and _pieces(rest) <= PIECES_LIMIT:
            parts.append(_markup(rest))
            return [part for part in parts if plain_text(part).strip()] or [""]
        end, start = _cut(whole, _reach(rest, limit))
        parts.append(_markup(_slice(rest, 0, end)))
        rest = _slice(rest, start, len(whole))


def plain_text(markup: str) -> str:
    """What a reader sees: no tags, no entities."""
    return _text(_runs(markup))


class _Reader(HTMLParser):
    """Collects runs; a closing tag that closes nothing is dropped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[Tag] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._open.append(Tag(tag, self.get_starttag_text() or f"<{tag}>"))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == tag:
                del self._open[place]
                return

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, tuple(self._open)))


def _runs(markup: str) -> list[Run]:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.runs


def _text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


def _markup(runs: list[Run]) -> str:
    """HTML of the runs: tags are opened and closed only where they change."""
    pieces: list[str] = []
    current: tuple[Tag, ...] = ()
    for run in runs:
        pieces += _change(current, run.tags)
        pieces.append(html.escape(run.text, quote=False))
        current = run.tags
    return "".join([*pieces, *_change(current, ())])


def _change(old: tuple[Tag, ...], new: tuple[Tag, ...]) -> Iterator[str]:
    kept = 0
    while kept < min(len(old), len(new)) and old[kept] is new[kept]:
        kept += 1
    yield from (f"</{tag.name}>" for tag in reversed(old[kept:]))
    yield from (tag.opening for tag in new[kept:])


def _pieces(runs: list[Run]) -> int:
    return len({id(tag) for run in runs for tag in run.tags})


def _reach(runs: list[Run], limit: int) -> int:
    """How many characters from the start fit into one message."""
    units = 0
    characters = 0
    seen: set[int] = set()
    for run in runs:
        seen |= {id(tag) for tag in run.tags}
        if len(seen) > PIECES_LIMIT:
            return max(characters, 1)
        for character in run.text:
            units += utf16_length(character)
            if units > limit:
                return characters
            characters += 1
    return characters


def _cut(text: str, reach: int) -> tuple[int, int]:
    """(end of this part, start of the next): the best border within reach, or the reach itself."""
    for border in BORDERS:
        found = [match for match in border.finditer(text, 0, reach + 1) if match.start() <= reach]
        if found and found[-1].start() >= reach * EARLIEST_CUT:
            last = found[-1]
            return last.start(), last.end()
    return reach, reach


def _slice(runs: list[Run], start: int, end: int) -> list[Run]:
    kept: list[Run] = []
    place = 0
    for run in runs:
        text = run.text[max(start - place, 0) : max(end - place, 0)]
        if text:
            kept.append(Run(text, run.tags))
        place += len(run.text)
    return kept
