"""The chat page's side: JSON under /play, and what happens as Server-Sent Events.

Errors are `{"error": "One sentence."}`. Times are Unix seconds, text marks count UTF-16 units.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from pydantic import Field
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground import files, runners
from bot.playground.feed import Event, Feed
from bot.playground.files import Upload
from bot.playground.limits import MEGABYTE
from bot.playground.live import Playground
from bot.playground.methods.identity import commands_for
from bot.playground.page_requests import Body, Endpoint, NotPossible, an_error, read_body, reporting
from bot.playground.page_views import message_for_page, user_for_page
from bot.playground.records import Json, StoredFile, User
from bot.playground.world import NOBODY

# Shorter than the minute after which proxies and browsers give a silent connection up.
KEEP_ALIVE_S = 15.0
_SHOWN_IN_PLACE = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})


class NewUser(Body):
    first_name: str = Field(min_length=1, max_length=64)
    language_code: str = Field(default="fr", pattern=r"^[a-z]{2}(-[A-Za-z]{2,8})?$")
    id: int | None = Field(default=None, ge=1, lt=2**52)


class NewText(Body):
    text: str = Field(max_length=20_000)
    reply_to: int | None = None


class Tap(Body):
    message_id: int
    data: str = Field(max_length=256)


class Place(Body):
    latitude: float = Field(default=48.8566, ge=-90, le=90)
    longitude: float = Field(default=2.3522, ge=-180, le=180)


async def _upload(request: Request) -> tuple[Upload, str]:
    async with request.form(max_files=1, max_fields=10, max_part_size=MEGABYTE) as form:
        file, caption = form.get("file"), form.get("caption")
        if not isinstance(file, UploadFile):
            raise NotPossible('A file is expected in the field "file".')
        kind = file.content_type or "application/octet-stream"
        upload = Upload(file.filename or "file", kind, await file.read())
        return upload, caption if isinstance(caption, str) else ""


@dataclass(frozen=True)
class PageApi:
    """The endpoints of the chat page."""

    playground: Playground

    def routes(self) -> list[Route]:
        user = "/play/users/{user_id:int}"
        table: list[tuple[str, str, Endpoint]] = [
            ("GET", "/play/state", self.state),
            ("POST", "/play/users", self.new_user),
            ("GET", f"{user}/chat", self.chat),
            ("GET", f"{user}/events", self.events),
            ("POST", f"{user}/messages", self.new_message),
            ("PATCH", f"{user}/messages/{{message_id:int}}", self.edited_message),
            ("POST", f"{user}/taps", self.tap),
            ("POST", f"{user}/documents", self.document),
            ("POST", f"{user}/photo", self.photo),
            ("POST", f"{user}/voice", self.voice),
            ("POST", f"{user}/sticker", self.sticker),
            ("POST", f"{user}/location", self.location),
            ("POST", f"{user}/block", self.block),
            ("POST", f"{user}/unblock", self.unblock),
            ("GET", "/play/files/{file_id}", self.file),
        ]
        return [Route(path, reporting(endpoint), methods=[verb]) for verb, path, endpoint in table]

    async def state(self, _: Request) -> Response:
        world = self.playground.world
        bot = {"name": world.bot_user()["first_name"], "username": world.username}
        users = [user_for_page(user) for user in world.users.of(NOBODY).values()]
        return JSONResponse({"bot": bot, "users": users})

    async def new_user(self, request: Request) -> Response:
        asked = await read_body(request, NewUser)
        if not asked.first_name.strip():
            raise NotPossible("first_name: a name needs at least one letter.")
        user = self.playground.world.add_user(asked.first_name.strip(), asked.language_code, asked.id)
        self.playground.committed()
        return JSONResponse(user_for_page(user), status_code=201)

    async def chat(self, request: Request) -> Response:
        world, user = self.playground.world, self._user(request)
        now_s = self.playground.clock()
        action, until_s = world.actions.get(user.id, ("", 0.0))
        draft = world.drafts.get(user.id)
        answer = {
            "messages": [message_for_page(message) for message in world.messages.of(user.id).values()],
            "commands": commands_for(world.profile, user),
            "typing": action if until_s > now_s else None,
            "draft": draft if draft is not None and draft["expires_at"] > now_s else None,
            "blocked": user.blocked,
            "last_event_id": world.feed(user.id).mark(),
        }
        return JSONResponse(answer)

    async def new_message(self, request: Request) -> Response:
        asked = await read_body(request, NewText)
        user, now_s = self._user(request), self.playground.clock()
        message = runners.says(self.playground.world, user.id, asked.text, now_s, asked.reply_to)
        return self._done(message_for_page(message))

    async def edited_message(self, request: Request) -> Response:
        asked = await read_body(request, NewText)
        user, number = self._user(request), request.path_params["message_id"]
        message = runners.edits(self.playground.world, user.id, number, asked.text, self.playground.clock())
        return self._done(message_for_page(message))

    async def tap(self, request: Request) -> Response:
        asked = await read_body(request, Tap)
        user, now_s = self._user(request), self.playground.clock()
        query = runners.taps(self.playground.world, user.id, asked.message_id, asked.data, now_s)
        return self._done({"query_id": str(query.number)})

    async def document(self, request: Request) -> Response:
        user, (upload, caption) = self._user(request), await _upload(request)
        now_s = self.playground.clock()
        message = runners.sends_document(self.playground.world, user.id, upload, now_s, caption)
        return self._done(message_for_page(message))

    async def photo(self, request: Request) -> Response:
        """The picture sent along, or a plain one when the body is JSON."""
        is_form = request.headers.get("content-type", "").startswith("multipart/")
        upload, caption = await _upload(request) if is_form else (files.plain_picture(), "")
        user, now_s = self._user(request), self.playground.clock()
        message = runners.sends_photo(self.playground.world, user.id, upload, now_s, caption)
        return self._done(message_for_page(message))

    async def voice(self, request: Request) -> Response:
        user, now_s = self._user(request), self.playground.clock()
        return self._done(message_for_page(runners.sends_voice(self.playground.world, user.id, now_s)))

    async def sticker(self, request: Request) -> Response:
        user, now_s = self._user(request), self.playground.clock()
        return self._done(message_for_page(runners.sends_sticker(self.playground.world, user.id, now_s)))

    async def location(self, request: Request) -> Response:
        place = await read_body(request, Place) if await request.body() else Place()
        user, now_s = self._user(request), self.playground.clock()
        message = runners.sends_location(
            self.playground.world, user.id, now_s, place.latitude, place.longitude
        )
        return self._done(message_for_page(message))

    async def block(self, request: Request) -> Response:
        user, now_s = self._user(request), self.playground.clock()
        return self._done(user_for_page(runners.blocks(self.playground.world, user.id, now_s)))

    async def unblock(self, request: Request) -> Response:
        user, now_s = self._user(request), self.playground.clock()
        return self._done(user_for_page(runners.unblocks(self.playground.world, user.id, now_s)))

    async def file(self, request: Request) -> Response:
        file = self.playground.world.file_by_id(request.path_params["file_id"])
        return an_error(404, "There is no such file.") if file is None else _file_response(file)

    async def events(self, request: Request) -> Response:
        """What happens in the chat from `Last-Event-ID` (or `?after=`) on, else from now on."""
        feed = self.playground.world.feed(self._user(request).id)
        mark = request.headers.get("last-event-id") or request.query_params.get("after") or feed.mark()
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        stream = _stream(self.playground, feed, mark)
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    def _user(self, request: Request) -> User:
        return self.playground.world.user(request.path_params["user_id"])

    def _done(self, answer: Json) -> Response:
        self.playground.committed()
        return JSONResponse(answer)


async def _stream(playground: Playground, feed: Feed, mark: str) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    while not playground.closing:
        number = feed.number_of(mark)
        if number is None:
            mark = feed.mark()
            yield f"id: {mark}\nevent: reset\ndata: {{}}\n\n"
            continue
        for event in feed.after(number):
            mark = feed.mark(event.number)
            yield _event_text(feed, event)
        if feed.number_of(mark) == feed.last_number:
            await playground.next_change(KEEP_ALIVE_S)
            if feed.number_of(mark) == feed.last_number and not playground.closing:
                yield ": still here\n\n"


def _event_text(feed: Feed, event: Event) -> str:
    payload: dict[str, Any] = event.payload
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return f"id: {feed.mark(event.number)}\nevent: {event.kind}\ndata: {data}\n\n"


def _file_response(file: StoredFile) -> Response:
    """Pictures to look at; everything else to keep, never to open as a page."""
    shown = file.mime in _SHOWN_IN_PLACE
    response = Response(file.content, media_type=file.mime if shown else "application/octet-stream")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    if not shown:
        response.headers["Content-Disposition"] = _attachment(file.name)
    return response


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"
