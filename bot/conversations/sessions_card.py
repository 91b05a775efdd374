"""The card of a coach's session: its detail, thumbs, another one, and the start."""

from datetime import date, timedelta

from bot.conversations import session_player, sessions
from bot.conversations.sessions_making import show_card
from bot.conversations.sessions_memory import recall
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.views import coach_card as view
from bot.views.enrichment import REASONS
from bot.views.settings import Screen
from core.coaches.registry import COACHES
from core.dialogue.phrases import choice_named
from storage import coach_sessions, dialogues, ratings
from storage.coach_sessions import StoredCoachSession

RATING_KIND = "coach-rating"
ANSWER_WITHIN = timedelta(hours=1)


async def tapped(turn: Turn) -> None:
    """A button of a card: cc:<session>:<action>:<value>."""
    _prefix, session_id, action, *values = (*turn.incoming.data.split(":"), "", "")
    problem: str | None = "coach-gone"
    async with turn.saving() as save:
        stored = await _stored(turn, save, session_id)
        if stored is not None:
            problem = await _act(turn, save, stored, action, values)
    if problem is not None:
        await alert(turn, problem)


async def answered(turn: Turn) -> bool:
    """Take a text as the reason of a thumb down that was just given; False without one."""
    runner_id, text = turn.runner.id, " ".join(turn.incoming.text.split())
    async with turn.services.database.reading() as connection:
        asked = await dialogues.load(connection, runner_id, RATING_KIND)
    if asked is None or not text or choice_named("menu", text) is not None:
        return False
    async with turn.saving() as save:
        await dialogues.close(save.connection, runner_id, RATING_KIND)
        if turn.now - asked.updated_at_utc <= ANSWER_WITHIN:
            name, session_id = str(asked.state["coach"]), int(asked.state["session_id"])
            await ratings.explain(save.connection, runner_id, name, session_id, comment=text, now=turn.now)
            await save.say(SendText(html=turn.words("enrichment-thanks-down")))
            return True
    return False


async def _stored(turn: Turn, save: Save, session_id: str) -> StoredCoachSession | None:
    if not (session_id.isascii() and session_id.isdecimal()) or len(session_id) > 18:
        return None
    return await coach_sessions.find(save.connection, turn.runner.id, int(session_id))


async def _act(  # noqa: PLR0911  # one line a button
    turn: Turn, save: Save, stored: StoredCoachSession, action: str, values: list[str]
) -> str | None:
    """Do what a button says; the text that tells why it cannot be done."""
    match action:
        case "card":
            await show_card(turn, save, stored)
        case "notes":
            await show(turn, save, view.notes_screen(stored, turn.words))
        case "detail":
            page = int(values[0]) if values[0].isdecimal() else 0
            await show(turn, save, view.detail_screen(stored, page, turn.words))
        case "start":
            return await session_player.start(turn, save, stored)
        case "max":
            return await session_player.take_max(turn, save, stored, values[0], values[1])
        case "other" | "edit":
            return await _ask_again(turn, save, stored, changes=action == "edit")
        case "up" | "down" | "why":
            return await _rate(turn, save, stored, action, values[0])
        case "moveto" | "leave":
            return await _decide_day(turn, save, stored, action, values[0])
        case _:
            return "coach-gone"
    return None


async def _ask_again(turn: Turn, save: Save, stored: StoredCoachSession, *, changes: bool) -> str | None:
    """Another session of the same wish in the place of this one, or the wish asked anew."""
    if stored.status == "running":
        return "coach-started"
    memory, _version, _at = await recall(save.connection, turn.runner.id)
    if changes:
        await sessions.ask_anew(turn, save, memory, stored.coach)
        return None
    if stored.status == "planned":
        await coach_sessions.leave(save.connection, turn.runner.id, stored.id, now=turn.now)
    await sessions.make(turn, save, memory, stored.wish)
    return None


async def _rate(turn: Turn, save: Save, stored: StoredCoachSession, action: str, reason: str) -> str | None:
    connection, runner_id, words = save.connection, turn.runner.id, turn.words
    if (
        stored.enrichment is None
        or stored.coach not in COACHES
        or (action == "why" and reason not in REASONS)
    ):
        return "enrichment-not-yet"
    thumb: ratings.Thumb = 1 if action == "up" else -1
    source = stored.enrichment.source
    await ratings.rate(connection, runner_id, stored.coach, stored.id, thumb, source, now=turn.now)
    if action == "down":
        state = {"coach": stored.coach, "session_id": stored.id}
        await dialogues.save(connection, runner_id, RATING_KIND, state, now=turn.now)
        await show(turn, save, view.reasons_screen(stored, words))
        return None
    await dialogues.close(connection, runner_id, RATING_KIND)
    key = "enrichment-thanks-up"
    if action == "why":
        key = "enrichment-thanks-down"
        await ratings.explain(connection, runner_id, stored.coach, stored.id, reason=reason, now=turn.now)
    await show(turn, save, view.thanks_screen(stored, key, words))
    return None


async def _decide_day(
    turn: Turn, save: Save, stored: StoredCoachSession, action: str, written: str
) -> str | None:
    """A session that a run's new day came too near to: another day, or none."""
    connection, runner_id = save.connection, turn.runner.id
    if action == "leave":
        if not await coach_sessions.leave(connection, runner_id, stored.id, now=turn.now):
            return "coach-gone"
        await show(turn, save, Screen(turn.words("coach-left-out"), ()))
        return None
    day = _date(written)
    if day is None or not await coach_sessions.put_off(connection, runner_id, stored.id, day, now=turn.now):
        return "coach-started"
    await show(turn, save, view.moved_screen(stored, day, turn.words))
    return None


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
