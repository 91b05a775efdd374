"""`runcoach run` and `runcoach playground`: the bot itself."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.errors import ClearNo

if TYPE_CHECKING:
    from bot.settings import Settings

PLAYGROUND_PORT = 8765

Port = Annotated[int, typer.Option(min=0, max=65535, help="The port on this machine; 0 takes a free one.")]
Role = Annotated[
    Literal["all", "web", "worker"],
    typer.Option(
        help="web: receive, answer and send, leaving Claude and enrichment to workers. "
        "worker: only those; without a token it leaves plans to others."
    ),
]
At = Annotated[
    datetime | None,
    typer.Option(
        help="Move the playground's clock forward to this local time before the start.",
        formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d"],
    ),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")]


def run(role: Role = "all") -> None:
    """Run the bot on Telegram; without a token, start the playground in the browser."""
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings()
    except SettingsError as error:
        raise ClearNo(str(error)) from error
    if role == "worker":
        _work(settings)
        return
    if settings.telegram_bot_token is None and role == "web":
        raise ClearNo("Role web needs a TELEGRAM_BOT_TOKEN.")
    if settings.telegram_bot_token is None:
        typer.echo("No TELEGRAM_BOT_TOKEN is set: starting the playground in the browser instead.")
        _play(PLAYGROUND_PORT, open_browser=True, any_port=True)
        return
    from bot.app import run_until_stopped
    from bot.logs import configure_logs

    configure_logs()
    run_to_its_end(run_until_stopped(settings, role=role))


def _work(settings: "Settings") -> None:
    from bot.enrichment.alone import work_until_stopped
    from bot.logs import configure_logs

    configure_logs()
    run_to_its_end(work_until_stopped(settings))


def playground(port: Port = PLAYGROUND_PORT, no_browser: NoBrowser = False, at: At = None) -> None:
    """Chat with the same bot in the browser, behind a local Bot API server; no account needed."""
    _play(port, open_browser=not no_browser, any_port=False, at=at)


def _play(port: int, *, open_browser: bool, any_port: bool, at: datetime | None = None) -> None:
    import logging

    from bot.logs import configure_logs
    from bot.playground.running import play
    from bot.settings import SettingsError, load_settings

    configure_logs(logging.WARNING)
    try:
        settings = load_settings()
    except SettingsError as error:
        raise ClearNo(str(error)) from error
    run_to_its_end(play(settings, port=port, open_browser=open_browser, any_port=any_port, at=at))


def run_to_its_end(program: Coroutine[None, None, None]) -> None:
    """Run the bot; whatever ends it becomes one sentence (ClearNo), and a bug's place goes to the log."""
    import structlog

    from bot.errors import StartFailed, describe

    try:
        asyncio.run(program)
    except StartFailed as error:
        raise ClearNo(str(error)) from error
    except Exception as error:
        structlog.get_logger(__name__).error("the program ended by an error of its own", **describe(error))
        raise ClearNo("RunCoach stopped because of an error of its own: the log says where.") from error
