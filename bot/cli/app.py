"""The subcommands, and how their errors reach the terminal: one sentence, never a traceback."""

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, TyperException

from bot.cli import catalogue, daily, database, people, program, service, session, stats
from bot.cli.errors import CommandEnd

app = typer.Typer(
    name="runcoach",
    help="A running coach that lives in Telegram. Without a token it lives in your browser.",
    no_args_is_help=True,
    add_completion=False,
)
app.command("run")(service.run)
app.command("playground")(service.playground)
app.command("preview")(program.preview)
app.command("session")(session.session)
app.command("paces")(program.paces)
app.command("validate")(program.validate)
app.command("adjust")(daily.adjust)
app.command("risk")(daily.risk)
app.command("stats")(stats.stats)
app.command("export")(people.export)
app.command("erase")(people.erase)
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(database.app, name="db")


def run(arguments: Sequence[str]) -> int:
    """Run one subcommand; the exit status is 0 done, 1 a clear no, 2 wrong use, 130 interrupted."""
    try:
        outcome = app(list(arguments), prog_name="runcoach", standalone_mode=False)
    except TyperException as error:
        return _usage_error(error)
    except CommandEnd as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except (Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return outcome if isinstance(outcome, int) else 0


def _usage_error(error: TyperException) -> int:
    sentence = " ".join(str(getattr(error, "format_message", lambda: error)()).split())
    if sentence:
        print(f"{sentence.rstrip('.')}. See runcoach --help.", file=sys.stderr)
    return int(getattr(error, "exit_code", 2))
