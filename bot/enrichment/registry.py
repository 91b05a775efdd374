"""Every coach whose sessions are enriched."""

from typing import TYPE_CHECKING

from bot.enrichment.enricher import Enrichers
from bot.enrichment.running import Running
from bot.turn import Services

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient


def enrichers_for(claude: "ClaudeClient | None", services: Services) -> Enrichers:
    """The coaches by name; without `claude` they know what the catalogues know."""
    return {Running.coach: Running(claude, services)}
