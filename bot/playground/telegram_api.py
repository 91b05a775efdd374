"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import re
import time
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.playground import files
from bot.playground.errors import Refused, bad_request
from bot.playground.faults import Fault
from bot.playground.files import Upload
from bot.playground.limits import LONG_POLL_S, MEGABYTE
from bot.playground.live import CallRecord, Playground
from bot.playground.methods import BY_LOWER_NAME, METHODS, read_parameters
from bot.playground.methods.context import Call
from bot.playground.pacing import is_paced
from bot.playground.parameters import GetUpdates
from bot.playground.records import Json

_TOKEN = re.compile(r"[1-9]\d{2,18}:[\w-]{3,60}", re.ASCII)
_NO_FAULT = Fault("*")
_OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_WEBHOOK_CAME = "Conflict: terminated by setWebhook request"
_UPLOADS_AT_ONCE = 20
_FIELDS_AT_ONCE = 200


class ClosedConnection(Response):
    """No answer: the connection closes in the middle of one."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


@dataclass(frozen=True)
class TelegramApi:
    """The endpoints; `token` None lets every well-formed token in."""

    playground: Playground
    token: str | None = None

    async def method(self, request: Request) -> Response:
        """One call of one method."""
        try:
            self._check_token(request)
            name = BY_LOWER_NAME.get(request.path_params["method"].lower())
            if name is None:
                raise Refused(404, "Not Found: method not found")
            raw, uploads = await _read(request)
            return await self._answer(request, name, raw, uploads)
        except Refused as refused:
            return JSONResponse(refused.as_answer(), status_code=refused.code)

    async def download(self, request: Request) -> Response:
        """A file whose path getFile gave out."""
        try:
            self._check_token(request)
            file = files.by_path(self.playground.world, request.path_params["path"])
            if file is None:
                raise Refused(404, "Not Found")
        except Refused as refused:
            return JSONResponse(refused.as_answer(), status_code=refused.code)
        return Response(file.content, media_type="application/octet-stream")

    def _check_token(self, request: Request) -> None:
        token = request.path_params["token"]
        if not _TOKEN.fullmatch(token):
            raise Refused(401, "Unauthorized: invalid token specified")
        if self.token is not None and token != self.token:
            raise Refused(401, "Unauthorized")

    async def _answer(self, request: Request, name: str, raw: Json, uploads: dict[str, Upload]) -> Response:
        self.playground.calls.append(CallRecord(name, raw, self.playground.clock()))
        chat_id = str(raw.get("chat_id", ""))
        fault = self.playground.faults.take(name, chat_id) or _NO_FAULT
        await self._suffer(request, fault)
        if fault.hang or fault.drop == "before":
            return ClosedConnection()
        if fault.refusal is not None:
            raise fault.refusal
        if self.playground.pacing is not None and is_paced(name):
            self.playground.pacing.spend(chat_id, self.playground.clock())
        result = await self._result(name, raw, uploads)
        if fault.drop == "after":
            return ClosedConnection()
        return JSONResponse({"ok": True, "result": result})

    async def _result(self, name: str, raw: Json, uploads: dict[str, Upload]) -> object:
        if name == "getUpdates":
            return await self._get_updates(read_parameters(GetUpdates, raw))
        call = Call(self.playground.world, self.playground.clock(), uploads)
        try:
            return METHODS[name](call, raw)
        finally:
            self.playground.committed()

    async def _suffer(self, request: Request, fault: Fault) -> None:
        if fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        while fault.hang and not self.playground.closing and not await request.is_disconnected():
            await self.playground.next_change(timeout_s=0.05)

    async def _get_updates(self, asked: GetUpdates) -> list[Json]:
        """Wait for updates; a later call ends this one with 409."""
        world = self.playground.world
        if world.profile.webhook_url:
            raise Refused(409, _WEBHOOK_ACTIVE)
        self.playground.poller += 1
        mine = self.playground.poller
        if asked.offset:
            world.pending.confirm(asked.offset)
        if asked.allowed_updates is not None:
            world.change_profile(allowed_updates=tuple(asked.allowed_updates))
        self.playground.committed()
        deadline_s = time.monotonic() + max(0, min(asked.timeout, LONG_POLL_S))
        while True:
            self._check_poller(mine)
            updates = world.pending.take(asked.limit, self.playground.clock())
            left_s = deadline_s - time.monotonic()
            if updates or left_s <= 0 or self.playground.closing:
                return [update.as_telegram() for update in updates]
            await self.playground.next_change(left_s)

    def _check_poller(self, mine: int) -> None:
        if self.playground.world.profile.webhook_url:
            raise Refused(409, _WEBHOOK_CAME)
        if mine != self.playground.poller:
            raise Refused(409, _OTHER_POLLER)


async def _read(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters from the query and the body, and the files sent along."""
    raw: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return raw | _json_object(await request.body()), {}
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return raw, {}
    async with request.form(
        max_files=_UPLOADS_AT_ONCE, max_fields=_FIELDS_AT_ONCE, max_part_size=MEGABYTE
    ) as form:
        return raw | _texts(form), await _uploads(form)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except (ValueError, RecursionError):
        raise bad_request("can't parse the request's JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as the request's JSON")
    return {name: item for name, item in value.items() if item is not None}


def _texts(form: FormData) -> dict[str, str]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


async def _uploads(form: FormData) -> dict[str, Upload]:
    return {
        name: Upload(
            value.filename or name, value.content_type or "application/octet-stream", await value.read()
        )
        for name, value in form.items()
        if isinstance(value, UploadFile)
    }
