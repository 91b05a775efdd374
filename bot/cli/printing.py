"""Programs, paces and verdicts as plain lines for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from core.athlete import Goal, Language, Level
from core.formatting import clock, format_distance, format_duration, format_minutes, format_pace_range
from core.localisation import Localizer, core_localizer
from core.paces import TrainingPaces, training_paces
from core.program.exchange import ProgramData, Session, Week
from core.program.preparation import ULTRA_FROM_KM
from core.program.rules import Breach

AN_HOUR_S = 3600
LOCALES = Path(__file__).parents[1] / "locales"


def program_lines(program: ProgramData) -> Iterator[str]:
    """A whole program, week by week, in its own language."""
    language: Language = "en" if program.language == "en" else "fr"
    words = Localizer(language, (LOCALES,))
    yield from _overview(program, words)
    for key, weeks in (("cli-week-maintenance", program.maintenance), ("cli-week", program.weeks)):
        for week in weeks:
            yield ""
            yield from _week_lines(key, week, len(weeks), words)
    for kind in ("nutrition", "recovery", "mental"):
        yield from _listed(words(f"cli-tips-{kind}"), getattr(program.tips, kind))


def _overview(program: ProgramData, words: Localizer) -> Iterator[str]:
    profile, summary = program.user_profile, program.program_summary
    yield words(
        "cli-title",
        goal=_goal_name(program, words.language),
        level=_level_name(profile.level, words.language),
        sessions=profile.sessions_per_week,
        weeks=summary.total_weeks,
    )
    if program.race:
        distance = format_distance(program.race.distance_km, words.language)
        yield words("cli-race", race=program.race.name, distance=distance)
    yield ""
    yield summary.philosophy
    yield summary.weekly_volume_progression
    yield from _listed(words("cli-notices"), [notice.text for notice in program.notices])
    yield from _listed(words("cli-phases"), summary.key_phases)
    if program.vdot and program.paces:
        paces = TrainingPaces.from_exchange(program.paces)
        yield from _pace_table(program.vdot, paces, program.predictions or {}, words)


def _goal_name(program: ProgramData, language: Language) -> str:
    """The goal; a race beyond the marathon is an ultra, whatever goal its plan is built on."""
    if program.race and program.race.distance_km > ULTRA_FROM_KM:
        return core_localizer(language)("program-distance-ultra")
    return _distance_name(program.user_profile.goal, language)


def _level_name(level: str, language: Language) -> str:
    """The level in the runner's language; as it stands where it is none of ours."""
    known = next((one for one in Level if one.value == level), None)
    return core_localizer(language)(f"program-level-{known.name.lower()}") if known else level


def _distance_name(name: str, language: Language) -> str:
    """A goal or a distance in the runner's language; as it stands where it is none of ours."""
    if name not in {goal.value for goal in Goal}:
        return name
    key = "endurance" if name == Goal.ENDURANCE.value else name
    return core_localizer(language)(f"program-distance-{key}")


def _listed(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"\n{heading}"
        yield from (f"  • {item}" for item in items)


def _week_lines(key: str, week: Week, total: int, words: Localizer) -> Iterator[str]:
    yield words(
        key,
        number=week.week_number,
        total=total,
        volume=format_distance(week.total_volume_km, words.language),
        focus=week.focus,
    )
    if week.notes:
        yield f"  {week.notes}"
    for session in week.sessions:
        yield from _session_lines(session, words)


def _session_lines(session: Session, words: Localizer) -> Iterator[str]:
    day = f"  {session.day[:3]} {session.date.day:>2}" if session.date else f"  {session.day[:3]}"
    if session.rest_day:
        yield f"{day}  {words('cli-rest')}"
        return
    yield f"{day}  {' · '.join(_figures(session, words.language))}"
    for text in (session.description, session.workout_structure):
        yield from (f"          {line}" for line in (text or "").splitlines())
    if session.strength:
        yield f"          {words('cli-strength', minutes=session.strength.minutes)}"
        yield from (f"            • {one.name} {one.prescription}" for one in session.strength.exercises)
    if session.why:
        yield f"          {words('cli-why', why=session.why)}"


def _figures(session: Session, language: Language) -> Iterator[str]:
    yield session.session_type or ""
    if session.distance_km:
        yield format_distance(session.distance_km, language)
    if session.duration_min:
        yield format_minutes(session.duration_min, language)
    if session.pace_target:
        yield session.pace_target
    if session.rpe:
        yield f"RPE {session.rpe}"


def pace_lines(vdot: float, predictions: Mapping[str, float], language: Language) -> Iterator[str]:
    """VDOT, training paces per km and per lap, and predicted times."""
    yield from _pace_table(vdot, training_paces(vdot), predictions, Localizer(language, (LOCALES,)))


def _pace_table(
    vdot: float, paces: TrainingPaces, predictions: Mapping[str, float], words: Localizer
) -> Iterator[str]:
    yield f"\n{words('cli-paces')} · {words('cli-vdot', vdot=f'{vdot:.1f}')}"
    for letter in ("E", "M", "T", "I", "R"):
        pace = paces.zone(letter)
        lap = clock(pace.per_400m()[0])
        shown = format_pace_range(pace.min_s_per_km, pace.max_s_per_km)
        yield f"  {words(f'cli-zone-{letter}'):<16} {shown:<14} {words('cli-per-lap', time=lap)}"
    if predictions:
        yield f"\n{words('cli-predictions')}"
        told = {name: seconds for name, seconds in predictions.items() if name != "marathon_expected"}
        expected = predictions.get("marathon_expected")
        if expected and expected != predictions.get("marathon"):
            told["marathon_expected"] = expected
        for name, seconds in told.items():
            label = (
                words(f"cli-{name.replace('_', '-')}")
                if name == "marathon_expected"
                else _distance_name(name, words.language)
            )
            yield f"  {label:<34} {format_duration(_told(seconds), words.language)}"


def _told(seconds: float) -> float:
    """A predicted time as exactly as it can be known: from an hour on to the minute."""
    return round(seconds / 60) * 60 if seconds >= AN_HOUR_S else seconds


def verdict_lines(breaches: Sequence[Breach], language: Language) -> Iterator[str]:
    """One line per breach: where, which rule, the sentence."""
    words = Localizer(language, (LOCALES,))
    if not breaches:
        yield words("cli-valid")
    for breach in breaches:
        week = words("cli-place-week", week=breach.week) if breach.week else words("cli-place-plan")
        place = f"{week}, {breach.day}" if breach.day else week
        yield f"{place} · {breach.rule} · {breach.text}"
