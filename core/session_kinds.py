"""What kind of session this is, also when only its French or English words say so."""

import re

from core.notation.words import plain
from core.program.exchange import HARD_KINDS, Kind, Session

# Words of a session type, the most telling first; matched on plain text (no accents, small letters).
_KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    ("rest", r"^(?:jour de )?repos\b|^rest\b|^off\b"),
    ("strength", r"renfo|muscu|\bppg\b|gainage|strength|\bgym\b|\bcore\b|weights"),
    ("cross", r"velo|natation|cross[- ]?train|croise|\bbike|cycling|swim|\belliptique|aqua"),
    ("run_walk", r"marche|run[- /]?walk|walk"),
    ("test", r"\btest\b|time trial|chrono"),
    ("interval", r"fraction|interval|\bvma\b|\bpma\b|vo2|\b30[-/ ]30\b|fartlek|\bpiste\b|\btrack\b"),
    ("repetition", r"repet|\breps?\b|sprint|speed|vitesse"),
    ("threshold", r"seuil|threshold|tempo|cruise|\bas(?:10|21)\b"),
    ("hills", r"\bcotes?\b|\bhills?\b|denivele"),
    ("marathon", r"allure (?:specifique|marathon|course|semi)|(?:marathon|race|goal|half)[- ]pace|as42"),
    ("race", r"competition|^course$|jour de course|^race\b|race day|dossard|^(?:semi-?)?marathon$"),
    ("long", r"longue|\blong\b"),
    ("recovery", r"recup|recovery"),
    ("easy", r"endurance|footing|facile|\beasy\b|\bjog|\bef\b|souple"),
)
_HARD_ZONES = frozenset({"M", "T", "I", "R", "hill"})
HARD_RPE = 7
"""From 7 of 10 on, an effort is hard whatever it is called."""


def kind_in_words(words: str) -> Kind | None:
    """The kind a session type names in French or English, or None."""
    text = plain(words)
    return next((kind for kind, pattern in _KIND_WORDS if re.search(pattern, text)), None)


def kind_of(session: Session) -> Kind:
    """The kind of a session: its own, else by its words, intervals and RPE; easy when nothing tells."""
    if session.rest_day:
        return "rest"
    named = session.kind or kind_in_words(session.session_type or "")
    if named:
        return named
    hard_zone = any(interval.zone in _HARD_ZONES for interval in session.intervals or ())
    return "interval" if hard_zone or (session.rpe or 0) >= HARD_RPE else "easy"


def is_hard(session: Session) -> bool:
    """Whether the session is one of the hard kinds."""
    return kind_of(session) in HARD_KINDS
