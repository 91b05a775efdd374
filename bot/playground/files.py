"""Files that go through the playground: pictures are measured, links are made, sizes are held to."""

import io
import mimetypes
import re
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from bot.playground.errors import Refused, bad_request
from bot.playground.limits import DOWNLOAD_BYTES, UPLOAD_BYTES, check_photo
from bot.playground.records import StoredFile

if TYPE_CHECKING:
    from bot.playground.world import World

# All files together; the oldest go first, so that a playground left running stays small.
TOTAL_BYTES = 512 * 1024 * 1024

_PICTURE_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


@dataclass(frozen=True)
class Upload:
    """A file as it came in."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Picture:
    """What a picture's first bytes tell; sizes in pixels."""

    mime: str
    width: int
    height: int


def picture_of(content: bytes) -> Picture:
    """Kind and size of a picture; raises Refused for what is none."""
    try:
        with Image.open(io.BytesIO(content), formats=_PICTURE_FORMATS) as picture:
            return Picture(Image.MIME[picture.format or ""], *picture.size)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None


def store(world: "World", upload: Upload, folder: str = "documents") -> StoredFile:
    """Keep a file under a new id; `folder` is the first part of its download path."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_BYTES:
        raise Refused(413, "Request Entity Too Large")
    picture = Picture(upload.mime, 0, 0)
    if folder == "photos":
        picture = picture_of(upload.content)
        check_photo(len(upload.content), picture.width, picture.height)
    number = world.next_number("file")
    file = StoredFile(
        number=number,
        file_id=f"{token_hex(8)}-{number}",
        path=f"{folder}/file_{number}{_suffix(upload.name, picture.mime)}",
        name=upload.name,
        mime=picture.mime,
        content=upload.content,
        width=picture.width,
        height=picture.height,
    )
    world.files.put(0, number, file)
    _forget_oldest(world)
    return file


def _suffix(name: str, mime: str) -> str:
    named = re.search(r"\.[A-Za-z0-9]{1,8}$", name)
    return named.group().lower() if named else mimetypes.guess_extension(mime) or ""


def plain_picture() -> Upload:
    """A grey picture, for trying out what the bot says to one."""
    content = io.BytesIO()
    Image.new("RGB", (320, 240), "lightgrey").save(content, "PNG")
    return Upload("picture.png", "image/png", content.getvalue())


def _forget_oldest(world: "World") -> None:
    files = world.files.of(0)
    total = sum(len(file.content) for file in files.values())
    for number, file in list(files.items())[:-1]:
        if total <= TOTAL_BYTES:
            return
        total -= len(file.content)
        world.files.drop(0, number)


def by_id(world: "World", file_id: str) -> StoredFile:
    """The file behind an id; raises Refused for an unknown one."""
    file = world.file_by_id(file_id)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def downloadable(world: "World", file_id: str) -> StoredFile:
    """The file getFile tells about; raises Refused when it is unknown or too big to download."""
    file = world.file_by_id(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return file


def by_path(world: "World", path: str) -> StoredFile | None:
    """The file behind a download path."""
    number = re.fullmatch(r"[a-z]+/file_(\d{1,12})(?:\.\w+)?", path, re.ASCII)
    file = world.files.get(0, int(number.group(1))) if number else None
    return file if file is not None and file.path == path else None
