"""The morning check-in: asked once a day at the runner's hour, or by /checkin at any."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversations.cards import refresh_cards
from bot.conversations.days import today_of
from bot.conversations.no_plan import START_DATA
from bot.messages import Button, EditText, Keyboard, SendText
from bot.rhythms import CHECK_IN
from bot.ticking import key_of
from bot.turn import Save, Turn
from bot.views import checkin as view
from bot.views import pain as pain_view
from core.days import Answer, Choice, proposal
from core.feeling_words import FEELINGS, feeling_in
from core.program.exchange import Session
from storage import checkins, complaints, doubts, following, outbox, programs
from storage.complaints import OpenGate
from storage.database import Connection
from storage.outbox import Lane

LATER = timedelta(hours=2)
CHOICES: dict[str, Choice] = {"original": "original", "lighter": "lighter", "proposed": "proposed"}


async def open_question(connection: Connection, runner_id: int, day: date) -> OpenGate | None:
    """What holds the runner back and was not answered for this date, the oldest first."""
    gates = await complaints.open_gates(connection, runner_id)
    return next((item for item in gates if item.answered_for is None or item.answered_for < day), None)


async def show_checkin(turn: Turn) -> None:
    """/checkin: the question, at any time."""
    if not await has_plan(turn):
        await say_no_plan(turn)
        return
    async with turn.saving() as save:
        await ask(turn, save)


async def ask(turn: Turn, save: Save, html: str = "") -> None:
    """The question of today in a new message, after what else there is to say."""
    today = today_of(turn)
    connection = save.connection
    item = await following.follow_day(connection, turn.runner.id, today, turn.runner.language, now=turn.now)
    if gate := await open_question(connection, turn.runner.id, today):
        question, keyboard = pain_view.gate_question(gate, today, turn.words)
        blocks = [html, pain_view.step_line(gate.gate, today, turn.words), question]
        await save.say(SendText(html="\n\n".join(block for block in blocks if block), keyboard=keyboard))
        return
    session = item.session if item else None
    lines = ["\n".join(view.session_lines(session, turn.words))] if session else []
    blocks = [html, *lines, turn.words("checkin-question")]
    await save.say(
        SendText(
            html="\n\n".join(block for block in blocks if block),
            keyboard=view.feeling_buttons(today, turn.words),
        )
    )


async def tapped(turn: Turn) -> None:
    """A button of the check-in; one of another day changes nothing."""
    _prefix, written, action = (*turn.incoming.data.split(":", 2), "", "")[:3]
    day = _date(written)
    if day is None or not await _is_open(turn, day):
        await stale(turn)
    elif not await has_plan(turn):
        await say_no_plan(turn)
    elif action in ("f1", "f2", "f3"):
        await answer(turn, int(action[1]))
    elif action in CHOICES:
        await _choose(turn, day, CHOICES[action])
    else:
        await _other_action(turn, day, action)


async def answered(turn: Turn) -> bool:
    """Take a typed answer to the check-in; False when the text is none."""
    heard = feeling_in(turn.incoming.text)
    if heard is None or heard in ("pain", "ill") or not await has_plan(turn):
        return False
    if heard in FEELINGS:
        await answer(turn, FEELINGS[heard])
        return True
    async with turn.saving() as save:
        await ask(turn, save, turn.words("checkin-unclear"))
    return True


async def answer(turn: Turn, feeling: int) -> None:
    """Keep how the runner feels and show what the day becomes; after the session it counts for tomorrow."""
    async with turn.saving() as save:
        connection, today = save.connection, today_of(turn)
        item = await following.session_on(connection, turn.runner.id, today)
        done = item is not None and item.status == "done"
        day = today + timedelta(days=1) if done else today
        await checkins.keep(connection, turn.runner.id, day, feeling, now=turn.now)
        await note_evidence(turn, save, today)
        result = await _follow(turn, save, day)
        note = turn.words("checkin-for-tomorrow") if done else ""
        await say(turn, save, *_result_screen(turn, day, result, note))
        await refresh_cards(turn, save, day)


@dataclass(frozen=True, slots=True)
class DayResult:
    """A day after an answer: what was planned, what it is now, and why."""

    answer: Answer
    message: str
    planned: Session | None
    session: Session | None
    forced_rest: bool


async def note_evidence(turn: Turn, save: Save, day: date) -> None:
    """An answer proves that the question arrived, and makes asking again needless."""
    key = key_of(CHECK_IN, turn.runner.id, day)
    await doubts.confirm_key(save.connection, turn.runner.id, key)
    await outbox.withdraw(save.connection, turn.runner.id, _later_key(turn.runner.id, day), now=turn.now)


async def has_plan(turn: Turn) -> bool:
    async with turn.services.database.reading() as connection:
        return bool(await programs.active_week_numbers(connection, turn.runner.id))


async def say_no_plan(turn: Turn) -> None:
    """A kind word before there is a plan."""
    button = Button(label=turn.words("plan-none-button"), data=START_DATA)
    async with turn.saving() as save:
        await save.say(SendText(html=turn.words("checkin-no-plan"), keyboard=((button,),)))


async def stale(turn: Turn) -> None:
    """A button of another day, forged or of somebody else: nothing changes."""
    await turn.answer_tap(turn.words("checkin-stale"), alert=True)


async def say(turn: Turn, save: Save, html: str, keyboard: Keyboard) -> None:
    """In the message of the tapped button, else in a new one."""
    message_id = turn.incoming.message_id
    if turn.incoming.kind == "tap" and message_id is not None:
        await save.say(EditText(message_id=message_id, html=html, keyboard=keyboard))
    else:
        await save.say(SendText(html=html, keyboard=keyboard))


async def _is_open(turn: Turn, day: date) -> bool:
    """Today's; or tomorrow's, once an answer counts for it."""
    today = today_of(turn)
    if day != today + timedelta(days=1):
        return day == today
    async with turn.services.database.reading() as connection:
        return await checkins.on_date(connection, turn.runner.id, day) is not None


async def _other_action(turn: Turn, day: date, action: str) -> None:
    match action:
        case "ok":
            await _settle(turn, day)
        case "undo":
            await _undo(turn, day)
        case "later":
            await _ask_later(turn, day)
        case "ask":
            async with turn.saving() as save:
                await ask(turn, save)
        case "pain" | "ill":
            from bot.conversations import pain  # late: pain shows the check-in after its answers

            await (pain.ask_site(turn) if action == "pain" else pain.ask_illness(turn))
        case _:
            await stale(turn)


async def _choose(turn: Turn, day: date, choice: Choice) -> None:
    async with turn.saving() as save:
        if await checkins.choose(save.connection, turn.runner.id, day, choice):
            result = await _follow(turn, save, day)
            await say(turn, save, *_result_screen(turn, day, result))
            await refresh_cards(turn, save, day)
            return
    await stale(turn)


async def _settle(turn: Turn, day: date) -> None:
    """OK: the buttons make room."""
    async with turn.saving() as save:
        if await checkins.on_date(save.connection, turn.runner.id, day):
            result = await _follow(turn, save, day)
            html, _ = _result_screen(turn, day, result)
            await say(turn, save, html, view.settled_buttons(day, turn.words))
            return
    await stale(turn)


async def _undo(turn: Turn, day: date) -> None:
    async with turn.saving() as save:
        if await checkins.undo(save.connection, turn.runner.id, day):
            item = await following.follow_day(
                save.connection, turn.runner.id, day, turn.runner.language, now=turn.now
            )
            lines = view.session_lines(item.session, turn.words) if item else []
            html = "\n\n".join([turn.words("checkin-undone"), *(["\n".join(lines)] if lines else [])])
            await say(turn, save, html, view.feeling_buttons(day, turn.words))
            await refresh_cards(turn, save, day)
            return
    await stale(turn)


async def _ask_later(turn: Turn, day: date) -> None:
    """The same question again in two hours, unless it is answered before."""
    async with turn.saving() as save:
        item = await following.session_on(save.connection, turn.runner.id, day)
        html = view.question_html(item.session if item else None, turn.words, name=turn.runner.first_name)
        await say(turn, save, turn.words("checkin-later-done"), ())
        await save.say(
            SendText(html=html, keyboard=view.feeling_buttons(day, turn.words)),
            lane=Lane.CHECK_IN,
            dedupe_key=_later_key(turn.runner.id, day),
            not_before_utc=turn.now + LATER,
        )


async def _follow(turn: Turn, save: Save, day: date) -> DayResult:
    """Bring the day's session in line with the answer, and tell what was made of it."""
    connection, runner = save.connection, turn.runner
    given = await following.answer_for(connection, runner.id, day)
    if given is None:
        raise LookupError("an answer vanished inside its own transaction")
    item = await following.follow_day(connection, runner.id, day, runner.language, now=turn.now)
    if item is None:
        return DayResult(given, turn.words("checkin-noted"), None, None, forced_rest=False)
    planned = await following.planned_for(connection, runner.id, item)
    easy = await following.easy_pace(connection, runner.id)
    proposed = proposal(planned, given, runner.language, easy=easy)
    return DayResult(given, proposed.message, planned, item.session, proposed.forced_rest)


def _result_screen(turn: Turn, day: date, result: DayResult, note: str = "") -> tuple[str, Keyboard]:
    message = result.message
    if result.answer.choice == "original":
        message = turn.words("checkin-original-kept")
    elif result.answer.choice == "lighter":
        message = turn.words("checkin-lighter-done")
    html = view.result_html(result.answer, message, result.planned, result.session, turn.words, note=note)
    keyboard = view.result_buttons(
        day,
        result.answer,
        changed=result.session != result.planned,
        shortens=not result.forced_rest and result.planned is not None and not result.planned.rest_day,
        words=turn.words,
    )
    return html, keyboard


def _later_key(runner_id: int, day: date) -> str:
    return f"{key_of(CHECK_IN, runner_id, day)}:later"


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
