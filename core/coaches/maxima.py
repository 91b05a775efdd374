"""The one-repetition maximum of the main lift: asked once, where no set tells it."""

from collections.abc import Collection
from dataclasses import replace

from core.coaches.force.prilepin import is_bar
from core.coaches.one_rep_max import one_rep_max_kg
from core.coaches.registry import coach
from core.coaches.request import History, SessionRequest
from core.coaches.session import Block, CoachSession

NOTE_NO_MAXIMUM = "coaches-force-note-no-maximum"


def lift_to_ask(session: CoachSession, history: History, asked: Collection[str]) -> str | None:
    """The first heavy lift whose maximum nobody knows and nobody was asked for; strength sessions only."""
    if session.coach != "force":
        return None
    heavy = (item for item in session.items if item.load.percent_1rm is not None and not item.ramp)
    lift = next((item for item in heavy if is_bar(item.exercise)), None)
    if lift is None or lift.exercise in asked or one_rep_max_kg(lift.exercise, history) is not None:
        return None
    return lift.exercise


def with_maximum(session: CoachSession, request: SessionRequest, exercise: str, kg: float) -> CoachSession:
    """The session with the loads that a maximum gives; as it was where that would break a rule."""
    known = History(
        request.history.sets,
        {**request.history.one_rep_max_kg, exercise: kg},
        request.history.mastered,
        request.history.recent_sessions,
    )
    with_history = request.changed(history=known, focus=session.focus)
    # The sets that lead up to the load are reckoned anew with it.
    bare = replace(session, blocks=tuple(_without_ramp(block) for block in session.blocks))
    loaded = coach(session.coach).mend(bare, with_history)
    if coach(session.coach).check(loaded, with_history):
        return session
    is_known = all(item.load.kg is not None for item in loaded.items if is_bar(item.exercise))
    notes = tuple(note for note in loaded.notes if not is_known or note.key != NOTE_NO_MAXIMUM)
    return replace(loaded, notes=notes)


def _without_ramp(block: Block) -> Block:
    return replace(block, items=tuple(item for item in block.items if not item.ramp))
