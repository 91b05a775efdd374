"""Whether the models named in the settings can be asked, found out once at start-up."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass

from anthropic import AsyncAnthropic

from bot.claude.failures import ClaudeFailure
from bot.claude.translating import failures_named

CHECK_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the operator should know of; a fatal one means that asking is useless."""

    sentence: str
    fatal: bool

    @property
    def level(self) -> int:
        return logging.ERROR if self.fatal else logging.WARNING


async def check_models(sdk: AsyncAnthropic, models: Iterable[str]) -> list[Finding]:
    """What is wrong with these models, each looked at once; nothing when all are well."""
    found = [await _check(sdk, model) for model in dict.fromkeys(models)]
    return list(dict.fromkeys(finding for finding in found if finding is not None))


async def _check(sdk: AsyncAnthropic, model: str) -> Finding | None:
    try:
        with failures_named(model, CHECK_WITHIN_S):
            async with asyncio.timeout(CHECK_WITHIN_S):
                info = await sdk.models.retrieve(model)
    except ClaudeFailure as failure:
        return _finding(failure)
    ends = f" on {info.retires_at.date()}" if info.retires_at else ""
    if info.lifecycle == "retired":
        return Finding(f"The model {model} is retired: choose another one. Claude is switched off.", True)
    if info.lifecycle == "deprecated":
        return Finding(f"The model {model} retires{ends or ' soon'}: choose another one.", False)
    return None


def _finding(failure: ClaudeFailure) -> Finding:
    if failure.kind == "configuration":
        return Finding(f"{failure.owner_sentence} Claude is switched off.", True)
    return Finding(f"The Claude models could not be checked: {failure.owner_sentence}", False)
