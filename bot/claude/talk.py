"""Talking with Claude: a few rounds of tools, a few last turns remembered for half an hour, in memory only.

Nothing of a talk is stored. A talk holds its chat's turn but never all of the bot: only so many run at once.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.claude.asking import Ask, Reply, ToolUse
from bot.claude.failures import BadOutput, TookTooLong
from core.talk import HEARD_AT_MOST, TALK_MAX_TOKENS, TOOLS, talk_prompt

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient

TALKS_AT_ONCE = 6
"""Chats are handled sixteen at a time: slow talks must leave room for the others."""
TOOL_ROUNDS = 3
TALK_WITHIN_S = 20.0
"""A runner waits no longer for an answer, all rounds together."""
CALL_AT_LEAST_S = 1.0
TURNS_REMEMBERED = 3
REMEMBERED_FOR = timedelta(minutes=30)
RUNNERS_REMEMBERED = 500
PURPOSE = "talk"


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What a tool gives back; `ends` when nothing more is to be asked of the model."""

    text: str
    ends: bool = False
    is_error: bool = False


UseTool = Callable[[str, Mapping[str, Any]], Awaitable[ToolAnswer]]


@dataclass(slots=True)
class _Memory:
    until: datetime
    turns: list[tuple[str, str]] = field(default_factory=list)


class Talks:
    """Every conversation with Claude of this process."""

    def __init__(self, claude: "ClaudeClient", model: str, clock: Callable[[], datetime]) -> None:
        self._claude = claude
        self._model = model
        self._clock = clock
        self._running = 0
        self._memories: OrderedDict[int, _Memory] = OrderedDict()

    @property
    def available(self) -> bool:
        """Whether asking makes sense: there is a key that works."""
        return self._claude.available

    @property
    def is_full(self) -> bool:
        """Whether so many talk already that one more would be in the others' way."""
        return self._running >= TALKS_AT_ONCE

    async def answer(self, runner_id: int, says: str, use_tool: UseTool) -> str:
        """Claude's words to a message (`says` is JSON data); a tool may end the talk with none.

        Raises ClaudeFailure, StorageTrouble.
        """
        async with self._place():
            deadline_s = asyncio.get_running_loop().time() + TALK_WITHIN_S
            turns = [*self._remembered(runner_id), {"role": "user", "content": says}]
            for _ in range(TOOL_ROUNDS + 1):
                reply = await self._claude.complete(self._ask(runner_id, turns, deadline_s))
                if not reply.tool_uses:
                    return reply.text
                results, ended = await _used(reply, use_tool)
                if ended:
                    return reply.text
                turns += [
                    {"role": "assistant", "content": [dict(block) for block in reply.content]},
                    {"role": "user", "content": results},
                ]
        raise BadOutput(f"{self._model} asked for tools more than {TOOL_ROUNDS} times.")

    def remember(self, runner_id: int, says: str, told: str) -> None:
        """Keep a turn for the next message; the oldest turns and runners are forgotten."""
        memory = self._memory(runner_id)
        memory.turns = [*memory.turns, (says, told[:HEARD_AT_MOST])][-TURNS_REMEMBERED:]
        memory.until = self._clock() + REMEMBERED_FOR
        self._memories[runner_id] = memory
        self._memories.move_to_end(runner_id)
        while len(self._memories) > RUNNERS_REMEMBERED:
            self._memories.popitem(last=False)

    def forget(self, runner_id: int) -> None:
        """Nothing of this runner's talks is left."""
        self._memories.pop(runner_id, None)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    def _memory(self, runner_id: int) -> _Memory:
        known = self._memories.get(runner_id)
        return known if known is not None and known.until > self._clock() else _Memory(self._clock())

    def _remembered(self, runner_id: int) -> list[dict[str, Any]]:
        return [
            {"role": role, "content": text}
            for turn in self._memory(runner_id).turns
            for role, text in zip(("user", "assistant"), turn, strict=True)
        ]

    def _ask(self, runner_id: int, turns: list[dict[str, Any]], deadline_s: float) -> Ask:
        left_s = deadline_s - asyncio.get_running_loop().time()
        if left_s < CALL_AT_LEAST_S:
            raise TookTooLong(f"A talk was not over within {TALK_WITHIN_S:g} s.")
        prompt = talk_prompt()
        return Ask(
            purpose=PURPOSE,
            prompt_name=prompt.name,
            prompt_variant=prompt.variant,
            model=self._model,
            system=prompt.text,
            user="",
            max_tokens=TALK_MAX_TOKENS,
            runner_id=runner_id,
            turns=tuple(turns),
            tools=TOOLS,
            timeout_s=left_s,
        )


async def _used(reply: Reply, use_tool: UseTool) -> tuple[list[dict[str, Any]], bool]:
    """The results of every tool asked for, and whether one of them ends the talk."""
    results: list[dict[str, Any]] = []
    for use in reply.tool_uses:
        answer = await use_tool(use.name, use.input)
        if answer.ends:
            return [], True
        results.append(_result(use, answer))
    return results, False


def _result(use: ToolUse, answer: ToolAnswer) -> dict[str, Any]:
    result: dict[str, Any] = {"type": "tool_result", "tool_use_id": use.id, "content": answer.text}
    return result | ({"is_error": True} if answer.is_error else {})
