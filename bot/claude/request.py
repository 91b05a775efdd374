"""An ask as the parameters of a Messages request."""

from typing import Any

from bot.claude.asking import Ask
from bot.claude.models import manner_of


def request_of(ask: Ask) -> dict[str, Any]:
    """The parameters, for `messages.stream` and for a request of a batch alike."""
    manner = manner_of(ask.model)
    system: dict[str, Any] = {"type": "text", "text": ask.system}
    if ask.cache_life:
        system["cache_control"] = {"type": "ephemeral", "ttl": ask.cache_life}
    output: dict[str, Any] = {"effort": "low"} if manner.takes_effort else {}
    if ask.schema is not None:
        output["format"] = {"type": "json_schema", "schema": dict(ask.schema)}
    request: dict[str, Any] = {
        "model": ask.model,
        "max_tokens": ask.max_tokens,
        "system": [system],
        "messages": [dict(turn) for turn in ask.turns] or [{"role": "user", "content": ask.user}],
    }
    if ask.tools:
        request["tools"] = [dict(tool) for tool in ask.tools]
    if output:
        request["output_config"] = output
    if manner.thinking:
        request["thinking"] = {"type": manner.thinking}
    return request
