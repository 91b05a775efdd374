"""`runcoach preview`, `paces` and `validate`: programs without an account, nothing stored."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.errors import ClearNo, WrongUse
from bot.cli.files import read_bytes, read_text

if TYPE_CHECKING:
    from core.athlete import Race, RunnerProfile
    from core.course import Course
    from core.program.exchange import ProgramData

LanguageOption = Annotated[Literal["fr", "en"], typer.Option(help="Language of the texts.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def preview(
    level: Annotated[str, typer.Option(help="débutant, intermédiaire or avancé.")],
    goal: Annotated[str, typer.Option(help="5K, 10K, semi-marathon, marathon or améliorer-endurance.")],
    sessions: Annotated[int, typer.Option(min=2, max=7, help="Sessions a week.")],
    target_date: Annotated[
        str | None, typer.Option(help="The day of the race: 2027-04-11, 11 avril.")
    ] = None,
    reference: Annotated[str | None, typer.Option(help='A recent best: "10K 45:00".')] = None,
    injuries: Annotated[str, typer.Option(help="Complaints, in your own words.")] = "",
    race: Annotated[str | None, typer.Option(help="A known race, or its .json or .gpx file.")] = None,
    km_per_week: Annotated[float | None, typer.Option(min=0, max=300, help="What you run now.")] = None,
    longest_run: Annotated[
        float | None, typer.Option(min=0, max=200, help="Of the last 30 days, km.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="First day of the plan (default: today).")] = None,
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """Print a whole training program; nothing is stored and no account is needed."""
    from bot.cli import options
    from core.athlete import RunnerProfile
    from core.injuries import match_injuries

    first_day = options.read_start(start) if start else _today()
    profile = RunnerProfile(
        level=options.read_level(level),
        goal=options.read_goal(goal),
        sessions_per_week=sessions,
        target_date=options.read_date(target_date, first_day, language, "--target-date")
        if target_date
        else None,
        reference=options.read_performance(reference, language) if reference else None,
        injuries=match_injuries(injuries).sites,
        injuries_notes=injuries,
        race=_read_race(race, language) if race else None,
        current_km_per_week=km_per_week,
        longest_run_km=longest_run,
        language=language,
    )
    program = _print_program(profile, first_day, as_json)
    if race and race.lower().endswith(".gpx") and not as_json:
        _print_pacing(race, program)


def _print_program(profile: "RunnerProfile", first_day: date, as_json: bool) -> "ProgramData":
    from bot.cli.printing import program_lines
    from core.program.builder import PlanRefused, build_program

    try:
        program = build_program(profile, first_day)
    except PlanRefused as refusal:
        raise ClearNo(refusal.text(profile.language)) from None
    if as_json:
        typer.echo(program.model_dump_json(exclude_none=True, indent=2))
    else:
        typer.echo("\n".join(program_lines(program)))
    return program


def _print_pacing(path: str, program: "ProgramData") -> None:
    """The race by the kilometre of its course; by effort where no level is known."""
    from bot.views.pacing import pacing_lines
    from bot.words import words_in
    from core.athlete import Terrain
    from core.pacing import pace_race
    from core.race_week.course import race_course

    measured = _course(path, "fr")
    words = words_in("en" if program.language == "en" else "fr")
    course, trail = race_course(measured), measured.race().terrain is not Terrain.ROAD
    lines = [words("pacing-heading", name=measured.name)]
    lines += pacing_lines(pace_race(course, program.vdot, trail=trail), course, words)
    typer.echo("\n" + "\n".join(lines))


def paces(
    reference: Annotated[str, typer.Argument(help='A race result: "10K 45:00", "semi 1h42".')],
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """Print VDOT, training paces per km and predicted race times for one result."""
    from bot.cli.options import read_performance
    from bot.cli.printing import pace_lines
    from core.paces import training_paces
    from core.predictions import predict
    from core.vdot import vdot_of

    vdot = vdot_of(read_performance(reference, language))
    exchange = {zone: pace.model_dump() for zone, pace in training_paces(vdot).to_exchange().items()}
    predictions = predict(vdot).to_exchange()
    if as_json:
        figures = {"vdot": round(vdot, 2), "paces": exchange, "predictions": predictions}
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(pace_lines(vdot, predictions, language)))


def validate(
    file: Annotated[str, typer.Argument(help="A program as JSON; - for standard input.")],
    as_json: JsonOption = False,
) -> None:
    """Judge a program by the rules every plan keeps: exit 0, or 1 and one line per breach."""
    from core.program.reading import UnreadableProgram, read_program
    from core.program.rules import check, language_of

    try:
        program = read_program(read_text(file))
    except UnreadableProgram as error:
        raise WrongUse(f"{file}: {error.text('en')}") from None
    breaches = check(program)
    if as_json:
        found = [
            {"rule": breach.rule, "week": breach.week, "day": breach.day, "text": breach.text}
            for breach in breaches
        ]
        typer.echo(json.dumps({"breaches": found}, ensure_ascii=False, indent=2))
    else:
        from bot.cli.printing import verdict_lines

        typer.echo("\n".join(verdict_lines(breaches, language_of(program))))
    if breaches:
        raise typer.Exit(1)


def _read_race(text: str, language: Literal["fr", "en"]) -> "Race":
    from core.race_file import UnreadableRace, race_from_json
    from core.races import find_race

    if text.lower().endswith(".json"):
        try:
            return race_from_json(read_text(text))
        except UnreadableRace as error:
            raise WrongUse(f"{text}: {error.text(language)}") from None
    if text.lower().endswith(".gpx"):
        return _course(text, language).race()
    matches = find_race(text, language=language)
    if not matches:
        raise ClearNo(f"No race called “{text}” is known; give its .json or .gpx file.")
    return matches[0].race


def _course(path: str, language: Literal["fr", "en"]) -> "Course":
    from core.course import course_from_gpx
    from core.gpx import MAX_BYTES, UnreadableCourse

    try:
        return course_from_gpx(read_bytes(path, MAX_BYTES + 1), Path(path).stem)
    except UnreadableCourse as error:
        raise WrongUse(f"{path}: {error.text(language)}") from None


def _today() -> date:
    return datetime.now().astimezone().date()
