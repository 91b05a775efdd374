"""A GPX course sent to the chat: what it is like, and a plan for it."""

import asyncio
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from bot.conversations import onboarding
from bot.conversations.plan import active
from bot.messages import SendText
from bot.turn import DownloadFailed, FileTooLarge, IncomingFile, Turn
from bot.views.course import course_html, prepare_keyboard
from bot.views.formats import safe
from core.athlete import Race
from core.course import Course, course_from_gpx
from core.dialogue.onboarding import asks_for_race_later
from core.dialogue.state import Dialogue
from core.failure import Failure
from core.gpx import MAX_BYTES, UnreadableCourse
from storage import dialogues
from storage.dialogues import StoredDialogue

KIND = "course"
RACE: TypeAdapter[Race] = TypeAdapter(Race)


async def received(turn: Turn) -> bool:
    """A GPX document: measured, told and offered for preparation; the file itself is not kept."""
    file = turn.incoming.file
    if file is None or not _is_gpx(file):
        return False
    async with turn.typing():
        course = await _read(turn, file)
    async with turn.saving() as save:
        if isinstance(course, str):
            await save.say(SendText(html=safe(course)))
            return True
        race = RACE.dump_python(course.race(), mode="json")
        version = await dialogues.save(save.connection, turn.runner.id, KIND, race, now=turn.now)
        keyboard = prepare_keyboard(version, turn.words)
        await save.say(SendText(html=course_html(course, turn.words), keyboard=keyboard))
    return True


async def prepare_button(turn: Turn) -> None:
    """Prepare the course that was sent last: its date is asked, the rest is known or being asked."""
    plan = await active(turn)
    async with turn.saving() as save:
        kept = await dialogues.load(save.connection, turn.runner.id, KIND)
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if kept is None or not _is_of(turn, kept):
            await save.say(SendText(html=turn.words("course-gone")))
            return
        race = RACE.validate_python(kept.state)
        if isinstance(found, Dialogue) and not asks_for_race_later(found):
            await onboarding.prepare_race(turn, save, found, race)
        elif plan is not None and not isinstance(found, Dialogue):
            await onboarding.prepare_race_of_known(turn, save, plan.profile, race)
        else:
            # The level and the goal come first; the button stays for when the race is asked.
            await save.say(SendText(html=turn.words("course-later")))
            await onboarding.resume_or_begin(turn, save, found)
            return
        await dialogues.close(save.connection, turn.runner.id, KIND)


def _is_gpx(file: IncomingFile) -> bool:
    return file.name.lower().endswith(".gpx") or "gpx" in file.mime_type.lower()


def _is_of(turn: Turn, kept: StoredDialogue) -> bool:
    """Whether the button belongs to the course that was sent last."""
    return turn.incoming.data.partition(":")[2] == str(kept.version)


async def _read(turn: Turn, file: IncomingFile) -> Course | str:
    """The course, or the sentence that says why there is none."""
    language = turn.words.language
    try:
        content = await turn.download(MAX_BYTES)
        return await asyncio.to_thread(course_from_gpx, content, PurePosixPath(file.name).stem[:60])
    except FileTooLarge:
        return Failure("course-too-large", {"megabytes": MAX_BYTES / 1e6}).text(language)
    except DownloadFailed:
        return turn.words("course-download-failed")
    except UnreadableCourse as error:
        return error.text(language)
