"""Reading a runner's file where it blocks nobody: FIT in a process of its own, time and memory bounded.

`python -m bot.activity_reader` reads a FIT file from stdin and writes what it holds as JSON.
"""

import asyncio
import sys
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter

from core.activities.failing import UnreadableActivity
from core.activities.model import Activity
from core.activities.reading import (
    activity_from_fit,
    activity_from_tcx,
    activity_from_track,
    check_envelope,
    is_fit,
    recorded_track,
)
from core.failure import Failure
from core.gpx import GpxFile, read_gpx

READ_WITHIN_S = 20.0
MEMORY_AT_MOST_BYTES = 768 * 2**20
AT_ONCE = 2
"""Files read at the same time: a burst of them leaves the machine to the chats."""
ACTIVITY: TypeAdapter[Activity] = TypeAdapter(Activity)
FAILURE: TypeAdapter[Failure] = TypeAdapter(Failure)
ROOT_WITHIN_BYTES = 4096
_READ, _REFUSED = b"A", b"F"

_places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def _place() -> asyncio.Semaphore:
    """The places of this event loop."""
    return _places.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))


async def read_file(content: bytes) -> tuple[Activity | None, GpxFile | None]:
    """The run in a file, and the file itself where it is GPX; one without instants is no run.

    Raises UnreadableActivity, and core.gpx.UnreadableCourse for what is no GPX either.
    """
    check_envelope(content)
    async with _place():
        if is_fit(content):
            return await _read_fit_apart(content), None
        return await asyncio.to_thread(_read_xml, content)


def _read_xml(content: bytes) -> tuple[Activity | None, GpxFile | None]:
    if b"<TrainingCenterDatabase" in content[:ROOT_WITHIN_BYTES]:
        return activity_from_tcx(content), None
    file = read_gpx(content)
    track = recorded_track(file)
    return None if track is None else activity_from_track(track), file


async def _read_fit_apart(content: bytes) -> Activity:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.activity_reader",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(READ_WITHIN_S):
            told, _ = await process.communicate(content)
    except TimeoutError:
        raise UnreadableActivity(Failure("activity-too-slow")) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if told.startswith(_READ):
        return ACTIVITY.validate_json(told[1:])
    raise UnreadableActivity(
        FAILURE.validate_json(told[1:]) if told.startswith(_REFUSED) else Failure("activity-broken")
    )


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST_BYTES, MEMORY_AT_MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (int(READ_WITHIN_S), int(READ_WITHIN_S)))


def main() -> None:
    """Read from stdin, write to stdout: a letter for read or refused, then JSON."""
    _bound_memory()
    try:
        told = _READ + ACTIVITY.dump_json(activity_from_fit(sys.stdin.buffer.read()))
    except UnreadableActivity as refusal:
        told = _REFUSED + FAILURE.dump_json(refusal.failure)
    sys.stdout.buffer.write(told)


if __name__ == "__main__":
    main()
