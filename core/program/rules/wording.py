"""The words of programs, read: kinds of session, levels, goals and days, in French and English."""

import re
import unicodedata
from collections.abc import Mapping

from core.athlete import Goal, InjurySite, Level
from core.program.exchange import Kind

DAY_NAMES: Mapping[str, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
# The first pattern found names the kind: precise words before general ones.
KIND_WORDS: tuple[tuple[str, Kind], ...] = (
    (r"\brepos\b(?! actif)|\brest\b", "rest"),
    (r"renforcement|musculation|\bppg\b|strength|gainage|\bcore\b", "strength"),
    (r"velo|natation|elliptique|crois[ee]|cross[- ]train|cycling|swim|\bbike\b", "cross"),
    (r"marche[ /-]*(et[ -])?cour|cour\w*[ /-]*(et[ -])?march|run[ /-]*(and[ -])?walk", "run_walk"),
    (r"sortie longue|long run|longue", "long"),
    (r"recup|recover", "recovery"),
    (r"allure marathon|marathon pace|allure specifique marathon", "marathon"),
    (r"cote|\bhills?\b|montee", "hills"),
    (r"\bvma\b|interval|fraction|\bvo2", "interval"),
    (r"seuil|threshold|tempo", "threshold"),
    (r"repetition|vitesse|\bspeed\b|sprint", "repetition"),
    (r"\btest\b", "test"),
    (r"endurance|footing|facile|\beasy\b|jog|fondamental", "easy"),
    (r"\bcourse\b|competition|\brace\b|jour j", "race"),
    (r"fartlek|intens", "interval"),
)
LEVEL_WORDS: Mapping[str, Level] = {
    "debutant": Level.BEGINNER,
    "debutante": Level.BEGINNER,
    "beginner": Level.BEGINNER,
    "intermediaire": Level.INTERMEDIATE,
    "intermediate": Level.INTERMEDIATE,
    "avance": Level.ADVANCED,
    "avancee": Level.ADVANCED,
    "advanced": Level.ADVANCED,
}
GOAL_WORDS: tuple[tuple[str, Goal], ...] = (
    (r"semi|half", Goal.HALF_MARATHON),
    (r"marathon|42", Goal.MARATHON),
    (r"\b10 ?k", Goal.TEN_K),
    (r"\b5 ?k", Goal.FIVE_K),
    (r"endurance", Goal.ENDURANCE),
)
INJURY_WORDS: tuple[tuple[str, InjurySite], ...] = (
    (r"genou|rotul|knee|patell", InjurySite.KNEE),
    (r"achil", InjurySite.ACHILLES),
    (r"periost|tibia|shin", InjurySite.SHIN),
)
PACE_TO_THE_SECOND = re.compile(r"\d{1,2}\s?[:'’]\s?[0-5]\d")
PACE_RANGE = re.compile(r"(\d{1,2})\s?[:'’]\s?([0-5]\d)")


def folded(text: str) -> str:
    """The text in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip()


def day_index(name: str) -> int | None:
    """0 for Monday to 6 for Sunday, or None when the name is no day in French or English."""
    word = folded(name)
    return next((names.index(word) for names in DAY_NAMES.values() if word in names), None)


def kind_from_words(session_type: str) -> Kind | None:
    """The kind of session the words name, or None when they name none."""
    words = folded(session_type)
    return next((kind for pattern, kind in KIND_WORDS if re.search(pattern, words)), None)


def level_from_words(text: str) -> Level | None:
    return LEVEL_WORDS.get(folded(text))


def goal_from_words(text: str) -> Goal | None:
    words = folded(text)
    return next((goal for pattern, goal in GOAL_WORDS if re.search(pattern, words)), None)


def injuries_from_words(text: str) -> tuple[InjurySite, ...]:
    words = folded(text)
    return tuple(site for pattern, site in INJURY_WORDS if re.search(pattern, words))


def pace_range_s_per_km(pace_target: str | None) -> tuple[float, float] | None:
    """The fast and slow ends of "5:30-6:00/km" or "5:30/km", in s/km; None when there is no pace."""
    if pace_target is None or "/400" in pace_target:
        return None
    paces = [int(minutes) * 60.0 + int(seconds) for minutes, seconds in PACE_RANGE.findall(pace_target)]
    return (min(paces), max(paces)) if paces else None
