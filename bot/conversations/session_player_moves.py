"""What a tap makes of a session being done: the player after it, and what is to be announced."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.views.coach_player import rest_before
from core.athlete import Language
from core.catalogue.reading import words_of
from core.coaches import player as playing
from core.coaches.player import Player, Step, current, item_of
from core.coaches.request import SessionRequest
from core.coaches.swapping import Reason, stand_in
from core.formatting import format_number
from storage.coach_sessions import StoredCoachSession

AMOUNT_AT_MOST, LOAD_AT_MOST_KG, ROUNDS_AT_MOST = 20_000.0, 500.0, 200


@dataclass(frozen=True, slots=True)
class Told:
    """A short sentence over the chat: a text of the bot with figures; `exercise` is told by its name."""

    key: str
    figures: Mapping[str, float] = field(default_factory=dict)
    exercise: str = ""

    def spoken(self, language: Language) -> dict[str, str]:
        """The variables of the text."""
        numbers = {name: format_number(value, language, 2) for name, value in self.figures.items()}
        return {**numbers, "movement": words_of(self.exercise, language).name} if self.exercise else numbers


@dataclass(frozen=True, slots=True)
class Moved:
    """The player after a tap; `is_turn` makes the buttons shown before old.

    `notice_at_utc` is when the end of a rest, or with `is_clock` of a clock, is announced.
    """

    player: Player
    is_turn: bool = True
    notice_at_utc: datetime | None = None
    is_clock: bool = False
    told: Told | None = None


def moved(
    stored: StoredCoachSession, request: SessionRequest, action: str, value: str, now: datetime
) -> Moved | None:
    """What becomes of the player; None for a button that is forged or does not fit where it stands."""
    session, player = stored.session, stored.player
    step = current(session, player)
    match action:
        case "show":
            return Moved(player, is_turn=False)
        case "resume" if player.is_stopped:
            return Moved(replace(player, is_stopped=False))
        case "stop" if step is not None:
            return Moved(playing.stop(player))
    return _at_step(stored, request, step, action, value, now) if step is not None else None


def rested(stored: StoredCoachSession) -> StoredCoachSession:
    """The session as it will stand once the rest is over."""
    return replace(stored, player=playing.rest_until(stored.player, None))


def _at_step(
    stored: StoredCoachSession,
    request: SessionRequest,
    step: Step,
    action: str,
    value: str,
    now: datetime,
) -> Moved | None:
    player, found = stored.player, None
    match action:
        case "done":
            found = _with_rest(stored, playing.finish_step(stored.session, player, now), step, now)
        case "skip":
            found = Moved(playing.skip(stored.session, player))
        case "rest" if rest_before(stored) and player.rest_until_utc is None:
            found = _resting(replace(player, rings=True), rest_before(stored), now, is_turn=False)
        case "quiet":
            found = Moved(replace(player, rings=False, rest_until_utc=None))
        case "kg" | "am" | "round":
            found = _dialled(stored, step, action, value)
        case "clock" if player.clock_from_utc is None and _has_clock(stored, step):
            found = _clocked(stored, step, now)
        case "swapto" if step.kind == "set" and value in ("equipment", "pain"):
            found = _swapped(stored, request, step, "pain" if value == "pain" else "equipment")
    return found


def _with_rest(stored: StoredCoachSession, after: Player, step: Step, now: datetime) -> Moved:
    """On to the next step; who wants to be called is called at the end of the rest."""
    following = current(stored.session, after)
    same_block = following is not None and following.block == step.block
    if after.rings and step.kind == "set" and step.rest_s and same_block:
        return _resting(after, step.rest_s, now, is_turn=True)
    return Moved(after)


def _resting(player: Player, rest_s: float, now: datetime, *, is_turn: bool) -> Moved:
    until = now + timedelta(seconds=rest_s)
    return Moved(playing.rest_until(player, until), is_turn=is_turn, notice_at_utc=until)


def _has_clock(stored: StoredCoachSession, step: Step) -> bool:
    return step.kind == "clock" or playing.is_timed(stored.session.blocks[step.block])


def _clocked(stored: StoredCoachSession, step: Step, now: datetime) -> Moved:
    minutes = stored.session.blocks[step.block].minutes
    end = now + timedelta(minutes=minutes) if minutes is not None else None
    return Moved(playing.begin_clock(stored.player, now), notice_at_utc=end, is_clock=True)


def _dialled(stored: StoredCoachSession, step: Step, action: str, value: str) -> Moved | None:
    """A load, an amount or a count of rounds, named whole: the same tap twice says the same."""
    number = _number(value)
    if number is None:
        return None
    session, player = stored.session, stored.player
    if action == "round" and step.kind == "clock" and number <= ROUNDS_AT_MOST:
        return Moved(playing.count_rounds(player, int(number)), is_turn=False)
    if action == "kg" and step.kind == "set" and number <= LOAD_AT_MOST_KG:
        told = Told("coach-player-load-noted", {"kg": number})
        return Moved(playing.choose_load(session, player, number), is_turn=False, told=told)
    if action == "am" and step.kind == "set" and 1 <= number <= AMOUNT_AT_MOST:
        told = Told("coach-player-amount-noted", {"amount": number})
        return Moved(playing.choose_amount(session, player, number), is_turn=False, told=told)
    return None


def _swapped(stored: StoredCoachSession, request: SessionRequest, step: Step, reason: Reason) -> Moved:
    """The nearest movement without what is missing or hurts."""
    item = item_of(stored.session, stored.player, step)
    found = stand_in(item.exercise, reason, request.equipment, request.level, request.hurt)
    if found is None:
        return Moved(stored.player, is_turn=False, told=Told("coach-player-no-swap"))
    key = "coach-player-swapped-pain" if reason == "pain" else "coach-player-swapped"
    return Moved(playing.swap(stored.player, step.key, found.id), told=Told(key, exercise=found.id))


def _number(value: str) -> float | None:
    whole, _, part = value.partition(".")
    is_number = whole.isascii() and whole.isdecimal() and (not part or (part.isascii() and part.isdecimal()))
    return float(value) if is_number and len(value) <= 8 else None
