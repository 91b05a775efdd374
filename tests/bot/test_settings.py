"""The example file names every setting, and a wrong value is refused in one sentence."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_holds_every_setting_with_its_description() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    names = re.findall(r"^([A-Z_]+)=", text, flags=re.MULTILINE)
    assert names == [name.upper() for name in Settings.model_fields]
    for name, field in Settings.model_fields.items():
        assert f"# {field.description}\n{name.upper()}=" in text


def test_the_example_copied_as_it_is_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_settings() == load_settings(_env_file=None)


def test_the_database_is_a_file_of_the_data_folder_unless_told_otherwise(tmp_path: Path) -> None:
    settings = load_settings(runcoach_data_dir=tmp_path)
    assert settings.resolved_database_url == f"sqlite+aiosqlite:///{tmp_path}/runcoach.sqlite3"
    elsewhere = load_settings(database_url="postgresql+asyncpg://localhost/coach")
    assert elsewhere.resolved_database_url == "postgresql+asyncpg://localhost/coach"


def test_an_address_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_BASE_URL", "telegram")
    with pytest.raises(SettingsError, match="TELEGRAM_API_BASE_URL must begin with http"):
        load_settings()


def test_the_token_and_the_key_do_not_show_in_the_settings_text() -> None:
    settings = load_settings(telegram_bot_token="123456:" + "x" * 35, anthropic_api_key="sk-ant-" + "x" * 35)
    assert "xxx" not in repr(settings)


@pytest.mark.parametrize(
    ("written", "ids"), [("", ()), ("7", (7,)), ("7000000001, 42", (7_000_000_001, 42)), ("7,,8,", (7, 8))]
)
def test_the_owners_are_numbers_with_commas(
    monkeypatch: pytest.MonkeyPatch, written: str, ids: tuple[int, ...]
) -> None:
    monkeypatch.setenv("RUNCOACH_ADMIN_IDS", written)
    assert load_settings().runcoach_admin_ids == ids


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("RUNCOACH_ADMIN_IDS", "@lea", "RUNCOACH_ADMIN_IDS must be numbers separated by commas"),
        ("RUNCOACH_DAILY_BUDGET_USD", "-1", "RUNCOACH_DAILY_BUDGET_USD"),
        ("RUNCOACH_DAILY_BUDGET_USD", "inf", "RUNCOACH_DAILY_BUDGET_USD"),
        ("ANTHROPIC_API_KEY", "sk-ant-é", "ANTHROPIC_API_KEY holds a character no key has"),
        ("ANTHROPIC_API_KEY", "sk-ant-1 sk-ant-2", "ANTHROPIC_API_KEY holds a character no key has"),
        ("ANTHROPIC_BASE_URL", "claude", "ANTHROPIC_BASE_URL must begin with http"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=sentence):
        load_settings()


@pytest.mark.parametrize(
    ("written", "key"), [("  ", None), (" sk-ant-1\n", "sk-ant-1"), ("sk-ant-1", "sk-ant-1")]
)
def test_the_key_is_taken_without_the_space_around_it(
    monkeypatch: pytest.MonkeyPatch, written: str, key: str | None
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", written)
    found = load_settings().anthropic_api_key
    assert (found.get_secret_value() if found else None) == key
