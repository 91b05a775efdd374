"""Everything that enriches, built once and run beside the bot or alone."""

import asyncio
from typing import TYPE_CHECKING

from bot.enrichment.batching import Batching
from bot.enrichment.enricher import Enrichers
from bot.enrichment.registry import enrichers_for
from bot.enrichment.worker import Worker
from bot.turn import Services

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient


class Workshop:
    """The worker and, with a key, the batches."""

    def __init__(
        self, services: Services, claude: "ClaudeClient | None", enrichers: Enrichers | None = None
    ) -> None:
        coaches = enrichers if enrichers is not None else enrichers_for(claude, services)
        self._worker = Worker(services, coaches, slots=services.settings.runcoach_workers)
        self._batching = Batching(services, claude, coaches, self._worker) if claude else None

    async def run(self) -> None:
        """Work until cancelled."""
        loops = [self._worker.run()]
        if self._batching is not None:
            loops.append(self._batching.run())
        await asyncio.gather(*loops)

    async def finish(self, at_most_s: float) -> None:
        """Take no more; let what runs end, then give it back as it was."""
        await self._worker.finish(at_most_s)
