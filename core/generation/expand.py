"""From a draft to a whole program: choices where they hold, words where they agree, the rest the engine's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.generation.brief import PlanBrief
from core.generation.draft import MOST_TEXTS, DraftWeek, PlanDraft
from core.generation.figures import Figures, figures_of_plan, figures_of_week
from core.generation.wording import Wording, cut
from core.program.builder import build_program
from core.program.choosing import Place
from core.program.exchange import KeyPhase, ProgramData, ProgramSummary, Session, Tips, Week
from core.program.phrasing import phrases
from core.program.rules import Breach, check

PHILOSOPHY_AT_MOST, PURPOSE_AT_MOST, FOCUS_AT_MOST, NOTE_AT_MOST, TIP_AT_MOST = 320, 80, 40, 140, 140
TIPS_OF_A_KIND = 2
Rules = Callable[[ProgramData], tuple[Breach, ...]]
ATTEMPTS = 3  # to settle choices before all of them are given up


@dataclass(frozen=True, slots=True)
class Expanded:
    """A finished program; `changed_sessions` hold other work than the engine's own,
    `worded_weeks` carry a note of the model's."""

    program: ProgramData
    changed_sessions: int
    worded_weeks: int


def expand(draft: PlanDraft, brief: PlanBrief, rules: Rules = check) -> Expanded:
    """The program of a draft; always one the rules find nothing new against."""
    chosen = _settled(_choices(draft.w, brief), brief, rules)
    worded = _worded(chosen, draft, brief)
    if new_breaches(worded, brief.program, rules):
        worded = chosen
    source = "engine" if worded == brief.program else "claude+engine"
    return Expanded(
        program=worded.model_copy(update={"source": source}),
        changed_sessions=changed_sessions(brief.program, worded),
        worded_weeks=sum(a.notes != b.notes for a, b in zip(chosen.weeks, worded.weeks, strict=True)),
    )


def new_breaches(program: ProgramData, engine: ProgramData, rules: Rules = check) -> tuple[Breach, ...]:
    """What the rules say against a program and not against the engine's own."""
    known = {(breach.rule, breach.week, breach.day) for breach in rules(engine)}
    return tuple(b for b in rules(program) if (b.rule, b.week, b.day) not in known)


def changed_sessions(before: ProgramData, after: ProgramData) -> int:
    """How many days hold other work."""
    pairs = zip(_sessions(before), _sessions(after), strict=True)
    return sum(_work(a) != _work(b) for a, b in pairs)


def _work(session: Session) -> tuple[object, ...]:
    return session.kind, session.distance_km, session.duration_min, session.intervals


def _sessions(program: ProgramData) -> Iterable[Session]:
    return [session for week in program.weeks for session in week.sessions]


# Choices


def _choices(weeks: Iterable[DraftWeek], brief: PlanBrief) -> dict[Place, str]:
    """A workout for every open quality day: the model's code where it was offered, else the engine's pick."""
    found: dict[Place, str] = {}
    for number, week in enumerate(weeks, start=1):
        codes = [code for code in week.k if code.isalnum()]
        for index, place in enumerate(brief.places_of(number)):
            offered = brief.offers[place]
            chosen = brief.codes.get(codes[index]) if index < len(codes) else None
            found[place] = chosen if chosen in offered else offered[0]
    return found


def _settled(choices: Mapping[Place, str], brief: PlanBrief, rules: Rules) -> ProgramData:
    """The program with these choices, those of weeks with a new breach taken back."""
    kept = dict(choices)
    for _ in range(ATTEMPTS):
        if all(workout == brief.offers[place][0] for place, workout in kept.items()):
            return brief.program
        program = build_program(brief.profile, brief.start, kept)
        breaches = new_breaches(program, brief.program, rules)
        if not breaches:
            return program
        weeks = {breach.week for breach in breaches}
        for place in kept:
            if place[0] in weeks:
                kept[place] = brief.offers[place][0]
    return brief.program


# Words


def _worded(program: ProgramData, draft: PlanDraft, brief: PlanBrief) -> ProgramData:
    wording = Wording(brief.language, (brief.prompt.text, *brief.free_texts))
    whole = figures_of_plan(program)

    def said(text: str, at_most: int, figures: Figures = whole) -> str:
        kept = (part for part in wording.fit_sentences(text) if figures.agrees(part))
        return cut(" ".join(kept), at_most)

    weeks = tuple(
        _worded_week(week, said(item.f, FOCUS_AT_MOST, near), said(item.n, NOTE_AT_MOST, near))
        for week, item in zip(program.weeks, draft.w, strict=True)
        for near in (figures_of_week(program, week),)
    )
    summary = program.program_summary
    purposes = tuple(said(text, PURPOSE_AT_MOST) for text in draft.p[:MOST_TEXTS])
    return program.model_copy(
        update={
            "weeks": weeks,
            "program_summary": _summary(
                summary, said(draft.s, PHILOSOPHY_AT_MOST), _phases(summary.phases, purposes), brief
            ),
            "tips": Tips(
                nutrition=_tips(said(text, TIP_AT_MOST) for text in draft.n[:MOST_TEXTS])
                + program.tips.nutrition,
                recovery=_tips(said(text, TIP_AT_MOST) for text in draft.r[:MOST_TEXTS])
                + program.tips.recovery,
                mental=_tips(said(text, TIP_AT_MOST) for text in draft.m[:MOST_TEXTS]) + program.tips.mental,
            ),
        }
    )


def _worded_week(week: Week, focus: str, note: str) -> Week:
    """The model's focus and note; the engine's figures and precautions stay behind the note."""
    return week.model_copy(
        update={
            "focus": focus.rstrip(".") or week.focus,
            "notes": f"{note}\n{week.notes}" if note else week.notes,
        }
    )


def _phases(phases: tuple[KeyPhase, ...], purposes: tuple[str, ...]) -> tuple[KeyPhase, ...]:
    if len(purposes) != len(phases):
        return phases
    return tuple(
        phase.model_copy(update={"purpose": purpose.rstrip(".") or phase.purpose})
        for phase, purpose in zip(phases, purposes, strict=True)
    )


def _summary(
    summary: ProgramSummary, philosophy: str, phases: tuple[KeyPhase, ...], brief: PlanBrief
) -> ProgramSummary:
    words = phrases(brief.language)
    told = (
        words(
            "program-key-phase-one" if phase.first_week == phase.last_week else "program-key-phase",
            name=phase.name,
            first=phase.first_week,
            last=phase.last_week,
            purpose=phase.purpose,
        )
        for phase in phases
    )
    return summary.model_copy(
        update={
            "philosophy": philosophy or summary.philosophy,
            "phases": phases,
            "key_phases": tuple(told),
        }
    )


def _tips(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys(texts) if text)[:TIPS_OF_A_KIND]
