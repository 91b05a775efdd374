"""Changing weeks of a plan that runs: moving, easing, skipping, days off, a lighter week, a week again.

Every change is judged by the rules of plans: what would break one that held before is not offered.
"""

from core.week_changes.changes import (
    MEASURED_RULES,
    Change,
    ChangedPlan,
    Exchange,
    on_day_of,
    volume_km,
)
from core.week_changes.moving import Place, free_days, move_session, places_for
from core.week_changes.proposing import propose
from core.week_changes.requests import (
    Away,
    Ease,
    LightenWeek,
    Move,
    Pause,
    Proposal,
    Refusal,
    Request,
    Skip,
)
from core.week_changes.sizing import shortened
from core.week_changes.weeks import lighten, repeat_week

__all__ = [
    "MEASURED_RULES",
    "Away",
    "Change",
    "ChangedPlan",
    "Ease",
    "Exchange",
    "LightenWeek",
    "Move",
    "Pause",
    "Place",
    "Proposal",
    "Refusal",
    "Request",
    "Skip",
    "free_days",
    "lighten",
    "move_session",
    "on_day_of",
    "places_for",
    "propose",
    "repeat_week",
    "shortened",
    "volume_km",
]
