"""Every coach whose sessions are enriched."""

from typing import TYPE_CHECKING

from bot.enrichment.coaching import Coaching
from bot.enrichment.enricher import Enrichers
from bot.enrichment.running import Running
from bot.turn import Services
from core.coaches.registry import COACHES

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient


def enrichers_for(claude: "ClaudeClient | None", services: Services) -> Enrichers:
    """The coaches by name; without `claude` they know what the catalogues know."""
    of_coaches: dict[str, Coaching] = {name: Coaching(name, claude, services) for name in COACHES}
    return {Running.coach: Running(claude, services), **of_coaches}
