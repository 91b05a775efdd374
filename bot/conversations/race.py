"""/race: the race of the plan at any time; its bag, its weather, its paces; and how it went."""

from dataclasses import replace

from bot.conversations import race_days
from bot.conversations.days import today_of
from bot.conversations.race_facts import RaceFacts, race_facts, race_view
from bot.conversations.repacing import offer_of_performance
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.views import race as view
from bot.views.course import profile_picture
from bot.views.formats import safe
from bot.views.pacing import pacing_html
from bot.views.settings import Screen
from core.athlete import Performance
from core.dialogue.phrases import choice_named
from core.failure import Failure
from core.formatting import format_duration, format_number
from core.heat import COLDEST_C, HOTTEST_C, read_weather
from core.race_week.demands import all_kit_ids
from core.race_week.finding import SPOKEN_OF_AFTER_DAYS, days_until
from core.race_week.result import level_of, read_time, recovery_after
from core.run_reports import Outcome as Logged
from core.run_reports import RunReport, read_report
from core.session_kinds import kind_of
from storage import dialogues, races, session_logs
from storage.races import Outcome, RaceResult
from storage.session_logs import RunLog

KIND = race_days.KIND
ANSWER_WITHIN_DAYS = 3
WORDS_OF_A_TIME = 8
OUTCOMES: dict[str, Outcome] = {"dnf": "stopped", "dns": "not-started"}
LOGGED_AS: dict[Outcome, Logged] = {"finished": "done", "stopped": "shortened", "not-started": "skipped"}


async def show_race(turn: Turn) -> None:
    """/race: where the race stands; after it, how it went or the question."""
    facts = await _facts(turn)
    if facts is None:
        async with turn.saving() as save:
            await show(turn, save, view.no_race_screen(turn.words))
        return
    left = days_until(facts.planned, today_of(turn))
    async with turn.saving() as save:
        result = await races.result_on(save.connection, turn.runner.id, facts.planned.date)
        if result is not None:
            await show(turn, save, _past(turn, facts, result))
        elif -SPOKEN_OF_AFTER_DAYS <= left < 0 or (left == 0 and facts.item.status == "done"):
            await dialogues.save(save.connection, turn.runner.id, KIND, {"asks": "time"}, now=turn.now)
            await show(turn, save, view.result_question(facts.planned, turn.words))
        elif left < 0:
            await show(turn, save, view.no_race_screen(turn.words))
        else:
            await _show_view(turn, save, facts)


async def tapped(turn: Turn) -> None:
    """A button of the race: ra:<action>:<value>."""
    _prefix, action, value = (*turn.incoming.data.split(":", 2), "", "")[:3]
    facts = await _facts(turn)
    if facts is None:
        await alert(turn, "race-gone")
        return
    match action:
        case "pace":
            await _show_paces(turn, facts)
        case "kit":
            await _pack(turn, facts, value)
        case "sky":
            await _weather(turn, facts, value)
        case "time" if value.isascii() and value.isdigit() and len(value) < 7:
            await _finished(turn, facts, float(value))
        case "dnf" | "dns":
            await _ended(turn, facts, OUTCOMES[action])
        case _:
            await show_race(turn)


async def answered(turn: Turn) -> bool:
    """Take a typed time or temperature, where one was asked; False for any other text."""
    async with turn.services.database.reading() as connection:
        pending = await dialogues.load(connection, turn.runner.id, KIND)
    text = turn.incoming.text
    if pending is None or (turn.now - pending.updated_at_utc).days >= ANSWER_WITHIN_DAYS:
        return False
    if choice_named("menu", text) or len(text.split()) > WORDS_OF_A_TIME:
        return False
    facts = await _facts(turn)
    if facts is None:
        return False
    if pending.state.get("asks") == "weather":
        return await _weather_told(turn, facts)
    return await _time_told(turn, facts)


async def offer_measured(turn: Turn, save: Save, measured_s: float) -> None:
    """After a file of the race was logged: its time may be the official one."""
    facts = await race_facts(save.connection, turn.runner.id, turn.words)
    if facts is None:
        return
    await dialogues.save(save.connection, turn.runner.id, KIND, {"asks": "time"}, now=turn.now)
    screen = view.result_question(facts.planned, turn.words, measured_s=measured_s)
    await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def _facts(turn: Turn) -> RaceFacts | None:
    async with turn.services.database.reading() as connection:
        return await race_facts(connection, turn.runner.id, turn.words)


async def _show_view(turn: Turn, save: Save, facts: RaceFacts) -> None:
    told = await race_view(save.connection, turn.runner.id, facts, today_of(turn), turn.words.language)
    await show(turn, save, view.race_screen(told, turn.words))


async def _show_paces(turn: Turn, facts: RaceFacts) -> None:
    course = facts.course
    async with turn.saving() as save:
        if course.has_heights:
            await save.say(profile_picture(course, turn.words))
        await save.say(SendText(html=pacing_html(facts.pacing(), course, turn.words)))


async def _pack(turn: Turn, facts: RaceFacts, item: str) -> None:
    """The bag; a tap on an item packs it or takes it out."""
    notes = facts.notes
    if item in all_kit_ids():
        notes = replace(notes, packed=notes.packed ^ {item})
    async with turn.saving() as save:
        if notes is not facts.notes:
            await races.pack(save.connection, turn.runner.id, notes.packed, now=turn.now)
        told = await race_view(
            save.connection, turn.runner.id, replace(facts, notes=notes), today_of(turn), turn.words.language
        )
        screen = view.kit_screen(told, turn.words)
        if item:
            await show(turn, save, screen)
        else:
            await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def _weather(turn: Turn, facts: RaceFacts, value: str) -> None:
    if value.isascii() and value.isdigit() and len(value) <= 2:
        await _keep_weather(turn, facts, float(value))
        return
    async with turn.saving() as save:
        await dialogues.save(save.connection, turn.runner.id, KIND, {"asks": "weather"}, now=turn.now)
        await show(turn, save, view.weather_screen(turn.words))


async def _weather_told(turn: Turn, facts: RaceFacts) -> bool:
    text = turn.incoming.text.strip().removesuffix("°").strip()
    weather = read_weather(f"{text}°C" if text.lstrip("-").isdigit() else text)
    if weather is None or not COLDEST_C <= weather.temperature_c <= HOTTEST_C:
        return False
    await _keep_weather(turn, facts, weather.temperature_c)
    return True


async def _keep_weather(turn: Turn, facts: RaceFacts, degrees: float) -> None:
    facts = replace(facts, notes=replace(facts.notes, temperature_c=degrees))
    kept = turn.words("race-weather-kept", degrees=format_number(degrees, turn.words.language, 0))
    async with turn.saving() as save:
        await races.tell_weather(save.connection, turn.runner.id, degrees, now=turn.now)
        await dialogues.close(save.connection, turn.runner.id, KIND)
        told = await race_view(save.connection, turn.runner.id, facts, today_of(turn), turn.words.language)
        screen = view.race_screen(told, turn.words)
        await show(turn, save, Screen(f"{kept}\n\n{screen.html}", screen.keyboard))


async def _time_told(turn: Turn, facts: RaceFacts) -> bool:
    if days_until(facts.planned, today_of(turn)) > 0:
        return False
    time_s = read_time(turn.incoming.text, facts.planned.race.distance_km, facts.pacing().total_s)
    if isinstance(time_s, Failure):
        report = read_report(turn.incoming.text)
        tells_of_a_run = isinstance(report, RunReport) and report.distance_km is not None
        if tells_of_a_run or not any(letter.isdigit() for letter in turn.incoming.text):
            return False
        question = view.result_question(facts.planned, turn.words)
        async with turn.saving() as save:
            await save.say(SendText(html=safe(time_s.text(turn.words.language)), keyboard=question.keyboard))
        return True
    await _finished(turn, facts, time_s)
    return True


async def _finished(turn: Turn, facts: RaceFacts, time_s: float) -> None:
    """Keep the time, say what follows, and offer the level it shows."""
    if days_until(facts.planned, today_of(turn)) > 0:
        await alert(turn, "race-gone")
        return
    race, planned = facts.planned.race, facts.planned
    recovery = recovery_after(planned.date, race.distance_km)
    async with turn.saving() as save:
        await _keep(turn, save, facts, "finished", time_s)
        screen = view.result_screen(planned, time_s, facts.pacing(), recovery, turn.words)
        await show(turn, save, screen)
        course = facts.course
        vdot = level_of(replace(race, climb_m=max(race.climb_m, course.climb_m)), time_s)
        if vdot is not None:
            performance = Performance(race.distance_km * 1000, time_s)
            await offer_of_performance(turn, save, facts.stored, performance, vdot)


async def _ended(turn: Turn, facts: RaceFacts, outcome: Outcome) -> None:
    if days_until(facts.planned, today_of(turn)) > 0:
        await alert(turn, "race-gone")
        return
    recovery = recovery_after(facts.planned.date, facts.planned.race.distance_km)
    async with turn.saving() as save:
        await _keep(turn, save, facts, outcome, None)
        await show(turn, save, view.ended_screen(facts.planned, outcome, recovery, turn.words))


async def _keep(turn: Turn, save: Save, facts: RaceFacts, outcome: Outcome, time_s: float | None) -> None:
    """The result, the log of the race's session, and an empty bag for the next one."""
    race, connection = facts.planned.race, save.connection
    metres = race.distance_km * 1000
    result = RaceResult(facts.planned.date, race.name, metres, outcome, time_s)
    await races.keep_result(connection, turn.runner.id, result, now=turn.now)
    earlier = await session_logs.of_session(connection, turn.runner.id, facts.item.id)
    if outcome == "finished" or earlier is None:
        ran = outcome == "finished"
        log = RunLog(
            date=facts.planned.date,
            outcome=LOGGED_AS[outcome],
            kind=kind_of(facts.item.session),
            session_id=facts.item.id,
            distance_km=round(race.distance_km, 2) if ran else None,
            duration_min=round(time_s / 60, 1) if time_s else None,
            rpe=earlier.rpe if earlier else None,
        )
        await session_logs.keep(connection, turn.runner.id, log, now=turn.now)
    await races.begin_anew(connection, turn.runner.id, now=turn.now)
    await dialogues.close(connection, turn.runner.id, KIND)


def _past(turn: Turn, facts: RaceFacts, result: RaceResult) -> Screen:
    told = (
        format_duration(result.time_s, turn.words.language)
        if result.time_s
        else turn.words(f"race-told-{result.outcome}")
    )
    recovery = recovery_after(facts.planned.date, facts.planned.race.distance_km)
    return view.past_screen(facts.planned, told, recovery, turn.words)
