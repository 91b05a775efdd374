"""The table of faults: what may go wrong, what must happen, which tests prove it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "reliability.md"
BEGIN, END = "<!-- table -->\n", "<!-- end of table -->\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One fault; `tests` are node ids under tests/."""

    number: int
    fault: str
    expected: str
    tests: tuple[str, ...]
    note: str = ""


def rows() -> tuple[Row, ...]:
    """The table, numbered from 1."""
    table = tomllib.loads((TESTS / "acceptance" / "rows.toml").read_text(encoding="utf-8"))["row"]
    return tuple(
        Row(number, row["fault"], row["expected"], tuple(row["tests"]), row.get("note", ""))
        for number, row in enumerate(table, start=1)
    )


def page_with_table(page: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    table = "\n".join(_lines())
    return f"{before}{BEGIN}\n{table}\n\n{END}{after}"


def _lines() -> Iterator[str]:
    yield "| # | fault | what must happen | proved by |"
    yield "|---|---|---|---|"
    for row in rows():
        expected = f"{row.expected} *({row.note})*" if row.note else row.expected
        proofs = "<br>".join(_link(test) for test in row.tests)
        yield f"| {row.number} | {row.fault} | {expected} | {proofs} |"


def _link(test: str) -> str:
    file, _, name = test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../tests/{file})"
