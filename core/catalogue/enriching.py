"""What a model is asked about a movement's gaps, and what of its answer may be proposed to a reviewer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from core.athlete import Language
from core.catalogue.exercise import Muscle, Site
from core.catalogue.gaps import FactField, Gaps, WordField
from core.enrichment.checks import is_unsafe
from core.formatting import NARROW_SPACE
from core.generation.replies import ReplyFault, json_in
from core.generation.tongues import is_clearly_not_in, is_in
from core.prompts import Prompt, prompt

PROMPT_NAME = "catalogue"
TOKENS_AT_LEAST, TOKENS_PER_GAP = 150, 200
"""Of an answer: its frame, and three lines of French for each thing that is missing."""
CLOSED: Mapping[FactField, tuple[str, ...]] = {
    "muscles": get_args(Muscle),
    "contraindications": get_args(Site),
}
SHORTEST, LONGEST, LONGEST_NAME = 8, 110, 48
HOW_MANY: Mapping[str, tuple[int, int]] = {
    "cues": (2, 4), "mistakes": (1, 3), "harder": (1, 3), "muscles": (1, 5),
    "contraindications": (0, 5), "progressions": (0, 3),
}  # fmt: skip
MARKUP = re.compile(r"https?:|www\.|[<>{}*_#`\[\]|\n]")
_LINES: dict[str, Any] = {"type": "array", "items": {"type": "string"}}


class UnusableProposal(Exception):
    """Nothing of the answer is proposed; the text says why."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What fills a movement's gaps, for someone to read: lists of lines, a name being a list of one."""

    id: str
    words: Mapping[Language, Mapping[WordField, tuple[str, ...]]]
    facts: Mapping[FactField, tuple[str, ...]]


@dataclass(frozen=True)
class CatalogueQuestion:
    """A request to fill one movement's gaps."""

    gaps: Gaps
    prompt: Prompt

    @property
    def max_tokens(self) -> int:
        return TOKENS_AT_LEAST + TOKENS_PER_GAP * self.gaps.count

    @cached_property
    def user(self) -> str:
        """The part of the request that is this movement's."""
        data = json.dumps(_data(self.gaps), ensure_ascii=False, separators=(",", ":"))
        return f"<data>{data}</data>"

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The shape of the answer: every missing thing, nothing else."""
        keys: dict[str, Any] = {"id": {"type": "string"}}
        for language, fields in self.gaps.words.items():
            keys[language] = _object({name: _shape(name) for name in fields})
        for name in self.gaps.facts:
            choices = list(_choices(name, self.gaps))
            keys[name] = {"type": "array", "items": {"type": "string", "enum": choices}}
        return _object(keys)


def question_about(gaps: Gaps, variant: str = "a") -> CatalogueQuestion:
    """The request for what is missing of a movement."""
    return CatalogueQuestion(gaps, prompt(PROMPT_NAME, variant))


def read_proposal(text: str, gaps: Gaps) -> Proposal:
    """What an answer proposes, set as it is printed. Raises UnusableProposal: all of it is fit or none."""
    try:
        raw = json_in(text)
    except ReplyFault as fault:
        raise UnusableProposal(str(fault)) from None
    if raw.get("id") != gaps.exercise.id:
        raise UnusableProposal(f"the answer is about {raw.get('id')!r}")
    words = {language: _words(raw.get(language), language, gaps) for language in gaps.words}
    facts = {name: _fact(raw.get(name), name, gaps) for name in gaps.facts}
    return Proposal(gaps.exercise.id, words, facts)


def _data(gaps: Gaps) -> dict[str, Any]:
    movement = gaps.exercise
    data: dict[str, Any] = {
        "id": movement.id,
        "pattern": movement.pattern,
        "equipment": sorted(movement.equipment),
        "counted_in": movement.measure,
        "level": movement.level.value,
        "one_side_at_a_time": movement.unilateral,
        "muscles": movement.muscles,
        "known": {
            language: {"name": words.name, "cues": words.cues, "mistakes": words.mistakes}
            for language, words in gaps.known.items()
        },
        "missing": {**gaps.words, "facts": gaps.facts},
        "may_lead_to": gaps.offered,
    }
    return {key: value for key, value in data.items() if value not in ((), [], {}, False)}


def _shape(name: WordField) -> dict[str, Any]:
    return {"type": "string"} if name == "name" else _LINES


def _object(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


def _words(raw: object, language: Language, gaps: Gaps) -> dict[WordField, tuple[str, ...]]:
    if not isinstance(raw, dict):
        raise UnusableProposal(f"it says nothing in {language}")
    found = {name: _lines(raw.get(name), name, language) for name in gaps.words[language]}
    said = [line for name, lines in found.items() if name != "name" for line in lines]
    if said and not is_in(language, " ".join(said)):
        raise UnusableProposal(f"its {language} is not in {language}")
    known = gaps.known.get(language)
    repeated = {*said} & {*known.cues, *known.mistakes} if known else set()
    if repeated or len(set(said)) < len(said):
        raise UnusableProposal(f"it repeats a line in {language}")
    return found


def _lines(raw: object, name: WordField, language: Language) -> tuple[str, ...]:
    if name == "name":
        return (_checked(raw, language, SHORTEST // 2, LONGEST_NAME),)
    return tuple(_sentence(one, language) for one in _counted(raw, name))


def _counted(raw: object, name: str) -> list[object]:
    least, most = HOW_MANY[name]
    if not isinstance(raw, list) or not least <= len(raw) <= most:
        raise UnusableProposal(f"{name} is not a list of {least} to {most}")
    return raw


def _sentence(raw: object, language: Language) -> str:
    line = _checked(raw, language, SHORTEST, LONGEST)
    if not line.endswith(".") or is_clearly_not_in(language, line) or is_unsafe(line):
        raise UnusableProposal(f"“{line}” cannot be said")
    return line


def _checked(raw: object, language: Language, shortest: int, longest: int) -> str:
    if not isinstance(raw, str):
        raise UnusableProposal(f"{raw!r} is no text")
    line = _typeset(raw.strip(), language)
    if not shortest <= len(line) <= longest:
        raise UnusableProposal(f"a text has {len(line)} letters: “{line[:longest]}”")
    if MARKUP.search(line) or not line.replace(NARROW_SPACE, " ").isprintable():
        raise UnusableProposal(f"“{line}” holds more than plain text")
    return line


def _typeset(text: str, language: Language) -> str:
    """Printed apostrophes, and in French a narrow space that no line breaks at before high punctuation."""
    text = text.replace("'", "’")
    return (
        re.sub(r"[ \u00a0\u202f]?([:;?!])(?=\s|$)", rf"{NARROW_SPACE}\1", text) if language == "fr" else text
    )


def _choices(name: FactField, gaps: Gaps) -> tuple[str, ...]:
    return gaps.offered if name == "progressions" else CLOSED[name]


def _fact(raw: object, name: FactField, gaps: Gaps) -> tuple[str, ...]:
    allowed = _choices(name, gaps)
    found = [one for one in _counted(raw, name) if isinstance(one, str)]
    unknown = [one for one in found if one not in allowed]
    if unknown or len(set(found)) < len(_counted(raw, name)):
        raise UnusableProposal(f"{name} holds {', '.join(unknown) or 'something twice'}")
    return tuple(found)
