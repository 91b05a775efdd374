"""The week, second by second: due, queued by the tick, sent; runners answer, and answers go first."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.limiter import BULK_PER_S, OVERALL_PER_S
from bot.rhythms import CHECK_IN, EVENING, WEEKLY
from bot.ticking import BREATH_S, TOGETHER
from scripts.simulation.population import DAYS, Cohort, cohorts
from storage.outbox import Lane

WEEK_S = DAYS * 24 * 3600
DAY_S = 24 * 3600
"""The week begins a day early in the east, and runs on for a day so that what waits still arrives."""
KINDS = (CHECK_IN, EVENING, WEEKLY)
"""In the order of the bot's duties."""
NEGLIGIBLE = 1e-9
MINUTE_S = 60
TICKED_PER_S = TOGETHER / BREATH_S
"""Runners one ticking process queues in a second at most."""
ANSWERING = 0.55
"""Who answers a morning question. An assumption."""
ANSWER_AFTER_S = (60, 180, 480, 1200, 2700, 5400, 9000, 14400)
"""When: eight equal shares, half of them within 20 minutes. An assumption."""
REQUESTS_PER_ANSWER = 2
"""The question is edited and the day is said anew."""


@dataclass(frozen=True, slots=True)
class Writes:
    """Commits of the database, counted on the real program; a test compares."""

    per_ticked_group: float = 1.0
    per_sent: float = 2.75
    per_update: float = 2.0


@dataclass(frozen=True, slots=True)
class Setup:
    """How many runners, and what Telegram and the processes allow, in messages and runners per second."""

    name: str
    runners: int
    overall_per_s: float = OVERALL_PER_S
    bulk_per_s: float = BULK_PER_S
    tickers: int = 1


@dataclass(slots=True)
class Delays:
    """How late messages of a kind went out: seconds after their hour, and how many."""

    sent: dict[int, float] = field(default_factory=dict)
    expired: float = 0.0

    def add(self, late_s: int, count: float) -> None:
        self.sent[late_s] = self.sent.get(late_s, 0.0) + count

    def total(self) -> float:
        return sum(self.sent.values())

    def quantile(self, share: float) -> float:
        """The delay in seconds within which this share of the sent messages went out; 0 when none was."""
        wanted, seen = share * self.total(), 0.0
        for late_s in sorted(self.sent):
            seen += self.sent[late_s]
            if seen >= wanted:
                return float(late_s)
        return 0.0


@dataclass(slots=True)
class Minute:
    """What one minute of the week saw: the highest queues, messages sent, commits."""

    waiting: float = 0.0
    answers_waiting: float = 0.0
    sent: float = 0.0
    commits: float = 0.0


@dataclass(slots=True)
class Week:
    """What came of it."""

    setup: Setup
    due: float = 0.0
    delays: dict[str, Delays] = field(default_factory=dict)
    answers: Delays = field(default_factory=Delays)
    minutes: list[Minute] = field(default_factory=list)
    left: float = 0.0

    @property
    def asked(self) -> float:
        """Morning questions of the week, sent or not."""
        return float(self.setup.runners * DAYS)


@dataclass(slots=True)
class Waiting:
    """Runners of a cohort who wait at one place."""

    cohort: Cohort
    runners: float


class Queue:
    """First come, first served, in fractions of runners: the crowd is a fluid."""

    def __init__(self) -> None:
        self._line: deque[Waiting] = deque()
        self.length = 0.0

    def put(self, cohort: Cohort, runners: float) -> None:
        self._line.append(Waiting(cohort, runners))
        self.length += runners

    def take(self, at_most: float) -> Iterator[tuple[Cohort, float]]:
        """Take up to so many runners, the longest waiting first."""
        while self._line and at_most > NEGLIGIBLE:
            first = self._line[0]
            taken = min(first.runners, at_most)
            first.runners -= taken
            if first.runners <= NEGLIGIBLE:
                self._line.popleft()
            at_most -= taken
            self.length = max(self.length - taken, 0.0)
            yield first.cohort, taken

    def drop_expired(self, second: int) -> Iterator[tuple[Cohort, float]]:
        """Take those at the head of the line whom nothing is of use to any more."""
        while self._line and second > self._line[0].cohort.expires_s:
            late = self._line.popleft()
            self.length = max(self.length - late.runners, 0.0)
            yield late.cohort, late.runners


class Model:
    """The queues between the hour and the runner; one `step` is one second."""

    def __init__(self, setup: Setup, due: Sequence[Cohort], writes: Writes) -> None:
        self.week = Week(setup, due=sum(cohort.runners for cohort in due))
        self._setup, self._writes = setup, writes
        self._due = deque(due)
        self._ticking = {kind: Queue() for kind in KINDS}
        self._outbox = {lane: Queue() for lane in (Lane.CHECK_IN, Lane.WEEKLY)}
        self._coming: dict[int, float] = defaultdict(float)
        self._answers: deque[list[float]] = deque()

    def step(self, second: int) -> None:
        """One second: what is due, what is queued, answers first, then the rest."""
        if second % MINUTE_S == 0:
            self.week.minutes.append(Minute())
        while self._due and self._due[0].due_s <= second:
            cohort = self._due.popleft()
            self._ticking[cohort.kind].put(cohort, cohort.runners)
        self._tick(second)
        answered = self._answer(second)
        self._send(second, min(self._setup.bulk_per_s, self._setup.overall_per_s - answered))
        self._note()

    @property
    def waiting(self) -> float:
        """Unasked messages that are due and not sent."""
        queues = (*self._ticking.values(), *self._outbox.values())
        return sum(queue.length for queue in queues)

    @property
    def minute(self) -> Minute:
        """The minute of this second."""
        return self.week.minutes[-1]

    def _tick(self, second: int) -> None:
        """Queue the runners who are due, one kind after the other; who is due too long ago is passed over."""
        left = TICKED_PER_S * self._setup.tickers
        for kind, queue in self._ticking.items():
            for cohort, runners in queue.take(left):
                left -= runners
                self.minute.commits += runners / TOGETHER * self._writes.per_ticked_group
                if second > cohort.expires_s:
                    self._delays(kind).expired += runners
                else:
                    self._outbox[cohort.lane].put(cohort, runners)

    def _answer(self, second: int) -> float:
        """Send the answers that wait, as many as Telegram takes; gives how many requests that were."""
        coming = self._coming.pop(second, 0.0)
        self.minute.commits += coming * self._writes.per_update
        if coming:
            self._answers.append([second, coming * REQUESTS_PER_ANSWER])
        room = self._setup.overall_per_s
        while self._answers and room > NEGLIGIBLE:
            came, requests = self._answers[0]
            taken = min(requests, room)
            self.week.answers.add(second - int(came), taken)
            self.minute.commits += taken * self._writes.per_sent
            self._answers[0][1] -= taken
            room -= taken
            if self._answers[0][1] <= NEGLIGIBLE:
                self._answers.popleft()
        return self._setup.overall_per_s - room

    def _send(self, second: int, room: float) -> None:
        """Send what came by itself, the morning and evening questions before the weekly word."""
        for queue in self._outbox.values():
            for cohort, runners in queue.drop_expired(second):
                self._delays(cohort.kind).expired += runners
            for cohort, runners in queue.take(room):
                room -= runners
                self.minute.sent += runners
                self.minute.commits += runners * self._writes.per_sent
                self._delays(cohort.kind).add(second - cohort.due_s, runners)
                if cohort.kind == CHECK_IN:
                    for after_s in ANSWER_AFTER_S:
                        self._coming[second + after_s] += runners * ANSWERING / len(ANSWER_AFTER_S)

    def _note(self) -> None:
        minute = self.minute
        minute.waiting = max(minute.waiting, self.waiting)
        minute.answers_waiting = max(minute.answers_waiting, sum(requests for _, requests in self._answers))

    def _delays(self, kind: str) -> Delays:
        return self.week.delays.setdefault(kind, Delays())


def simulate(setup: Setup, writes: Writes | None = None) -> Week:
    """Let the week pass."""
    model = Model(setup, cohorts(setup.runners), writes or Writes())
    for second in range(-DAY_S, WEEK_S + DAY_S):
        model.step(second)
    model.week.left = model.waiting
    return model.week
