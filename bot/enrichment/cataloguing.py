"""The catalogue's gaps filled through the Message Batches API, into a file for review.

gaps of the tables -> questions -> a batch (its id noted at once) -> answers checked -> the review file. A
process that dies takes the noted batch up again when it is started anew. Only one that dies between the
API's answer and the note asks twice.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.claude.asking import Ask, Usage
from bot.claude.failures import ClaudeFailure
from bot.claude.ledger import most_usd
from bot.claude.prices import cost_usd
from bot.enrichment.review_file import ReviewFile, Sent
from core.catalogue.enriching import (
    CatalogueQuestion,
    Proposal,
    UnusableProposal,
    question_about,
    read_proposal,
)
from core.catalogue.gaps import Gaps, every_gap
from core.prompts import estimated_tokens

if TYPE_CHECKING:
    from bot.claude.batches import BatchResult, ClaudeBatches

PURPOSE = "catalogue"
LOOK_EVERY_S = 15.0
USED_SHARE = 0.6
"""Of the tokens an answer may have, those it usually has."""
Report = Callable[[int, int], None]
"""Told how many answers are ready, of how many."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking costs: movements, tokens in and out as expected, USD as expected and at most."""

    movements: int
    input_tokens: int
    output_tokens: int
    usd: float
    usd_at_most: float


@dataclass(slots=True)
class Outcome:
    """What came of it: proposals written, reasons why the others were not, by movement."""

    proposed: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    cost_usd: float = 0.0


def questions_left(review: ReviewFile, limit: int | None = None) -> dict[str, CatalogueQuestion]:
    """What to ask: the tables' gaps, without the movements that stand in the file or are on their way."""
    sent = review.sent()
    there = {*review.proposed(), *(sent.movements if sent else ())}
    left = {key: question_about(gaps) for key, gaps in every_gap().items() if key not in there}
    return dict(list(left.items())[:limit])


def ask_for(question: CatalogueQuestion, model: str) -> Ask:
    return Ask(
        purpose=PURPOSE,
        prompt_name=question.prompt.name,
        prompt_variant=question.prompt.variant,
        model=model,
        system=question.prompt.text,
        user=question.user,
        max_tokens=question.max_tokens,
        schema=question.schema,
        cache_life=None,
    )


def estimate(questions: Mapping[str, CatalogueQuestion], model: str, at: datetime) -> Estimate:
    """What a batch of these questions costs at the list price of that day."""
    asks = [ask_for(question, model) for question in questions.values()]
    usages = [_expected(ask) for ask in asks]
    return Estimate(
        movements=len(asks),
        input_tokens=sum(usage.input_tokens for usage in usages),
        output_tokens=sum(usage.output_tokens for usage in usages),
        usd=sum(cost_usd(model, usage, at, batch=True) for usage in usages),
        usd_at_most=sum(most_usd(ask, at, batch=True) for ask in asks),
    )


def _expected(ask: Ask) -> Usage:
    prompt = f"{ask.system}{ask.user}{ask.schema}"
    return Usage(input_tokens=estimated_tokens(prompt), output_tokens=round(ask.max_tokens * USED_SHARE))


@dataclass(frozen=True, slots=True)
class Cataloguing:
    """Asks and writes down. `run` raises ClaudeFailure, StorageTrouble and UnreadableReview."""

    api: "ClaudeBatches"
    review: ReviewFile
    model: str
    look_every_s: float = LOOK_EVERY_S

    async def run(self, questions: Mapping[str, CatalogueQuestion], report: Report) -> Outcome:
        """Bring home what an earlier process sent, then send the questions and bring them home."""
        outcome = Outcome()
        left_behind = self.review.sent()
        if left_behind:
            await self._bring_home(left_behind, outcome, report)
        if questions:
            await self._bring_home(await self._send(questions), outcome, report)
        return outcome

    async def _send(self, questions: Mapping[str, CatalogueQuestion]) -> Sent:
        batch_id = await self.api.create({key: ask_for(one, self.model) for key, one in questions.items()})
        sent = Sent(batch_id, tuple(questions))
        self.review.note_sent(sent)
        return sent

    async def _bring_home(self, sent: Sent, outcome: Outcome, report: Report) -> None:
        total = len(sent.movements)
        while (waiting := await self._waiting(sent.batch_id)) is not None:
            report(total - waiting, total)
            await asyncio.sleep(self.look_every_s)
        gaps, proposals = every_gap(), []
        async for result in self.api.results(sent.batch_id):
            outcome.cost_usd += result.reply.cost_usd if result.reply else 0.0
            try:
                proposals.append(_proposal(result, gaps))
            except UnusableProposal as reason:
                outcome.refused[result.name] = str(reason)
        outcome.proposed += self.review.add(sorted(proposals, key=_place(sent)), self.model)
        self.review.forget_sent()
        report(total, total)

    async def _waiting(self, batch_id: str) -> int | None:
        """How many answers are not ready; None when the batch has ended. An outage is waited out."""
        while True:
            try:
                progress = await self.api.poll(batch_id)
            except ClaudeFailure as failure:
                if failure.kind != "outage":
                    raise
                await asyncio.sleep(max(failure.retry_after_s or 0.0, self.look_every_s))
            else:
                return None if progress.ended else progress.waiting


def _proposal(result: "BatchResult", gaps: Mapping[str, Gaps]) -> Proposal:
    if result.failure is not None or result.reply is None:
        raise UnusableProposal(result.failure.owner_sentence if result.failure else "no answer came")
    if result.name not in gaps:
        raise UnusableProposal("nothing of it is missing any more")
    return read_proposal(result.reply.text, gaps[result.name])


def _place(sent: Sent) -> Callable[[Proposal], int]:
    order = {key: place for place, key in enumerate(sent.movements)}
    return lambda proposal: order.get(proposal.id, len(order))
