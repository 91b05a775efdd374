"""Where the world finds what this bot serves."""

from urllib.parse import quote, urlsplit

from bot.settings import LOOPBACK, Settings

FEEDS = "/feed"
GOOGLE = "https://calendar.google.com/calendar/r?cid="


def feeds_are_served(settings: Settings) -> bool:
    """Whether calendars can have a live address."""
    return settings.runcoach_public_url is not None


def feeds_path(settings: Settings) -> str:
    """The path under which live calendars are served: that of the public address, and `/feed`."""
    return urlsplit(settings.runcoach_public_url or "").path.rstrip("/") + FEEDS


def feed_address(settings: Settings, token: str) -> str:
    """The private address of a calendar."""
    return f"{settings.runcoach_public_url}{FEEDS}/{token}.ics"


def subscribe_address(settings: Settings, token: str) -> str:
    """Opens the phone's own calendar: buttons of Telegram take no webcal:// address."""
    return f"{settings.runcoach_public_url}{FEEDS}/{token}/subscribe"


def webcal_address(settings: Settings, token: str) -> str:
    """The same calendar under the scheme that calendar programs listen to."""
    return f"webcal://{feed_address(settings, token).partition('://')[2]}"


def google_address(settings: Settings, token: str) -> str | None:
    """Adds the calendar in Google's; None for an address of this machine, which Google cannot reach."""
    if urlsplit(settings.runcoach_public_url or "").hostname in LOOPBACK:
        return None
    return GOOGLE + quote(webcal_address(settings, token), safe="")
