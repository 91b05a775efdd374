"""Live a month as two runners, in French and in English, in the real playground, and read everything it says.

`make month` runs it; needs Chromium. Writes fr.txt, en.txt (every message) and pictures at phone width
into the folder given (build/month by default); exits 1 when something stands there that must not.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from playwright.async_api import Browser

from core.athlete import Language
from scripts.month_checks import problems
from scripts.month_phone import Phone
from tests.browser.onboarding_walk import running_playground
from tests.browser.phone import PHONE_SIZE, running_chromium

START = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)  # a Sunday evening
FIRST = date(2026, 11, 23)
DAYS = 28
MORNING_UTC_H, AFTERNOON_UTC_H, NIGHT_UTC_H = 7.1, 16.5, 21.0
ZONES: Mapping[Language, str] = {"fr": "Europe/Paris", "en": "Europe/London"}
LOCALES: Mapping[Language, str] = {"fr": "fr-FR", "en": "en-GB"}
Step = Callable[[Phone], Awaitable[None]]


def emptied(folder: Path) -> Path:
    """The folder without the pictures of last time."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    return folder


async def main(folder: Path) -> int:
    with tempfile.TemporaryDirectory() as home:
        arguments = ("--at", START.strftime("%Y-%m-%dT%H:%M"))
        environment = {"TZ": "UTC"}
        async with (
            running_playground(Path(home) / "data", Path(home), *arguments, **environment) as address,
            running_chromium() as browser,
            httpx.AsyncClient(base_url=address, timeout=120) as client,
        ):
            phones = [await _phone(client, browser, address, language, folder) for language in ("fr", "en")]
            try:
                await _live(client, phones)
            finally:
                for phone in phones:
                    phone.write_down()
    found = [text for phone in phones for text in (*phone.missing, *_judged(phone))]
    print("\n".join(found) or "Nothing to mend.")
    print(f"{sum(len(phone.lines) for phone in phones)} messages and edits, pictures: {folder}")
    return 1 if found else 0


async def _phone(
    client: httpx.AsyncClient, browser: Browser, address: str, language: Language, folder: Path
) -> Phone:
    name = {"fr": "Alex", "en": "Robin"}[language]
    user = (await client.post("/play/users", json={"first_name": name, "language_code": language})).json()
    context = await browser.new_context(
        viewport={"width": PHONE_SIZE[0], "height": PHONE_SIZE[1]},
        locale=LOCALES[language],
        timezone_id=ZONES[language],
        color_scheme="light",
        device_scale_factor=1,
        reduced_motion="reduce",
    )
    open_only = f"localStorage.setItem('runcoach-open-runners', '{json.dumps([user['id']])}')"
    await context.add_init_script(open_only)
    page = await context.new_page()
    await page.goto(address)
    return Phone(client, page, language, ZoneInfo(ZONES[language]), user["id"], folder)


async def _live(client: httpx.AsyncClient, phones: list[Phone]) -> None:
    french, english = phones
    await _onboards_french(french)
    await _onboards_english(english)
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        for hour, steps in (
            (MORNING_UTC_H, MORNINGS),
            (AFTERNOON_UTC_H, AFTERNOONS),
            (NIGHT_UTC_H, NIGHTS),
        ):
            await _goes_on(client, phones, day, hour)
            for phone in phones:
                for step in steps[phone.language].get(number, ()) or steps[phone.language].get(-1, ()):
                    await step(phone)


async def _goes_on(client: httpx.AsyncClient, phones: list[Phone], day: date, hour: float) -> None:
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour)
    now_s = (await client.get("/play/clock")).json()["now_s"]
    if at.timestamp() > now_s:
        (await client.post("/play/clock", json={"goal": at.timestamp()})).raise_for_status()
    for phone in phones:
        await phone.reads(unasked=True)


def _judged(phone: Phone) -> list[str]:
    quiet = set()
    if phone.language == "en":  # a holiday is quiet
        quiet = {FIRST + timedelta(days=number) for number in range(14, 19)}
    else:
        quiet = {FIRST + timedelta(days=number) for number in range(17, 21)}
    return problems(phone.lines, phone.language, FIRST, DAYS, quiet)


async def _onboards_french(phone: Phone) -> None:
    await phone.says("/start")
    await phone.photographs("welcome")
    await phone.wants("onboarding-welcome-start")
    await phone.wants("onboarding-level-intermediate")
    await phone.wants("onboarding-goal-10k")
    await phone.wants("onboarding-sessions-choice", count=4)
    await phone.says("dans 10 semaines")
    await phone.says("47:30 sur 10 km")
    await phone.wants("onboarding-volume-20-35")
    await phone.says("petite gêne au genou droit dans les descentes")
    await phone.photographs("injuries")
    await phone.taps(phone.label("onboarding-injuries-done"))
    await phone.photographs("summary")
    await _creates(phone)


async def _onboards_english(phone: Phone) -> None:
    await phone.says("/start")
    await phone.wants("onboarding-welcome-start")
    await phone.wants("onboarding-level-advanced")
    await phone.wants("onboarding-goal-half")
    await phone.wants("onboarding-sessions-choice", count=5)
    await phone.says("Ridge Trail 24 km 900 D+")
    await phone.photographs("race-unknown")
    await phone.taps(phone.label("onboarding-race-keep"))
    await phone.says("14 February")
    await phone.photographs("race")
    await phone.taps("Keep")
    await phone.says("half 1:38:00")
    await phone.wants("onboarding-volume-35-50")
    await phone.wants("onboarding-injuries-skip")
    await phone.photographs("summary")
    await _creates(phone)


async def _creates(phone: Phone) -> None:
    await phone.wants("onboarding-summary-create")
    await phone.waits_for_button(phone.label("plan-button-first-week"))
    await phone.photographs("plan")
    await phone.wants("plan-button-first-week")
    await phone.photographs("week")


def says(text: str, shot: str = "") -> Step:
    async def step(phone: Phone) -> None:
        await phone.says(text)
        if shot:
            await phone.photographs(shot)

    return step


def taps(message_id: str, shot: str = "", **variables: object) -> Step:
    async def step(phone: Phone) -> None:
        await phone.wants(message_id, **variables)
        if shot:
            await phone.photographs(shot)

    return step


def feels(feeling: str, shot: str = "") -> Step:
    """Answer the morning's question, and before it what an open gate asks."""

    async def step(phone: Phone) -> None:
        if shot:
            await phone.photographs(f"{shot}-asked")
        await _passes_gate(phone)
        label = phone.label(f"checkin-button-{feeling}")
        if label in await phone.newest_buttons():
            await phone.taps(label)
        if shot:
            await phone.photographs(shot)

    return step


async def _passes_gate(phone: Phone) -> None:
    shown = await phone.newest_buttons()
    quiet = phone.label("gate-button-illness-quiet")
    if quiet in shown:
        await phone.taps(quiet)
    elif "0" in shown and "1" in shown:
        await phone.taps("1")


def logs(effort: int, shot: str = "") -> Step:
    """Answer the evening's question when it was asked today."""

    async def step(phone: Phone) -> None:
        if phone.label("log-button-done") not in await phone.newest_buttons():
            return
        await phone.taps(phone.label("log-button-done"))
        if str(effort) in await phone.newest_buttons():
            await phone.taps(str(effort))
        if shot:
            await phone.photographs(shot)

    return step


async def photographs_week(phone: Phone) -> None:
    await phone.photographs("weekly")


MORNINGS: dict[Language, dict[int, tuple[Step, ...]]] = {
    "fr": {
        -1: (feels("fit"),),
        0: (says("/today", "rest"),),
        1: (
            feels("tired", "tired"),
            says("/today", "today"),
            taps("card-button-profile", "profile"),
            says("/why", "why"),
        ),
        3: (feels("exhausted", "exhausted"),),
        5: (says("genou droit 4", "pain"),),
        6: (feels("fit", "gate"),),
        7: (
            feels("fit"),
            says("/risk", "risk"),
            says("jeudi impossible", "impossible"),
            taps("life-button-apply", "applied"),
        ),
        8: (feels("fit"), says("/journal", "journal"), taps("journal-undo", "undone")),
        12: (taps("checkin-button-ill", "ill"), taps("illness-button-below", "fever")),
        14: (
            feels("fit"),
            says("vacances du 10 au 13 décembre", "holiday"),
            taps("life-button-apply", "holiday-applied"),
        ),
        22: (feels("fit"), says("/calendar", "calendar"), says("/settings", "settings")),
        23: (feels("fit"), says("/session", "session")),
        24: (feels("fit"), says("/race", "race"), says("/help", "help")),
        25: (feels("fit"), says("/pain", "pains")),
        26: (feels("fit"), says("/plan", "plan-later"), says("merci beaucoup !", "free")),
    },
    "en": {
        -1: (feels("fit"),),
        1: (feels("fit", "fit"), says("/today", "today"), taps("card-button-profile", "profile")),
        2: (taps("checkin-button-ill", "ill"), taps("illness-button-above", "cold")),
        5: (feels("tired", "tired"),),
        7: (
            feels("fit"),
            says("I can't run on Thursday", "impossible"),
            taps("life-button-apply", "applied"),
        ),
        8: (feels("tired", "hard-tired"),),
        9: (feels("tired", "tired-again"),),
        10: (says("left achilles 3", "pain"),),
        13: (
            feels("fit"),
            says("on holiday from 7 to 11 December", "holiday"),
            taps("life-button-apply", "holiday-applied"),
        ),
        22: (feels("exhausted", "exhausted"), says("/risk", "risk")),
        23: (feels("fit"), says("/session", "session"), says("/race", "race")),
        24: (feels("fit"), says("it's 31 and humid", "heat"), says("/week", "week-later")),
        25: (feels("fit"), says("/checkin", "checkin"), says("/log")),
    },
}
AFTERNOONS: dict[Language, dict[int, tuple[Step, ...]]] = {
    "fr": {
        3: (says("8 km 45 min effort 5", "logged"),),
        9: (says("décale la sortie longue à samedi", "move"), taps("life-button-apply", "moved")),
        10: (says("alléger ma séance de demain", "ease"),),
        21: (
            says("/settings"),
            taps("settings-button-plan", "settings-plan"),
            taps("settings-button-sessions", "sessions"),
            taps("settings-count", count=3),
            taps("settings-button-rebuild", "rebuilt"),
        ),
        25: (says("demain j'ai mal au genou", "complaint"), says("10 km 52:10 effort 9", "fast")),
    },
    "en": {
        3: (says("6 km in 40 min effort 4", "logged"),),
        10: (says("move the long run to Saturday", "move"), taps("life-button-apply", "moved")),
        22: (says("/settings", "settings"),),
    },
}
NIGHTS: dict[Language, dict[int, tuple[Step, ...]]] = {
    "fr": {
        -1: (logs(4),),
        0: (logs(4, "evening"),),
        6: (photographs_week,),
        13: (logs(6), photographs_week),
        20: (photographs_week,),
        27: (logs(5), photographs_week),
    },
    "en": {
        -1: (logs(5),),
        1: (logs(6, "evening"),),
        6: (logs(5), photographs_week),
        13: (photographs_week,),
        20: (photographs_week,),
        27: (photographs_week,),
    },
}

if __name__ == "__main__":
    sys.exit(asyncio.run(main(emptied(Path(sys.argv[1] if len(sys.argv) > 1 else "build/month")))))
