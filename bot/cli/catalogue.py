"""`runcoach catalogue`: the movements the coaches know, what is known of each, and what is still missing."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli import catalogue_enriching, catalogue_illustrating
from bot.cli.errors import ClearNo, WrongUse
from bot.cli.program import JsonOption, LanguageOption

if TYPE_CHECKING:
    from core.athlete import Language
    from core.catalogue.exercise import Exercise, Site

DisciplineOption = Annotated[
    Literal["force", "endurance", "functional", "calisthenics", "competitions", "mobility"] | None,
    typer.Option(help="Only this family."),
]
WIDEST = 200
"""Columns: more than the longest row has."""

app = typer.Typer(help="The movements the coaches know.", no_args_is_help=True)
app.command("enrich")(catalogue_enriching.enrich)
app.command("illustrate")(catalogue_illustrating.illustrate)


@app.command("list")
def list_movements(
    discipline: DisciplineOption = None,
    equipment: Annotated[
        str | None, typer.Option(help='Only what these allow: none, home, gym, or "dumbbells, bench".')
    ] = None,
    level: Annotated[str | None, typer.Option(help="The highest level.")] = None,
    injuries: Annotated[str, typer.Option(help="Complaints, in your own words: what loads them goes.")] = "",
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """List the movements that fit."""
    from bot.cli import options
    from bot.cli.catalogue_printing import values_of
    from core.athlete import Level
    from core.catalogue.selecting import movements

    found = movements(
        discipline=discipline,
        equipment=None if equipment is None else options.read_equipment(equipment, language),
        level=Level.ADVANCED if level is None else options.read_level(level),
        hurt=_sites_hurt(injuries),
    )
    if as_json:
        shown = [values_of(movement, language) for movement in found]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        _print_table(found, language)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A movement as you would say it: “pompes”, “goblet squat”.")],
    language: LanguageOption = "fr",
    as_json: JsonOption = False,
) -> None:
    """Show all that is known of one movement: how to do it, whom to spare it, what comes before and after."""
    from bot.cli.catalogue_printing import card_lines, values_of

    movement = find_movement(name, language)
    if as_json:
        typer.echo(json.dumps(values_of(movement, language), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(card_lines(movement, language)))


def find_movement(name: str, language: "Language") -> "Exercise":
    """The movement someone means; ClearNo with the nearest names when there is none."""
    from core.catalogue.finding import find, nearest_names

    found = find(name, language, limit=1)
    if found:
        return found[0].exercise
    if not name.strip():
        raise WrongUse("Name a movement, such as “pompes”.")
    nearest = ", ".join(nearest_names(name, language))
    raise ClearNo(f"No movement is called “{name}”; the nearest names are {nearest}.")


def _sites_hurt(text: str) -> "frozenset[Site]":
    from core.coaches.hurting import sites_hurt

    return sites_hurt(text)


def _print_table(found: "tuple[Exercise, ...]", language: "Language") -> None:
    from rich.console import Console

    from bot.cli.catalogue_printing import table_of, texts

    words = texts(language)
    if not found:
        raise ClearNo(words("catalogue-none"))
    # As wide as the table needs: a terminal wraps it, a file keeps each movement on one line.
    console = Console(highlight=False, width=WIDEST)
    console.print(table_of(found, language), soft_wrap=True)
    console.print(f"\n{words('catalogue-count', count=len(found))}")
