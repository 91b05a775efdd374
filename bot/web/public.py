"""The routes of the public web application beside Telegram's webhook."""

from starlette.routing import BaseRoute

from bot.turn import Services


def public_routes(_services: Services) -> list[BaseRoute]:
    """Every route that the world may reach; they are served where RUNCOACH_WEB_PORT is set."""
    return []
