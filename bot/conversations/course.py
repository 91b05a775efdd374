"""A file sent to the chat: a course to prepare or of the race there is, or a run that was recorded."""

import asyncio
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from bot.activity_reader import read_file
from bot.conversations import activity, onboarding
from bot.conversations.days import today_of
from bot.conversations.plan import active
from bot.conversations.showing import alert
from bot.messages import SendText
from bot.turn import DownloadFailed, FileTooLarge, IncomingFile, Turn
from bot.views.course import course_html, course_keyboard, profile_picture
from bot.views.formats import safe
from bot.views.pacing import pacing_html
from core.activities.failing import UnreadableActivity
from core.activities.model import Activity
from core.athlete import Race, Terrain
from core.course import Course, course_of
from core.dialogue.onboarding import asks_for_race_later
from core.dialogue.state import Dialogue
from core.failure import Failure
from core.gpx import MAX_BYTES, GpxFile, UnreadableCourse
from core.pacing import Conditions, pace_race
from core.race_week.course import RaceCourse, race_course
from core.race_week.finding import days_until, planned_race
from storage import dialogues, races
from storage.dialogues import StoredDialogue
from storage.programs import StoredProgram
from storage.races import COURSE

KIND = "course"
RACE: TypeAdapter[Race] = TypeAdapter(Race)
ENDINGS = (".gpx", ".fit", ".tcx", ".zip", ".gz")
MIME_WORDS = ("gpx", "tcx", "vnd.ant.fit", "fit+")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file held: a run, a course, or a track that may be either."""

    run: Activity | None = None
    course: Course | None = None


async def received(turn: Turn) -> bool:
    """A document with a run or a course: read, told and let go; False for any other document."""
    file = turn.incoming.file
    if file is None or not _is_ours(file):
        return False
    async with turn.typing():
        read = await _read(turn, file)
    if isinstance(read, str):
        async with turn.saving() as save:
            await save.say(SendText(html=safe(read)))
    elif read.run is not None:
        await _take_run(turn, read.run, read.course)
    elif read.course is not None:
        await _take_course(turn, read.course)
    return True


async def prepare_button(turn: Turn) -> None:
    """A button under the course that was sent last: prepare it, take it as the race's, see its paces."""
    action = (*turn.incoming.data.split(":"), "", "")[2]
    if action == "mine":
        await _take_as_mine(turn)
    elif action == "pace":
        await _show_paces(turn)
    else:
        await _prepare(turn)


async def run_button(turn: Turn) -> None:
    """A button under a run that was sent: av:<version>:<what>:<value>."""
    _prefix, version, what, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    sent = await activity.waiting(turn, version)
    if sent is None:
        await alert(turn, "activity-gone")
    elif what == "r":
        await activity.take(turn, sent)
    elif what == "c":
        async with turn.saving() as save:
            await dialogues.close(save.connection, turn.runner.id, activity.KIND)
            kept = await dialogues.load(save.connection, turn.runner.id, KIND)
            if kept is not None and "course" in kept.state:
                course = COURSE.validate_python(kept.state["course"])
                await races.keep_course(save.connection, turn.runner.id, course, now=turn.now)
                await save.say(SendText(html=turn.words("course-kept")))
    else:
        await activity.answer(turn, sent, what, value)


async def _take_run(turn: Turn, run: Activity, course: Course | None) -> None:
    stored = await active(turn)
    sent = activity.sent_now(turn, run)
    race = _race_ahead(turn, stored)
    if course is not None and race is not None and race_course(course).fits(race.distance_km):
        async with turn.saving() as save:  # the update is done when the question is asked
            await dialogues.save(save.connection, turn.runner.id, KIND, _state(course), now=turn.now)
            await activity.ask_run_or_course(turn, save, sent, race.name)
        return
    await activity.take(turn, sent)


async def _take_course(turn: Turn, course: Course) -> None:
    stored = await active(turn)
    race, kept = _race_ahead(turn, stored), race_course(course)
    may_be_mine = race is not None and kept.fits(race.distance_km)
    async with turn.saving() as save:
        version = await dialogues.save(save.connection, turn.runner.id, KIND, _state(course), now=turn.now)
        if kept.has_heights:
            await save.say(profile_picture(kept, turn.words))
        keyboard = course_keyboard(version, turn.words, may_be_mine=may_be_mine, paced=stored is not None)
        await save.say(SendText(html=course_html(course, turn.words), keyboard=keyboard))


async def _take_as_mine(turn: Turn) -> None:
    async with turn.saving() as save:
        kept = await dialogues.load(save.connection, turn.runner.id, KIND)
        if kept is None or not _is_of(turn, kept) or "course" not in kept.state:
            await save.say(SendText(html=turn.words("course-gone")))
            return
        course = COURSE.validate_python(kept.state["course"])
        await races.keep_course(save.connection, turn.runner.id, course, now=turn.now)
        await save.say(SendText(html=turn.words("course-kept")))


async def _show_paces(turn: Turn) -> None:
    stored = await active(turn)
    async with turn.services.database.reading() as connection:
        kept = await dialogues.load(connection, turn.runner.id, KIND)
    async with turn.saving() as save:
        if stored is None or kept is None or not _is_of(turn, kept) or "course" not in kept.state:
            await save.say(SendText(html=turn.words("course-gone")))
            return
        race = RACE.validate_python(kept.state["race"])
        course: RaceCourse = COURSE.validate_python(kept.state["course"])
        weather = Conditions(race.temperature_c, race.humidity_percent)
        trail = race.terrain is not Terrain.ROAD
        pacing = pace_race(course, stored.program.vdot, weather, trail=trail)
        await save.say(SendText(html=pacing_html(pacing, course, turn.words)))


async def _prepare(turn: Turn) -> None:
    """Prepare the course that was sent last: its date is asked, the rest is known or being asked."""
    plan = await active(turn)
    async with turn.saving() as save:
        kept = await dialogues.load(save.connection, turn.runner.id, KIND)
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if kept is None or not _is_of(turn, kept):
            await save.say(SendText(html=turn.words("course-gone")))
            return
        race = RACE.validate_python(kept.state.get("race", kept.state))
        if isinstance(found, Dialogue) and not asks_for_race_later(found):
            await onboarding.prepare_race(turn, save, found, race)
        elif plan is not None and not isinstance(found, Dialogue):
            await onboarding.prepare_race_of_known(turn, save, plan.profile, race)
        else:
            # The level and the goal come first; the button stays for when the race is asked.
            await save.say(SendText(html=turn.words("course-later")))
            await onboarding.resume_or_begin(turn, save, found)
            return
        if "course" in kept.state:
            course = COURSE.validate_python(kept.state["course"])
            await races.keep_course(save.connection, turn.runner.id, course, now=turn.now)
        await dialogues.close(save.connection, turn.runner.id, KIND)


def _is_ours(file: IncomingFile) -> bool:
    name, mime = file.name.lower(), file.mime_type.lower()
    return name.endswith(ENDINGS) or any(word in mime for word in MIME_WORDS)


def _is_of(turn: Turn, kept: StoredDialogue) -> bool:
    """Whether the button belongs to the course that was sent last."""
    return turn.incoming.data.split(":")[1] == str(kept.version)


def _state(course: Course) -> dict[str, Any]:
    race = RACE.dump_python(course.race(), mode="json")
    return {"race": race, "course": COURSE.dump_python(race_course(course), mode="json")}


def _race_ahead(turn: Turn, stored: StoredProgram | None) -> Race | None:
    """The race the runner prepares, if it is still to come."""
    if stored is None:
        return None
    sessions = [item.session for week in stored.weeks for item in week.sessions]
    found = planned_race(sessions, stored.profile, turn.words("race-yours"))
    return found.race if found is not None and days_until(found, today_of(turn)) >= 0 else None


async def _read(turn: Turn, file: IncomingFile) -> Read | str:
    """What the file holds, or the sentence that says why nothing."""
    language = turn.words.language
    try:
        content = await turn.download(MAX_BYTES)
        found, gpx = await read_file(content)
        course = await asyncio.to_thread(_course_or_none, gpx, file.name, found is None)
        return Read(found, course)
    except FileTooLarge:
        return Failure("activity-too-large", {"megabytes": MAX_BYTES / 1e6}).text(language)
    except DownloadFailed:
        return turn.words("course-download-failed")
    except UnreadableActivity as error:
        return error.text(language)
    except UnreadableCourse as error:
        if error.failure.key == "course-not-gpx" and not file.name.lower().endswith(".gpx"):
            return Failure("activity-unknown-file").text(language)
        return error.text(language)


def _course_or_none(gpx: GpxFile | None, name: str, is_needed: bool) -> Course | None:
    """The course in a GPX file; a run recorded on a track need not be one."""
    if gpx is None:
        return None
    try:
        return course_of(gpx, PurePosixPath(name).stem[:60])
    except UnreadableCourse:
        if is_needed:
            raise
        return None
