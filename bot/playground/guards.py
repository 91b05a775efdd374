"""Who may ask and how much: only pages of this server, only by its own name, only so many bytes."""

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.playground.limits import MEGABYTE, UPLOAD_BYTES

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
JSON_BYTES = MEGABYTE
# The wrapping of an upload: field names, boundaries, a caption.
WRAPPING_BYTES = MEGABYTE
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class TooMuch(Exception):
    """A body beyond its limit."""


@dataclass(frozen=True)
class Guard:
    """ASGI middleware against foreign pages (DNS rebinding, forged requests) and endless bodies."""

    app: ASGIApp
    host_names: frozenset[str] = LOOPBACK_NAMES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        reason = self._objection(scope)
        if reason is not None:
            await _refusal(403, reason)(scope, receive, send)
            return
        await self._answer_within_limit(scope, receive, send)

    def _objection(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _without_port(host) not in self.host_names:
            return "This server answers to its own address only."
        if headers.get("sec-fetch-site") in ("cross-site", "same-site") and _is_api(scope["path"]):
            return "Another site's page may not ask this server."
        origin = headers.get("origin")
        if scope["method"] not in _SAFE_METHODS and origin not in (None, f"http://{host}", f"https://{host}"):
            return "Another site's page may not ask this server."
        return None

    async def _answer_within_limit(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = _limit_bytes(scope)
        size = Headers(scope=scope).get("content-length", "0")
        if not size.isdecimal() or int(size) > limit:
            await _refusal(413, "Request Entity Too Large")(scope, receive, send)
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(message)
            await send(message)

        try:
            await self.app(scope, _counted(receive, limit), send_guarded)
        except TooMuch:
            if started:
                raise
            await _refusal(413, "Request Entity Too Large")(scope, receive, send)


def _add_headers(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)


def _counted(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def receive_counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooMuch
        return message

    return receive_counted


def _refusal(code: int, reason: str) -> JSONResponse:
    return JSONResponse(
        {"ok": False, "error_code": code, "description": reason, "error": reason}, status_code=code
    )


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def _is_api(path: str) -> bool:
    return path.startswith(("/bot", "/file/", "/play"))


def _limit_bytes(scope: Scope) -> int:
    kind = Headers(scope=scope).get("content-type", "")
    return UPLOAD_BYTES + WRAPPING_BYTES if kind.startswith("multipart/") else JSON_BYTES
