"""How a movement is done: by its name (/exercise), or from a button of a session."""

from bot.conversations.showing import alert
from bot.illustrations.pictures import pictures_of
from bot.messages import SendText
from bot.turn import Turn
from bot.views.movements import ask_for_name, movement_card, not_found, which_one
from core.catalogue.finding import find
from core.catalogue.reading import catalogue

SURE = 99.0  # rapidfuzz-like score from which the best match needs no asking
AHEAD = 5.0  # or so many points before the second
NAME_AT_MOST = 80


async def show_movement(turn: Turn) -> None:
    """/exercise NAME: its picture, or the names that come near."""
    text = " ".join(turn.incoming.args.split())[:NAME_AT_MOST]
    matches = find(text, turn.words.language)
    if matches and _is_clear([match.score for match in matches]):
        await _send(turn, matches[0].exercise.id)
        return
    if not text:
        screen = ask_for_name(turn.words)
    elif matches:
        screen = which_one(matches, turn.words)
    else:
        screen = not_found(text, turn.words)
    async with turn.saving() as save:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def tapped(turn: Turn) -> None:
    """A button il:<exercise>: the picture as a new message, so that the session stays where it is."""
    exercise_id = turn.incoming.data.partition(":")[2]
    if exercise_id not in catalogue():
        await alert(turn, "movement-gone")
        return
    await _send(turn, exercise_id)


async def _send(turn: Turn, exercise_id: str) -> None:
    card = movement_card(exercise_id, turn.words, pictures_of(turn.services.settings))
    async with turn.saving() as save:
        await save.say(card)


def _is_clear(scores: list[float]) -> bool:
    return scores[0] >= SURE or len(scores) == 1 or scores[0] - scores[1] >= AHEAD
