"""A block on the clock while it is done: AMRAP, EMOM, for time, intervals."""

from datetime import datetime, tzinfo

from bot.messages import Keyboard
from bot.views.coach_pieces import (
    numbered_lines,
    player_button,
    see_rows,
    told_time,
    where_line,
)
from bot.views.formats import safe
from bot.views.settings import Screen
from core.coaches import wording
from core.coaches.player import Player, Step, items_of
from core.coaches.session import Block
from core.formatting import clock
from core.localisation import Localizer
from storage.coach_sessions import StoredCoachSession


def clock_screen(
    stored: StoredCoachSession, step: Step, words: Localizer, zone: tzinfo, now: datetime
) -> Screen:
    """A block on the clock: its start, its rounds, its end."""
    player, block = stored.player, stored.session.blocks[step.block]
    items = items_of(stored.session, player, step)
    heading = wording.block_heading(block, words.language)
    lines = [where_line(stored, block, words), f"<b>{safe(heading)}</b>"]
    if block.how:
        lines.append(f"<i>{safe(block.how.said(words.language))}</i>")
    lines += numbered_lines(items, words)
    ends = (
        player_button(stored, "skip", words("coach-player-skip")),
        player_button(stored, "stop", words("coach-player-stop")),
    )
    if player.clock_from_utc is None:
        start = (player_button(stored, "clock", words("coach-player-clock-start")),)
        return Screen("\n".join(lines), (start, *see_rows(items, words), ends))
    lines += _clock_lines(player, block, words, zone, now)
    return Screen("\n".join(lines), (*_clock_rows(stored, block, words), ends))


def _clock_lines(player: Player, block: Block, words: Localizer, zone: tzinfo, now: datetime) -> list[str]:
    """Since when it runs, until when, and how far it is at this look."""
    start = player.clock_from_utc or now
    passed_s = max((now - start).total_seconds(), 0.0)
    lines = ["", words("coach-player-running", since=told_time(start, zone), passed=clock(passed_s))]
    if block.minutes is not None:
        whole_s = block.minutes * 60
        left = clock(max(whole_s - passed_s, 0.0))
        until = datetime.fromtimestamp(start.timestamp() + whole_s, tz=start.tzinfo)
        lines.append(words("coach-player-until", until=told_time(until, zone), left=left))
        if block.format == "emom":
            minute = min(int(passed_s // 60) + 1, int(block.minutes))
            lines.append(words("coach-player-minute", minute=minute, minutes=int(block.minutes)))
    if block.format != "emom":
        lines.append(words("coach-player-rounds", rounds=player.rounds))
    return lines


def _clock_rows(stored: StoredCoachSession, block: Block, words: Localizer) -> Keyboard:
    rounds = stored.player.rounds
    look = player_button(stored, "show", words("coach-player-look"))
    more = player_button(
        stored, "round", words("coach-player-round-more", rounds=rounds + 1), str(rounds + 1)
    )
    less = player_button(stored, "round", "−1", str(rounds - 1))
    counts = (look,) if block.format == "emom" else (more, *((less,) if rounds else ()), look)
    return (counts, (player_button(stored, "done", words("coach-player-clock-done")),))
