"""The compact form in which a session goes to a model and comes back: one row for a block or a movement.

=m superset x3 r45
goblet-squat|6-8/side|rpe7
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from core.catalogue.exercise import Measure
from core.coaches.session import BODYWEIGHT, UNSAID, Block, CoachSession, Format, Item, Load, Role, Zone

ROLES: dict[str, Role] = {"m": "main", "a": "accessory", "main": "main", "accessory": "accessory"}
LETTER: dict[Role, str] = {"main": "m", "accessory": "a", "warm_up": "w", "cool_down": "c"}
UNITS: dict[str, Measure] = {
    "": "reps", "reps": "reps", "rep": "reps", "s": "seconds", "sec": "seconds", "m": "metres",
    "min": "minutes", "cal": "calories",
}  # fmt: skip
UNIT_OF: dict[Measure, str] = {
    "reps": "", "seconds": "s", "metres": "m", "minutes": "min", "calories": "cal",
}  # fmt: skip
NUMBER = r"\d{1,5}(?:\.\d{1,2})?"
AMOUNT = re.compile(
    rf"^(?:(?P<sets>\d{{1,2}})\s*[x×]\s*)?(?P<least>{NUMBER})(?:\s*[-–]\s*(?P<most>{NUMBER}))?"
    rf"\s*(?P<unit>[a-z]*)(?P<side>\s*/\s*side)?$"
)
LOAD = re.compile(
    rf"^(?:rpe\s*(?P<rpe>{NUMBER})|(?P<percent>{NUMBER})\s*%|(?P<kg>{NUMBER})\s*kg|(?P<word>[a-z0-9]+))$"
)
ROWS_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class RowItem:
    """A movement as a row gives it: `name` may be an id or what a model calls it."""

    name: str
    amount: float
    measure: Measure
    sets: int = 1
    amount_most: float | None = None
    per_side: bool = False
    load: Load = UNSAID
    rest_s: float | None = None


@dataclass(frozen=True, slots=True)
class RowBlock:
    """A block as its rows give it."""

    role: Role
    format: Format
    items: tuple[RowItem, ...]
    rounds: int = 1
    rest_s: float = 0.0
    minutes: float | None = None


def written_rows(session: CoachSession) -> tuple[str, ...]:
    """The work of a session as rows; sets that only lead up to a load are left out."""
    return tuple(row for block in session.work for row in _block_rows(block))


def read_rows(rows: Iterable[str]) -> tuple[RowBlock, ...]:
    """The blocks of rows; an unreadable row is left out, and so is a block without movements."""
    blocks: list[RowBlock] = []
    for row in list(rows)[:ROWS_AT_MOST]:
        text = " ".join(row.lower().split())
        if text.startswith("="):
            blocks.append(_read_block(text[1:]))
        elif blocks and (item := _read_item(text)):
            blocks[-1] = _with(blocks[-1], item)
    return tuple(block for block in blocks if block.items)


def _block_rows(block: Block) -> Iterator[str]:
    head = [f"={LETTER[block.role]} {block.format}"]
    if block.rounds > 1:
        head.append(f"x{block.rounds}")
    if block.rest_s:
        head.append(f"r{block.rest_s:g}")
    if block.minutes is not None:
        head.append(f"{block.minutes:g}min")
    yield " ".join(head)
    for item in block.items:
        if not item.ramp:
            yield _item_row(item, block)


def _item_row(item: Item, block: Block) -> str:
    amount = f"{item.amount:g}" + (f"-{item.amount_most:g}" if item.amount_most else "")
    text = f"{amount}{UNIT_OF[item.measure]}{'/side' if item.per_side else ''}"
    if block.format == "sets":
        text = f"{item.sets}x{text}"
    return "|".join(part for part in (item.exercise, text, _load_text(item.load)) if part)


def _load_text(load: Load) -> str:
    if load.zone is not None:
        return load.zone
    if load.rpe is not None:
        return f"rpe{load.rpe:g}"
    if load.percent_1rm is not None:
        return f"{load.percent_1rm:g}%"
    if load.kg is not None:
        return f"{load.kg:g}kg"
    return "bw" if load.bodyweight else ""


def _read_block(text: str) -> RowBlock:
    words = text.replace("|", " ").split()
    role: Role = next((ROLES[word] for word in words if word in ROLES), "main")
    format_: Format = next((one for one in get_args(Format) if one in words), "sets")
    rounds = next((int(word[1:]) for word in words if re.fullmatch(r"[x×]\d{1,2}", word)), 1)
    rest_s = next((float(word[1:]) for word in words if re.fullmatch(rf"r{NUMBER}", word)), 0.0)
    minutes = next((float(word[:-3]) for word in words if re.fullmatch(rf"{NUMBER}min", word)), None)
    return RowBlock(role, format_, (), max(rounds, 1), rest_s, minutes)


def _read_item(text: str) -> RowItem | None:
    """A movement with its amount; None when either is missing."""
    name, *parts = (part.strip() for part in text.split("|"))
    amount = next((found for part in parts if (found := AMOUNT.match(part))), None)
    if not name or amount is None or amount["unit"] not in UNITS or float(amount["least"]) <= 0:
        return None
    others = [part for part in parts if part != amount.string]
    least, most = float(amount["least"]), float(amount["most"] or amount["least"])
    return RowItem(
        name,
        least,
        UNITS[amount["unit"]],
        max(int(amount["sets"] or 1), 1),
        most if most > least else None,
        amount["side"] is not None,
        _read_load(others),
        next((float(part[1:]) for part in others if re.fullmatch(rf"r{NUMBER}", part)), None),
    )


def _read_load(parts: list[str]) -> Load:
    for part in parts:
        found = LOAD.match(part)
        if found is None:
            continue
        if found["rpe"]:
            return Load(rpe=float(found["rpe"]))
        if found["percent"]:
            return Load(percent_1rm=float(found["percent"]))
        if found["kg"]:
            return Load(kg=float(found["kg"]))
        zone = next((one for one in get_args(Zone) if one == found["word"]), None)
        if zone is not None:
            return Load(zone=zone)
        if found["word"] == "bw":
            return BODYWEIGHT
    return UNSAID


def _with(block: RowBlock, item: RowItem) -> RowBlock:
    items = (*block.items, item)
    return RowBlock(block.role, block.format, items, block.rounds, block.rest_s, block.minutes)
