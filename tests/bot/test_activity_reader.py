"""A FIT file is read in a process of its own: within its time, or given up; nothing stays behind."""

import asyncio
import time

import pytest

from bot import activity_reader
from bot.activity_reader import read_file
from core.activities.failing import UnreadableActivity
from core.gpx import UnreadableCourse
from tests.core.test_course import gpx, hill
from tests.recordings import Stretch, fit_run, gpx_run, tcx_run

RUN = [Stretch(1800, 330)]


async def test_each_kind_of_file_is_known_by_what_it_holds() -> None:
    for content in (fit_run(RUN), tcx_run(RUN)):
        run, file = await read_file(content)
        assert run is not None
        assert file is None
    run, file = await read_file(gpx_run(RUN))
    assert run is not None
    assert file is not None
    run, file = await read_file(gpx(hill(50)))
    assert run is None
    assert file is not None
    with pytest.raises(UnreadableCourse):
        await read_file(b"hello")


async def test_what_is_read_apart_is_what_is_read_here() -> None:
    from core.activities.reading import activity_from_fit

    content = fit_run([Stretch(600, 360), Stretch(180, 240)])
    assert (await read_file(content))[0] == activity_from_fit(content)


async def test_other_work_goes_on_while_a_large_file_is_read() -> None:
    content = fit_run([Stretch(8_000, 600)], every_s=1)
    longest = 0.0
    reading = asyncio.create_task(read_file(content))
    while not reading.done():
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - before)
    run, _ = await reading
    assert run is not None
    assert longest < 0.5


async def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity_reader, "READ_WITHIN_S", 0.01)
    with pytest.raises(UnreadableActivity) as refusal:
        await read_file(fit_run(RUN))
    assert refusal.value.failure.key == "activity-too-slow"
