"""What a model is told about one session and what it may answer; nothing a runner typed is in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.enrichment.checks import TextCheck
from core.enrichment.circumstances import Circumstances, family_of
from core.enrichment.from_catalogue import from_catalogue
from core.enrichment.model import FIELD_OF, LISTS, EnrichedSession, Section
from core.generation.brief import shown
from core.generation.replies import ReplyFault, json_in
from core.generation.tongues import is_in
from core.program.exchange import Session
from core.prompts import Prompt, prompt

PROMPT_NAME = "enrichment"
MAX_TOKENS = 900
"""Twice what the prompt asks for; French needs more tokens than English."""
STRUCTURE_AT_MOST, NAME_AT_MOST = 400, 60
READ_AT_MOST = 6  # texts of a list that are looked at
LEAST_KEPT = 3
"""Fewer usable texts than this make the answer unusable: the rest would be the catalogue's anyway."""

KEY_OF: Mapping[Section, str] = {
    "warm_up": "w", "cues": "c", "mistakes": "m", "progression": "p", "technique": "t",
    "fuelling": "f", "too_hard": "h", "too_easy": "e",
}  # fmt: skip
_TEXT: dict[str, Any] = {"type": "string"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        key: {"type": "array", "items": _TEXT} if section in LISTS else _TEXT
        for section, key in KEY_OF.items()
    },
    "required": list(KEY_OF.values()),
    "additionalProperties": False,
}
"""Flat, every key required: the smallest grammar the API can compile."""


class UnusableEnrichment(Exception):
    """Nothing of the answer may be told; the text says why, for the log."""


@dataclass(frozen=True)
class Question:
    """A request to enrich one session."""

    session: Session
    around: Circumstances
    prompt: Prompt

    @cached_property
    def user(self) -> str:
        """The part of the request that is this session's."""
        data = json.dumps(self._data(), ensure_ascii=False, separators=(",", ":"))
        # Nothing inside can close the tag.
        escaped = data.replace("<", "\\u003c").replace(">", "\\u003e")
        return f"<data>{escaped}</data>"

    def _data(self) -> dict[str, Any]:
        session, around = self.session, self.around
        data: dict[str, Any] = {
            "lang": around.language,
            "family": family_of(session),
            "type": shown(session.session_type or "", NAME_AT_MOST),
            "min": session.duration_min,
            "km": session.distance_km,
            "structure": shown(session.workout_structure or "", STRUCTURE_AT_MOST),
            "pace": shown(session.pace_target or "", NAME_AT_MOST),
            "rpe": session.rpe,
            "climb_m": session.climb_m,
            "level": around.level.value,
            "goal": around.goal.value,
            "terrain": around.terrain.value,
            "injuries": [site.value for site in around.injuries],
            "hot": around.is_hot,
            "ultra": around.is_ultra,
            "week": around.week,
        }
        return {key: value for key, value in data.items() if value not in (None, "", [], 0, False)}


def question_for(session: Session, around: Circumstances, variant: str = "a") -> Question | None:
    """The request for a session; None for a day without a run."""
    if family_of(session) is None:
        return None
    return Question(session, around, prompt(PROMPT_NAME, variant))


def read_enrichment(text: str, question: Question) -> EnrichedSession:
    """What of a reply may be told; gaps are filled from the catalogue. Raises UnusableEnrichment."""
    texts = _texts_in(text)
    language = question.around.language
    said = " ".join(part for parts in texts.values() for part in parts)
    if not is_in(language, said):
        raise UnusableEnrichment(f"the answer is not in {language}")
    check = TextCheck(question.session, question.around, (question.prompt.text,))
    kept = {section: check.kept(section, parts) for section, parts in texts.items()}
    count = sum(len(parts) for parts in kept.values())
    if count < LEAST_KEPT:
        raise UnusableEnrichment(f"{count} of {sum(map(len, texts.values()))} texts could be kept")
    return _filled(kept, question)


def _texts_in(text: str) -> dict[Section, tuple[str, ...]]:
    try:
        raw = json_in(text)
    except ReplyFault as fault:
        raise UnusableEnrichment(str(fault)) from None
    found: dict[Section, tuple[str, ...]] = {}
    for section, key in KEY_OF.items():
        value = raw.get(key)
        values = value[:READ_AT_MOST] if isinstance(value, list) else [value]
        found[section] = tuple(part for part in values if isinstance(part, str))
    return found


def _filled(kept: Mapping[Section, tuple[str, ...]], question: Question) -> EnrichedSession:
    known = from_catalogue(question.session, question.around)
    fields: dict[str, Any] = {}
    for section, parts in kept.items():
        texts = parts or (known.section(section) if known else ())
        fields[FIELD_OF[section]] = texts if section in LISTS else "".join(texts[:1])
    return EnrichedSession(source="claude", language=question.around.language, **fields)
