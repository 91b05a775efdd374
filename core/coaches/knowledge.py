"""What the catalogue knows of the movements of a session: cues, mistakes, the way on, how it works."""

from pydantic import BaseModel, ConfigDict

from core.athlete import Language
from core.catalogue.reading import exercise, words_of
from core.catalogue.terms import term
from core.coaches.phrase import phrase
from core.coaches.session import CoachSession
from core.enrichment.model import Source

TEXTS_AT_MOST = 3
MUSCLES_AT_MOST = 3


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MovementKnowledge(_Value):
    """What is told of one movement; `easier` and `harder` are ids of the catalogue, "" without one."""

    exercise: str
    coaching_cues_detailed: tuple[str, ...] = ()
    common_mistakes: tuple[str, ...] = ()
    progression_suggestions: tuple[str, ...] = ()
    technical_breakdown: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""


class Knowledge(_Value):
    """What was added to a session; `source` tells who wrote the session it belongs to."""

    source: Source
    language: Language
    movements: tuple[MovementKnowledge, ...]


def knowledge(session: CoachSession, language: Language, source: Source = "catalogue") -> Knowledge:
    """Everything about the movements of the work, in the order in which they come."""
    movements = tuple(movement_knowledge(one, language) for one in session.exercises())
    return Knowledge(source=source, language=language, movements=movements)


def movement_knowledge(key: str, language: Language) -> MovementKnowledge:
    """Everything about one movement; KeyError for one the catalogue lacks."""
    words, known = words_of(key, language), exercise(key)
    return MovementKnowledge(
        exercise=key,
        coaching_cues_detailed=words.cues[:TEXTS_AT_MOST],
        common_mistakes=words.mistakes[:TEXTS_AT_MOST],
        progression_suggestions=words.harder[:TEXTS_AT_MOST],
        technical_breakdown=_breakdown(key, language),
        easier=next(iter(known.regressions), ""),
        harder=next(iter(known.progressions), ""),
    )


def short_cue(key: str, language: Language) -> str:
    """The one thing to think of in a movement; "" where the catalogue has none."""
    return next(iter(words_of(key, language).cues), "")


def _breakdown(key: str, language: Language) -> tuple[str, ...]:
    """What works, the muscle that works most first."""
    muscles = [term("muscle", one, language) for one in exercise(key).muscles[:MUSCLES_AT_MOST]]
    return (phrase("coaches-works", muscles=", ".join(muscles)).said(language),) if muscles else ()
