"""French texts are set as French is printed: no-break spaces around high punctuation and guillemets."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[1]
FLUENT_FILES = sorted(ROOT.glob("*/locales/fr/*.ftl"))
TABLES = sorted((ROOT / "core").rglob("*.toml"))
# This wording is fixed as it stands, ordinary space included.
EXEMPT = "Donne tout !"

_BREAKABLE = re.compile(r"[ \t\n][:;?!»]|«[ \t\n]")
# A mark without any space before it; a colon between figures or in an address is no punctuation.
_STUCK = re.compile(r'[^\s\u00a0\u202f:;?!…«("/](?:[;?!»]|:(?=\s|$))|«(?=[^\s\u00a0\u202f])')
_ENTITY = re.compile(r"&\w+;")


def faults(text: str) -> list[str]:
    """The places of a French text where a line could break before a mark, with what stands around them."""
    text = _ENTITY.sub("&", text.replace(EXEMPT, ""))
    found = [*_BREAKABLE.finditer(text), *_STUCK.finditer(text)]
    return [text[max(0, place.start() - 12) : place.end() + 6] for place in found]


class _Texts(Visitor):
    """The texts of Fluent patterns, with a letter for what is put in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802  # the library names its visits so
        parts = (part.value if isinstance(part, ast.TextElement) else "x" for part in node.elements)
        self.found.append("".join(parts))
        self.generic_visit(node)


def fluent_texts(source: str) -> list[str]:
    texts = _Texts()
    texts.visit(FluentParser().parse(source))
    return texts.found


def french_values(value: object) -> Iterator[str]:
    """Every text under a key "fr", however deep."""
    match value:
        case dict():
            for key, inner in value.items():
                if key == "fr":
                    yield from texts_in(inner)
                else:
                    yield from french_values(inner)
        case list():
            for inner in value:
                yield from french_values(inner)


def texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for inner in value:
                yield from texts_in(inner)
        case dict():
            for inner in value.values():
                yield from texts_in(inner)


@pytest.mark.parametrize("path", FLUENT_FILES, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_no_line_breaks_before_a_mark_in_fluent_texts(path: Path) -> None:
    texts = fluent_texts(path.read_text("utf-8"))

    assert [fault for text in texts for fault in faults(text)] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_line_breaks_before_a_mark_in_tables(path: Path) -> None:
    texts = french_values(tomllib.loads(path.read_text("utf-8")))

    assert [fault for text in texts for fault in faults(text)] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Prêt\u00a0?", 0),
        ("Prêt ?", 1),
        ("Prêt?", 1),
        ("«\u202foui\u202f»", 0),
        ("« oui »", 2),
        ("à 5:30, voir https://exemple.fr", 0),
        ("Allure: 5:30", 1),
        (EXEMPT, 0),
        ("a &amp; b", 0),
    ],
)
def test_the_rule_itself(text: str, count: int) -> None:
    assert len(faults(text)) == count
