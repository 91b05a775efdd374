"""Pictures on disk, each under the name of its content; written whole or not at all, never without bound."""

import os
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

MOST_PICTURES = 1000  # three times the catalogue, some 20 MB
PICTURE_SUFFIX = ".png"


class Shelf:
    """The pictures in a folder, `most` of them; a disk that takes none costs time, not pictures."""

    def __init__(self, folder: Path, most: int = MOST_PICTURES) -> None:
        self._folder = folder
        self._most = most

    def find(self, key: str) -> bytes | None:
        """The picture under this name; None without one, or when what is there is damaged."""
        path = self._path(key)
        try:
            picture = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            log.warning("a kept picture cannot be read", error=type(error).__name__)
            return None
        if _is_whole(picture):
            return picture
        log.warning("a kept picture is damaged and drawn again", picture=path.name)
        return None

    def put(self, key: str, picture: bytes) -> None:
        """Keep it in the place of what was there; the oldest go when there are too many."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, written = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(picture)
                Path(written).replace(self._path(key))
            except OSError:
                with suppress(OSError):  # the first error is the one to tell
                    Path(written).unlink()
                raise
            self._drop_oldest()
        except OSError as error:
            log.warning("a picture cannot be kept", error=type(error).__name__)

    def _drop_oldest(self) -> None:
        kept = [path for path in self._folder.iterdir() if path.suffix == PICTURE_SUFFIX]
        if len(kept) <= self._most:
            return
        for path in sorted(kept, key=_age)[: len(kept) - self._most]:
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{PICTURE_SUFFIX}"


def _age(path: Path) -> tuple[float, str]:
    """When it was written; one that another process has just dropped counts as oldest."""
    try:
        return path.stat().st_mtime, path.name
    except FileNotFoundError:
        return 0.0, path.name


def _is_whole(picture: bytes) -> bool:
    """Whether every part of the PNG has the checksum it says."""
    from PIL import Image  # late: not needed by who only names pictures

    try:
        with Image.open(BytesIO(picture), formats=["PNG"]) as image:
            image.verify()
    except (OSError, SyntaxError, ValueError, EOFError):
        return False
    return True
