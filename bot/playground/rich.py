"""Rich messages (Bot API 10.1): rich HTML read to blocks, with Telegram's limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bot.playground.errors import Refused, bad_request
from bot.playground.limits import utf16_units
from bot.playground.records import Json

# From the Bot API's page of InputRichMessage and of rich message formatting.
TEXT_UNITS, BLOCKS, DEPTH, COLUMNS = 32_768, 500, 16, 20
_INLINE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "mark": "marked",
    "tg-spoiler": "spoiler", "sub": "subscript", "sup": "superscript",
}  # fmt: skip
_HEADINGS = {f"h{size}": size for size in range(1, 7)}
_INSIDE_BLOCKS = {"tr": "table", "th": "tr", "td": "tr", "li": "list", "summary": "details"}
_BLOCKS = frozenset({*_HEADINGS, "p", "table", "ul", "ol", "details", "blockquote", "pre", "hr", "footer"})
_EMPTY = frozenset({"br", "hr"})
_KNOWN = frozenset({*_INLINE, *_BLOCKS, *_INSIDE_BLOCKS, *_EMPTY, "a"})
"""Of Telegram's tags those for words: media, maps, formulas, quotes with an author are not read here."""

Text = object
"""A rich text: a string, an object with a type, or a list of both."""


@dataclass
class _Node:
    tag: str
    attributes: dict[str, str]
    children: list["_Node | str"] = field(default_factory=list)

    def inner(self, *tags: str) -> "Iterator[_Node]":
        return (child for child in self.children if isinstance(child, _Node) and child.tag in tags)


@dataclass(frozen=True)
class RichContent:
    """The blocks as the Bot API gives them back, and the words alone."""

    blocks: list[Json]
    text: str


def read_rich(message: Json | None) -> RichContent:
    """The content of an InputRichMessage in HTML; raises Refused for what Telegram would not take."""
    kinds = [kind for kind in ("html", "markdown", "blocks") if (message or {}).get(kind)]
    if message is None or len(kinds) != 1:
        raise bad_request("RICH_MESSAGE_CONTENT_REQUIRED")
    if kinds != ["html"]:
        raise bad_request("unsupported rich message: the playground reads HTML only")
    tree = _Tree()
    tree.feed(str(message["html"]))
    tree.close()
    blocks = list(_blocks(tree.finished().children))
    text = "\n".join(line for line in _lines(blocks) if line.strip())
    _check(blocks, text, tree.deepest)
    return RichContent(blocks, text)


class _Tree(HTMLParser):
    """Nodes of the markup; every tag known, every one closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Node("", {})]
        self.deepest = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _KNOWN:
            raise _unreadable(f'unsupported tag "{tag}"')
        node = _Node(tag, {name: value or "" for name, value in attributes})
        self._open[-1].children.append(node)
        if tag not in _EMPTY:
            self._open.append(node)
            self.deepest = max(self.deepest, len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if len(self._open) == 1 or self._open[-1].tag != tag:
            raise _unreadable(f'unexpected end tag "{tag}"')
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def finished(self) -> _Node:
        if len(self._open) > 1:
            raise _unreadable(f'unclosed tag "{self._open[-1].tag}"')
        return self._open[0]


def _unreadable(what: str) -> Refused:
    return bad_request(f"can't parse rich message: {what}")


def _check(blocks: list[Json], text: str, deepest: int) -> None:
    if not text:
        raise bad_request("RICH_MESSAGE_CONTENT_REQUIRED")
    if utf16_units(text) > TEXT_UNITS or _count(blocks) > BLOCKS or deepest > DEPTH:
        raise bad_request("rich message is too long")
    rows = [row for block in _every(blocks) for row in block.get("cells", ())]
    if any(len(row) > COLUMNS for row in rows):
        raise bad_request("rich message table has too many columns")


def _blocks(children: Iterable[_Node | str]) -> Iterator[Json]:
    """Blocks of mixed content; loose words become paragraphs."""
    loose: list[_Node | str] = []
    for child in children:
        if isinstance(child, _Node) and child.tag in _BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child)
        elif isinstance(child, _Node) and child.tag in _INSIDE_BLOCKS:
            raise _unreadable(f'tag "{child.tag}" must be inside "{_INSIDE_BLOCKS[child.tag]}"')
        else:
            loose.append(child)
    yield from _paragraph(loose)


def _paragraph(children: list[_Node | str]) -> Iterator[Json]:
    text = _rich_text(children)
    if _plain(text).strip():
        yield {"type": "paragraph", "text": text}


def _block(node: _Node) -> Iterator[Json]:
    if node.tag in _HEADINGS:
        yield {"type": "heading", "text": _rich_text(node.children), "size": _HEADINGS[node.tag]}
    elif node.tag in ("p", "pre", "footer"):
        kind = "paragraph" if node.tag == "p" else node.tag
        yield {"type": kind, "text": _rich_text(node.children)}
    elif node.tag == "hr":
        yield {"type": "divider"}
    elif node.tag in ("ul", "ol"):
        yield _list(node)
    elif node.tag == "table":
        yield _table(node)
    elif node.tag == "details":
        yield _details(node)
    else:
        yield {"type": "blockquote", "blocks": list(_blocks(node.children))}


def _table(node: _Node) -> Json:
    marks = {f"is_{name}": True for name in ("bordered", "striped") if name in node.attributes}
    cells = [[_cell(cell) for cell in row.inner("td", "th")] for row in node.inner("tr")]
    return {"type": "table", "cells": cells, **marks}


def _cell(node: _Node) -> Json:
    head = {"is_header": True} if node.tag == "th" else {}
    places = {
        name: node.attributes.get(name, usual) for name, usual in (("align", "left"), ("valign", "top"))
    }
    return {"text": _rich_text(node.children), **head, **places}


def _list(node: _Node) -> Json:
    ordered = node.tag == "ol"
    items = [
        {"label": f"{number}." if ordered else "•", "blocks": list(_blocks(item.children))}
        for number, item in enumerate(node.inner("li"), start=1)
    ]
    return {"type": "list", "items": items}


def _details(node: _Node) -> Json:
    summary = next(node.inner("summary"), None)
    if summary is None:
        raise _unreadable('"details" without "summary"')
    inside = [child for child in node.children if child is not summary]
    opened = {"is_open": True} if "open" in node.attributes else {}
    words = _rich_text(summary.children)
    return {"type": "details", "summary": words, "blocks": list(_blocks(inside)), **opened}


def _rich_text(children: Iterable[_Node | str]) -> Text:
    """Words with their marks; line breaks of the source are spaces, as on a page."""
    pieces: list[object] = []
    for child in children:
        if isinstance(child, str):
            pieces.append(" ".join(child.split("\n")) if child.strip("\n") else "")
        elif child.tag == "br":
            pieces.append("\n")
        elif child.tag == "a":
            url = child.attributes.get("href", "")
            pieces.append({"type": "url", "text": _rich_text(child.children), "url": url})
        elif child.tag in _INLINE:
            pieces.append({"type": _INLINE[child.tag], "text": _rich_text(child.children)})
        else:
            raise _unreadable(f'tag "{child.tag}" is not allowed inside a text')
    kept = [piece for piece in pieces if piece != ""]
    return kept[0] if len(kept) == 1 else kept or ""


def _plain(text: Text) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return _plain(text["text"])
    return "".join(map(_plain, text)) if isinstance(text, list) else ""


def _lines(blocks: Iterable[Json]) -> Iterator[str]:
    """The words block by block, a row of a table in one line."""
    for block in blocks:
        yield _plain(block.get("text", block.get("summary", "")))
        for row in block.get("cells", ()):
            yield " · ".join(filter(None, (_plain(cell["text"]) for cell in row)))
        yield from _lines(block.get("blocks", ()))
        for item in block.get("items", ()):
            yield from _lines(item["blocks"])


def _every(blocks: Iterable[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        yield from _every(block.get("blocks", ()))
        for item in block.get("items", ()):
            yield from _every(item["blocks"])


def _count(blocks: Iterable[Json]) -> int:
    """List items and rows of tables count as blocks."""
    return sum(1 + len(b.get("items", ())) + len(b.get("cells", ())) for b in _every(blocks))
