"""The screens of the live calendar: how to have the plan in a calendar, and the private address."""

from datetime import datetime, time
from html import escape

from bot.messages import Button, Keyboard
from bot.settings import Settings
from bot.views.formats import day_month
from bot.views.settings import Screen
from bot.web.addresses import feed_address, google_address, subscribe_address
from core.localisation import Localizer

PREFIX = "cf"
WHOLE_DAY = "day"


def ways_screen(starts_at: time | None, words: Localizer) -> Screen:
    """A subscription that follows the plan, or a file."""
    at = f"{starts_at:%H%M}" if starts_at else WHOLE_DAY
    html = words("feed-ways")
    html += "\n\n" + words("feed-ways-timed" if starts_at else "feed-ways-day", time=_shown(starts_at))
    return Screen(
        html,
        (
            (Button(label=words("feed-button-subscribe"), data=f"{PREFIX}:open:{at}"),),
            (Button(label=words("feed-button-file"), data=f"{PREFIX}:file:{at}"),),
        ),
    )


def address_screen(token: str, starts_at: time | None, settings: Settings, words: Localizer) -> Screen:
    """The address, shown this once, and how to subscribe to it."""
    address = feed_address(settings, token)
    google = google_address(settings, token)
    how = "feed-how" if google else "feed-how-local"
    when = words("feed-timed" if starts_at else "feed-day", time=_shown(starts_at))
    html = "\n\n".join(
        (
            words("feed-title"),
            f"{when} {words(how)}",
            f"<code>{escape(address)}</code>",
            words("feed-private"),
        )
    )
    links = [Button(label=words("feed-button-apple"), url=subscribe_address(settings, token))]
    if google:
        links.append(Button(label=words("feed-button-google"), url=google))
    return Screen(html, (*((link,) for link in links), *_keeping(starts_at, words)))


def kept_screen(since_utc: datetime, starts_at: time | None, words: Localizer) -> Screen:
    """There is an address already; it is not known any more, only its hash."""
    html = words("feed-kept", date=day_month(since_utc.date(), words.language))
    return Screen(html, _keeping(starts_at, words))


def stopped_screen(words: Localizer) -> Screen:
    return Screen(words("feed-stopped"), ())


def _keeping(starts_at: time | None, words: Localizer) -> Keyboard:
    at = f"{starts_at:%H%M}" if starts_at else WHOLE_DAY
    return (
        (Button(label=words("feed-button-renew"), data=f"{PREFIX}:renew:{at}"),),
        (Button(label=words("feed-button-stop"), data=f"{PREFIX}:stop"),),
    )


def _shown(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""
