"""/session: a session with one of the five coaches, in a few taps or in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.conversations import sessions_making as making
from bot.conversations.days import today_of
from bot.conversations.sessions_making import Around, keep_and_show, show_card
from bot.conversations.sessions_memory import Memory, recall, remember
from bot.conversations.showing import alert, show
from bot.turn import Save, Turn
from bot.views import coach_wish as view
from bot.views.settings import Screen
from core.coaches.fresh_legs import LegsFirst
from core.coaches.offer import Offer
from core.coaches.registry import COACHES, make_session
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import CoachSession
from core.coaches.wishing import STEPS, Step, Wish, wish_of
from core.coaches.wishing import answered as with_answer
from core.failure import Failure
from storage import coach_sessions

SEX_OF_SETTINGS: Mapping[str, str] = {"female": "women", "male": "men"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session with the wish and the request it was made for."""

    wish: Wish
    request: SessionRequest
    session: CoachSession


async def show_session(turn: Turn) -> None:
    """/session: who coaches; first of all what is going on, or the same as last time."""
    async with turn.saving() as save:
        memory, _version, _at = await recall(save.connection, turn.runner.id)
        await _say_home(turn, save, memory)


async def tapped(turn: Turn) -> None:
    """A button of a wish: cs:<version>:<action>:<values>."""
    _prefix, version, action, *values = (*turn.incoming.data.split(":"), "", "")
    is_old = False
    async with turn.saving() as save:
        memory, known, _at = await recall(save.connection, turn.runner.id)
        if version != str(known) or not await _act(turn, save, memory, action, values):
            is_old = True
    if is_old:
        await alert(turn, "coach-stale")


async def _act(turn: Turn, save: Save, memory: Memory, action: str, values: list[str]) -> bool:
    """Do what a button says; False for one that is forged or has nothing to act on."""
    name = next((one for one in COACHES if one == values[0]), None)
    wish = memory.open
    if action == "home":
        await _say_home(turn, save, memory)
    elif action == "latest":
        return await _show_latest(turn, save)
    elif action == "coach" and name:
        await _choose_coach(turn, save, memory, name)
    elif action == "again" and name in memory.kept:
        await make(turn, save, memory, memory.kept[name])
    elif action == "change" and name:
        await _ask(turn, save, memory, _begun(turn, name))
    elif wish is not None:
        return await _act_on(turn, save, memory, wish, action, values)
    else:
        return False
    return True


async def _act_on(turn: Turn, save: Save, memory: Memory, wish: Wish, action: str, values: list[str]) -> bool:
    """The buttons that need an open wish."""
    step = next((one for one in STEPS if one == values[0]), None)
    if action == "set" and step:
        await take(turn, save, memory, wish, step, values[1])
    elif action == "back":
        await _step_back(turn, save, memory, wish)
    elif action == "more" and wish.next_step is not None:
        await _ask(turn, save, memory, wish, page=int(values[0]) if values[0].isdecimal() else 0)
    elif action == "edit":
        await _ask(turn, save, memory, _begun(turn, wish.coach))
    elif action == "alt" and wish.next_step is None:
        return await _take_alternative(turn, save, memory, wish, values[0])
    elif action == "day" and wish.next_step is None:
        return await _put_off(turn, save, memory, wish, values[0])
    else:
        return False
    return True


# Asking


async def _say_home(turn: Turn, save: Save, memory: Memory) -> None:
    latest = await coach_sessions.latest(save.connection, turn.runner.id)
    fresh = memory.changed(open=None, asks_max=None)
    version = await remember(save.connection, turn.runner.id, fresh, now=turn.now)
    last = memory.kept.get(memory.last) if memory.last else None
    await show(turn, save, view.coaches_screen(version, last, latest, turn.words))


async def _show_latest(turn: Turn, save: Save) -> bool:
    """The session that is being done, where it stands; else the card of the last one."""
    from bot.conversations import session_player  # late: the player leads back here

    latest = await coach_sessions.latest(save.connection, turn.runner.id)
    if latest is None:
        return False
    if latest.status == "running":
        await session_player.show_player(turn, save, latest)
    else:
        await show_card(turn, save, latest)
    return True


async def _choose_coach(turn: Turn, save: Save, memory: Memory, name: CoachName) -> None:
    kept = memory.kept.get(name)
    if kept is None:
        await _ask(turn, save, memory, _begun(turn, name))
        return
    version = await remember(save.connection, turn.runner.id, memory.changed(open=None), now=turn.now)
    await show(turn, save, view.kept_screen(version, kept, turn.words))


def _begun(turn: Turn, name: CoachName) -> Wish:
    """A wish with what the settings know already."""
    sex = SEX_OF_SETTINGS.get(turn.runner.settings.sex or "")
    if name != "competitions" or sex is None:
        return Wish(name)
    found = with_answer(Wish(name), "sex", sex)
    return Wish(name) if isinstance(found, Failure) else found


async def take(turn: Turn, save: Save, memory: Memory, wish: Wish, step: Step, text: str) -> None:
    """One answer: the next question, the same one with what is expected, or the session."""
    found = with_answer(wish, step, text)
    if isinstance(found, Failure):
        await _ask(turn, save, memory, wish, remark=found.text(turn.words.language), step=step)
    elif found.next_step is None:
        await make(turn, save, memory, found)
    else:
        await _ask(turn, save, memory, found)


async def _step_back(turn: Turn, save: Save, memory: Memory, wish: Wish) -> None:
    """The question before; before the first one the coaches."""
    given = [step for step in STEPS if getattr(wish, step) is not None and step != "sex"]
    if not given:
        await _say_home(turn, save, memory)
        return
    values = {step: getattr(wish, step) for step in given[:-1]}
    await _ask(turn, save, memory, Wish(wish.coach, sex=wish.sex, **values))


async def _ask(
    turn: Turn,
    save: Save,
    memory: Memory,
    wish: Wish,
    *,
    remark: str = "",
    step: Step | None = None,
    page: int = 0,
) -> None:
    asked = step or wish.next_step or "minutes"
    version = await remember(save.connection, turn.runner.id, memory.changed(open=wish), now=turn.now)
    kept = memory.kept.get(wish.coach)
    screen = view.step_screen(version, wish, asked, turn.words, kept=kept, remark=remark, page=page)
    await show(turn, save, screen)


async def ask_anew(turn: Turn, save: Save, memory: Memory, name: CoachName) -> None:
    """Every question of a coach again, what was answered last time ticked."""
    await _ask(turn, save, memory, _begun(turn, name))


# Making


async def make(turn: Turn, save: Save, memory: Memory, wish: Wish) -> None:
    """The session of a whole wish, or what stands in its way."""
    about = await making.around(save.connection, turn, memory)
    if about.closed is not None:
        await remember(save.connection, turn.runner.id, memory.changed(open=None), now=turn.now)
        key = "coach-ill" if about.closed == "ill" else "coach-red-flag"
        await show(turn, save, Screen(turn.words(key), ()))
        return
    request = await making.asked_for(save.connection, turn, wish, about)
    found = making.found_for(request, about)
    if isinstance(found, CoachSession):
        await _give(turn, save, memory, Chosen(wish, request, found), about)
    else:
        await _offer(turn, save, memory, wish, found)


async def _offer(
    turn: Turn, save: Save, memory: Memory, wish: Wish, found: Offer | LegsFirst | Literal["trouble"]
) -> None:
    """What is possible instead."""
    words = turn.words
    version = await remember(save.connection, turn.runner.id, memory.changed(open=wish), now=turn.now)
    if isinstance(found, Offer):
        screen = view.offer_screen(version, found, words)
    elif isinstance(found, LegsFirst):
        days = (found.run.date - today_of(turn)).days
        screen = view.legs_screen(version, found, words, days_ahead=days)
    else:
        screen = view.trouble_screen(version, words)
    await show(turn, save, screen)


async def _give(
    turn: Turn,
    save: Save,
    memory: Memory,
    chosen: Chosen,
    about: Around,
    *,
    day: date | None = None,
    kept: Wish | None = None,
) -> None:
    """Remember the wish (or `kept` in its place) and show the session."""
    await remember(save.connection, turn.runner.id, memory.with_kept(kept or chosen.wish), now=turn.now)
    note = turn.words("coach-very-tired") if about.very_tired and day is None else ""
    await keep_and_show(turn, save, chosen.wish, chosen.request, chosen.session, day=day, note=note)


async def _take_alternative(turn: Turn, save: Save, memory: Memory, wish: Wish, number: str) -> bool:
    """One of the offers that were shown; the same wish gives the same ones again."""
    about = await making.around(save.connection, turn, memory)
    found = making.found_for(await making.asked_for(save.connection, turn, wish, about), about)
    others = found.alternatives if isinstance(found, Offer | LegsFirst) else ()
    chosen = next((one for place, one in enumerate(others) if str(place) == number), None)
    if chosen is None:
        return False
    session = _session_of(chosen.request)
    if session is None:
        return False
    other = wish_of(chosen.request, wish)
    # Light legs are for today: next time it is the wish itself again.
    kept = wish if isinstance(found, LegsFirst) else other
    await _give(turn, save, memory, Chosen(other, chosen.request, session), about, kept=kept)
    return True


async def _put_off(turn: Turn, save: Save, memory: Memory, wish: Wish, written: str) -> bool:
    """The session as it was wanted, on a day that does no harm."""
    about = await making.around(save.connection, turn, memory)
    request = await making.asked_for(save.connection, turn, wish, about)
    found = making.found_for(request, about)
    if not isinstance(found, LegsFirst) or found.free_day is None:
        return False
    session = _session_of(request)
    if session is None or found.free_day.isoformat() != written:
        return False
    await _give(turn, save, memory, Chosen(wish, request, session), about, day=found.free_day)
    return True


def _session_of(request: SessionRequest) -> CoachSession | None:
    made = make_session(request)
    return made if isinstance(made, CoachSession) else None
