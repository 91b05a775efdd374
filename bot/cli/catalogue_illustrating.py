"""`runcoach catalogue illustrate`: pictures of movements as files, or all of them on one sheet."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.errors import ClearNo, WrongUse
from bot.cli.program import LanguageOption

if TYPE_CHECKING:
    from core.athlete import Language
    from core.catalogue.exercise import Exercise

SAYS_HOW = "Name a movement, such as “pompes”, or say --all."


class PictureFormat(StrEnum):
    PNG = "png"
    SVG = "svg"


def illustrate(
    names: Annotated[
        list[str] | None, typer.Argument(help="Movements as you would say them: “pompes”, “goblet squat”.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every movement of the catalogue.")] = False,
    out: Annotated[Path, typer.Option(help="The folder for the pictures; made when it is missing.")] = Path(
        "illustrations"
    ),
    picture_format: Annotated[
        PictureFormat, typer.Option("--format", help="png for a chat, svg for a document.")
    ] = PictureFormat.PNG,
    sheet: Annotated[
        Path | None, typer.Option(help="Instead: all of them on one sheet, in this .png or .svg file.")
    ] = None,
    language: LanguageOption = "fr",
) -> None:
    """Draw movements: start, end, and the way between."""
    chosen = _chosen(names or [], everything or (sheet is not None and not names), language)
    try:
        if sheet is not None:
            _write_sheet(sheet, chosen, language)
        else:
            _write_pictures(out, chosen, picture_format)
    except OSError as error:
        raise ClearNo(f"The pictures cannot be written: {error.strerror or error}.") from error


def _chosen(names: Sequence[str], everything: bool, language: "Language") -> "list[Exercise]":
    from bot.cli.catalogue import find_movement
    from core.catalogue.reading import catalogue

    if everything and names:
        raise WrongUse("Name movements or say --all, not both.")
    if not everything and not names:
        raise WrongUse(SAYS_HOW)
    if everything:
        return list(catalogue().values())
    found = [find_movement(name, language) for name in names]
    return list(dict.fromkeys(found))


def _write_pictures(out: Path, chosen: "Sequence[Exercise]", picture_format: PictureFormat) -> None:
    picture = _as_png() if picture_format is PictureFormat.PNG else _as_svg
    out.mkdir(parents=True, exist_ok=True)
    with _progress(len(chosen)) as advance:
        for movement in chosen:
            _write(out / f"{movement.id}.{picture_format}", picture(movement))
            advance()
    count = "1 picture" if len(chosen) == 1 else f"{len(chosen)} pictures"
    typer.echo(f"{count} in {out}.")


def _write_sheet(path: Path, chosen: "Sequence[Exercise]", language: "Language") -> None:
    from bot.illustrations.contact_sheet import sheet_as_png, sheet_as_svg

    makers = {".png": sheet_as_png, ".svg": sheet_as_svg}
    if path.suffix not in makers:
        raise WrongUse(f"The sheet is a .png or .svg file, not “{path.name}”.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _progress(len(chosen)) as advance:
        _write(path, makers[path.suffix](chosen, language, advance))
    typer.echo(f"{len(chosen)} movements in {path}.")


def _as_png() -> "Callable[[Exercise], bytes]":
    """Through the drawer and the shelf the bot uses."""
    from bot.illustrations.drawers import NoSuchDrawer
    from bot.illustrations.pictures import pictures_of
    from bot.settings import SettingsError, load_settings

    try:
        pictures = pictures_of(load_settings())
    except (SettingsError, NoSuchDrawer) as error:
        raise ClearNo(str(error)) from error
    return lambda movement: pictures.picture(movement.id)


def _as_svg(movement: "Exercise") -> bytes:
    from bot.illustrations.pictures import what_to_draw
    from core.catalogue.reading import words_of
    from core.illustrations.svg import as_svg

    frames, style = what_to_draw(movement.id)
    return as_svg(frames, style.colours, words_of(movement.id, "en").name).encode()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    written = Path(file.name)
    written.chmod(0o644)
    written.replace(path)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr; a single picture needs none."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), *Progress.get_default_columns()[1:2])
    console = Console(stderr=True)
    with Progress(
        *columns, MofNCompleteColumn(), TimeRemainingColumn(), console=console, disable=total < 2
    ) as bar:
        task = bar.add_task("Drawing", total=total)
        yield lambda: bar.advance(task)
