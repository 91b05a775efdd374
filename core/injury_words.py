"""Hearing which part of the body hurts in a free text: accents, typos and negations in French and English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from core.notation.words import plain

MAX_TEXT = 2000  # a note is short; the rest of a longer text is not read
# Letters from which one typing error still makes the same word, and from which two do.
ONE_ERROR_FROM, TWO_ERRORS_FROM = 5, 9
CLAUSE_END = re.compile(r"[.,;!?\n()]+|\b(?:mais|par contre|en revanche|but|however|although)\b")
# "plus de" before a length of time counts it; "plus mal que" compares: neither denies.
COUNTING = re.compile(
    r"\bplus (?:de|d') ?(?=\d|une?\b|deux|trois|quelques)|\b(?<!n'ai )(?<!ne )plus (?=.{0,40}\bqu(?:e\b|'))"
)

_DENIAL = r"(?:\b(?:plus|pas|aucune?|jamais|sans|ni|rien|zero|no|not|never|without|nor|any|none)|n' t)"
_LINK = (
    r"(?:a|ai|ait|as|au|aux|avoir|d'|de|des|du|en|encore|eu|have|had|having|is|it|l'|la|le|les|longer|ma|mes|mon|"
    r"more|my|of|or|ou|ni|real|really|senti|tout|vraiment|vrai|vraie|feel|feeling|any|anymore|new|the|to|in|sur|"
    r"dans|with|avec|at|on|particuliere?|specific|current|signe|sign|signs|signaler|suspicion)"
)
_PAIN = (
    r"(?:douleurs?|douloureux|mal|genes?|problemes?|soucis?|blessures?|tendinites?|tendinopathies?|sensible|pains?|"
    r"aches?|issues?|problems?|injury|injuries|troubles?|soreness|sore|discomfort)"
)
# Reads a text whose apostrophes are followed by a space, so that every word stands alone.
DENIED_BEFORE = re.compile(rf"{_DENIAL}(?:\s+(?:{_LINK}|{_PAIN}))*\s*$")
DENIED_AFTER = re.compile(
    "|".join(
        (
            r"^\W*(?:non|no|nope|rien|ras|ok)\b",
            r"(?:fait|font) (?:plus|pas) (?:\w+ )?mal",
            r"(?:est|sont) (?:plus|pas) (?:\w+ )?(?:douloureu\w+|sensibles?|gonfle\w*)",
            r"(?:plus|pas|aucune) (?:de |d')?(?:douleurs?|gene|souci|mal)\b",
            r"\b(?:va|vont) (?:tres |super )?bien\b",
            r"\b(?:gueri|retabli|soigne|remis)(?:e|s|es)?\b",
            r"\b(?:a|ont) disparu\b|\bdisparue?s?\b|\b(?:ok|ras|nickel)\b",
            r"\b(?:is|are|feels?) (?:\w+ )?(?:fine|ok|okay|good)\b",
            r"\b(?:healed|gone|recovered|resolved|pain free)\b",
            r"(?:doesn't|don't|does not|do not|no longer) (?:\w+ )?hurts?\b",
            r"\bnot (?:\w+ )?(?:hurting|sore|painful|swollen)\b",
        )
    )
)
# A denial right before a word of healing turns it round: "pas guéri", "not healed".
NOT_YET = re.compile(r"(?:\b(?:pas|not|never|jamais|peu)|n't)\s+(?:\w+\s+){0,2}$")
REACH = 80  # letters before and after a word in which its denial is looked for


@dataclass(frozen=True)
class Vocabulary:
    """Single words, which tolerate typing errors, and phrases, which do not; each leads to a part's id."""

    words: Mapping[str, str]
    phrases: Mapping[str, str]
    not_typos: frozenset[str] = frozenset()

    @cached_property
    def phrase_pattern(self) -> re.Pattern[str]:
        """Any phrase, the longest first, spaces and hyphens alike."""
        longest_first = sorted(self.phrases, key=len, reverse=True)
        spaced = (re.escape(phrase).replace(r"\ ", r"[ -]+") for phrase in longest_first)
        return re.compile(rf"\b(?:{'|'.join(spaced)})\b")

    def part_of(self, word: str) -> str | None:
        """The part a single word names, exactly or with typing errors (never in the first letter)."""
        if word in self.words:
            return self.words[word]
        if word in self.not_typos:
            return None
        near = (known for known in self.words if known[0] == word[0] and _is_typo(word, known))
        return next((self.words[known] for known in near), None)


def find_parts(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The ids of the parts that `text` complains of."""
    return frozenset(part for clause in clauses(text) for part in _complaints(clause, vocabulary))


def clauses(text: str) -> tuple[str, ...]:
    """The text in plain small letters, cut where a denial stops reaching."""
    bare = COUNTING.sub(" ", plain(text[:MAX_TEXT]))
    return tuple(clause for clause in CLAUSE_END.split(bare) if clause.strip())


def affirmed(clause: str, start: int, end: int) -> bool:
    """Whether what stands at start:end of the clause is said to be there, and not denied."""
    if DENIED_BEFORE.search(clause[max(0, start - REACH) : start].replace("'", "' ")):
        return False
    after = clause[end : end + REACH]
    healed = DENIED_AFTER.search(after)
    return healed is None or bool(NOT_YET.search(after[: healed.start()]))


def _complaints(clause: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Parts named and not denied; each is blanked once heard, so that "no knee or shin pain" denies both."""
    for part, start, end in sorted(_mentions(clause, vocabulary), key=lambda mention: mention[1]):
        if affirmed(clause, start, end):
            yield part
        clause = clause[:start] + " " * (end - start) + clause[end:]


def _mentions(clause: str, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Each part named in the clause with its place; a phrase hides the words inside it."""
    taken = [(found.start(), found.end()) for found in vocabulary.phrase_pattern.finditer(clause)]
    for start, end in taken:
        yield vocabulary.phrases[re.sub(r"[ -]+", " ", clause[start:end])], start, end
    for found in re.finditer(r"[a-z]+", clause):
        inside = any(start <= found.start() < end for start, end in taken)
        part = None if inside else vocabulary.part_of(found.group())
        if part is not None:
            yield part, found.start(), found.end()


def _is_typo(word: str, known: str) -> bool:
    shortest = min(len(word), len(known))
    allowed = 2 if shortest >= TWO_ERRORS_FROM else 1 if shortest >= ONE_ERROR_FROM else 0
    return DamerauLevenshtein.distance(word, known, score_cutoff=allowed) <= allowed
