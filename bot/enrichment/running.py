"""Runs: what Claude or the catalogue adds to a session of a program."""

from typing import TYPE_CHECKING

from bot.claude.asking import Ask, Reply
from bot.enrichment.cards import card_edits
from bot.enrichment.enricher import EnrichedResult, Enricher, Job, UnusableAnswer
from bot.experiments import variant_of
from bot.messages import Outgoing
from bot.turn import Services
from core.enrichment.asking import (
    MAX_TOKENS,
    PROMPT_NAME,
    SCHEMA,
    Question,
    UnusableEnrichment,
    question_for,
    read_enrichment,
)
from core.enrichment.circumstances import Circumstances, circumstances
from core.enrichment.from_catalogue import from_catalogue
from core.experiments.assigning import USUAL
from storage.database import Connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.claude.client import ClaudeClient

COACH = "running"
PURPOSE = "enrichment"
CALL_WITHIN_S = 60.0
EMPTY = EnrichedResult({}, source="catalogue")


class Running(Enricher):
    """The enricher of runs: Claude's words when it may be asked, else the catalogue's, marked as such."""

    coach = COACH

    def __init__(self, claude: "ClaudeClient | None", services: Services) -> None:
        self._claude = claude
        self._services = services
        self._model = services.settings.runcoach_fast_model

    async def enrich(self, job: Job) -> EnrichedResult:
        question = self._question(job)
        if question is None or self._claude is None or not self._claude.available:
            return self.from_catalogue(job)
        asked = self._asked(question, job)
        return await self._claude.complete_read(asked, lambda reply: _read(reply, question))

    def from_catalogue(self, job: Job) -> EnrichedResult:
        made = from_catalogue(job.subject.stored.session, circumstances_of(job))
        return EnrichedResult(made.model_dump(mode="json"), source="catalogue") if made else EMPTY

    def ask(self, job: Job) -> Ask | None:
        question = self._question(job)
        return self._asked(question, job) if question and self._claude else None

    def read(self, job: Job, reply: Reply) -> EnrichedResult:
        question = self._question(job)
        return _read(reply, question) if question else self.from_catalogue(job)

    async def messages(
        self, connection: Connection, job: Job, result: EnrichedResult
    ) -> "Sequence[Outgoing]":
        """The cards on screen, drawn anew in place: nothing rings."""
        return await card_edits(
            connection,
            job.runner,
            job.subject.stored.id,
            now=self._services.clock(),
            workers=self._services.settings.runcoach_workers,
        )

    def _question(self, job: Job) -> Question | None:
        return question_of(job, variant_of(self._services.settings, PROMPT_NAME, job.runner.id))

    def _asked(self, question: Question, job: Job) -> Ask:
        return Ask(
            purpose=PURPOSE,
            prompt_name=question.prompt.name,
            prompt_variant=question.prompt.variant,
            model=self._model,
            system=question.prompt.text,
            user=question.user,
            max_tokens=MAX_TOKENS,
            runner_id=job.runner.id,
            schema=SCHEMA,
            timeout_s=CALL_WITHIN_S,
        )


def circumstances_of(job: Job) -> Circumstances:
    """Whose session the job is about, and what it prepares."""
    stored = job.subject.stored
    return circumstances(job.subject.profile, stored.session, stored.week_number, job.language)


def question_of(job: Job, variant: str = USUAL) -> Question | None:
    """What Claude is asked about the job's session; None for one without a run."""
    return question_for(job.subject.stored.session, circumstances_of(job), variant)


def _read(reply: Reply, question: Question) -> EnrichedResult:
    try:
        made = read_enrichment(reply.text, question)
    except UnusableEnrichment as fault:
        raise UnusableAnswer(str(fault)) from fault
    return EnrichedResult(
        made.model_dump(mode="json"),
        source="claude",
        prompt_variant=question.prompt.variant,
        input_tokens=reply.usage.prompt_tokens,
        output_tokens=reply.usage.output_tokens,
        cost_usd=reply.cost_usd,
    )
