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
from core.coaches.calisthenics.skills import Skill, closed_steps, current_step, skills
from core.coaches.checks import Rule
from core.coaches.coach import Coach
from core.coaches.extras import filled
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer, OfferCode
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


class Calisthenics(Coach):
    """Skills in steps; see the frame for what each method owes."""

    name: ClassVar[CoachName] = "calisthenics"
    focuses: ClassVar[tuple[str, ...]] = (
        "pull-up", "push-up", "dip", "handstand", "l-sit", "pistol", "muscle-up", "front-lever", "back-lever",
        "planche",
    )  # fmt: skip
    rules: ClassVar[tuple[Rule, ...]] = RULES

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The session of a skill, or of the one that comes before it; an Offer where neither can be done."""
        focus = request.focus or self.focus_for(request)
        skill = skills()[focus]
        step = current_step(skill, request)
        if step is None:
            return self._instead(focus, skill, request)
        return _session(focus, skill, step, request)

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Calisthenics up to the open steps, and the movements behind them."""
        skill = skills().get(request.focus or "")
        if skill is not None and exercise.id in skill.steps:
            now = current_step(skill, request)
            return now is not None and skill.steps.index(exercise.id) <= skill.steps.index(now)
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

    def _instead(self, focus: str, skill: Skill, request: SessionRequest) -> Offer:
        code: OfferCode = "injury" if _hurts(skill, request) else _lacking(skill, request)
        wanted = [skill.before] if skill.before else []
        others = [
            name
            for name in dict.fromkeys((*wanted, *self.focuses))
            if name != focus and current_step(skills()[name], request) is not None
        ]
        label = "coaches-calisthenics-focus-"
        text = phrase(f"coaches-calisthenics-offer-{code.replace('_', '-')}", skill_key=f"{label}{focus}")
        return Offer(
            code,
            text,
            tuple(Alternative(phrase(f"{label}{name}"), request.changed(focus=name)) for name in others[:3]),
        )


BESIDE = frozenset(
    {
        "split-squat", "single-leg-glute-bridge", "glute-bridge", "bird-dog", "band-row", "dumbbell-row",
        "walking-lunge", "bodyweight-squat", "step-up", "plank", "side-plank", "dead-bug",
        "plank-shoulder-tap", "clamshell", "side-lying-leg-raise",
    }
)  # fmt: skip
"""Movements of other tables that stand behind a skill."""


def _session(focus: str, skill: Skill, step: str, request: SessionRequest) -> CoachSession:
    ready = readying(skill, request, wrists=_on_hands(focus, request))
    parts = _parts(focus, skill, step, request, work_s(request) - len(ready) * READY_S)
    region: Region = "legs" if focus == "pistol" else "upper"
    blocks = _readied(filled(request, parts, region), ready)
    rpe = RPE[request.level]
    return CoachSession(
        coach="calisthenics",
        focus=focus,
        level=request.level,
        minutes=request.minutes,
        title=phrase("coaches-calisthenics-title", step_exercise=step),
        purpose=phrase("coaches-calisthenics-purpose", step_exercise=step),
        blocks=blocks,
        rpe=rpe,
        load=load_figures(request.minutes, rpe),
        leg_load=leg_load(blocks),
        notes=_notes(skill, step),
        scaling=_scaling(skill, step),
    )


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


def _parts(focus: str, skill: Skill, step: str, request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    parts: list[Block | None] = [skill_part(skill, step, request, SKILL_SHARE * room_s)]
    if room_s >= SECOND_SKILL_FROM_S:
        parts.append(_second(focus, request, _left(room_s, parts) * SKILL_SHARE))
    parts.append(strength_part(skill, step, request, STRENGTH_SHARE * _left(room_s, parts)))
    shut = closed_steps(skill, request)
    if room_s >= SECOND_SKILL_FROM_S:
        parts.append(legs_part(request, LEGS_SHARE * _left(room_s, parts), _busy(parts) | shut))
    parts.append(endurance_part(request, ENDURANCE_SHARE * _left(room_s, parts), _busy(parts) | shut))
    parts.append(trunk_part(skill, request, _left(room_s, parts), _busy(parts) | shut))
    return tuple(part for part in parts if part is not None)


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
                after_exercise=after,
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
    before = phrase("coaches-calisthenics-scale-before", before_exercise=skill.steps[place - 1])
    return (harder, Scaling("beginner", before))


def _hurts(skill: Skill, request: SessionRequest) -> bool:
    """Whether the skill would be open without what hurts."""
    return current_step(skill, request.changed(hurt=frozenset())) is not None


def _lacking(skill: Skill, request: SessionRequest) -> OfferCode:
    """Whether equipment or level keeps the skill closed."""
    everything = frozenset(thing for step in skill.steps for thing in exercise(step).equipment)
    with_all = request.changed(equipment=request.equipment | everything)
    return "no_equipment" if current_step(skill, with_all) is not None else "level"
