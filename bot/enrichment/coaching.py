"""The five coaches: Claude writes a session anew while it is not begun; the catalogue tells how to move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.claude.asking import Ask, Reply
from bot.coaches.writing import ask_of, read_session
from bot.enrichment.coach_cards import card_edits
from bot.enrichment.enricher import EnrichedResult, Enricher, Job, UnusableAnswer
from bot.experiments import variant_of
from bot.messages import Outgoing
from bot.turn import Services
from core.athlete import Language
from core.coaches.asking import Question, question_for
from core.coaches.knowledge import Knowledge, knowledge
from core.coaches.offer import Offer
from core.coaches.registry import settle
from core.coaches.replying import UnusableReply
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import CoachSession
from storage import coach_sessions, runners
from storage.coach_sessions import SESSION, StoredCoachSession
from storage.database import Connection
from storage.queue import ClaimedJob

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient


@dataclass(frozen=True, slots=True)
class CoachJob(Job):
    """A coach's session in the worker's hands, and the request it was made for."""

    stored: StoredCoachSession
    request: SessionRequest

    @property
    def language(self) -> Language:
        return self.stored.language


class Coaching(Enricher):
    """The enricher of one coach: with a key Claude's session, checked; always what the catalogue knows."""

    def __init__(self, coach: CoachName, claude: "ClaudeClient | None", services: Services) -> None:
        self.coach = coach
        self._claude = claude
        self._services = services
        self._model = services.settings.runcoach_fast_model

    async def enrich(self, job: Job) -> EnrichedResult:
        question = self._question(job)
        if question is None or self._claude is None or not self._claude.available:
            return self.from_catalogue(job)
        asked = ask_of(question, self._model, job.runner.id)
        return await self._claude.complete_read(asked, lambda reply: _read(reply, question))

    def from_catalogue(self, job: Job) -> EnrichedResult:
        stored = _of_coach(job).stored
        told = knowledge(stored.session, stored.language)
        return EnrichedResult({"knowledge": told.model_dump(mode="json")}, source="catalogue")

    def ask(self, job: Job) -> Ask | None:
        question = self._question(job)
        return ask_of(question, self._model, job.runner.id) if question and self._claude else None

    def read(self, job: Job, reply: Reply) -> EnrichedResult:
        question = self._question(job)
        return _read(reply, question) if question else self.from_catalogue(job)

    async def messages(self, connection: Connection, job: Job, result: EnrichedResult) -> Sequence[Outgoing]:
        """The card on screen, drawn anew in place: nothing rings."""
        workers = self._services.settings.runcoach_workers
        return await card_edits(
            connection, job.runner, _of_coach(job).stored.id, now=self._services.clock(), workers=workers
        )

    async def load(self, connection: Connection, claimed: ClaimedJob) -> Job | None:
        """The session with its request; None for one that was left or is done."""
        runner = await runners.find(connection, claimed.runner_id)
        stored = await coach_sessions.find(connection, claimed.runner_id, claimed.session_id)
        if runner is None or stored is None or stored.status not in coach_sessions.OPEN:
            return None
        request = await coach_sessions.request_for(connection, stored)
        return CoachJob(claimed, runner, None, stored, request)

    async def keep(self, connection: Connection, job: Job, result: EnrichedResult, *, now: datetime) -> bool:
        """The new session in the place of the first, unless that was begun; then only what was added."""
        stored = _of_coach(job).stored
        told = Knowledge.model_validate(result.content["knowledge"])
        if "session" in result.content:
            session = SESSION.validate_python(result.content["session"], strict=False)
            replaced = await coach_sessions.replace_session(
                connection, stored, session, now=now, prompt_variant=result.prompt_variant
            )
            if not replaced:
                told = knowledge(stored.session, stored.language)
        return await coach_sessions.keep_knowledge(connection, stored.runner_id, stored.id, told, now=now)

    async def give_up(self, connection: Connection, job: Job, *, now: datetime) -> None:
        """The session stands as it is: the card tells of the movements what the catalogue knows anyway."""

    def _question(self, job: Job) -> Question | None:
        """What Claude is asked; None once the session was begun, which changes no more."""
        own = _of_coach(job)
        settled = settle(own.request)
        if own.stored.status != "planned" or isinstance(settled, Offer):
            return None
        variant = variant_of(self._services.settings, f"coach-{self.coach}", job.runner.id)
        return question_for(settled, own.stored.session, variant)


def _of_coach(job: Job) -> CoachJob:
    if not isinstance(job, CoachJob):
        raise TypeError("this job is of a session of a program")
    return job


def _read(reply: Reply, question: Question) -> EnrichedResult:
    try:
        written = read_session(reply, question)
    except UnusableReply as fault:
        raise UnusableAnswer(str(fault)) from fault
    return EnrichedResult(
        _content(written.session, question.request.language),
        source="claude",
        prompt_variant=written.prompt_variant,
        input_tokens=written.input_tokens,
        output_tokens=written.output_tokens,
        cost_usd=written.cost_usd,
    )


def _content(session: CoachSession, language: Language) -> dict[str, Any]:
    told = knowledge(session, language, "claude")
    return {"session": SESSION.dump_python(session, mode="json"), "knowledge": told.model_dump(mode="json")}
