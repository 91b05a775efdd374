"""The compact reply: choices and words for a plan whose numbers are the engine's."""

from typing import Any

from pydantic import BaseModel, ConfigDict

MOST_TEXTS = 8  # of a list, whatever the reply holds


class DraftModel(BaseModel):
    """Every key is required: optional ones cost the API's grammar more, and a gap would go unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DraftWeek(DraftModel):
    """`k`: one menu code for each quality day, joined; `f`: focus; `n`: note."""

    k: str
    f: str
    n: str


class PlanDraft(DraftModel):
    """`s`: what the runner sees first (philosophy); `p`: purpose of each phase; `w`: weeks in order;
    `n`, `r`, `m`: tips on food, recovery and mind."""

    s: str
    p: tuple[str, ...]
    w: tuple[DraftWeek, ...]
    n: tuple[str, ...]
    r: tuple[str, ...]
    m: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the draft."""
        weeks = (text for week in self.w for text in (week.f, week.n))
        return (self.s, *self.p, *weeks, *self.n, *self.r, *self.m)


FIRST_VISIBLE_KEY = "s"
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


DRAFT_SCHEMA: dict[str, Any] = _object(
    s=_TEXT,
    p=_TEXTS,
    w={"type": "array", "items": _object(k=_TEXT, f=_TEXT, n=_TEXT)},
    n=_TEXTS,
    r=_TEXTS,
    m=_TEXTS,
)
"""`PlanDraft` as the API takes it; written out, for every byte that changes makes the API compile it anew."""
