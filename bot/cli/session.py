"""`runcoach session`: one session of a coach, without an account, nothing stored."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.errors import ClearNo, WrongUse
from bot.cli.program import JsonOption, LanguageOption

if TYPE_CHECKING:
    from core.coaches.coach import Coach
    from core.coaches.request import SessionRequest
    from core.coaches.session import CoachSession

CoachOption = Annotated[
    Literal["force", "endurance", "functional", "calisthenics", "competitions"],
    typer.Option(help="Who coaches the session."),
]


def session(
    coach: CoachOption,
    level: Annotated[str, typer.Option(help="débutant, intermédiaire or avancé.")] = "intermédiaire",
    minutes: Annotated[int, typer.Option(help="How long it may take.")] = 45,
    equipment: Annotated[
        str, typer.Option(help='none, home, bars, gym, box, or a list: "dumbbells, bench".')
    ] = "",
    focus: Annotated[str | None, typer.Option(help='What to work on; "?" names those of the coach.')] = None,
    target: Annotated[
        str, typer.Option(help='competitions: the finish in HYROX format you train for, such as "1:25".')
    ] = "",
    sex: Annotated[
        Literal["women", "men"] | None, typer.Option(help="competitions: sets the loads of the race.")
    ] = None,
    tier: Annotated[Literal["open", "pro"], typer.Option(help="competitions: the division.")] = "open",
    team: Annotated[
        Literal["single", "doubles", "mixed", "relay"],
        typer.Option(help="competitions: who shares the race."),
    ] = "single",
    injuries: Annotated[str, typer.Option(help="Complaints, in your own words.")] = "",
    rotation: Annotated[int, typer.Option(min=0, help="The next number gives another session.")] = 0,
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """Print one session you can train from; nothing is stored and no account is needed."""
    from bot.cli import options
    from core.coaches.hurting import forbids_training, is_unplaced, sites_hurt
    from core.coaches.offer import Offer
    from core.coaches.registry import COACHES, make_session
    from core.coaches.request import SessionRequest
    from core.localisation import core_localizer

    if target and coach != "competitions":
        raise WrongUse("--target goes with --coach competitions.")
    advice = forbids_training(injuries)
    if advice is not None:
        raise ClearNo(advice[language])
    if is_unplaced(injuries):
        raise WrongUse(core_localizer(language)("coaches-hurt-unplaced", text=injuries.strip()))
    request = SessionRequest(
        coach=coach,
        level=options.read_level(level),
        minutes=minutes,
        equipment=options.read_equipment(equipment, language),
        focus=_read_focus(focus, COACHES[coach], language) if focus else None,
        hurt=sites_hurt(injuries),
        language=language,
        rotation=rotation,
        sex=sex,
        tier=tier,
        team=team,
        target_min=options.read_target(target, language) if target else None,
    )
    made = make_session(request)
    if isinstance(made, Offer):
        raise ClearNo(made.said(language))
    _print_session(made, request, as_json)


def _print_session(made: "CoachSession", request: "SessionRequest", as_json: bool) -> None:
    from core.coaches.exchange import to_exchange

    if as_json:
        typer.echo(to_exchange(made, request.language).model_dump_json(exclude_none=True, indent=2))
        return
    from rich.console import Console

    from bot.cli.session_printing import session_view

    Console(highlight=False, soft_wrap=False).print(session_view(made, request.language))


def _read_focus(text: str, coach: "Coach", language: Literal["fr", "en"]) -> str:
    """A focus by its id or by its name in either language; WrongUse with those there are."""
    from core.notation.words import plain

    wanted = plain(text).replace("-", "_").replace(" ", "_")
    for focus in coach.focuses:
        names = {focus, *(coach.focus_name(focus, tongue) for tongue in ("fr", "en"))}
        if wanted in {plain(name).replace("-", "_").replace(" ", "_") for name in names}:
            return focus
    raise WrongUse(f"--focus takes {', '.join(coach.focuses)} with this coach, not “{text}”.")
