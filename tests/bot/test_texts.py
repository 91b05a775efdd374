"""The words of both languages: the same keys and variables, and everything fits Telegram and a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.conversations import COMMANDS, ROUTES
from bot.turn import Command
from bot.words import BOT_LOCALES, words_in
from core.athlete import Goal, Language
from core.localisation import CORE_LOCALES, LANGUAGES

FOLDERS = (BOT_LOCALES, CORE_LOCALES)
FILES = sorted({(folder, file.name) for folder in FOLDERS for file in folder.glob("*/*.ftl")})
COMMAND_DESCRIPTION_AT_MOST = 60
HELP_LINE_AT_MOST = 40  # one line on most phones


class Variables(Visitor):
    """Collects the variables a message uses."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the library's name
        self.names.add(node.id.name)


def messages(file: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Every message of a file with its variables; attributes count as messages."""
    resource = FluentParser().parse(file.read_text(encoding="utf-8"))
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), f"{file}: {entry.content}"
        if isinstance(entry, ast.Message):
            variables = Variables()
            variables.visit(entry)
            yield entry.id.name, frozenset(variables.names)
            yield from (
                (f"{entry.id.name}.{attribute.id.name}", frozenset()) for attribute in entry.attributes
            )


@pytest.mark.parametrize(("folder", "name"), FILES, ids=lambda value: getattr(value, "name", value))
def test_both_languages_have_the_same_keys_and_variables(folder: Path, name: str) -> None:
    read = {language: dict(messages(folder / language / name)) for language in LANGUAGES}
    assert read["fr"] == read["en"]


def test_no_key_is_defined_twice() -> None:
    for language in LANGUAGES:
        keys = [key for folder, name in FILES for key, _ in messages(folder / language / name)]
        assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_command_and_fits_a_phone(language: Language) -> None:
    help_text = words_in(language)("menu-help")
    named = re.findall(r"^/(\w+)", help_text, re.MULTILINE)
    assert sorted(named) == sorted(set(COMMANDS) - {"help"})
    assert max(len(line) for line in help_text.splitlines() if line.startswith("/")) <= HELP_LINE_AT_MOST


@pytest.mark.parametrize("name", ["menu.ftl", "onboarding.ftl", "plan.ftl", "profile.ftl", "settings.ftl"])
def test_french_signs_stand_after_a_space_that_does_not_break(name: str) -> None:
    text = (BOT_LOCALES / "fr" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    broken = [line for line in lines if re.search(r"[^\s:/] [:;?!»]|« ", line)]
    assert broken == []
    assert not [line for line in lines if "'" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_short_description(language: Language) -> None:
    words = words_in(language)
    for name in COMMANDS:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 0 < len(words(f"command-{name}")) <= COMMAND_DESCRIPTION_AT_MOST


def test_every_command_of_the_menu_is_routed_once() -> None:
    routed = [route.name for route in ROUTES if isinstance(route, Command)]
    assert sorted(routed) == sorted(set(routed))
    assert set(COMMANDS) <= set(routed)


def test_commands_named_in_the_texts_are_routed() -> None:
    routed = {route.name for route in ROUTES if isinstance(route, Command)}
    for folder, name in FILES:
        for language in LANGUAGES:
            text = (folder / language / name).read_text(encoding="utf-8")
            assert set(re.findall(r"(?<![\w</])/([a-z]{3,})\b", text)) <= routed | {"km"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_a_name(language: Language) -> None:
    from bot.views.formats import goal_name

    assert len({goal_name(goal, words_in(language)) for goal in Goal}) == len(Goal)
