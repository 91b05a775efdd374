"""Which requests the API rejects, as of version 2026-10-21."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.claude_server.answers import Fails, bad_request

SAMPLING = ("temperature", "top_p", "top_k")
THINKING_ALWAYS_ON = ("claude-opus-5-5", "claude-fable-5-1")
EFFORTS = ("low", "medium", "high", "xhigh", "max")
UNSUPPORTED_IN_SCHEMAS = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
    "maxItems", "uniqueItems", "minProperties", "maxProperties",
)  # fmt: skip
OPTIONAL_AT_MOST = 24
UNIONS_AT_MOST = 16


def rejection_of(body: Mapping[str, Any]) -> Fails | None:
    """Why the API would answer 400, or None."""
    reason = next(_reasons(body), None)
    return bad_request(reason) if reason else None


def _reasons(body: Mapping[str, Any]) -> Iterator[str]:
    for name in ("model", "max_tokens", "messages"):
        if name not in body:
            yield f"{name}: Field required"
            return
    yield from (f"{name}: Extra inputs are not permitted" for name in SAMPLING if name in body)
    if not body["messages"] or body["messages"][-1]["role"] != "user":
        yield "messages: the conversation must end with a user message"
    if any(message["content"] in ("", []) for message in body["messages"]):
        yield "messages: text content blocks must be non-empty"
    if any(block.get("text") == "" for block in body.get("system") or [] if isinstance(block, dict)):
        yield "system: text content blocks must be non-empty"
    yield from _tool_reasons(body)
    yield from _thinking_reasons(body)
    yield from _output_reasons(body.get("output_config") or {})


def _tool_reasons(body: Mapping[str, Any]) -> Iterator[str]:
    """Tools are declared with a schema, and every use of one is answered at once."""
    tools = body.get("tools") or []
    for tool in tools:
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,128}", str(tool.get("name"))):
            yield "tools: name must match ^[a-zA-Z0-9_-]{1,128}$"
        if (tool.get("input_schema") or {}).get("type") != "object":
            yield "tools: input_schema.type: must be object"
    if (body.get("tool_choice") or {}).get("type") in ("any", "tool"):
        yield "tool_choice: forcing a tool is not supported by this model"
    for message, following in zip(body["messages"], [*body["messages"][1:], {}], strict=True):
        used = {block["id"] for block in _blocks(message) if block.get("type") == "tool_use"}
        answered = {b["tool_use_id"] for b in _blocks(following) if b.get("type") == "tool_result"}
        if used - answered:
            yield "messages: tool_use ids were found without tool_result blocks immediately after"
        if used and not tools:
            yield "tools: Field required for messages with tool_use blocks"


def _blocks(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    content = message.get("content")
    return [block for block in content if isinstance(block, dict)] if isinstance(content, list) else []


def _thinking_reasons(body: Mapping[str, Any]) -> Iterator[str]:
    kind = (body.get("thinking") or {}).get("type")
    model, effort = str(body["model"]), (body.get("output_config") or {}).get("effort")
    if kind == "enabled":
        yield "thinking.enabled: not supported by this model"
    if kind == "disabled" and (model.startswith("claude-sonnet-5-5") or model in THINKING_ALWAYS_ON):
        yield "thinking.disabled: not supported by this model"
    if kind == "between_tools" and not model.startswith("claude-sonnet-5-5"):
        yield "thinking.between_tools: not supported by this model"
    if kind in ("disabled", "between_tools") and effort in ("xhigh", "max"):
        yield f"thinking.{kind}: not supported at effort {effort}"


def _output_reasons(output: Mapping[str, Any]) -> Iterator[str]:
    if output.get("effort", "low") not in EFFORTS:
        yield "output_config.effort: unknown effort"
    schema = (output.get("format") or {}).get("schema")
    if schema is None:
        return
    nodes = list(_nodes(schema))
    for node in nodes:
        if node.get("type") == "object" and node.get("additionalProperties") is not False:
            yield "output_config.format.schema: additionalProperties must be false"
        yield from (
            f"output_config.format.schema: {word} is not supported"
            for word in UNSUPPORTED_IN_SCHEMAS
            if word in node
        )
        if node.get("minItems", 0) > 1:
            yield "output_config.format.schema: minItems above 1 is not supported"
    optional = sum(len(set(node.get("properties", {})) - set(node.get("required", []))) for node in nodes)
    unions = sum("anyOf" in node or isinstance(node.get("type"), list) for node in nodes)
    if optional > OPTIONAL_AT_MOST or unions > UNIONS_AT_MOST:
        yield "output_config.format.schema: Schema is too complex"


def _nodes(schema: object) -> Iterator[Mapping[str, Any]]:
    """The schema and every schema inside it; names of properties are not keywords."""
    if not isinstance(schema, Mapping):
        return
    yield schema
    for group in ("properties", "$defs"):
        for inner in (schema.get(group) or {}).values():
            yield from _nodes(inner)
    yield from _nodes(schema.get("items"))
    for group in ("anyOf", "allOf"):
        for inner in schema.get(group) or []:
            yield from _nodes(inner)
