"""Messages and streams in the API's own bytes."""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Coroutine, Mapping
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tests.claude_server.answers import Pace, Says, Use
from tests.claude_server.counting import Json, pieces_of

# Tokens leave in small bunches, as they do over a real network.
BUNCH_S = 0.05
_numbers = itertools.count(1)


class BrokenConnection(Exception):
    """The stream ends without the end of its HTTP response."""


def message_of(answer: Says, body: Mapping[str, Any], usage: Json) -> Json:
    """The whole message."""
    pieces, stop_reason = _spoken(answer, int(body["max_tokens"]))
    message = _empty_message(str(body["model"]), usage)
    thinking = [_thinking_block()] if answer.thinking_tokens else []
    text = [{"type": "text", "text": "".join(pieces)}] if pieces else []
    text += [_tool_block(use) | {"input": dict(use.input)} for use in answer.uses]
    end = _end(answer, stop_reason, len(pieces))
    message |= {"content": thinking + text, "usage": usage | end["usage"]} | end["delta"]
    return message


async def events_of(answer: Says, body: Mapping[str, Any], usage: Json, pace: Pace) -> AsyncIterator[bytes]:
    """The server-sent events of a streamed message; raises BrokenConnection where it is told to break."""
    pieces, stop_reason = _spoken(answer, int(body["max_tokens"]))
    yield _event({"type": "message_start", "message": _empty_message(body["model"], usage)})
    await asyncio.sleep(pace.first_token_s)
    index = 0
    if answer.thinking_tokens:
        await asyncio.sleep(answer.thinking_tokens / pace.tokens_per_s if pace.tokens_per_s else 0)
        yield _block(index, _thinking_block())
        index += 1
    told = pieces if answer.after_tokens is None else pieces[: answer.after_tokens]
    if told:
        yield _event(_start(index, {"type": "text", "text": ""})) + _event({"type": "ping"})
        async for bunch in _bunches(told, pace):
            delta = {"type": "text_delta", "text": bunch}
            yield _event({"type": "content_block_delta", "index": index, "delta": delta})
    if answer.ending != "well":
        yield await _break(answer)
        return
    if told:
        yield _event({"type": "content_block_stop", "index": index})
        index += 1
    for place, use in enumerate(answer.uses):
        yield _used(index + place, use)
    yield _event({"type": "message_delta", **_end(answer, stop_reason, len(pieces))})
    yield _event({"type": "message_stop"})


def _used(index: int, use: Use) -> bytes:
    """The events of a tool the model asks for, its arguments in two pieces."""
    written = json.dumps(dict(use.input))
    halves = (written[: len(written) // 2], written[len(written) // 2 :])
    pieces = (
        _event(
            {
                "type": "content_block_delta",
                "index": index,
                "delta": {"type": "input_json_delta", "partial_json": half},
            }
        )
        for half in halves
    )
    stop = _event({"type": "content_block_stop", "index": index})
    return _event(_start(index, _tool_block(use))) + b"".join(pieces) + stop


def _tool_block(use: Use) -> Json:
    return {"type": "tool_use", "id": f"toolu_{next(_numbers):06}", "name": use.name, "input": {}}


def _spoken(answer: Says, max_tokens: int) -> tuple[list[str], str]:
    """The tokens said and the reason of the end; thinking uses up the same allowance."""
    pieces = pieces_of(answer.text)
    allowed = max(max_tokens - answer.thinking_tokens, 0)
    if len(pieces) > allowed:
        return pieces[:allowed], "max_tokens"
    return pieces, answer.stop_reason


async def _bunches(pieces: list[str], pace: Pace) -> AsyncIterator[str]:
    """The text as fast as the pace allows, never behind it."""
    begun_s, told = time.monotonic(), 0
    while told < len(pieces):
        due = len(pieces)
        if pace.tokens_per_s is not None:
            await asyncio.sleep(min(BUNCH_S, (len(pieces) - told) / pace.tokens_per_s))
            due = min(due, int((time.monotonic() - begun_s) * pace.tokens_per_s))
        elif told == 0 and due > 1:
            due = due // 2  # at least two pieces, so that there is something unfinished to see
        if due > told:
            yield "".join(pieces[told:due])
            told = due


async def _break(answer: Says) -> bytes:
    if answer.ending == "socket":
        await asyncio.sleep(0.01)  # what was said before arrives
        raise BrokenConnection
    if answer.ending == "silence":
        await asyncio.Event().wait()
    if answer.ending == "garbage":
        return b'event: content_block_delta\ndata: {"type": "content_blo\n\n'
    if answer.ending == "error":
        error = {"type": answer.error_type, "message": "Something went wrong"}
        return _event({"type": "error", "error": error})
    return b""


def _end(answer: Says, stop_reason: str, said_tokens: int) -> Json:
    details = dict(answer.stop_details) if answer.stop_details else None
    delta = {"stop_reason": stop_reason, "stop_sequence": None, "stop_details": details}
    usage: Json = {"output_tokens": said_tokens + answer.thinking_tokens}
    if answer.thinking_tokens:
        usage["output_tokens_details"] = {"thinking_tokens": answer.thinking_tokens}
    return {"delta": delta, "usage": usage}


def _empty_message(model: str, usage: Json) -> Json:
    return {
        "id": f"msg_{next(_numbers):06}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "stop_details": None,
        "usage": usage,
    }


def _thinking_block() -> Json:
    return {"type": "thinking", "thinking": "", "signature": "c2lnbmF0dXJl"}


def _block(index: int, block: Json) -> bytes:
    return _event(_start(index, block)) + _event({"type": "content_block_stop", "index": index})


def _start(index: int, block: Json) -> Json:
    return {"type": "content_block_start", "index": index, "content_block": block}


def _event(payload: Json) -> bytes:
    return f"event: {payload['type']}\ndata: {json.dumps(payload, ensure_ascii=False)}\n\n".encode()


class Stream:
    """An event stream as an ASGI response, which can break off as a real connection does.

    It ends when the client leaves or when `until` is set.
    """

    def __init__(
        self, events: AsyncIterator[bytes], headers: Mapping[str, str], until: asyncio.Event
    ) -> None:
        self._events = events
        self._headers = {"content-type": "text/event-stream; charset=utf-8", **headers}
        self._until = until

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        raw = [(name.encode(), value.encode()) for name, value in self._headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        await _first_of(self._tell(send), _client_left(receive), self._until.wait())

    async def _tell(self, send: Send) -> None:
        """Send every event; a connection that breaks is left without the end of its response."""
        try:
            async for event in self._events:
                await send({"type": "http.response.body", "body": event, "more_body": True})
        except BrokenConnection:
            return
        await send({"type": "http.response.body", "body": b""})


class Silence:
    """No answer, until the client leaves or `until` is set."""

    def __init__(self, until: asyncio.Event) -> None:
        self._until = until

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _first_of(_client_left(receive), self._until.wait())
        await Response(status_code=503)(scope, receive, send)


async def _first_of(*waits: Coroutine[Any, Any, object]) -> None:
    """Return when one of these is done, with its error if it has one; end the others."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for task in done:
        task.result()


async def _client_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
