"""What a session of calisthenics keeps: order, gates, bounded holds, wrists."""

from collections.abc import Iterator

from core.catalogue.reading import exercise
from core.coaches.breach import Breach, breach
from core.coaches.calisthenics.parts import WRISTS
from core.coaches.calisthenics.skills import skills, standing
from core.coaches.picking import can_do
from core.coaches.request import SessionRequest
from core.coaches.session import Block, CoachSession

HOLD_MOST_S, TENSION_MOST_S = 60.0, 180.0
"""One hold, and all holds of one skill step in a session."""
SKILL_PATTERNS = frozenset({"hold"})


def find_order(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Skill first and trunk last: the step of the focus never comes after trunk work."""
    skill = skills().get(session.focus)
    now = standing(skill, request) if skill else None
    tired = False
    for place, block in enumerate(session.blocks):
        if block.role not in ("main", "accessory"):
            continue
        if tired and now is not None and now.step in [item.exercise for item in block.items]:
            yield breach("calisthenics_order", place, now.step)
        tired = tired or _trunk_only(block)


def find_gate(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A step whose gate is still closed."""
    skill = skills().get(session.focus)
    now = standing(skill, request) if skill else None
    for place, block in enumerate(session.blocks):
        for item in block.items:
            if now is not None and item.exercise in now.shut:
                yield breach("calisthenics_gate", place, item.exercise)


def find_holds(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Holds longer than they stay clean, one by one or in all."""
    for place, block in enumerate(session.blocks):
        for item in block.items:
            if exercise(item.exercise).pattern not in SKILL_PATTERNS or item.measure != "seconds":
                continue
            total = block.rounds * item.sets * item.amount
            if item.amount > HOLD_MOST_S or total > TENSION_MOST_S:
                yield breach("calisthenics_hold", place, item.exercise, seconds=item.amount, total=total)


def find_wrists(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Weight on the hands without wrists made ready."""
    skill = skills().get(session.focus)
    now = standing(skill, request) if skill else None
    ready = {item.exercise for block in session.blocks if block.role == "warm_up" for item in block.items}
    possible = any(can_do(one, request) for one in WRISTS)
    if now is not None and now.skill.wrists and possible and not ready & set(WRISTS):
        yield breach("calisthenics_wrists")


RULES = (find_order, find_gate, find_holds, find_wrists)


def _trunk_only(block: Block) -> bool:
    return all(exercise(item.exercise).pattern == "core" for item in block.items)
