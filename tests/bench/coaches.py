"""A session of each coach: the engine's time; tokens, cost and time with Claude beside the old prompts'."""

import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product

from bot.claude.asking import Usage
from bot.claude.prices import cost_usd
from bot.coaches.writing import WrittenSession, write_session
from core.athlete import Level
from core.catalogue.exercise import Site
from core.coaches.asking import SCHEMA, Question, question_for
from core.coaches.equipment import PRESETS, preset
from core.coaches.offer import Offer
from core.coaches.registry import COACHES, make_session, settle
from core.coaches.request import CoachName, SessionRequest
from core.coaches.rows import written_rows
from core.coaches.session import CoachSession
from core.coaches.timing import fits, session_s
from core.prompts import estimated_tokens
from tests.bench.generation import FAST_MODEL, MODEL, client_of
from tests.bench.measuring import heading, run_async
from tests.claude_server import ClaudeServer, Says

DOCUMENTS_TOKENS: dict[CoachName, int] = {
    "force": 5_000, "endurance": 6_000, "functional": 5_200, "calisthenics": 6_000, "competitions": 5_300,
}  # fmt: skip
DOCUMENTS_S = (15, 35)
TOKENS_AT_MOST = 2_000
MINUTES = range(20, 91, 5)
INJURIES: tuple[frozenset[Site], ...] = (
    frozenset(),
    frozenset({"knee"}),
    frozenset({"achilles"}),
    frozenset({"shin"}),
    frozenset({"back"}),
    frozenset({"shoulder"}),
)
# Words as long as the prompts ask for.
TITLE = "Des jambes solides pour la fin de course"
PURPOSE = "Tes jambes portent chaque foulée : aujourd’hui on les rend plus fortes sans les vider pour demain."
NOTE = "Garde le buste haut et pousse le sol : la remontée sera plus franche et le dos restera tranquille."


@dataclass(frozen=True, slots=True)
class Measured:
    """One coach: the engine's session in ms, Claude's in s, the tokens of the call and its cost."""

    name: CoachName
    engine_ms: float
    claude_s: float
    written: WrittenSession
    schema_tokens: int

    def line(self) -> str:
        into, out = self.written.input_tokens + self.schema_tokens, self.written.output_tokens
        usage = Usage(input_tokens=into, output_tokens=out)
        usd = cost_usd(FAST_MODEL, usage, datetime.now(UTC))
        old = DOCUMENTS_TOKENS[self.name]
        return (
            f"  {self.name:<13} engine {self.engine_ms:5.1f} ms   Claude's {self.claude_s:5.2f} s"
            f" (documents {DOCUMENTS_S[0]}-{DOCUMENTS_S[1]} s)"
            f"   tokens {into:5} in {out:4} out {into + out:5}"
            f" (documents {old}, wanted at most {TOKENS_AT_MOST})"
            f"   ${usd:.5f}   {self.written.session.source}"
        )


def measure() -> None:
    heading("One session of each coach (emulated model: 0.7 s to the first token, then 150 tokens/s)")
    run_async(_measure())
    heading("Every session of the sweep: level x 20-90 min x equipment x injury x focus")
    for name in COACHES:
        print(_sweep(name))


async def _measure() -> None:
    for name in COACHES:
        question, engine_ms = _question(name)
        reply = {"t": TITLE, "p": PURPOSE, "n": [NOTE] * 3, "r": list(written_rows(question.draft))}
        text = json.dumps(reply, ensure_ascii=False)
        async with ClaudeServer(pace=MODEL) as server, client_of(server) as client:
            server.queue(Says(text))
            began = time.perf_counter()
            written = await write_session(client, question, FAST_MODEL)
            seconds = time.perf_counter() - began
        schema = estimated_tokens(json.dumps(SCHEMA))
        print(Measured(name, engine_ms, seconds, written, schema).line())


def _question(name: CoachName) -> tuple[Question, float]:
    """The question for an hour in a box, and how long the engine takes for its session."""
    request = settle(SessionRequest(name, Level.INTERMEDIATE, 60, preset("box"), language="fr"))
    assert isinstance(request, SessionRequest)
    make_session(request)
    seconds = []
    for _ in range(20):
        began = time.perf_counter()
        draft = make_session(request)
        seconds.append(time.perf_counter() - began)
    assert isinstance(draft, CoachSession)
    return question_for(request, draft), 1000 * statistics.median(seconds)


def _sweep(name: CoachName) -> str:
    """How many wishes get a session, how many an offer; a session that breaks a rule raises."""
    began = time.perf_counter()
    made = offers = unfit = 0
    for request in _wishes(name):
        answer = make_session(request)
        if isinstance(answer, Offer):
            offers += 1
            continue
        made += 1
        unfit += not fits(session_s(answer), request.minutes)
    seconds = time.perf_counter() - began
    return (
        f"  {name:<13} {made:5} sessions, all sound, {unfit} out of their time; {offers} offers"
        f"   {1000 * seconds / (made + offers):.1f} ms each"
    )


def _wishes(name: CoachName) -> Iterator[SessionRequest]:
    for level, minutes, place, hurt, focus in product(
        Level, MINUTES, PRESETS, INJURIES, COACHES[name].focuses
    ):
        yield SessionRequest(name, level, minutes, preset(place), focus, hurt)
