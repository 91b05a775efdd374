"""A session as JSON: with its words in one language for others to read, or bare for storing."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from core.athlete import Language, Level
from core.catalogue.exercise import Measure
from core.catalogue.reading import words_of
from core.coaches import wording
from core.coaches.phrase import Phrase, written
from core.coaches.request import CoachName
from core.coaches.session import (
    Block,
    CoachSession,
    Format,
    Item,
    LegLoad,
    Load,
    LoadFigures,
    Role,
    Scaling,
    ScalingLevel,
    Source,
)
from core.coaches.timing import block_s, session_s

FORMAT_VERSION: Literal[1] = 1
_STORED = TypeAdapter(CoachSession)


class _Exchange(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemData(_Exchange):
    """One movement: neutral fields, its name, and the prescription as a runner reads it."""

    exercise: str
    name: str
    text: str
    sets: int
    amount: float
    amount_most: float | None = None
    measure: Measure
    per_side: bool
    load: Load
    rest_s: float
    tempo: str
    seconds_each: float | None = None
    ramp: bool
    note: str


class BlockData(_Exchange):
    """One part of the session; `duration_s` is how long it takes."""

    role: Role
    format: Format
    title: str
    heading: str
    how: str
    rounds: int
    rest_s: float
    minutes: float | None = None
    duration_s: float
    items: tuple[ItemData, ...]


class ScalingData(_Exchange):
    level: ScalingLevel
    text: str


class SessionData(_Exchange):
    """A whole session in one language; `minutes` is what was asked for, `duration_min` what it takes."""

    version: Literal[1] = FORMAT_VERSION
    language: Language
    coach: CoachName
    focus: str
    level: Level
    minutes: int
    duration_min: float
    title: str
    purpose: str
    rpe: float
    load: LoadFigures
    leg_load: LegLoad
    source: Source
    blocks: tuple[BlockData, ...]
    scaling: tuple[ScalingData, ...]
    notes: tuple[str, ...]


def to_exchange(session: CoachSession, language: Language) -> SessionData:
    """The session with every word in `language`."""
    return SessionData(
        language=language,
        coach=session.coach,
        focus=session.focus,
        level=session.level,
        minutes=session.minutes,
        duration_min=round(session_s(session) / 60, 1),
        title=session.title.said(language),
        purpose=session.purpose.said(language),
        rpe=session.rpe,
        load=session.load,
        leg_load=session.leg_load,
        source=session.source,
        blocks=tuple(_block_data(block, language) for block in session.blocks),
        scaling=tuple(ScalingData(level=one.level, text=one.text.said(language)) for one in session.scaling),
        notes=tuple(note.said(language) for note in session.notes),
    )


def from_exchange(data: SessionData) -> CoachSession:
    """The session back, its words as they were written."""
    return CoachSession(
        data.coach,
        data.focus,
        data.level,
        data.minutes,
        written(data.title),
        written(data.purpose),
        tuple(_block_of(block) for block in data.blocks),
        data.rpe,
        data.load,
        data.leg_load,
        tuple(written(note) for note in data.notes),
        tuple(Scaling(one.level, written(one.text)) for one in data.scaling),
        data.source,
    )


def to_json(session: CoachSession) -> str:
    """The session in no language, for storing: the reverse of `from_json`."""
    return _STORED.dump_json(session).decode()


def from_json(text: str) -> CoachSession:
    """A stored session; raises pydantic's ValidationError for anything else."""
    return _STORED.validate_json(text)


def _block_data(block: Block, language: Language) -> BlockData:
    return BlockData(
        role=block.role,
        format=block.format,
        title=block.title.said(language),
        heading=wording.block_heading(block, language),
        how=block.how.said(language),
        rounds=block.rounds,
        rest_s=block.rest_s,
        minutes=block.minutes,
        duration_s=round(block_s(block)),
        items=tuple(_item_data(item, language) for item in block.items),
    )


def _item_data(item: Item, language: Language) -> ItemData:
    return ItemData(
        exercise=item.exercise,
        name=words_of(item.exercise, language).name,
        text=wording.prescription(item, language),
        sets=item.sets,
        amount=item.amount,
        amount_most=item.amount_most,
        measure=item.measure,
        per_side=item.per_side,
        load=item.load,
        rest_s=item.rest_s,
        tempo=item.tempo,
        seconds_each=item.seconds_each,
        ramp=item.ramp,
        note=item.note.said(language),
    )


def _block_of(data: BlockData) -> Block:
    items = tuple(_item_of(item) for item in data.items)
    title, how = _phrase(data.title), _phrase(data.how)
    return Block(data.role, data.format, items, data.rounds, data.rest_s, data.minutes, title, how)


def _item_of(data: ItemData) -> Item:
    return Item(
        data.exercise,
        data.amount,
        data.measure,
        data.sets,
        data.amount_most,
        data.per_side,
        data.load,
        data.rest_s,
        data.tempo,
        data.seconds_each,
        data.ramp,
        _phrase(data.note),
    )


def _phrase(text: str) -> Phrase:
    return written(text) if text else Phrase()
