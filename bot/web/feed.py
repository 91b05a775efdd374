"""Live calendars at their private addresses.

Who knows an address reads the calendar, so whatever is not a live one gets the same 404: a token that was
never given, one that was changed or stopped, one whose runner is gone.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.calendars import calendar_of
from bot.turn import Services
from bot.web.addresses import feeds_are_served, feeds_path, webcal_address
from bot.web.paces import Paces
from storage import feeds, runners

READS_AT_ONCE, READS_AN_HOUR = 20, 120
"""Of one address; calendar programs ask some times an hour at most."""
TOKEN_AT_MOST = 64  # letters; ours have 43
HEADERS = {
    "Cache-Control": "private, no-cache",  # kept by the reader alone, and asked for again each time
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class _Issue:
    content: bytes
    changed: datetime

    @property
    def etag(self) -> str:
        return f'"{sha256(self.content).hexdigest()[:32]}"'


def feed_routes(services: Services) -> list[BaseRoute]:
    """The routes of live calendars; none without a public address."""
    settings = services.settings
    if not feeds_are_served(settings):
        return []
    paces = Paces(READS_AT_ONCE, READS_AN_HOUR)

    async def read(request: Request) -> Response:
        token = _token_in(request)
        wait_s = paces.wait_s(feeds.hash_of(token))
        if wait_s:
            raise HTTPException(429, headers={**HEADERS, "Retry-After": str(wait_s)})
        issue = await _issue_at(services, token)
        if issue is None:
            raise HTTPException(404, headers=HEADERS)
        return _answer(request, issue)

    async def subscribe(request: Request) -> Response:
        token = _token_in(request)
        async with services.database.reading() as connection:
            known = await feeds.at_address(connection, token)
        if known is None:
            raise HTTPException(404, headers=HEADERS)
        return RedirectResponse(webcal_address(settings, token), status_code=302, headers=HEADERS)

    path = feeds_path(settings)
    return [
        Route(f"{path}/{{token}}.ics", read, methods=["GET"]),
        Route(f"{path}/{{token}}/subscribe", subscribe, methods=["GET"]),
    ]


async def _issue_at(services: Services, token: str) -> _Issue | None:
    async with services.database.reading() as connection:
        known = await feeds.at_address(connection, token)
        runner = await runners.find(connection, known.runner_id) if known else None
        if known is None or runner is None:
            return None
        content = await calendar_of(connection, runner, known, known.starts_at, live=True)
    if content is None:
        return None
    return _Issue(await content.as_file(), content.issue.changed_at_utc)


def _token_in(request: Request) -> str:
    token = str(request.path_params["token"])
    if len(token) > TOKEN_AT_MOST or not token.isascii():
        raise HTTPException(404, headers=HEADERS)
    return token


def _answer(request: Request, issue: _Issue) -> Response:
    """The calendar, or 304 for who has this issue; Starlette leaves the body out for HEAD."""
    headers: dict[str, Any] = {
        **HEADERS,
        "ETag": issue.etag,
        "Last-Modified": format_datetime(issue.changed.replace(microsecond=0), usegmt=True),
    }
    if _has_it(request, issue):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = 'inline; filename="runcoach.ics"'
    return Response(issue.content, headers=headers, media_type="text/calendar; charset=utf-8")


def _has_it(request: Request, issue: _Issue) -> bool:
    """Whether the reader's copy is this one; its ETag decides where it names one (RFC 9110, 13.2.2)."""
    known = request.headers.get("if-none-match")
    if known is not None:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return issue.etag in tags or "*" in tags
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        return issue.changed.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):  # not a date, or one without a zone: the reader gets the calendar
        return False
