"""Typed text brought to one plain form: small letters, no accents, ordinary digits, spaces and signs."""

import re
import unicodedata

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "′": "'", "`": "'", "´": "'", "″": '"', "”": '"', "“": '"', "–": "-", "—": "-",
     "−": "-", "‐": "-", "‑": "-", "٫": ".", "،": ",", "×": "x"}
)  # fmt: skip


def plain(text: str) -> str:
    """`"  1 H 42’ "` becomes `"1 h 42'"`; digits of every script become 0 to 9."""
    folded = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    kept = (_digit(letter) for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def _digit(letter: str) -> str:
    value = unicodedata.digit(letter, None)
    return letter if value is None else str(value)
