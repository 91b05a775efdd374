"""A session being done: one screen at a time, with what can be tapped there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from bot.messages import Button, Keyboard
from bot.views.coach_card import see_button
from bot.views.coach_clock import clock_screen
from bot.views.coach_pieces import (
    block_name,
    following_lines,
    numbered_lines,
    player_button,
    see_rows,
    told_time,
    where_line,
)
from bot.views.formats import safe
from bot.views.settings import Screen
from core.catalogue.reading import words_of
from core.coaches import wording
from core.coaches.knowledge import short_cue
from core.coaches.phrase import Phrase
from core.coaches.player import Step, current, done_sets, is_timed, item_of, items_of, steps
from core.coaches.session import Item
from core.coaches.swapping import first_loads_kg, is_loaded, load_step_kg
from core.formatting import clock, format_minutes, format_number
from core.localisation import Localizer
from storage.coach_sessions import StoredCoachSession

AMOUNT_STEP = {"reps": 1.0, "seconds": 5.0, "metres": 50.0, "minutes": 1.0, "calories": 1.0}
SMALL_METRES, SMALL_METRES_STEP = 100.0, 10.0
EFFORTS = range(1, 11)
EFFORTS_A_ROW = 5


def player_screen(stored: StoredCoachSession, words: Localizer, zone: tzinfo, now: datetime) -> Screen:
    """What is to be done now; the question of the effort once all is done."""
    step = current(stored.session, stored.player)
    if step is None:
        return _effort_screen(stored, words)
    if step.kind == "list":
        return _list_screen(stored, step, words)
    if step.kind == "clock":
        return clock_screen(stored, step, words, zone, now)
    return _set_screen(stored, step, words, zone, now)


def swap_screen(stored: StoredCoachSession, step: Step, words: Localizer) -> Screen:
    """Why another movement is wanted."""
    name = safe(words_of(item_of(stored.session, stored.player, step).exercise, words.language).name)
    rows = (
        (player_button(stored, "swapto", words("coach-player-no-equipment"), "equipment"),),
        (player_button(stored, "swapto", words("coach-player-hurts"), "pain"),),
        (player_button(stored, "show", words("coach-player-back")),),
    )
    return Screen(words("coach-player-ask-swap", movement=name), rows)


def done_screen(stored: StoredCoachSession, lines: Sequence[Phrase], words: Localizer) -> Screen:
    """What was done, and what next time will be."""
    player, language = stored.player, words.language
    told = [
        words("coach-player-noted", rpe=stored.rpe or 0, count=len(done_sets(stored.session, player, None)))
    ]
    for result in player.results:
        block = stored.session.blocks[result.block]
        told.append(
            words(
                "coach-player-result",
                block=safe(block_name(block, words)),
                rounds=result.rounds,
                time=clock(result.seconds),
            )
        )
    following = "\n".join(f"• {safe(line.said(language))}" for line in lines)
    html = "\n".join(told) + "\n\n" + words("coach-player-next-time", lines=following)
    return Screen(html, ())


def rest_over(stored: StoredCoachSession, words: Localizer, zone: tzinfo, now: datetime) -> Screen:
    """The same screen, as the notice that the rest is over."""
    screen = player_screen(stored, words, zone, now)
    return Screen(f"{words('coach-player-rest-over')}\n\n{screen.html}", screen.keyboard)


def clock_over(stored: StoredCoachSession, step: Step, words: Localizer) -> Screen:
    """The clock of a block has run down."""
    length = format_minutes(stored.session.blocks[step.block].minutes or 0, words.language)
    button = player_button(stored, "show", words("coach-player-note-result"))
    return Screen(words("coach-player-time-over", length=length), ((button,),))


def _set_screen(
    stored: StoredCoachSession, step: Step, words: Localizer, zone: tzinfo, now: datetime
) -> Screen:
    language, player = words.language, stored.player
    item = item_of(stored.session, player, step)
    block = stored.session.blocks[step.block]
    name = safe(words_of(item.exercise, language).name)
    key = "coach-player-set" if block.format == "sets" else "coach-player-round"
    title = words(key, movement=name, number=step.number, sets=step.sets)
    if step.sets == 1:
        title = f"<b>{name}</b>"
    lines = [where_line(stored, block, words), title, f"<b>{safe(_one_set(item, words))}</b>"]
    lines += _told(item, words)
    if player.clock_from_utc is not None:
        passed = clock((now - player.clock_from_utc).total_seconds())
        lines.append(
            words("coach-player-running", since=told_time(player.clock_from_utc, zone), passed=passed)
        )
    if player.rest_until_utc is not None:
        lines.append(words("coach-player-resting", until=told_time(player.rest_until_utc, zone)))
    lines += following_lines(stored, words)
    return Screen("\n".join(lines), _set_rows(stored, step, item, words))


def _told(item: Item, words: Localizer) -> list[str]:
    """What to think of, what this session says of the movement, and the load that is still open."""
    told = []
    if item.ramp:
        told.append(words("coach-player-ramp"))
    note, cue = item.note.said(words.language), short_cue(item.exercise, words.language)
    told += [f"<i>{safe(note)}</i>"] if note else []
    told += [words("coach-player-cue", cue=safe(cue))] if cue and not item.ramp else []
    if _wants_load(item):
        told.append(words("coach-player-ask-load"))
    return told


def _set_rows(stored: StoredCoachSession, step: Step, item: Item, words: Localizer) -> Keyboard:
    key = "list" if stored.session.blocks[step.block].format == "simulation" else "set"
    rows: list[tuple[Button, ...]] = [(player_button(stored, "done", words(f"coach-player-{key}-done")),)]
    if is_timed(stored.session.blocks[step.block]) and stored.player.clock_from_utc is None:
        rows.insert(0, (player_button(stored, "clock", words("coach-player-clock-start")),))
    if not item.ramp:
        rows.append(_dials(stored, item, words))
    rest = _rest_button(stored, words)
    see = see_button(item.exercise, words("coach-player-see"))
    rows.append((rest, see) if rest else (see,))
    rows.append(
        (
            player_button(stored, "swap", words("coach-player-swap")),
            player_button(stored, "skip", words("coach-player-skip")),
            player_button(stored, "stop", words("coach-player-stop")),
        )
    )
    return tuple(rows)


def _dials(stored: StoredCoachSession, item: Item, words: Localizer) -> tuple[Button, ...]:
    """Repetitions and load up and down; the loads to begin with where none is known."""
    language = words.language
    if _wants_load(item):
        return tuple(
            player_button(stored, "kg", words("coach-kg", kg=format_number(kg, language)), f"{kg:g}")
            for kg in first_loads_kg(item.exercise)
        )
    by = _amount_step(item)
    unit = f"coach-unit-{item.measure}"
    dials = [
        player_button(stored, "am", words(unit, by=f"{sign}{format_number(by, language)}"), f"{amount:g}")
        for sign, amount in (("−", max(item.amount - by, by)), ("+", item.amount + by))
    ]
    if item.load.kg is not None:
        step_kg = load_step_kg(item.exercise)
        told = format_number(step_kg, language)
        dials += [
            player_button(stored, "kg", words("coach-kg", kg=f"{sign}{told}"), f"{kg:g}")
            for sign, kg in (("−", max(item.load.kg - step_kg, 0.0)), ("+", item.load.kg + step_kg))
        ]
    return tuple(dials)


def _rest_button(stored: StoredCoachSession, words: Localizer) -> Button | None:
    """The rest after the set before; silent again while it rings."""
    if stored.player.rest_until_utc is not None:
        return player_button(stored, "quiet", words("coach-player-quiet"))
    before = rest_before(stored)
    if not before:
        return None
    return player_button(
        stored, "rest", words("coach-player-rest", rest=wording.rest(before, words.language))
    )


def rest_before(stored: StoredCoachSession) -> float:
    """Seconds of rest that the step before asks for; 0 at the start of a block."""
    every, place = steps(stored.session), stored.player.place
    if place == 0 or place >= len(every) or every[place - 1].block != every[place].block:
        return 0.0
    return every[place - 1].rest_s


def _list_screen(stored: StoredCoachSession, step: Step, words: Localizer) -> Screen:
    block = stored.session.blocks[step.block]
    items = items_of(stored.session, stored.player, step)
    lines = [where_line(stored, block, words)]
    if block.how:
        lines.append(f"<i>{safe(block.how.said(words.language))}</i>")
    lines += numbered_lines(items, words)
    lines += following_lines(stored, words)
    ends = (
        player_button(stored, "skip", words("coach-player-skip")),
        player_button(stored, "stop", words("coach-player-stop")),
    )
    done = (player_button(stored, "done", words("coach-player-list-done")),)
    return Screen("\n".join(lines), (done, *see_rows(items, words), ends))


def _effort_screen(stored: StoredCoachSession, words: Localizer) -> Screen:
    buttons = [player_button(stored, "rpe", str(one), str(one)) for one in EFFORTS]
    rows = tuple(tuple(buttons[i : i + EFFORTS_A_ROW]) for i in range(0, len(buttons), EFFORTS_A_ROW))
    back: Keyboard = ()
    if stored.player.is_stopped:
        back = ((player_button(stored, "resume", words("coach-player-resume")),),)
    nothing = not stored.player.done and not stored.player.results and stored.player.is_stopped
    if nothing:
        back = (*back, (player_button(stored, "drop", words("coach-player-drop")),))
    return Screen(words("coach-player-ask-effort"), (*rows, *back))


def _one_set(item: Item, words: Localizer) -> str:
    """The prescription of one set: how much and how heavy, without the rest."""
    return wording.prescription(replace(item, sets=1, rest_s=0.0), words.language)


def _wants_load(item: Item) -> bool:
    return is_loaded(item.exercise) and item.load.kg is None and not item.ramp


def _amount_step(item: Item) -> float:
    if item.measure == "metres" and item.amount <= SMALL_METRES:
        return SMALL_METRES_STEP
    return AMOUNT_STEP[item.measure]
