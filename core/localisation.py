"""Texts in the runner's language: Fluent messages from `locales/<language>/*.ftl`."""

from copy import copy
from functools import cache
from pathlib import Path
from typing import Self

from fluent.runtime import FluentBundle, FluentResource

from core.athlete import Language

LANGUAGES: tuple[Language, ...] = ("fr", "en")
CORE_LOCALES = Path(__file__).parent / "locales"


class MissingText(KeyError):
    """A message id that no locale file holds, or a variable that was not given: always a bug."""


class Localizer:
    """Formats the messages of one language."""

    def __init__(self, language: Language, folders: tuple[Path, ...]) -> None:
        self.language: Language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for folder in folders:
            for file in sorted((folder / language).glob("*.ftl")):
                self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        self._variants: tuple[str, ...] = ()

    def preferring(self, *variants: str) -> Self:
        """The same words, with `<key>-<variant>` instead of `<key>` where there is one; the first wins."""
        varied = copy(self)
        varied._variants = variants
        return varied

    def __call__(self, key: str, **variables: object) -> str:
        """The text of `key` (or `key.attribute`) with its variables; raises MissingText."""
        message_id, _, attribute = key.partition(".")
        if self._variants and not attribute:
            message_id = self._varied(message_id)
        if not self._bundle.has_message(message_id):
            raise MissingText(key)
        message = self._bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingText(key)
        text, errors = self._bundle.format_pattern(pattern, variables)
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return str(text)

    def _varied(self, message_id: str) -> str:
        varied = (f"{message_id}-{variant}" for variant in self._variants)
        return next((known for known in varied if self._bundle.has_message(known)), message_id)

    def has(self, key: str) -> bool:
        message_id, _, attribute = key.partition(".")
        if not self._bundle.has_message(message_id):
            return False
        message = self._bundle.get_message(message_id)
        return (attribute in message.attributes) if attribute else message.value is not None


@cache
def core_localizer(language: Language) -> Localizer:
    """The localizer of core's own texts."""
    return Localizer(language, (CORE_LOCALES,))
