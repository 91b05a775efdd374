"""An answer on its way: read piece by piece, judged at its end."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

from anthropic.lib.streaming import AsyncMessageStream
from anthropic.types import Message
from anthropic.types import Usage as CountedUsage

from bot.claude.asking import Partial, Reply, ToolUse, Usage
from bot.claude.billing import Bill
from bot.claude.failures import BadOutput, Refused, StreamCut, Truncated
from bot.claude.translating import failures_named

LENGTH_STOPS = ("max_tokens", "model_context_window_exceeded")


class Answer:
    """Iterate for the text so far after each piece, then `reply()`; or `reply()` at once."""

    def __init__(
        self, stream: AsyncMessageStream[Any], bill: Bill, *, timeout_s: float, deadline_s: float
    ) -> None:
        """`deadline_s` is of the event loop's clock."""
        self._stream = stream
        self._bill = bill
        self._timeout_s = timeout_s
        self._deadline_s = deadline_s
        self._text = ""
        self._message: Message | None = None
        self._pieces = self._read()

    def __aiter__(self) -> AsyncIterator[Partial]:
        return self._pieces

    async def reply(self) -> Reply:
        """The finished answer. Raises Refused, Truncated, BadOutput, StreamCut and the way's own failures."""
        async for _ in self._pieces:
            pass
        if self._bill.failure is not None:  # seen in the iteration already
            raise self._bill.failure
        with self._bill.noting_failure():
            message = self._whole()
        self._bill.end("ok")
        return Reply(
            text=self._text,
            model=message.model,
            stop_reason=str(message.stop_reason),
            usage=self._bill.usage or Usage(),
            cost_usd=self._bill.cost_usd,
            latency_s=self._bill.latency_s or 0.0,
            time_to_first_token_s=self._bill.time_to_first_token_s or 0.0,
            tool_uses=tuple(_tool_uses(message)),
            content=tuple(block.model_dump(mode="json", exclude_none=True) for block in message.content),
        )

    @contextmanager
    def judging(self) -> Iterator[None]:
        """Around the reading of the reply, inside the call: the ledger notes whether it could be used."""
        self._bill.usable = False
        yield
        self._bill.usable = True

    async def _read(self) -> AsyncIterator[Partial]:
        events = aiter(self._stream)
        while True:
            with self._bill.noting_failure(), failures_named(self._bill.ask.model, self._timeout_s):
                async with asyncio.timeout_at(self._deadline_s):
                    event = await anext(events, None)
            if event is None:
                return
            if event.type == "text":
                self._text += event.text
                self._bill.note_text(event.text)
                yield Partial(self._text)
            elif event.type == "input_json":
                self._bill.note_text(event.partial_json)
            elif event.type == "message_start":
                self._bill.note_usage(usage_of(event.message.usage), counted=False)
            elif event.type == "message_delta" and self._bill.usage is not None:
                self._bill.note_usage(usage_of(self._stream.current_message_snapshot.usage), counted=True)
            elif event.type == "message_stop":
                self._message = event.message

    def _whole(self) -> Message:
        """The message when its end is a good one."""
        message = self._message
        if message is None or message.stop_reason is None:
            raise StreamCut("Claude's answer ended before its end was announced.")
        if not (self._bill.ask.tools and message.stop_reason == "tool_use"):
            judge(message, self._text)
        return message


def _tool_uses(message: Message) -> Iterator[ToolUse]:
    for block in message.content:
        if block.type == "tool_use":
            yield ToolUse(block.id, block.name, block.input if isinstance(block.input, dict) else {})


def judge(message: Message, text: str) -> None:
    """Raise Refused, Truncated or BadOutput for a message that ended otherwise than well."""
    if message.stop_reason == "refusal":
        category = message.stop_details.category if message.stop_details else None
        raise Refused(f"{message.model} refused (category: {category or 'none named'}).")
    if message.stop_reason in LENGTH_STOPS:
        raise Truncated(f"{message.model} was cut off by {message.stop_reason}.", text=text)
    if message.stop_reason != "end_turn":
        raise BadOutput(f"{message.model} stopped for {message.stop_reason}.", text=text)
    if not text.strip():
        raise BadOutput(f"{message.model} gave an empty answer.")


def usage_of(counted: CountedUsage) -> Usage:
    """The API's count in our words."""
    by_life = counted.cache_creation
    written = counted.cache_creation_input_tokens or 0
    written_1h = by_life.ephemeral_1h_input_tokens if by_life else 0
    details = counted.output_tokens_details
    return Usage(
        input_tokens=counted.input_tokens or 0,
        output_tokens=counted.output_tokens or 0,
        cache_read_tokens=counted.cache_read_input_tokens or 0,
        cache_write_5m_tokens=max(written - written_1h, 0),
        cache_write_1h_tokens=written_1h,
        thinking_tokens=details.thinking_tokens if details else 0,
    )
