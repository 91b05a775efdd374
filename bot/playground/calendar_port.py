"""Where the playground serves live calendars: on this machine, beside the chat page."""

import socket

from bot.errors import StartFailed
from bot.settings import Settings

HOST = "127.0.0.1"


def with_live_calendars(settings: Settings, address: str) -> Settings:
    """The settings with a public address for calendars: the page's port and one, where it is free.

    The same port each time keeps the addresses that were given out. An address of the operator's stays.
    """
    if settings.runcoach_public_url is not None:
        return settings
    port = _free_port(int(address.rpartition(":")[2]) + 1)
    changed = {
        "runcoach_web_host": HOST,
        "runcoach_web_port": port,
        "runcoach_public_url": f"http://{HOST}:{port}",
    }
    return settings.model_copy(update=changed)


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as found:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                found.bind((HOST, port))
            except (OSError, OverflowError):  # taken, or past the last port
                continue
            return int(found.getsockname()[1])
    raise StartFailed("This machine has no free port for live calendars.")
