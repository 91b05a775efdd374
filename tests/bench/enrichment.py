"""What enriching a program costs at list prices: in real time, in batches, and as it is done."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.claude.asking import Usage
from bot.claude.prices import cost_usd
from bot.enrichment.planning import AHEAD
from core.athlete import Goal, Language, Level, Performance, RunnerProfile
from core.enrichment.asking import KEY_OF, Question, question_for
from core.enrichment.circumstances import circumstances
from core.enrichment.from_catalogue import from_catalogue
from core.enrichment.model import LISTS, Section
from core.program.builder import build_program
from core.prompts import estimated_tokens
from tests.bench.measuring import heading

MODEL = "claude-haiku-5-5"
START = date(2026, 11, 23)
AT = datetime(2026, 11, 23, tzinfo=UTC)
ASKED: dict[Section, int] = {"warm_up": 2, "cues": 3, "mistakes": 2, "progression": 1, "technique": 2}
"""Texts of each list, as the prompt asks for."""
CACHE_FROM_TOKENS = 512
"""The shortest prefix this model caches."""


@dataclass(frozen=True, slots=True)
class Call:
    """One session: when it is run, and the tokens of its question and answer."""

    day: date
    prefix: int
    user: int
    output: int


def calls(language: Language) -> list[Call]:
    """The questions of a whole program, their answers as long as the catalogue's own texts."""
    profile = RunnerProfile(
        Level.INTERMEDIATE, Goal.HALF_MARATHON, 4, reference=Performance(10_000, 2700),
        current_km_per_week=35, language=language,
    )  # fmt: skip
    program = build_program(profile, START)
    found = []
    for week in program.weeks:
        for session in week.sessions:
            question = question_for(session, circumstances(profile, session, week.week_number, language))
            if question is not None and session.date is not None:
                tokens = (estimated_tokens(question.prompt.text), estimated_tokens(question.user))
                found.append(Call(session.date, *tokens, estimated_tokens(_answer(question))))
    return found


def real_time_usd(asked: Sequence[Call]) -> float:
    """One after the other: the first writes the cache, the others read it."""
    return sum(cost_usd(MODEL, _usage(call, first=not number), AT) for number, call in enumerate(asked))


def batch_usd(asked: Iterable[Call]) -> float:
    """At half price, without counting on the cache."""
    return sum(
        cost_usd(
            MODEL, Usage(input_tokens=call.prefix + call.user, output_tokens=call.output), AT, batch=True
        )
        for call in asked
    )


def measure() -> None:
    heading("Enriching a program of 12 weeks, 4 sessions a week, at list prices")
    for language in ("fr", "en"):
        _tell(language)


def _tell(language: Language) -> None:
    asked = calls(language)
    soon = [call for call in asked if call.day <= START + AHEAD]
    later = [call for call in asked if call.day > START + AHEAD]
    count = len(asked)
    output = sum(call.output for call in asked) / count
    whole = sum(call.prefix + call.user + call.output for call in asked) / count
    costs = (
        ("all in real time", real_time_usd(asked)),
        ("all in batches", batch_usd(asked)),
        ("as it is done", real_time_usd(soon) + batch_usd(later)),
    )
    print(f"  {language}: {count} sessions, {whole:.0f} tokens each, {output:.0f} of them written")
    for name, usd in costs:
        print(f"    {name:<18} ${usd:.4f}   ${usd / count:.5f} a session")


def _usage(call: Call, *, first: bool) -> Usage:
    if call.prefix < CACHE_FROM_TOKENS:
        return Usage(input_tokens=call.prefix + call.user, output_tokens=call.output)
    if first:
        return Usage(input_tokens=call.user, cache_write_5m_tokens=call.prefix, output_tokens=call.output)
    return Usage(input_tokens=call.user, cache_read_tokens=call.prefix, output_tokens=call.output)


def _answer(question: Question) -> str:
    known = from_catalogue(question.session, question.around)
    if known is None:
        return ""
    texts: dict[str, object] = {}
    for section, key in KEY_OF.items():
        said = known.section(section)
        texts[key] = list(said[: ASKED[section]]) if section in LISTS else "".join(said[:1])
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
