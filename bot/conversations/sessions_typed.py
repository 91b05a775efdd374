"""Words that are typed while a question of /session is open: an answer, or what is expected instead."""

from collections.abc import Mapping
from datetime import timedelta

from bot.conversations import sessions
from bot.conversations.sessions_memory import recall
from bot.turn import Turn
from core.coaches.wishing import Step, Wish
from core.coaches.wishing import answered as with_answer
from core.dialogue.phrases import choice_named
from core.failure import Failure

ANSWER_WITHIN = timedelta(minutes=30)
"""A typed text answers an open question this long; later it means something else."""
WORDS_OF_AN_ANSWER: Mapping[Step, int] = {"minutes": 4, "level": 3, "equipment": 12, "focus": 5, "sex": 1}
"""Longer texts mean something else."""


async def answered(turn: Turn) -> bool:
    """Take typed words that answer the open question of a wish; False for any other, or without one."""
    wish = await _open_wish(turn)
    step = wish.next_step if wish else None
    if wish is None or step is None or len(turn.incoming.text.split()) > WORDS_OF_AN_ANSWER[step]:
        return False
    if isinstance(with_answer(wish, step, turn.incoming.text), Failure):
        return False
    await _take_typed(turn, wish, step)
    return True


async def remarked(turn: Turn) -> bool:
    """Say what is expected where nothing else could be made of the words; False without an open question."""
    wish = await _open_wish(turn)
    step = wish.next_step if wish else None
    if wish is None or step is None or choice_named("menu", turn.incoming.text) is not None:
        return False
    await _take_typed(turn, wish, step)
    return True


async def _open_wish(turn: Turn) -> Wish | None:
    """The wish that a question is open for, as long as typed words may be meant for it."""
    async with turn.services.database.reading() as connection:
        memory, _version, at = await recall(connection, turn.runner.id)
    return memory.open if at is not None and turn.now - at <= ANSWER_WITHIN else None


async def _take_typed(turn: Turn, wish: Wish, step: Step) -> None:
    async with turn.saving() as save:
        memory, _version, _at = await recall(save.connection, turn.runner.id)
        await sessions.take(turn, save, memory, wish, step, turn.incoming.text)
