"""`make evals`: ask the live API for each plan and record it, when a key is set; then judge the recordings.

`--hand-written` writes the recordings anew from the phrasebook, without asking anyone.
"""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.claude.client import Ask, ClaudeClient
from bot.claude.failures import ClaudeFailure
from bot.settings import load_settings
from core.generation.draft import DRAFT_SCHEMA
from core.generation.tiers import model_for
from storage.database import Database
from tests.evals import profiles, recordings
from tests.evals.scoring import score
from tests.evals.writing import reply_to

BUDGET_USD = 5.0  # of one whole recording


def main(arguments: list[str]) -> int:
    if "--hand-written" in arguments:
        write_by_hand()
    elif load_settings().anthropic_api_key is None:
        print("No ANTHROPIC_API_KEY is set: the recorded replies are judged as they are.")
    else:
        asyncio.run(record_live())
    return report()


def write_by_hand() -> None:
    for seed, name in enumerate(profiles.names()):
        brief = profiles.brief_of(name)
        recording = recordings.recording_for(
            brief, reply_to(brief.user, seed), origin=recordings.HAND_WRITTEN, model="none"
        )
        recordings.store(name, recording)


async def record_live() -> None:
    settings = load_settings(
        runcoach_daily_budget_usd=BUDGET_USD, runcoach_runner_daily_budget_usd=BUDGET_USD
    )
    models = {"fast": settings.runcoach_fast_model, "strong": settings.runcoach_strong_model}
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'evals.sqlite3'}")
        await database.upgrade()
        client = ClaudeClient(settings, database, lambda: datetime.now(UTC))
        try:
            for name in profiles.names():
                await record(name, client, models)
        finally:
            await client.close()
            await database.close()


async def record(name: str, client: ClaudeClient, models: dict[str, str]) -> None:
    brief = profiles.brief_of(name)
    choice = model_for(len(brief.program.weeks))
    ask = Ask(
        purpose="evals",
        prompt_name=brief.prompt.name,
        prompt_variant=brief.prompt.variant,
        model=models[choice.tier],
        system=brief.prompt.text,
        user=brief.user,
        max_tokens=choice.max_tokens,
        schema=DRAFT_SCHEMA,
    )
    try:
        reply = await client.complete(ask)
    except ClaudeFailure as failure:
        print(f"{name}: not recorded. {failure.owner_sentence}", file=sys.stderr)
        return
    recording = recordings.recording_for(
        brief,
        reply.text,
        origin=recordings.LIVE,
        model=reply.model,
        input_tokens=reply.usage.prompt_tokens,
        output_tokens=reply.usage.output_tokens,
    )
    recordings.store(name, recording)
    print(f"{name}: recorded, {reply.usage.output_tokens} tokens out, ${reply.cost_usd:.4f}")


def report() -> int:
    """A line for each runner; 1 when one failed hard."""
    failed = False
    print(f"{'runner':<24} specific consistent legal variety brief  mean")
    for name in profiles.names():
        brief, recording = profiles.brief_of(name), recordings.load(name)
        judged = score(recording.reply, brief)
        failed = failed or bool(judged.failures)
        old = "  (old: the prompt has changed)" if recording.is_old_for(brief) else ""
        why = f"  FAILED: {'; '.join(judged.failures)}" if judged.failures else ""
        print(
            f"{name:<24} {judged.specificity:8.2f} {judged.consistency:10.2f} {judged.legality:5.2f}"
            f" {judged.variety:7.2f} {judged.brevity:5.2f} {judged.mean:5.2f}{old}{why}"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
