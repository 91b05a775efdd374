"""`runcoach run` and `runcoach playground`: the bot itself."""

import asyncio
from typing import Annotated

import typer

from bot.cli.errors import ClearNo

PLAYGROUND_PORT = 8765

Port = Annotated[int, typer.Option(min=0, max=65535, help="The port on this machine; 0 takes a free one.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")]


def run() -> None:
    """Run the bot on Telegram; without a token, start the playground in the browser."""
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings()
    except SettingsError as error:
        raise ClearNo(str(error)) from error
    if settings.telegram_bot_token is None:
        typer.echo("No TELEGRAM_BOT_TOKEN is set: starting the playground in the browser instead.")
        _play(PLAYGROUND_PORT, open_browser=True, any_port=True)
        return
    from bot.app import StartFailed, run_until_stopped
    from bot.logs import configure_logs

    configure_logs()
    try:
        asyncio.run(run_until_stopped(settings))
    except StartFailed as error:
        raise ClearNo(str(error)) from error


def playground(port: Port = PLAYGROUND_PORT, no_browser: NoBrowser = False) -> None:
    """Chat with the same bot in the browser, behind a local Bot API server; no account needed."""
    _play(port, open_browser=not no_browser, any_port=False)


def _play(port: int, *, open_browser: bool, any_port: bool) -> None:
    import logging

    from bot.app import StartFailed
    from bot.logs import configure_logs
    from bot.playground.running import play
    from bot.settings import SettingsError, load_settings

    configure_logs(logging.WARNING)
    try:
        settings = load_settings()
        asyncio.run(play(settings, port=port, open_browser=open_browser, any_port=any_port))
    except (SettingsError, StartFailed) as error:
        raise ClearNo(str(error)) from error
