"""Claude's plan of 16 weeks in three shapes, asked of the same emulated model; and fifty runners at once."""

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.claude.asking import Ask, Reply, Usage
from bot.claude.client import ClaudeClient
from bot.claude.prices import cost_usd
from bot.settings import Settings
from core.generation.brief import PlanBrief
from core.generation.replies import read_reply
from core.program.exchange import ProgramData
from core.prompts import estimated_tokens
from storage import plan_requests, programs
from storage.database import Database
from tests.bench.measuring import heading, run_async
from tests.bench.onboarding import answer_until_summary, tap_make_plan
from tests.bot.running import running_bot
from tests.claude_server import ClaudeServer, Pace, Says
from tests.evals import profiles
from tests.evals.writing import reply_to
from tests.telegram import LocalTelegram, Runner

MODEL = Pace(first_token_s=0.7, tokens_per_s=150)
# The old shape takes minutes: the model runs this much faster for it; times are told at the true pace.
SCALE = 10
FAST_MODEL, STRONG_MODEL = "claude-haiku-5-5", "claude-sonnet-5-5"
FAST_MODE_TOKENS = 5_000
FAST_MODE_PROMPT_TOKENS = 1_200
BUDGET = {"runcoach_daily_budget_usd": 100.0, "runcoach_runner_daily_budget_usd": 100.0}
ANSWERS = (
    "/start", "oui", "intermédiaire", "marathon", "4", "dans 16 semaines", "10 km 45:00", "35", "rien",
)  # fmt: skip
RUNNERS = 50
PROBES = 20
WRITTEN = "Claude a relu ton plan"
# The keys of the documents' own format.
SESSION_KEYS = {
    "day", "rest_day", "session_type", "duration_min", "distance_km", "pace_target", "description", "rpe",
    "workout_structure", "intervals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds from the last answer; tokens as the emulated API counts them."""

    name: str
    first_plan_s: float
    final_plan_s: float
    tokens_in: int
    tokens_out: int

    def line(self) -> str:
        usage = Usage(input_tokens=self.tokens_in, output_tokens=self.tokens_out)
        now = datetime.now(UTC)
        prices = [cost_usd(model, usage, now) for model in (FAST_MODEL, STRONG_MODEL)]
        return (
            f"  {self.name:<30} first plan {self.first_plan_s:7.2f} s   Claude's {self.final_plan_s:7.2f} s"
            f"   tokens {self.tokens_in:5} in {self.tokens_out:6} out {self.tokens_in + self.tokens_out:6}"
            f"   ${prices[0]:.4f} fast ${prices[1]:.4f} strong"
        )


def measure() -> None:
    heading("Claude's plan of 16 weeks (emulated model: 0.7 s to the first token, then 150 tokens/s)")
    run_async(_measure())
    heading(f"{RUNNERS} runners at once (same model)")
    run_async(_measure_many())


async def _measure() -> None:
    brief = profiles.brief_of("marathon-sixteen-weeks")
    old = await _full_program(brief)
    fast = await _fast_mode(brief)
    ours = await _ours()
    for shape in (old, fast, ours):
        print(shape.line())
    print(
        f"  ours against fast mode: first plan {fast.first_plan_s / ours.first_plan_s:.1f} x (wanted 10),"
        f" Claude's {fast.final_plan_s / ours.final_plan_s:.1f} x (wanted 2);"
        f" tokens {ours.tokens_in + ours.tokens_out} (wanted at most 3000)"
    )
    print(f"  the old shape ran with the model {SCALE} x faster; its times are told for the true pace")


async def _full_program(brief: PlanBrief) -> Measured:
    """The old shape: the whole program as JSON, read and checked at its end."""
    text = json.dumps(_documents_form(brief.program), ensure_ascii=False)
    pace = Pace(MODEL.first_token_s / SCALE, (MODEL.tokens_per_s or 0) * SCALE)
    reply, seconds = await _asked(brief, text, pace)
    read_began = time.perf_counter()
    read_reply(json.dumps(brief.program.model_dump(mode="json"), ensure_ascii=False), brief)
    whole_s = SCALE * seconds + time.perf_counter() - read_began
    return Measured("old: full JSON", whole_s, whole_s, reply.usage.prompt_tokens, reply.usage.output_tokens)


async def _fast_mode(brief: PlanBrief) -> Measured:
    """The documents' fast mode: 5 000 tokens in all, usable when the last one is there."""
    out = FAST_MODE_TOKENS - FAST_MODE_PROMPT_TOKENS
    text = json.dumps(_documents_form(brief.program), ensure_ascii=False)[: 3 * out]
    reply, seconds = await _asked(brief, text, MODEL)
    return Measured(
        "documents' fast mode", seconds, seconds, FAST_MODE_PROMPT_TOKENS, reply.usage.output_tokens
    )


async def _asked(brief: PlanBrief, text: str, pace: Pace) -> tuple[Reply, float]:
    ask = Ask("bench", "plan", "a", STRONG_MODEL, brief.prompt.text, brief.user, 64_000, timeout_s=170)
    async with ClaudeServer(pace=pace, answer=lambda _: Says(text)) as server, client_of(server) as client:
        began = time.perf_counter()
        reply = await client.complete(ask)
        return reply, time.perf_counter() - began


@asynccontextmanager
async def client_of(server: ClaudeServer) -> AsyncIterator[ClaudeClient]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bench.sqlite3'}")
        await database.upgrade()
        settings = Settings(_env_file=None, **_keys(server))
        client = ClaudeClient(settings, database, lambda: datetime.now(UTC))
        yield client
        await client.close()
        await database.close()


async def _ours() -> Measured:
    """The whole way: the real bot, from the last tap to the overview and to Claude's plan."""
    async with _bot() as (telegram, server, _):
        lea = telegram.runner("Bench")
        await answer_until_summary(lea, ANSWERS)
        began = time.perf_counter()
        await tap_make_plan(lea)
        first_s = time.perf_counter() - began
        await lea.waits_for(WRITTEN, timeout_s=60)
        final_s = time.perf_counter() - began
        body = server.messages[0]
    text = reply_to(body["messages"][0]["content"])
    system = body["system"][0]["text"]
    schema = json.dumps(body["output_config"]["format"]["schema"])
    tokens_in = sum(map(estimated_tokens, (system, body["messages"][0]["content"], schema)))
    return Measured("ours: draft + engine", first_s, final_s, tokens_in, estimated_tokens(text))


@asynccontextmanager
async def _bot() -> AsyncIterator[tuple[LocalTelegram, ClaudeServer, Database]]:
    def answer(body: dict[str, Any]) -> Says:
        return Says(reply_to(body["messages"][0]["content"]))

    async with LocalTelegram() as telegram, ClaudeServer(pace=MODEL, answer=answer) as server:
        with tempfile.TemporaryDirectory() as folder:
            async with running_bot(telegram, Path(folder), **_keys(server)) as database:
                yield telegram, server, database


def _keys(server: ClaudeServer) -> dict[str, Any]:
    return {
        "anthropic_api_key": SecretStr(server.key),
        "anthropic_base_url": server.base_url,
        **BUDGET,
    }


def _documents_form(program: ProgramData) -> dict[str, Any]:
    """The program in the documents' own keys, without ours."""
    whole = program.model_dump(mode="json", exclude_none=True)
    weeks = [
        {
            **{key: week[key] for key in ("week_number", "focus", "total_volume_km", "notes")},
            "sessions": [{k: v for k, v in s.items() if k in SESSION_KEYS} for s in week["sessions"]],
        }
        for week in whole["weeks"]
    ]
    return {**{key: whole[key] for key in ("user_profile", "program_summary", "tips")}, "weeks": weeks}


# Fifty at once


async def _measure_many() -> None:
    async with _bot() as (telegram, server, database):
        runners = [telegram.runner(f"R{number}") for number in range(RUNNERS + 1)]
        prober = runners.pop()
        for runner in [*runners, prober]:
            await runner.says("/help")
        for runner in [*runners, prober]:
            await runner.waits_for("/", timeout_s=60)
        await _want_all(database, runners)
        began = time.perf_counter()
        waiting = [asyncio.create_task(_seconds_until_written(runner, began)) for runner in runners]
        probes = [await _seconds_to_answer(prober) for _ in range(PROBES)]
        seconds = sorted([await task for task in waiting])
        asked = sorted(request.at_s for request in server.requests if request.path == "/v1/messages")
    print(f"  all {RUNNERS} asked of Claude within {asked[-1] - asked[0]:.2f} s of each other")
    print(f"  Claude's plan there: median {statistics.median(seconds):.2f} s, last {seconds[-1]:.2f} s")
    print(
        f"  another runner's command meanwhile: median {1000 * statistics.median(probes):.0f} ms,"
        f" slowest of {PROBES} {1000 * max(probes):.0f} ms"
    )


async def _want_all(database: Database, runners: list[Runner]) -> None:
    profile, start = profiles.profile_of("marathon-sixteen-weeks")
    program = profiles.brief_of("marathon-sixteen-weeks").program
    now = datetime.now(UTC)
    async with database.transaction() as connection:
        for runner in runners:
            number = await programs.save_active(connection, runner.id, profile, program, now=now)
            await plan_requests.want(connection, runner.id, number, start, now=now)


async def _seconds_until_written(runner: Runner, began: float) -> float:
    await runner.waits_for(WRITTEN, timeout_s=120)
    return time.perf_counter() - began


async def _seconds_to_answer(runner: Runner) -> float:
    await asyncio.sleep(0.4)
    began = time.perf_counter()
    said = await runner.says("/help")
    await runner.waits_for(lambda message: message.message_id > said.message_id, timeout_s=30)
    return time.perf_counter() - began
