"""What a bot is made of: every part built once and handed to those that need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.connecting import build_application, request_for
from bot.dispatch import AnyApplication, Dispatch
from bot.errors import StartFailed
from bot.flood import FloodGate, FloodLimits
from bot.illustrations.drawers import NoSuchDrawer, drawer_named
from bot.intake import ANSWER_WITHIN_S, Intake
from bot.limiter import LaneLimiter
from bot.presence import Presence, Rhythm, Role
from bot.routing import add_routes
from bot.sender import Sender
from bot.settings import Settings
from bot.ticking import Duty, Ticking
from bot.turn import Guard, Route, Services
from bot.turning import Turning
from bot.wire import TelegramWire

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.claude.client import ClaudeClient
    from bot.claude.generation import PlanWriter
    from bot.enrichment.workshop import Workshop
    from bot.web.webhook import Webhook


@dataclass(frozen=True, slots=True)
class Conversations:
    """What the bot talks about: its routes, the menu of commands (`command-<name>`), its duties."""

    routes: Sequence[Route]
    commands: Sequence[str]
    duties: Sequence[Duty] = ()
    guard: Guard | None = None
    flood: FloodLimits | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that runs, each built once."""

    application: AnyApplication
    poll_request: BaseRequest
    turning: Turning
    dispatch: Dispatch
    receiving: "Intake | Webhook"
    web_routes: "Sequence[BaseRoute]"
    sender: Sender
    ticking: Ticking
    presence: Presence
    claude: "ClaudeClient | None" = None
    writing: "PlanWriter | None" = None
    workshop: "Workshop | None" = None


def build(
    services: Services,
    conversations: Conversations,
    claude: "ClaudeClient | None",
    role: Role,
    rhythm: Rhythm | None = None,
) -> Parts:
    """The parts of a process with this role. Raises StartFailed for a token or drawer that cannot be one."""
    settings, limiter = services.settings, LaneLimiter()
    _check_illustrator(settings)
    application = build_application(settings, limiter)
    bot: ExtBot[int] = application.bot
    presence = Presence(services, role, rhythm)
    turning = Turning(services, TelegramWire(bot), limiter)
    add_routes(application, turning, conversations.routes, _guards(conversations))
    dispatch = Dispatch(application, turning, services, presence)
    poll_request = request_for(settings, connections=1, answer_within_s=ANSWER_WITHIN_S)
    intake = Intake(bot.base_url, poll_request, dispatch, services, presence)
    sender = Sender(bot, services, limiter, presence, partial(_draw, settings))
    presence.on_death = sender.look_after_the_dead
    works = role == "all"
    return Parts(
        application=application,
        poll_request=poll_request,
        turning=turning,
        dispatch=dispatch,
        receiving=_webhook(bot, settings, presence) or intake,
        web_routes=_web_routes(services, dispatch),
        sender=sender,
        ticking=_ticking(services, conversations.duties, rhythm or Rhythm()),
        presence=presence,
        claude=claude,
        writing=_plan_writer(claude, bot, services, limiter) if works else None,
        workshop=_workshop(services, claude) if works else None,
    )


def _guards(conversations: Conversations) -> list[Guard]:
    flood = None if conversations.flood is None else FloodGate(conversations.flood).stops
    return [guard for guard in (flood, conversations.guard) if guard is not None]


def _ticking(services: Services, duties: Sequence[Duty], rhythm: Rhythm) -> Ticking:
    return Ticking(services, duties, rhythm.tick_s, clock_is_moved=rhythm.clock_is_moved)


def _plan_writer(
    claude: "ClaudeClient | None", bot: ExtBot[int], services: Services, limiter: LaneLimiter
) -> "PlanWriter | None":
    if claude is None:
        return None
    from bot.claude.generation import PlanWriter  # late: as above

    return PlanWriter(claude, bot, services, limiter)


def _workshop(services: Services, claude: "ClaudeClient | None") -> "Workshop | None":
    if not services.settings.runcoach_workers:
        return None
    from bot.enrichment.workshop import Workshop  # late: as above

    return Workshop(services, claude)


def _webhook(bot: ExtBot[int], settings: Settings, presence: Presence) -> "Webhook | None":
    if settings.runcoach_webhook_url is None:
        return None
    from bot.web.webhook import Webhook  # late: only who asks for it pays for it

    return Webhook(bot, settings, presence)


def _web_routes(services: Services, dispatch: Dispatch) -> "list[BaseRoute]":
    settings = services.settings
    if settings.runcoach_webhook_url is None and settings.runcoach_web_port is None:
        return []
    from bot.receiving import Receiver  # late: as above
    from bot.web.public import public_routes
    from bot.web.webhook import webhook_route

    routes = public_routes(services)
    if settings.runcoach_webhook_url is not None:
        routes.insert(0, webhook_route(settings, Receiver(dispatch, services)))
    return routes


def _check_illustrator(settings: Settings) -> None:
    try:
        drawer_named(settings.runcoach_illustrator)
    except NoSuchDrawer as error:
        raise StartFailed(str(error)) from error


def _draw(settings: Settings, chart: str, figures: dict[str, Any]) -> bytes:
    """A chart by its name, or a movement of the catalogue, which is kept once it is drawn."""
    from bot.illustrations.pictures import CHART, pictures_of

    if chart == CHART:
        return pictures_of(settings).picture(figures["exercise"])
    from bot.charts import draw  # late: Matplotlib takes a second to load

    return draw(chart, figures)
