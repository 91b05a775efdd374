"""What the screens of a session being done have in common."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.messages import Button, Keyboard
from bot.views.coach_card import item_lines, see_button
from bot.views.formats import safe
from core.catalogue.reading import words_of
from core.coaches.player import coming, current, item_of, steps
from core.coaches.session import Block, Item
from core.localisation import Localizer
from storage.coach_sessions import StoredCoachSession

PREFIX = "cp"  # buttons of a session being done: cp:<session id>:<turn>:<action>:<value>
SEE_A_ROW = 4


def where_line(stored: StoredCoachSession, block: Block, words: Localizer) -> str:
    """`Travail · 7 sur 24`."""
    every = len(steps(stored.session))
    return words(
        "coach-player-where",
        block=safe(block_name(block, words)),
        place=stored.player.place + 1,
        places=every,
    )


def following_lines(stored: StoredCoachSession, words: Localizer) -> list[str]:
    """What comes after, where that is something else."""
    step, after = current(stored.session, stored.player), coming(stored.session, stored.player)
    if step is None or after is None or (after.block == step.block and after.item == step.item):
        return []
    if after.kind == "set":
        exercise = item_of(stored.session, stored.player, after).exercise
        if step.kind == "set" and exercise == item_of(stored.session, stored.player, step).exercise:
            return []
        name = words_of(exercise, words.language).name
    else:
        name = block_name(stored.session.blocks[after.block], words)
    return [words("coach-player-then", what=safe(name))]


def block_name(block: Block, words: Localizer) -> str:
    """What a block is called."""
    if block.title:
        return block.title.said(words.language)
    return words(f"coaches-role-{block.role.replace('_', '-')}")


def see_rows(items: Sequence[Item], words: Localizer) -> Keyboard:
    """A small button a movement, in the order of the list."""
    keys = list(dict.fromkeys(item.exercise for item in items))
    buttons = [
        see_button(key, words("coach-player-see-number", number=number)) for number, key in enumerate(keys, 1)
    ]
    if len(buttons) == 1:
        buttons = [see_button(keys[0], words("coach-player-see"))]
    return tuple(tuple(buttons[i : i + SEE_A_ROW]) for i in range(0, len(buttons), SEE_A_ROW))


def numbered_lines(items: Sequence[Item], words: Localizer) -> list[str]:
    """A line for each movement, with the number of its button where there are several."""
    lines = list(item_lines(tuple(items), words))
    keys = [item.exercise for item in items]
    if len(keys) == 1 or len(set(keys)) != len(keys) or len(lines) != len(keys):
        return lines
    return [line.replace("•", f"{number}.", 1) for number, line in enumerate(lines, 1)]


def told_time(instant: datetime, zone: tzinfo) -> str:
    """`10:03:20`, by the runner's own clock."""
    return instant.astimezone(zone).strftime("%H:%M:%S")


def player_button(stored: StoredCoachSession, action: str, text: str, value: str = "") -> Button:
    """A button of the session at its present turn."""
    # Short words of our own: `label` would open the narrow spaces that keep a number with its unit.
    return Button(label=text, data=f"{PREFIX}:{stored.id}:{stored.turn}:{action}:{value}")
