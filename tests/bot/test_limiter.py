"""Pacing: rates, lanes, and a chat that refuses."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.limiter import PERMITTED, LaneLimiter


@dataclass
class Alarm:
    """A call that can be called off."""

    cancel: Callable[[], None]


class Clock:
    """The loop's clock, moved by hand: time passes only when everything waits."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.now = 1000.0
        self._loop = loop
        self._alarms: list[tuple[float, Callable[[], None]]] = []

    async def run_until(self, end: float) -> None:
        while True:
            for _ in range(20):
                await asyncio.sleep(0)
            due = min((at for at, _ in self._alarms), default=end + 1)
            if due > end:
                self.now = end
                return
            self.now = max(self.now, due)
            ready = [call for at, call in self._alarms if at <= self.now]
            self._alarms = [alarm for alarm in self._alarms if alarm[0] > self.now]
            for call in ready:
                call()

    def call_at(self, when: float, call: Callable[[], None], *_: object) -> Any:
        alarm = (when, call)
        self._alarms.append(alarm)
        return Alarm(lambda: self._alarms.remove(alarm) if alarm in self._alarms else None)


@pytest.fixture
async def clock(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Clock]:
    loop = asyncio.get_running_loop()
    clock = Clock(loop)
    monkeypatch.setattr(loop, "time", lambda: clock.now)
    monkeypatch.setattr(loop, "call_at", clock.call_at)
    yield clock
    monkeypatch.undo()


@pytest.fixture
def limiter() -> LaneLimiter:
    return LaneLimiter()


class Sent:
    """When each request was let through."""

    def __init__(self, limiter: LaneLimiter, clock: Clock) -> None:
        self.times: list[tuple[float, int, int]] = []
        self._limiter = limiter
        self._clock = clock
        self._tasks: list[asyncio.Task[None]] = []

    def ask(self, chat_id: int, lane: int = 0) -> None:
        self._tasks.append(asyncio.create_task(self._ask(chat_id, lane)))

    async def _ask(self, chat_id: int, lane: int) -> None:
        await self._limiter.permit(chat_id, lane)
        self.times.append((round(self._clock.now - 1000, 3), chat_id, lane))

    def of(self, *, chat_id: int | None = None, lane: int | None = None) -> list[float]:
        return [at for at, chat, line in self.times if chat_id in (None, chat) and lane in (None, line)]

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@pytest.fixture
async def sent(limiter: LaneLimiter, clock: Clock) -> AsyncIterator[Sent]:
    sent = Sent(limiter, clock)
    yield sent
    await sent.end()
    await limiter.shutdown()


async def test_a_chat_gets_three_at_once_then_one_a_second(sent: Sent, clock: Clock) -> None:
    for _ in range(6):
        sent.ask(1)
    await clock.run_until(1010)
    assert sent.of(chat_id=1)[3:] == pytest.approx([1, 2, 3], abs=0.15)
    assert max(sent.of(chat_id=1)[:3]) < 0.1


async def test_what_a_runner_writes_is_credited(sent: Sent, limiter: LaneLimiter, clock: Clock) -> None:
    for _ in range(3):
        sent.ask(1)
    await clock.run_until(1000.2)
    for _ in range(2):
        limiter.credit(1)
        sent.ask(1)
        sent.ask(1)
        await clock.run_until(clock.now + 0.2)
    assert len(sent.times) == 7


async def test_credit_is_never_saved_up(sent: Sent, limiter: LaneLimiter, clock: Clock) -> None:
    sent.ask(1)
    for second in range(1, 60):
        await clock.run_until(1000 + second)
        limiter.credit(1)
    for _ in range(6):
        sent.ask(1)
    await clock.run_until(1059.5)
    assert len(sent.times) == 4


@pytest.mark.parametrize(("lane", "per_s"), [(0, 28), (1, 28), (2, 20), (3, 20)])
async def test_the_rate_of_each_lane(sent: Sent, clock: Clock, lane: int, per_s: int) -> None:
    for chat_id in range(200):
        sent.ask(chat_id, lane)
    await clock.run_until(1005)
    assert len(sent.times) == pytest.approx(5 * per_s, abs=2)
    times = sent.of()
    busiest = max(sum(start <= at < start + 1 for at in times) for start in times)
    assert busiest <= 30


async def test_replies_do_not_wait_for_a_broadcast(sent: Sent, clock: Clock) -> None:
    for chat_id in range(1000, 1500):
        sent.ask(chat_id, lane=2)
    waits = []
    for second in range(1, 11):
        await clock.run_until(1000 + second)
        sent.ask(second, lane=0)
        await clock.run_until(1000 + second + 0.5)
        (at,) = sent.of(chat_id=second)
        waits.append(at - second)
    assert max(waits) < 0.08
    assert len(sent.of(lane=2)) == pytest.approx(210, abs=5)


async def test_lanes_overtake_in_order(sent: Sent, clock: Clock) -> None:
    for lane in (3, 2, 1, 0):
        for number in range(4):
            sent.ask(100 * lane + number, lane)
    await clock.run_until(1002)
    order = [lane for _, _, lane in sent.times[2:]]  # the first two found the line empty
    assert [lane for lane in order if lane < 2] == sorted(lane for lane in order if lane < 2)
    assert max(sent.of(lane=0)) < max(sent.of(lane=1)) < max(sent.of(lane=2)) < max(sent.of(lane=3))


async def test_a_refusing_chat_delays_nobody_else(sent: Sent, limiter: LaneLimiter, clock: Clock) -> None:
    limiter.close(1, 20)
    for lane in (0, 2):
        sent.ask(1, lane)
        sent.ask(2, lane)
    await clock.run_until(1019)
    assert sent.of(chat_id=1) == []
    assert len(sent.of(chat_id=2)) == 2
    assert limiter.closed_for(1, 0) == pytest.approx(1)
    assert limiter.closed_for(2, 2) == 0
    await clock.run_until(1021)
    assert len(sent.of(chat_id=1)) == 2


async def test_three_refusing_chats_stop_bulk_and_not_replies(
    sent: Sent, limiter: LaneLimiter, clock: Clock
) -> None:
    for chat_id in (1, 2, 3):
        limiter.close(chat_id, 10)
    sent.ask(4, lane=2)
    sent.ask(5, lane=0)
    await clock.run_until(1009)
    assert sent.of(chat_id=4) == []
    assert len(sent.of(chat_id=5)) == 1
    await clock.run_until(1011)
    assert len(sent.of(chat_id=4)) == 1


async def test_a_cancelled_request_leaves_the_line(sent: Sent, limiter: LaneLimiter, clock: Clock) -> None:
    limiter.close(1, 5)
    waiting = asyncio.create_task(limiter.permit(1, 0))
    await clock.run_until(1001)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await clock.run_until(1010)
    sent.ask(1)
    await clock.run_until(1010.1)
    assert len(sent.times) == 1


def request(
    limiter: LaneLimiter, endpoint: str, callback: Callable[[], Awaitable[bool]], lane: int | None
) -> Awaitable[Any]:
    return limiter.process_request(callback, (), {}, endpoint, {"chat_id": 1}, lane)  # type: ignore[arg-type]  # any awaitable will do


async def test_taps_are_answered_at_once_and_permits_are_not_asked_twice(
    limiter: LaneLimiter, clock: Clock
) -> None:
    async def answer() -> bool:
        return True

    limiter.close(1, 60)
    assert await request(limiter, "answerCallbackQuery", answer, None)
    assert await request(limiter, "sendMessage", answer, PERMITTED)


async def test_a_refusal_closes_its_chat_and_is_passed_on(limiter: LaneLimiter, clock: Clock) -> None:
    async def refuse() -> bool:
        raise RetryAfter(35)

    with pytest.raises(RetryAfter):
        await request(limiter, "sendMessage", refuse, PERMITTED)
    assert limiter.closed_for(1, 0) == pytest.approx(35)
    assert limiter.closed_for(2, 0) == 0
