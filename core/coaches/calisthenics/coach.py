"""The coach of calisthenics: the skill while fresh, the strength behind it, endurance, trunk."""

from dataclasses import replace
from typing import ClassVar

from core.athlete import Level
from core.catalogue.exercise import Exercise
from core.catalogue.reading import exercise
from core.coaches.calisthenics.parts import (
    endurance_part,
    legs_part,
    readying,
    skill_part,
    strength_part,
    trunk_part,
)
from core.coaches.calisthenics.rules import RULES
from core.coaches.calisthenics.skills import Skill, Standing, current_step, skills, standing
from core.coaches.checks import Rule
from core.coaches.coach import Coach
from core.coaches.extras import filled
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer
from core.coaches.opening import Region, work_s
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Scaling
from core.coaches.timing import CHANGE_S, blocks_s

RPE: dict[Level, float] = {Level.BEGINNER: 6.0, Level.INTERMEDIATE: 7.0, Level.ADVANCED: 7.0}
SKILL_SHARE, STRENGTH_SHARE, LEGS_SHARE, ENDURANCE_SHARE = 0.40, 0.45, 0.4, 0.5
"""Of the room, then of what is left each time; trunk takes the rest."""
SECOND_SKILL_FROM_S = 2400.0
READY_S = 15.0
"""What a readying drill adds to a warm-up that is already as long as usual."""
SHORTER_LEAD_MIN, LEAD_LEAST_MIN = 1.0, 1.5
PAIRS: dict[str, str] = {
    "push-up": "l-sit", "pull-up": "handstand", "dip": "l-sit", "muscle-up": "handstand",
    "front-lever": "handstand", "back-lever": "planche", "planche": "front-lever", "handstand": "pistol",
    "pistol": "handstand", "l-sit": "push-up",
}  # fmt: skip
"""What goes well behind a skill in a long session: another place, so that both stay fresh."""


FOCUS_KEY = "coaches-calisthenics-focus-"


class Calisthenics(Coach):
    """Skills in steps; see the frame for what each method owes."""

    name: ClassVar[CoachName] = "calisthenics"
    focuses: ClassVar[tuple[str, ...]] = (
        "pull-up", "push-up", "dip", "handstand", "l-sit", "pistol", "muscle-up", "front-lever", "back-lever",
        "planche",
    )  # fmt: skip
    rules: ClassVar[tuple[Rule, ...]] = RULES

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The session of a skill, or of what leads to it; an Offer where neither can be done."""
        focus = request.focus or self.focus_for(request)
        now = standing(skills()[focus], request)
        return self._instead(focus, request) if now is None else _session(focus, now, request)

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Calisthenics up to the open steps, and the movements behind them."""
        skill = skills().get(request.focus or "")
        if skill is not None and exercise.id in skill.steps:
            now = standing(skill, request)
            return now is not None and exercise.id not in now.shut
        own = exercise.discipline == "calisthenics" and exercise.pattern != "hold"
        return own or exercise.id in BESIDE

    def focus_for(self, request: SessionRequest) -> str:
        """By rotation among the skills that this runner can be given a step of."""
        open_now = [name for name in self.focuses if current_step(skills()[name], request) is not None]
        return open_now[request.rotation % len(open_now)] if open_now else self.focuses[0]

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """Rests between rounds only, and words without figures that a model's sets would belie."""
        blocks = tuple(_mended(block) for block in session.blocks)
        return replace(session, blocks=blocks)

    def _instead(self, focus: str, request: SessionRequest) -> Offer:
        """Other skills: nothing but what hurts keeps every way to a skill closed."""
        others = [name for name in self.focuses if current_step(skills()[name], request) is not None]
        text = phrase("coaches-calisthenics-offer-injury", skill_key=f"{FOCUS_KEY}{focus}")
        return Offer(
            "injury",
            text,
            tuple(
                Alternative(phrase(f"{FOCUS_KEY}{name}"), request.changed(focus=name)) for name in others[:3]
            ),
        )


BESIDE = frozenset(
    {
        "split-squat", "single-leg-glute-bridge", "glute-bridge", "bird-dog", "band-row", "dumbbell-row",
        "walking-lunge", "bodyweight-squat", "step-up", "plank", "side-plank", "dead-bug",
        "plank-shoulder-tap", "clamshell", "side-lying-leg-raise",
    }
)  # fmt: skip
"""Movements of other tables that stand behind a skill."""


def _session(focus: str, now: Standing, request: SessionRequest) -> CoachSession:
    ready = readying(now.skill, request, wrists=_on_hands(focus, request))
    parts = _parts(focus, now, request, work_s(request) - len(ready) * READY_S)
    region: Region = "legs" if focus == "pistol" else "upper"
    blocks = _readied(filled(request, parts, region), ready)
    rpe = RPE[request.level]
    return CoachSession(
        coach="calisthenics",
        focus=focus,
        level=request.level,
        minutes=request.minutes,
        title=phrase("coaches-calisthenics-title", step_exercise=now.step),
        purpose=_purpose(now),
        blocks=blocks,
        rpe=rpe,
        load=load_figures(request.minutes, rpe),
        leg_load=leg_load(blocks),
        notes=(*_way_notes(focus, now), *_notes(now.skill, now.step)),
        scaling=_scaling(now.skill, now.step),
    )


def _purpose(now: Standing) -> Phrase:
    key = "coaches-calisthenics-purpose-way" if now.way else "coaches-calisthenics-purpose"
    return phrase(key, step_small_exercise=now.step)


def _readied(blocks: tuple[Block, ...], ready: tuple[Item, ...]) -> tuple[Block, ...]:
    """The warm-up with joints made ready at its end, in the time of its first minutes and of like drills."""
    if not ready:
        return blocks
    wanted = {one.exercise for one in ready}
    lead, *drills = (one for one in blocks[0].items if one.exercise not in wanted)
    if lead.measure == "minutes":
        lead = replace(lead, amount=max(lead.amount - SHORTER_LEAD_MIN, LEAD_LEAST_MIN))
    return (replace(blocks[0], items=(lead, *drills, *ready)), *blocks[1:])


def _on_hands(focus: str, request: SessionRequest) -> bool:
    """Whether a second skill of a long session puts weight on the hands."""
    return work_s(request) >= SECOND_SKILL_FROM_S and skills()[PAIRS[focus]].wrists


def _parts(focus: str, now: Standing, request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    parts: list[Block | None] = [_first(now, request, SKILL_SHARE * room_s)]
    if room_s >= SECOND_SKILL_FROM_S:
        parts.append(_second(focus, request, _left(room_s, parts) * SKILL_SHARE))
    parts.append(strength_part(now, request, STRENGTH_SHARE * _left(room_s, parts)))
    shut = now.shut
    if room_s >= SECOND_SKILL_FROM_S:
        parts.append(legs_part(request, LEGS_SHARE * _left(room_s, parts), _busy(parts) | shut))
    parts.append(endurance_part(request, ENDURANCE_SHARE * _left(room_s, parts), _busy(parts) | shut))
    parts.append(trunk_part(now.skill, request, _left(room_s, parts), _busy(parts) | shut))
    return tuple(part for part in parts if part is not None)


def _first(now: Standing, request: SessionRequest, seconds: float) -> Block:
    part = skill_part(now.skill, now.step, request, seconds)
    return replace(part, title=phrase("coaches-calisthenics-part-way")) if now.way else part


def _second(focus: str, request: SessionRequest, seconds: float) -> Block | None:
    other = skills()[PAIRS[focus]]
    step = current_step(other, request)
    if step is None or step in skills()[focus].steps:
        return None
    return skill_part(other, step, request, seconds)


def _left(room_s: float, parts: list[Block | None]) -> float:
    return room_s - sum(blocks_s((part,)) + CHANGE_S for part in parts if part is not None)


def _busy(parts: list[Block | None]) -> frozenset[str]:
    return frozenset(item.exercise for part in parts if part is not None for item in part.items)


def _mended(block: Block) -> Block:
    if block.role not in ("main", "accessory"):
        return block
    if block.format == "sets":
        return replace(block, how=phrase("coaches-calisthenics-plain-skill"))
    return replace(block, items=tuple(replace(one, rest_s=0.0) for one in block.items))


def _way_notes(focus: str, now: Standing) -> tuple[Phrase, ...]:
    """Why it is not the skill itself, and what leads to it."""
    if now.way is None:
        return ()
    before = skills()[focus].before
    figures = {"skill_key": f"{FOCUS_KEY}{focus}", "step_small_exercise": now.step}
    if now.way == "before":
        figures["before_key"] = f"{FOCUS_KEY}{before}"
    return (phrase(f"coaches-calisthenics-note-way-{now.way}", **figures),)


def _notes(skill: Skill, step: str) -> tuple[Phrase, ...]:
    gate, after = skill.gate(step), skill.after(step)
    notes = [phrase("coaches-calisthenics-note-clean")]
    if after is not None:
        unit = "hold" if exercise(step).measure == "seconds" else "reps"
        notes.insert(
            0,
            phrase(
                f"coaches-calisthenics-note-gate-{unit}",
                sets=gate.sets,
                amount=gate.amount,
                after_small_exercise=after,
            ),
        )
    if skill.shoulder_extension:
        notes.append(phrase("coaches-calisthenics-note-shoulder"))
    return tuple(notes)


def _scaling(skill: Skill, step: str) -> tuple[Scaling, ...]:
    place = skill.steps.index(step)
    harder = Scaling("rx", phrase("coaches-calisthenics-scale-fresh"))
    if place == 0:
        return (harder, Scaling("beginner", phrase("coaches-calisthenics-scale-half")))
    before = phrase("coaches-calisthenics-scale-before", before_small_exercise=skill.steps[place - 1])
    return (harder, Scaling("beginner", before))
