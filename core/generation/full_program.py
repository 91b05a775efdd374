"""A reply that is a whole program: counted, corrected where that is plain, dated, judged by the rules."""

import json
from collections.abc import Iterator
from typing import Any

from core.generation.brief import PlanBrief
from core.generation.expand import changed_sessions, new_breaches
from core.generation.outcome import ReplyFault, WrittenPlan, check_language, check_weeks
from core.generation.wording import Wording, cut, sentences
from core.localisation import core_localizer
from core.program.exchange import KeyPhase, Notice, ProgramData, ProgramSummary, Session, Tips, Week
from core.program.reading import UnreadableProgram, read_program
from core.session_kinds import kind_of

DAYS = 7
TEXT_AT_MOST = 600  # characters of one text
TIPS_AT_MOST = 5
SESSION_TEXTS = ("session_type", "description", "workout_structure", "why", "pace_target")


def program_in(raw: dict[str, Any], brief: PlanBrief) -> WrittenPlan:
    """The checked program of a full reply; raises ReplyFault."""
    check_weeks(raw.get("weeks"), brief)
    try:
        read = read_program(json.dumps(raw))
    except UnreadableProgram as error:
        raise ReplyFault("invalid_json", error.text("en")) from None
    if any(len(week.sessions) != DAYS for week in read.weeks):
        raise ReplyFault("wrong_counts", "a week does not hold seven days")
    corrected = _corrected_sessions(read, brief)
    program = _framed(read, brief, corrected)
    _check_words(program, brief)
    breaches = new_breaches(program, brief.program)
    if breaches:
        raise ReplyFault("breaks_rules", breaches[0].text)
    return WrittenPlan(program, changed_sessions(brief.program, program), len(program.weeks), corrected)


def _corrected_sessions(program: ProgramData, brief: PlanBrief) -> int | None:
    """None when the weeks hold the sessions asked for; another number that every week holds; else a fault."""
    asked = brief.profile.sessions_per_week
    held = [_count(week) for week in program.weeks]
    # Race week and injury weeks may hold fewer, as the engine's own do.
    allowed = [{asked, _count(week)} for week in brief.program.weeks]
    if all(count in counts for count, counts in zip(held, allowed, strict=True)):
        return None
    if len(set(held)) == 1:
        return held[0]
    number = next(i for i, count in enumerate(held) if count not in allowed[i])
    raise ReplyFault("wrong_counts", f"week {number + 1} holds {held[number]} sessions instead of {asked}")


def _count(week: Week) -> int:
    return sum(not session.rest_day for session in week.sessions)


def _framed(program: ProgramData, brief: PlanBrief, corrected: int | None) -> ProgramData:
    """The reply's weeks and words inside what is not the model's to say: runner, race, paces, dates."""
    engine = brief.program
    asked = brief.profile.sessions_per_week
    pairs = zip(program.weeks, engine.weeks, strict=True)
    notices = engine.notices
    if corrected is not None:
        words = core_localizer(brief.language)
        text = words("generation-sessions-corrected", asked=asked, held=corrected)
        notices = (*notices, Notice(code="sessions_corrected", text=text))
    return engine.model_copy(
        update={
            "user_profile": engine.user_profile.model_copy(update={"sessions_per_week": corrected or asked}),
            "program_summary": _summary(program.program_summary, engine.program_summary.phases),
            "weeks": tuple(_week(mine, own) for mine, own in pairs),
            "tips": _tips(program.tips),
            "notices": notices,
            "source": "claude",
        }
    )


def _summary(told: ProgramSummary, phases: tuple[KeyPhase, ...]) -> ProgramSummary:
    return ProgramSummary(
        total_weeks=told.total_weeks,
        philosophy=_bare(told.philosophy),
        key_phases=tuple(_bare(text) for text in told.key_phases[:DAYS]),
        weekly_volume_progression=_bare(told.weekly_volume_progression),
        phases=phases,
    )


def _tips(tips: Tips) -> Tips:
    return Tips(
        nutrition=tuple(_bare(text) for text in tips.nutrition[:TIPS_AT_MOST]),
        recovery=tuple(_bare(text) for text in tips.recovery[:TIPS_AT_MOST]),
        mental=tuple(_bare(text) for text in tips.mental[:TIPS_AT_MOST]),
    )


def _week(week: Week, own: Week) -> Week:
    days = zip(week.sessions, own.sessions, strict=True)
    return Week(
        week_number=own.week_number,
        focus=_bare(week.focus),
        total_volume_km=week.total_volume_km,
        notes=_bare(week.notes),
        sessions=tuple(_session(session, day) for session, day in days),
        phase=own.phase,
        recovery=own.recovery,
    )


def _session(session: Session, own: Session) -> Session:
    """The session on its date, its kind named, its texts bare and bounded; a rest day holds nothing else."""
    fixed = {"day": own.day, "date": own.date}
    if session.rest_day:
        return Session(rest_day=True, kind="rest", **fixed)
    texts = {name: _bare(getattr(session, name) or "") or None for name in SESSION_TEXTS}
    known = {name: getattr(session, name) for name in Session.model_fields}
    return Session(**{**known, **texts, **fixed, "kind": kind_of(session), "workout": None})


def _bare(text: str) -> str:
    return cut(" ".join(sentences(text)), TEXT_AT_MOST)


def _check_words(program: ProgramData, brief: PlanBrief) -> None:
    """No link, leak, danger or foreign language anywhere; raises ReplyFault."""
    told = list(_texts(program))
    check_language(" ".join(told), brief)
    wording = Wording(brief.language, (brief.prompt.text, *brief.free_texts))
    for text in told:
        if not all(wording.is_harmless(sentence) for sentence in sentences(text)):
            raise ReplyFault("unsafe", f"a text may not be said ({len(text)} characters)")


def _texts(program: ProgramData) -> Iterator[str]:
    summary, tips = program.program_summary, program.tips
    yield from (summary.philosophy, summary.weekly_volume_progression, *summary.key_phases)
    yield from (*tips.nutrition, *tips.recovery, *tips.mental)
    for week in program.weeks:
        yield from (week.focus, week.notes)
        for session in week.sessions:
            for name in SESSION_TEXTS[:-1]:
                yield getattr(session, name) or ""
            yield from (part.name for part in (session.strength.exercises if session.strength else ()))
