"""Telegram's HTML, read to plain text and entities with the Bot API's error wordings."""

import re
from dataclasses import dataclass, field

from bot.playground.limits import utf16_units
from bot.playground.records import Json

_SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_TAGS = frozenset({*_SIMPLE_TAGS, "a", "tg-emoji", "tg-time"})
_NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(
    r"&(?:#(?:x(?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}))|(?P<name>lt|gt|amp|quot));?"
)
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?""")
_LAST_CODE_POINT = 0x10FFFF


class FormattingError(ValueError):
    """Markup that cannot be read; its text ends the Bot API's "can't parse entities: " sentence."""


@dataclass(frozen=True)
class Formatted:
    """Plain text with its entities, offsets and lengths in UTF-16 units."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    text_position: int


@dataclass
class _Reader:
    """One pass over the source; `offset` counts UTF-16 units of the text read so far."""

    source: str
    position: int = 0
    text: str = ""
    offset: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.position < len(self.source):
            if self.source.startswith("</", self.position):
                self._close_tag()
            elif self.source[self.position] == "<":
                self._open_tag()
            else:
                self._read_text()
        if self.open_tags:
            raise FormattingError(
                f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"'
            )
        return Formatted(self.text, tuple(_without_stray_language(entity) for entity in self.entities))

    def _read_text(self) -> None:
        end = self.source.find("<", self.position)
        end = len(self.source) if end < 0 else end
        piece = _CHARACTER.sub(_character, self.source[self.position : end])
        self.text += piece
        self.offset += utf16_units(piece)
        self.position = end

    def _open_tag(self) -> None:
        start = self.position
        name_end = _first_of(self.source, start + 1, " \t\r\n>")
        if name_end < 0:
            raise FormattingError(f"Unclosed start tag at byte offset {self._bytes(start)}")
        name = self.source[start + 1 : name_end].lower()
        if name not in _TAGS:
            raise FormattingError(f'Unsupported start tag "{name}" at byte offset {self._bytes(start)}')
        attributes, self.position = self._read_attributes(name, start, name_end)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise FormattingError(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}'
            )
        self.open_tags.append(_OpenTag(name, attributes, self.offset, len(self.text)))

    def _read_attributes(self, name: str, start: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            position = _after_spaces(self.source, position)
            if position >= len(self.source):
                raise FormattingError(f'Unclosed start tag "{name}" at byte offset {self._bytes(start)}')
            if self.source[position] == ">":
                return attributes, position + 1
            match = _ATTRIBUTE.match(self.source, position)
            if match is None:
                raise FormattingError(
                    f'Empty attribute name in the tag "{name}" at byte offset {self._bytes(start)}'
                )
            value = next((group for group in match.groups()[1:] if group is not None), "")
            attributes[match.group(1).lower()] = _CHARACTER.sub(_character, value)
            position = match.end()
            if position < len(self.source) and self.source[position] not in " \t\r\n>":
                raise FormattingError(f"Unexpected end of name token at byte offset {self._bytes(position)}")

    def _close_tag(self) -> None:
        start = self.position
        end = self.source.find(">", start)
        if not self.open_tags:
            raise FormattingError(f"Unexpected end tag at byte offset {self._bytes(start)}")
        found = self.source[start + 2 : end].strip().lower()
        if end < 0 or any(space in found for space in " \t\r\n"):
            raise FormattingError(f"Unclosed end tag at byte offset {self._bytes(start)}")
        tag = self.open_tags.pop()
        if found not in ("", tag.name):
            raise FormattingError(
                f"Unmatched end tag at byte offset {self._bytes(start)}, "
                f'expected "</{tag.name}>", found "</{found}>"'
            )
        self.position = end + 1
        if self.offset > tag.offset:
            self._add_entity(tag)

    def _add_entity(self, tag: _OpenTag) -> None:
        entity = _entity_of(tag, self.text[tag.text_position :])
        if entity is None:
            return
        entity |= {"offset": tag.offset, "length": self.offset - tag.offset}
        inner = self.entities[-1] if self.entities else None
        if entity["type"] == "pre" and inner is not None and _is_language(inner, entity):
            self.entities[-1] = entity | {"language": inner["language"]}
        elif entity not in self.entities:
            self.entities.append(entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))


def _is_language(inner: Json, outer: Json) -> bool:
    return inner["type"] == "code" and "language" in inner and _place(inner) == _place(outer)


def _without_stray_language(entity: Json) -> Json:
    """A language means something on a whole `pre` only."""
    return {"type": "code"} | _place(entity) if entity["type"] == "code" else entity


def _place(entity: Json) -> Json:
    return {"offset": entity["offset"], "length": entity["length"]}


def _entity_of(tag: _OpenTag, text: str) -> Json | None:
    """The entity a closed tag makes, without its place; None for a link that leads nowhere."""
    if tag.name == "a":
        return _link(tag.attributes.get("href", "") or text)
    if tag.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    if tag.name == "tg-time":
        return _date_time(tag.attributes)
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        return {"type": "expandable_blockquote"}
    language = tag.attributes.get("class", "").removeprefix("language-")
    if tag.name == "code" and language != tag.attributes.get("class", ""):
        return {"type": "code", "language": language}
    return {"type": _SIMPLE_TAGS[tag.name]}


def _link(target: str) -> Json | None:
    mention = re.fullmatch(r"tg://user\?id=(\d+)", target)
    if mention is not None:
        user = {"id": int(mention.group(1)), "is_bot": False, "first_name": "User"}
        return {"type": "text_mention", "user": user}
    if re.match(r"(?:https?|tg|tonsite)://\S", target):
        return {"type": "text_link", "url": target}
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", target):
        return {"type": "text_link", "url": f"http://{target}"}
    return None


def _date_time(attributes: dict[str, str]) -> Json:
    unix_time = attributes.get("unix", "")
    if not unix_time.isascii() or not unix_time.isdigit():
        raise FormattingError('Tag "tg-time" must have a valid attribute "unix"')
    entity: Json = {"type": "date_time", "unix_time": int(unix_time)}
    if attributes.get("format"):
        entity["date_time_format"] = attributes["format"]
    return entity


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMED_CHARACTERS[match["name"]]
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    return chr(code) if 0 < code <= _LAST_CODE_POINT else match.group()


def _first_of(source: str, start: int, characters: str) -> int:
    places = [place for place in (source.find(c, start) for c in characters) if place >= 0]
    return min(places, default=-1)


def _after_spaces(source: str, position: int) -> int:
    while position < len(source) and source[position] in " \t\r\n":
        position += 1
    return position


def parse_html(source: str) -> Formatted:
    """Read Telegram's HTML; raises FormattingError with Telegram's words."""
    return _Reader(source).read()


def trimmed(formatted: Formatted) -> Formatted:
    """Without control characters and outer spaces, as Telegram stores a text; entities follow."""
    kept = "".join(" " if c < " " and c != "\n" else c for c in formatted.text)
    text = kept.strip()
    shift = utf16_units(kept[: len(kept) - len(kept.lstrip())])
    size = utf16_units(text)
    entities = []
    for entity in formatted.entities:
        start = max(0, entity["offset"] - shift)
        end = min(size, entity["offset"] + entity["length"] - shift)
        if end > start:
            entities.append(entity | {"offset": start, "length": end - start})
    return Formatted(text, tuple(entities))
