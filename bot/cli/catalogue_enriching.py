"""`runcoach catalogue enrich`: what the catalogue lacks, written by Claude for someone to review."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.errors import ClearNo, WrongUse

if TYPE_CHECKING:
    from bot.enrichment.cataloguing import Outcome, Report
    from bot.enrichment.review_file import ReviewFile
    from bot.settings import Settings
    from core.catalogue.enriching import CatalogueQuestion

NO_KEY = "No ANTHROPIC_API_KEY is set: the catalogue cannot be enriched."
DEFAULT_OUTPUT = "catalogue-review.toml"
REASONS_SHOWN = 10


def enrich(
    output: Annotated[str, typer.Option(help="The TOML file for your review.")] = DEFAULT_OUTPUT,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask about this many movements at most.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many, tokens and cost.")] = False,
    look_every: Annotated[
        float, typer.Option(min=0.0, max=600.0, help="Seconds between two looks at a batch under way.")
    ] = 15.0,
) -> None:
    """Ask Claude for what the catalogue lacks, in one batch at half price, into a file for your review.

    What stands in the catalogue or in that file is never changed. Stopped half-way, it goes on where it was.
    """
    from bot.enrichment.cataloguing import questions_left
    from bot.enrichment.review_file import ReviewFile, UnreadableReview

    settings, review = _settings(), ReviewFile(Path(output))
    try:
        questions, sent = questions_left(review, limit), review.sent()
        if dry_run:
            typer.echo("\n".join(_estimate_lines(questions, review, settings.runcoach_fast_model)))
        elif not questions and not sent:
            typer.echo(f"Nothing to ask: all the catalogue lacks stands in {output}.")
        else:
            if settings.anthropic_api_key is None:
                raise ClearNo(NO_KEY)
            _warn_only()
            outcome = asyncio.run(_ask(settings, review, questions, look_every))
            typer.echo("\n".join(_outcome_lines(outcome, output)))
    except UnreadableReview as error:
        raise WrongUse(str(error)) from None


async def _ask(
    settings: "Settings",
    review: "ReviewFile",
    questions: "Mapping[str, CatalogueQuestion]",
    look_every_s: float,
) -> "Outcome":
    from bot.claude.batches import ClaudeBatches
    from bot.claude.client import ClaudeClient
    from bot.claude.failures import ClaudeFailure
    from bot.enrichment.cataloguing import Cataloguing
    from storage.database import Database, StorageTrouble, StorageUnavailable

    database = Database(settings.resolved_database_url)
    client = ClaudeClient(settings, database, lambda: datetime.now(UTC))
    work = Cataloguing(ClaudeBatches(client), review, settings.runcoach_fast_model, look_every_s)
    try:
        await database.upgrade()
        with _progress() as report:
            return await work.run(questions, report)
    except StorageUnavailable as error:
        raise ClearNo(str(error)) from error
    except StorageTrouble as error:
        raise ClearNo(f"The database does not answer: {error}.") from error
    except ClaudeFailure as failure:
        raise ClearNo(_with_what_next(failure.owner_sentence, review)) from failure
    finally:
        await client.close()
        await database.close()


def _warn_only() -> None:
    import logging

    from bot.logs import configure_logs

    configure_logs(logging.WARNING)


@contextmanager
def _progress() -> "Iterator[Report]":
    """A bar on stderr, so that what is printed stays clean."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Claude writes", total=None)
        yield lambda ready, total: bar.update(task, completed=ready, total=total)


def _settings() -> "Settings":
    from bot.settings import SettingsError, load_settings

    try:
        return load_settings()
    except SettingsError as error:
        raise ClearNo(str(error)) from error


def _estimate_lines(
    questions: "Mapping[str, CatalogueQuestion]", review: "ReviewFile", model: str
) -> Iterator[str]:
    from bot.enrichment.cataloguing import estimate

    found = estimate(questions, model, datetime.now(UTC))
    marks = review.proposed().values()
    yield f"Movements to ask about: {found.movements} ({model}, one batch)"
    yield f"Proposed already: {len(marks)}, of them reviewed: {sum(marks)}"
    sent = review.sent()
    if sent:
        yield f"Under way since an earlier run: {len(sent.movements)} (batch {sent.batch_id})"
    yield f"Tokens: about {found.input_tokens:,} in, {found.output_tokens:,} out"
    yield f"Cost: about {found.usd:.3f} USD, at most {found.usd_at_most:.3f} USD"
    yield "Nothing was sent."


def _outcome_lines(outcome: "Outcome", output: str) -> Iterator[str]:
    added = "1 proposal was" if outcome.proposed == 1 else f"{outcome.proposed} proposals were"
    yield f"{added} added to {output}, for {outcome.cost_usd:.4f} USD."
    if outcome.proposed:
        yield "Read them there, set reviewed = true on what is good, and move it to the tables."
    if outcome.refused:
        answers = "1 answer" if len(outcome.refused) == 1 else f"{len(outcome.refused)} answers"
        yield f"{answers} could not be used; run it again to ask anew:"
        yield from (f"  {key}: {why}" for key, why in list(outcome.refused.items())[:REASONS_SHOWN])
    if len(outcome.refused) > REASONS_SHOWN:
        yield f"  and {len(outcome.refused) - REASONS_SHOWN} more"


def _with_what_next(sentence: str, review: "ReviewFile") -> str:
    if review.note.exists():
        return f"{sentence} Run it again to go on, or delete {review.note} to begin anew."
    return sentence
