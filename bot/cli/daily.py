"""`runcoach adjust` and `runcoach risk`: the daily rules on files."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.errors import WrongUse
from bot.cli.files import read_json

if TYPE_CHECKING:
    from pydantic import ValidationError

FeelingOption = Annotated[int, typer.Option(min=1, max=3, help="1 fit, 2 tired, 3 very tired.")]
YesterdayOption = Annotated[int | None, typer.Option(min=1, max=3, help="Yesterday's feeling.")]
LanguageOption = Annotated[Literal["fr", "en"], typer.Option(help="Language of the texts.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def adjust(
    session: Annotated[str, typer.Option(help="A session as JSON: a file, or - for standard input.")],
    feeling: FeelingOption,
    yesterday: YesterdayOption = None,
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """Apply the morning check-in to one session: unchanged, eased by 10 %, or forced rest."""
    from pydantic import ValidationError

    from core.checkin import adjust as adjust_session
    from core.program.exchange import Session

    try:
        planned = Session.model_validate(read_json(session))
    except ValidationError as error:
        raise WrongUse(f"{session} is not a session: {_where(error)}.") from None
    before = () if yesterday is None else (yesterday,)
    adjustment = adjust_session(planned, feeling, before, language)
    if as_json:
        typer.echo(json.dumps(adjustment.to_json(), ensure_ascii=False, indent=2))
    else:
        typer.echo(adjustment.message)


def risk(
    file: Annotated[str, typer.Argument(help="A program with today, checkins and logged, as JSON.")],
    language: Annotated[
        Literal["fr", "en"] | None, typer.Option(help="Language of the texts (default: the program's).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Score the injury risk of a program so far: 0-100, its factors and what to do."""
    from core.risk import UnreadableRiskRequest, injury_risk, read_risk_request

    data = read_json(file)
    if language and isinstance(data, dict):
        data = {**data, "language": language}
    try:
        score = injury_risk(read_risk_request(data))
    except UnreadableRiskRequest as error:
        raise WrongUse(str(error)) from None
    if as_json:
        typer.echo(json.dumps(score.to_json(), ensure_ascii=False, indent=2))
        return
    typer.echo(f"{score.score}/100 · {score.level}")
    for factor in score.factors:
        typer.echo(f"  {factor.points:>4g}/{factor.max:<3} {factor.reason}")
    for recommendation in score.recommendations:
        typer.echo(f"→ {recommendation}")


def _where(error: "ValidationError") -> str:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"]) or "the file"
    return f"{field}: {first['msg'].lower()}"
