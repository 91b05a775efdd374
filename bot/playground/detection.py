"""What Telegram marks in a text by itself: commands, links, mentions, hashtags, e-mail addresses."""

import re

from bot.playground.limits import utf16_units
from bot.playground.records import Json

_PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    "url": re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]']"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "mention": re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}\b(?!\.)"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
}
# Inside these nothing is detected.
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url", "custom_emoji", "date_time"})


def with_detected(text: str, entities: tuple[Json, ...]) -> tuple[Json, ...]:
    """The entities given plus those found, in order; offsets and lengths in UTF-16 units."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    found: list[Json] = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            start = utf16_units(text[: match.start()])
            end = start + utf16_units(match.group())
            if all(end <= begun or start >= ended for begun, ended in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return in_order((*entities, *found))


def in_order(entities: tuple[Json, ...]) -> tuple[Json, ...]:
    """By place, the longer first."""
    return tuple(sorted(entities, key=lambda e: (e["offset"], -e["length"], e["type"])))
