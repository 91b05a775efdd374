"""Pain in three taps or one line, illness, and the daily questions of the way back."""

import re

from bot.conversations import checkin
from bot.conversations.checkin import say
from bot.conversations.days import today_of
from bot.conversations.gates import day_lines, moved_by, note
from bot.messages import Button, Keyboard, SendText
from bot.turn import Save, Turn
from bot.views import pain as view
from bot.views.formats import safe
from core.athlete import InjurySite
from core.failure import Failure
from core.feeling_words import feeling_in
from core.gating import (
    Gate,
    open_for_illness,
    open_for_pain,
    signal_of,
)
from core.injuries import adaptation, part_ids, parts_named
from core.notation.words import plain
from core.pain_words import SIDES, PainSaid, pain_in
from storage import complaints, dialogues
from storage.complaints import OpenGate

KIND = "pain"
MAX_TEXT = 200
A_RUN = re.compile(r"\d ?(?:km|min|mn|h)\b")
"""A text with such a figure tells of a run, whatever hurts beside."""


async def show_pain(turn: Turn) -> None:
    """/pain: the history by place and what holds back; `/pain genou gauche 4` notes one."""
    if turn.incoming.args and await _take_text(turn, turn.incoming.args, sure=True):
        return
    async with turn.saving() as save:
        pains = await complaints.pains_of(save.connection, turn.runner.id)
        gates = await complaints.open_gates(save.connection, turn.runner.id)
        today = today_of(turn)
        html = view.history_html(pains, gates, today, turn.words)
        await save.say(SendText(html=html, keyboard=view.history_buttons(today, turn.words)))


async def ask_site(turn: Turn) -> None:
    """The first of three taps."""
    await _ask_next(turn, PainSaid())


async def ask_illness(turn: Turn) -> None:
    async with turn.saving() as save:
        keyboard = view.illness_buttons(today_of(turn), turn.words)
        await say(turn, save, turn.words("illness-ask"), keyboard)


async def tapped(turn: Turn) -> None:
    """A tap on a place, a side, a level, or where an illness sits."""
    _prefix, written, *answers = turn.incoming.data.split(":")
    if written != today_of(turn).isoformat():
        await checkin.stale(turn)
        return
    if answers == ["new"]:
        await ask_site(turn)
    elif answers == ["ill"]:
        await ask_illness(turn)
    elif answers in (["ill", "below"], ["ill", "above"]):
        await _note_illness(turn, below_neck=answers[1] == "below")
    elif (said := _said_by(answers)) is not None:
        await _ask_next(turn, said)
    else:
        await checkin.stale(turn)


async def answered(turn: Turn) -> bool:
    """Take a typed pain or illness; False when the text is none."""
    text = turn.incoming.text
    if len(text) > MAX_TEXT:
        return False
    async with turn.services.database.reading() as connection:
        pending = await dialogues.load(connection, turn.runner.id, KIND)
    if pending is None and A_RUN.search(plain(text)):
        return False
    heard = feeling_in(text)
    if heard == "ill":
        await ask_illness(turn)
        return True
    known = PainSaid(**pending.state["said"]) if pending else PainSaid()
    fresh = pending is not None and pending.state["date"] == today_of(turn).isoformat()
    return await _take_text(turn, text, heard == "pain" or fresh, known if fresh else None)


def _said_by(answers: list[str]) -> PainSaid | None:
    """What the taps so far say, or None when they are forged."""
    site, side, level = (*answers, "", "", "")[:3]
    known_side = next((known for known in SIDES if known == side), None)
    if site not in part_ids() or len(answers) > 3 or (side and known_side is None):
        return None
    if not level:
        return PainSaid(site, known_side)
    if not level.isdecimal() or len(level) > 2 or int(level) > 10:
        return None
    return PainSaid(site, known_side, int(level))


async def _take_text(turn: Turn, text: str, sure: bool, known: PainSaid | None = None) -> bool:
    """A pain in words; `sure` when the text certainly speaks of one, `known` what was told before."""
    said = pain_in(text)
    if isinstance(said, Failure):
        if not sure and not parts_named(text):
            return False
        async with turn.saving() as save:
            await save.say(SendText(html=said.text(turn.runner.language)))
        return True
    known = known or PainSaid()
    if not sure and (said.site is None or said.level is None):
        return False
    merged = PainSaid(said.site or known.site, said.side or known.side, _either(said.level, known.level))
    if merged == known and known != PainSaid():
        return False
    await _ask_next(turn, merged)
    return True


def _either(first: int | None, second: int | None) -> int | None:
    return second if first is None else first


async def _ask_next(turn: Turn, said: PainSaid) -> None:
    """The next of the three questions, or the end of them."""
    if said.site is not None and said.side is None and not view.has_sides(said.site):
        said = PainSaid(said.site, "middle", said.level)
    if said.site is not None and said.side is not None and said.level is not None:
        await _note_pain(turn, said.site, said.side, said.level)
        return
    today, words = today_of(turn), turn.words
    keyboard: Keyboard
    if said.site is None:
        html, keyboard = words("pain-ask-site"), view.site_buttons(today, words)
    elif said.side is None:
        name = view.at_the_start(view.place_name(said.site, "middle", words))
        html, keyboard = (
            words("pain-ask-side", site=name),
            view.side_buttons(today, said.site, words, said.level),
        )
    else:
        place = view.at_the_start(view.place_name(said.site, said.side, words))
        html = words("pain-ask-level", place=place)
        keyboard = view.level_buttons(today, said.site, said.side)
    state = {"date": today.isoformat(), "said": {"site": said.site, "side": said.side, "level": said.level}}
    async with turn.saving() as save:
        await dialogues.save(save.connection, turn.runner.id, KIND, state, now=turn.now)
        await say(turn, save, html, keyboard)


async def _note_pain(turn: Turn, site: str, side: str, level: int) -> None:
    """Keep the pain, hold the load back where it must be, and show the day."""
    today = today_of(turn)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await note(turn, save, site, side, level)
        gates = await complaints.open_gates(save.connection, turn.runner.id)
        known = next((item for item in gates if (item.gate.site, item.gate.side) == (site, side)), None)
        gate = await _gate_for(turn, save, known, site, side, level)
        await checkin.note_evidence(turn, save, today)
        place = view.at_the_start(view.place_name(site, side, turn.words))
        blocks = [turn.words("pain-noted", place=place, level=level), *_advice(turn, gate, site, level)]
        html = "\n\n".join([*blocks, *await day_lines(turn, save)])
        await say(turn, save, html, _after_pain(turn, site, side))


async def _gate_for(
    turn: Turn, save: Save, known: OpenGate | None, site: str, side: str, level: int
) -> Gate | None:
    """The gate of this place after its pain: opened, moved, or opened anew when it is of today."""
    today = today_of(turn)
    if known is None or known.gate.since == today:
        gate = open_for_pain(site, side, level, today)
    else:
        gate = moved_by(known, signal_of(level, site), today)
    if known is not None:
        await complaints.change_gate(
            save.connection, turn.runner.id, known.id, gate, now=turn.now, answered_for=today
        )
    elif gate is not None:
        await complaints.keep_gate(save.connection, turn.runner.id, gate, now=turn.now, answered_for=today)
    return gate


def _advice(turn: Turn, gate: Gate | None, site: str, level: int) -> list[str]:
    """What this much pain means, and the rule of the place."""
    if gate is None:
        lines = [turn.words("pain-watch")]
    elif signal_of(level, site) == "much":
        lines = [turn.words("pain-much"), turn.words("pain-held")]
    else:
        lines = [turn.words("pain-held")]
    if site in set(InjurySite) and (gate is None or gate.step != "rest"):
        lines.append(safe(adaptation(InjurySite(site)).pain_rule[turn.runner.language]))
    if gate is not None:
        lines.append(view.step_line(gate, today_of(turn), turn.words))
    return lines


def _after_pain(turn: Turn, site: str, side: str) -> Keyboard:
    today = today_of(turn)
    again = Button(label=turn.words("pain-button-correct"), data=view.data_of(today, site, side))
    return ((Button(label=turn.words("menu-button-today"), data="pl:today"),), (again,))


async def _note_illness(turn: Turn, *, below_neck: bool) -> None:
    today = today_of(turn)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        gate = open_for_illness(below_neck, today)
        await complaints.keep_gate(save.connection, turn.runner.id, gate, now=turn.now, answered_for=today)
        await checkin.note_evidence(turn, save, today)
        key = "illness-below" if below_neck else "illness-above"
        blocks = [turn.words(key), view.step_line(gate, today, turn.words)]
        html = "\n\n".join([*blocks, *await day_lines(turn, save)])
        other = Button(label=turn.words("pain-button-correct"), data=view.data_of(today, "ill"))
        await say(turn, save, html, ((other,),))
