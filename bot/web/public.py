"""The routes of the public web application beside Telegram's webhook."""

from starlette.routing import BaseRoute

from bot.turn import Services
from bot.web.feed import feed_routes


def public_routes(services: Services) -> list[BaseRoute]:
    """Every route that the world may reach; they are served where RUNCOACH_WEB_PORT is set."""
    return feed_routes(services)
