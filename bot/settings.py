"""What the operator sets: environment variables, or a `.env` file in the working folder."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM_API = "https://api.telegram.org"
ANTHROPIC_API = "https://api.anthropic.com"
# Bot API, setWebhook.
WEBHOOK_PORTS = (443, 80, 88, 8443)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


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
    runcoach_experiments: bool = Field(
        default=True,
        description="Whether some runners get another wording of a prompt, to compare what comes of it.",
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
    runcoach_http_host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address they listen on; any but this machine's own shows them to others.",
    )
    runcoach_webhook_url: str | None = Field(
        default=None,
        description="The https:// address Telegram sends updates to. Without one the bot polls.",
    )
    runcoach_webhook_secret: SecretStr | None = Field(
        default=None,
        description="What proves that a request to it is Telegram's: 1 to 256 of A-Z, a-z, 0-9, _ and -.",
    )
    runcoach_web_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="The port of the public web application. Without one: 8080 with a webhook, else off.",
    )
    runcoach_web_host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address it listens on. The default is for a TLS proxy on this machine.",
    )
    runcoach_public_url: str | None = Field(
        default=None,
        description="The https:// address the world has for it. Without one live calendars are off.",
    )
    runcoach_illustrator: str = Field(
        default="built-in",
        min_length=1,
        description="Who draws the movements: the name of a drawer.",
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

    @field_validator("runcoach_webhook_url")
    @classmethod
    def _is_webhook_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            parts = urlsplit(value)
            port = parts.port
        except ValueError:
            raise ValueError("is not an address") from None
        if parts.scheme != "https" or not parts.hostname or parts.username is not None:
            raise ValueError("must begin with https:// and a host name: Telegram takes no other")
        if port is not None and port not in WEBHOOK_PORTS:
            raise ValueError("must name port 443, 80, 88 or 8443, or none: Telegram calls no other")
        if parts.query or parts.fragment:
            raise ValueError("must end with its path")
        return value

    @field_validator("runcoach_public_url")
    @classmethod
    def _is_public_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            parts = urlsplit(value)
            host, _port = parts.hostname, parts.port
        except ValueError:
            raise ValueError("is not an address") from None
        if not host or parts.username is not None or parts.query or parts.fragment:
            raise ValueError("must be an address with a host name and at most a path")
        if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
            raise ValueError("must begin with https://: an address without is read by others on its way")
        return value.rstrip("/")

    @field_validator("runcoach_webhook_secret")
    @classmethod
    def _is_telegrams_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 1 to 256 of A-Z, a-z, 0-9, _ and -: Telegram takes no other")
        return value

    @model_validator(mode="after")
    def _has_secret_for_webhook(self) -> "Settings":
        if self.runcoach_webhook_url is not None and self.runcoach_webhook_secret is None:
            raise ValueError("RUNCOACH_WEBHOOK_SECRET is missing; `openssl rand -hex 32` makes one")
        return self

    @model_validator(mode="after")
    def _has_port_for_public_address(self) -> "Settings":
        listens = self.runcoach_web_port is not None or self.runcoach_webhook_url is not None
        if self.runcoach_public_url is not None and not listens:
            raise ValueError("RUNCOACH_WEB_PORT is missing: nothing listens at RUNCOACH_PUBLIC_URL")
        return self

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
        sentence = f"The setting {name} {reason}." if name else f"{reason}."  # without a name: of several
        raise SettingsError(sentence) from None
