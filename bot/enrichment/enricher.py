"""What the worker needs of a coach, and what a coach is given. The worker knows no coach by name.

A coach is a subclass of `Enricher`; the registry maps its `coach` to it. The worker loads the job, calls
`enrich` outside of any transaction, then keeps the result, ends the job and queues `messages` in one commit.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.claude.asking import Ask, Reply
from bot.messages import Outgoing
from core.athlete import Language
from storage import enrichment, runners
from storage.database import Connection
from storage.enrichment import Subject
from storage.queue import ClaimedJob, Done, Source
from storage.runners import Runner


class UnusableAnswer(Exception):
    """What Claude wrote cannot be used; the text says why, for the log. Counts as an attempt."""


@dataclass(frozen=True, slots=True)
class Job:
    """A session in the worker's hands: the runner, the session as it stands, what its program was made from.

    `claimed.attempts` answers were unusable before; `claimed.is_last_attempt` says that one more ends it.
    A coach whose sessions stand in no program has jobs of a subclass, without `of_program`.
    """

    claimed: ClaimedJob
    runner: Runner
    of_program: Subject | None

    @property
    def subject(self) -> Subject:
        """The session of a program; LookupError for one that stands in none."""
        if self.of_program is None:
            raise LookupError("this session stands in no program")
        return self.of_program

    @property
    def language(self) -> Language:
        return self.subject.language


@dataclass(frozen=True, slots=True)
class EnrichedResult:
    """What was added: `content` is JSON in the coach's own shape; the figures are those of Claude's reply."""

    content: Mapping[str, Any]
    source: Source
    prompt_variant: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    cost_usd: float | None = None

    @property
    def done(self) -> Done:
        """What the queue notes of it."""
        return Done(self.source, self.prompt_variant, self.input_tokens, self.output_tokens, self.cost_usd)


class Enricher(ABC):
    """A coach's side of enrichment. `coach` is what its jobs are queued under."""

    coach: str

    @abstractmethod
    async def enrich(self, job: Job) -> EnrichedResult:
        """Write what is added, by Claude when there is a key. Waits on the network, writes nothing.

        Raises ClaudeFailure (the worker decides whether to wait or to take the catalogue's knowledge) and
        UnusableAnswer (asked again, up to five times; then the catalogue's).
        """

    @abstractmethod
    def from_catalogue(self, job: Job) -> EnrichedResult:
        """The same from what the catalogues know, at once and without Claude."""

    def ask(self, job: Job) -> Ask | None:
        """The question for a batch; None when this session is not for a batch (no key: the catalogue's)."""
        return None

    def read(self, job: Job, reply: Reply) -> EnrichedResult:
        """The answer out of a batch. Raises UnusableAnswer."""
        raise NotImplementedError

    async def messages(self, connection: Connection, job: Job, result: EnrichedResult) -> Sequence[Outgoing]:
        """What the runner sees of it (an edited card), queued in the commit that keeps the result."""
        return ()

    async def load(self, connection: Connection, claimed: ClaimedJob) -> Job | None:
        """The job with its session, a session of the runner's active program; None drops the job."""
        runner = await runners.find(connection, claimed.runner_id)
        subject = await enrichment.subject(connection, claimed.runner_id, claimed.session_id)
        return Job(claimed, runner, subject) if runner and subject else None

    async def keep(self, connection: Connection, job: Job, result: EnrichedResult, *, now: datetime) -> bool:
        """Store the result; False when the session became another one meanwhile (it is redone)."""
        stored = job.subject.stored
        return await enrichment.keep(
            connection, job.runner.id, stored.id, stored.session, result.content, now=now
        )

    async def give_up(self, connection: Connection, job: Job, *, now: datetime) -> None:
        """Not even the catalogue could help: say so where the session is kept."""
        await enrichment.note_status(connection, [job.claimed.session_id], "failed", now=now)


Enrichers = Mapping[str, Enricher]
"""By coach."""
