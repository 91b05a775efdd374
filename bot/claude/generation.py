"""Claude writes plans beside the handlers: asked once a plan, again of the strong model, never waited for.

A request is a row saved with the plan it is for. Whatever ends here (an answer, a failure, a plan that is no
longer the runner's) ends in one transaction with the messages that say so.
"""

import asyncio
import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial as partial_of
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import structlog
from telegram.ext import ExtBot

from bot.background import Background
from bot.claude.asking import Ask, Partial
from bot.claude.failures import BadOutput, ClaudeFailure, RateLimited, Refused, StreamCut
from bot.claude.frames import FrameRoom, Frames
from bot.errors import describe
from bot.experiments import variant_of
from bot.leases import LeaseOwner
from bot.limiter import LaneLimiter
from bot.mailbox import post
from bot.messages import Outgoing
from bot.turn import Services
from bot.views import generation as views
from core.generation.brief import PlanBrief, brief_for
from core.generation.draft import DRAFT_SCHEMA, FIRST_VISIBLE_KEY
from core.generation.outcome import ReplyFault, WrittenPlan
from core.generation.replies import read_reply
from core.generation.tiers import model_for
from core.generation.wording import Wording
from storage import plan_requests, plan_rewrites, programs, runners
from storage.database import Connection, StorageTrouble
from storage.outbox import Lane
from storage.plan_requests import PlanRequest
from storage.programs import StoredProgram
from storage.runners import Runner

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient

P = ParamSpec("P")
T = TypeVar("T")
log = structlog.get_logger(__name__)

AT_ONCE = 64
"""Plans written at the same time; beyond it they wait in their rows."""
AT_THE_DESK = 3
"""Plans read or saved at the same time: handlers share the loop and the database with few, not with all."""
LOOK_EVERY_S = 2.0  # for requests put off earlier, or left by another process
ATTEMPTS_AT_MOST = 3  # starts of one request: calls put off, processes that died
PUT_OFF_S = 60.0  # when the API names no time; doubled each time
CALL_WITHIN_S = 120.0
PURPOSE = "plan"


@dataclass(frozen=True, slots=True)
class Job:
    """A plan to write: whose it is, how it stands, what is asked."""

    request: PlanRequest
    runner: Runner
    stored: StoredProgram
    last_change_utc: datetime
    brief: PlanBrief


class PlanWriter:
    """Writes the plans that are wanted, until stopped."""

    def __init__(
        self, claude: "ClaudeClient", bot: ExtBot[int], services: Services, limiter: LaneLimiter
    ) -> None:
        self._claude = claude
        self._bot = bot
        self._services = services
        self._limiter = limiter
        self._room = FrameRoom()
        self._owner = LeaseOwner.this_process()
        self._tasks = Background()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="plans")
        self._desk = asyncio.Semaphore(AT_THE_DESK)
        self._running = 0
        self._stopping = False

    async def run(self) -> None:
        """Take back what a dead process held, then write whatever is wanted; runs until cancelled."""
        wanted = self._services.plans_wanted
        taken_back = False
        while True:
            wanted.clear()
            try:
                taken_back = taken_back or await self._take_back()
                await self._start_due()
            except StorageTrouble as error:
                log.warning("wanted plans cannot be read", error=str(error))
            try:
                await asyncio.wait_for(wanted.wait(), LOOK_EVERY_S)
            except TimeoutError:
                continue

    async def finish(self, at_most_s: float) -> None:
        """Let the plans in hand be written; what is left is taken up at the next start."""
        self._stopping = True
        await self._tasks.finish(at_most_s)
        self._thread.shutdown(wait=False)

    async def _take_back(self) -> bool:
        async with self._services.database.transaction() as connection:
            owners = await plan_requests.lease_owners(connection)
            dead = {owner for owner in owners if self._owner.is_gone(owner)}
            count = await plan_requests.take_back(connection, dead)
        if count:
            log.info("plans left by an earlier process are wanted again", count=count)
        return True

    async def _start_due(self) -> None:
        room = AT_ONCE - self._running
        if room <= 0 or self._stopping or not self._claude.available:
            return
        async with self._services.database.transaction() as connection:
            claimed = await plan_requests.claim(
                connection, owner=self._owner.name, limit=room, now=self._services.clock()
            )
        for request in claimed:
            self._running += 1
            self._tasks.start(self._write(request))

    async def _write(self, request: PlanRequest) -> None:
        """One request from its lease to its end; whatever goes wrong here concerns this plan alone."""
        try:
            await self._attempt(request)
        except StorageTrouble as error:
            log.warning("a plan stays wanted", program=request.program_id, error=str(error))
        except Exception as error:  # noqa: BLE001  # a bug in one plan must not stop the others
            log.error("a plan could not be written", program=request.program_id, **describe(error))
            await self._end(request, "bug")
        finally:
            self._running -= 1
            self._services.plans_wanted.set()

    async def _attempt(self, request: PlanRequest) -> None:
        async with self._desk:
            job = await self._load(request)
        if job is None:
            await self._end(request, "dropped")
            return
        if request.attempts > ATTEMPTS_AT_MOST:
            await self._give_up(job, StreamCut("The process ended each time this plan was written."))
            return
        try:
            written = await self._written(job)
        except ClaudeFailure as failure:
            await self._give_up(job, failure)
        except ReplyFault as fault:
            log.warning("Claude's plan was unusable twice", program=request.program_id, reason=str(fault))
            await self._give_up(job, BadOutput(str(fault)))
        else:
            async with self._desk:
                await self._save(job, written)

    async def _load(self, request: PlanRequest) -> Job | None:
        """The plan as it stands; None when it is the runner's no more."""
        async with self._services.database.reading() as connection:
            stored = await programs.active(connection, request.runner_id)
            runner = await runners.find(connection, request.runner_id)
            changed = await plan_rewrites.last_change(connection, request.runner_id, request.program_id)
        if stored is None or runner is None or changed is None or stored.id != request.program_id:
            return None
        variant = variant_of(self._services.settings, "plan", runner.id)
        brief = await self._think(brief_for, stored.profile, request.start, stored.program, variant)
        return Job(request, runner, stored, changed, brief)

    async def _think(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Core's work beside the event loop, on one thread: more of them would only slow the handlers."""
        call = partial_of(work, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    # Asking

    async def _written(self, job: Job) -> WrittenPlan:
        """Claude's plan: a reply that cannot be used is asked for again, of the strong model.

        Raises ClaudeFailure or, after the retry, ReplyFault.
        """
        async with Frames(self._bot, self._limiter, self._room, job.runner.chat_id) as frames:
            try:
                return await self._ask(job, frames, is_retry=False)
            except (ReplyFault, BadOutput, Refused) as fault:
                log.info("a plan is asked for again", program=job.request.program_id, reason=str(fault))
                return await self._ask(job, frames, is_retry=True)

    async def _ask(self, job: Job, frames: Frames, *, is_retry: bool) -> WrittenPlan:
        async with self._claude.stream(self._question(job, is_retry=is_retry)) as answer:
            async for partial in answer:
                frames.show(partial_of(visible, partial, job.brief))
            reply = await answer.reply()
            with answer.judging():
                return await self._think(read_reply, reply.text, job.brief)

    def _question(self, job: Job, *, is_retry: bool) -> Ask:
        settings, prompt = self._services.settings, job.brief.prompt
        choice = model_for(len(job.brief.program.weeks), is_retry=is_retry)
        models = {"fast": settings.runcoach_fast_model, "strong": settings.runcoach_strong_model}
        return Ask(
            purpose=PURPOSE,
            prompt_name=prompt.name,
            prompt_variant=prompt.variant,
            model=models[choice.tier],
            system=prompt.text,
            user=job.brief.user,
            max_tokens=choice.max_tokens,
            runner_id=job.runner.id,
            schema=DRAFT_SCHEMA,
            timeout_s=CALL_WITHIN_S,
        )

    # Ending

    async def _save(self, job: Job, written: WrittenPlan) -> None:
        """Claude's plan takes the place of the engine's, unless the runner's plan is another by now."""
        now, request, stored = self._services.clock(), job.request, job.stored
        outcome = "written" if written.program.source != "engine" else "unchanged"
        messages = views.written_messages(written, stored.id, job.brief.language)
        profile = stored.profile
        if written.corrected_sessions is not None:
            profile = replace(profile, sessions_per_week=written.corrected_sessions)
        async with self._services.database.transaction() as connection:
            await runners.hold(connection, request.runner_id)
            changed = await plan_rewrites.last_change(connection, request.runner_id, request.program_id)
            if changed is None:
                outcome, messages = "dropped", ()
            elif changed != job.last_change_utc:
                outcome = "changed"
                messages = views.changed_meanwhile_messages(stored.program, stored.id, job.brief.language)
            if not await plan_requests.finish(connection, request, outcome, now=now):
                return
            if outcome == "written":
                await plan_rewrites.rewrite(connection, stored, profile, written.program, now=now)
            await self._say(connection, job.runner, messages)
        self._services.outbox_filled.set()

    async def _give_up(self, job: Job, failure: ClaudeFailure) -> None:
        """The engine's plan stands and the runner reads why; what will pass is tried again later."""
        now, request, language = self._services.clock(), job.request, job.brief.language
        passes = isinstance(failure, RateLimited) or failure.kind == "outage"
        async with self._services.database.transaction() as connection:
            await runners.hold(connection, request.runner_id)
            changed = await plan_rewrites.last_change(connection, request.runner_id, request.program_id)
            is_theirs = changed is not None
            messages: Sequence[Outgoing] = ()
            if is_theirs and passes and request.attempts < ATTEMPTS_AT_MOST:
                wait_s = max(failure.retry_after_s or 0.0, PUT_OFF_S * 2 ** (request.attempts - 1))
                held = await plan_requests.put_off(
                    connection, request, now + timedelta(seconds=wait_s), failure.outcome
                )
                if request.attempts == 1:
                    minutes = math.ceil(wait_s / 60)
                    messages = [views.later_message(language, failure.runner_key, minutes)]
            else:
                held = await plan_requests.finish(connection, request, failure.outcome, now=now)
                if is_theirs:
                    program = job.stored.program
                    messages = views.failed_messages(
                        program, request.program_id, language, failure.runner_key
                    )
            if held:
                await self._say(connection, job.runner, messages)
        self._services.outbox_filled.set()

    async def _say(self, connection: Connection, runner: Runner, messages: Sequence[Outgoing]) -> None:
        for message in messages:
            await post(connection, runner, message, now=self._services.clock(), lane=Lane.PLAN_READY)

    async def _end(self, request: PlanRequest, outcome: str) -> None:
        async with self._services.database.transaction() as connection:
            await plan_requests.finish(connection, request, outcome, now=self._services.clock())


def visible(partial: Partial, brief: PlanBrief) -> str:
    """What may be shown of an answer so far: sentences fit for a runner, whole words only."""
    json = partial.json
    philosophy, weeks = json.get(FIRST_VISIBLE_KEY), json.get("w")
    count = len(weeks) if isinstance(weeks, list) else 0
    if not isinstance(philosophy, str):
        return ""
    if "p" not in json:  # still being written: its last word may be half a link
        philosophy = philosophy.rpartition(" ")[0]
    wording = Wording(brief.language, (brief.prompt.text, *brief.free_texts))
    text = " ".join(wording.fit_sentences(philosophy))
    return views.draft_text(text, count, len(brief.program.weeks), brief.language)
