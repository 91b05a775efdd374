"""Reading a reply, step by step: JSON, weeks, their number, the sessions of each, a correction where plain.

A reply is a compact draft (`w`) or a full program (`weeks`). What is wrong with it is named, for the
caller to ask the strong model again.
"""

import json
import re
from typing import Any

from pydantic import ValidationError

from core.generation.brief import PlanBrief
from core.generation.draft import PlanDraft
from core.generation.expand import expand
from core.generation.full_program import program_in
from core.generation.outcome import ReplyFault, WrittenPlan, check_language, check_weeks

__all__ = ["ReplyFault", "WrittenPlan", "json_in", "read_reply"]

READ_AT_MOST = 400_000
"""Characters of a reply that are looked at: a full program of 20 weeks has some 120 000."""
FENCE = re.compile(r"```[\w-]*\s*\n?(.*?)```", re.DOTALL)


def read_reply(text: str, brief: PlanBrief) -> WrittenPlan:
    """The plan in a reply; raises ReplyFault."""
    raw = json_in(text)
    if "w" in raw and "weeks" not in raw:
        return _from_draft(raw, brief)
    return program_in(raw, brief)


def json_in(text: str) -> dict[str, Any]:
    """The JSON object of a reply, with Markdown fences or prose around it; raises ReplyFault."""
    bare = text[:READ_AT_MOST].lstrip("\ufeff").strip()
    candidates = [bare, *(match.group(1).strip() for match in FENCE.finditer(bare)), _braced(bare)]
    for candidate in candidates:
        try:
            raw = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(raw, dict):
            return raw
    raise ReplyFault("invalid_json", f"no JSON object in {len(text)} characters")


def _braced(text: str) -> str:
    return text[text.find("{") : text.rfind("}") + 1]


def _from_draft(raw: dict[str, Any], brief: PlanBrief) -> WrittenPlan:
    check_weeks(raw.get("w"), brief)
    try:
        draft = PlanDraft.model_validate(raw)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ReplyFault("invalid_json", f"the draft does not hold what was asked for at {where}") from None
    check_language(" ".join(draft.texts), brief)
    made = expand(draft, brief)
    return WrittenPlan(made.program, made.changed_sessions, made.worded_weeks)
