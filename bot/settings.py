"""What the operator sets: environment variables, or a `.env` file in the working folder."""

from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM_API = "https://api.telegram.org"
ANTHROPIC_API = "https://api.anthropic.com"


class SettingsError(Exception):
    """A setting that cannot be used; its text is one sentence for the operator."""


class Settings(BaseSettings):
    """Every setting with its default; names are those of the environment variables in lower case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = Field(
        default=None, description="The bot's token from @BotFather. Without one the playground starts."
    )
    telegram_api_base_url: str = Field(
        default=TELEGRAM_API, description="The Bot API server to talk to (your own, or Telegram's)."
    )
    anthropic_api_key: SecretStr | None = Field(
        default=None, description="The key of the Claude API. Without one every plan is the engine's own."
    )
    anthropic_base_url: str = Field(default=ANTHROPIC_API, description="The Claude API server to talk to.")
    runcoach_fast_model: str = Field(
        default="claude-haiku-5-5",
        min_length=1,
        description="The Claude model for plans of up to ten weeks and for single sessions.",
    )
    runcoach_strong_model: str = Field(
        default="claude-sonnet-5-5",
        min_length=1,
        description="The Claude model for longer plans and for every second attempt.",
    )
    runcoach_daily_budget_usd: float = Field(
        default=5.0,
        ge=0,
        allow_inf_nan=False,
        description="What Claude may cost in a day (UTC), in US dollars; over it the engine's plans stand.",
    )
    runcoach_runner_daily_budget_usd: float = Field(
        default=0.5,
        ge=0,
        allow_inf_nan=False,
        description="The same for one runner.",
    )
    runcoach_admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="The Telegram user ids of the bot's owners, separated by commas."
    )
    runcoach_workers: int = Field(
        default=2,
        ge=0,
        le=32,
        description="How many sessions this process enriches at once; 0 leaves that to other processes.",
    )
    runcoach_http_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="The port on this machine for /health and /metrics. Without one they are off.",
    )
    database_url: str | None = Field(
        default=None, description="Where everything is kept. Default: a SQLite file in RUNCOACH_DATA_DIR."
    )
    runcoach_data_dir: Path = Field(
        default_factory=lambda: user_data_path("runcoach"),
        description="The folder of the SQLite file and of the playground. Default: the user's data folder.",
    )

    @field_validator("anthropic_api_key")
    @classmethod
    def _fits_a_header(cls, value: SecretStr | None) -> SecretStr | None:
        key = value.get_secret_value().strip() if value else ""
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise ValueError("holds a character no key has")
        return SecretStr(key) if key else None

    @field_validator("runcoach_admin_ids", mode="before")
    @classmethod
    def _are_numbers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            raise ValueError("must be numbers separated by commas")
        return tuple(int(part) for part in parts)

    @field_validator("telegram_api_base_url", "anthropic_base_url")
    @classmethod
    def _is_http_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @property
    def resolved_database_url(self) -> str:
        """The database in use: DATABASE_URL, or the SQLite file `runcoach.sqlite3` of the data folder."""
        if self.database_url:
            return self.database_url
        return f"sqlite+aiosqlite:///{self.runcoach_data_dir.expanduser().absolute() / 'runcoach.sqlite3'}"


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment and `.env`, with overrides; raises SettingsError with one sentence."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic itself
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"The setting {name} {reason}.") from None
