"""Reading what a subcommand is pointed at: a file, or `-` for standard input."""

import json
import sys
from pathlib import Path

from bot.cli.errors import WrongUse

MAX_FILE_BYTES = 5_000_000


def read_text(path: str) -> str:
    """The text of a file of at most 5 MB; raises WrongUse with one sentence."""
    data = read_bytes(path, MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise WrongUse(f"{path} is larger than 5 MB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUse(f"{path} is not a UTF-8 text file.") from None


def read_json(path: str) -> object:
    """The JSON value in a file; raises WrongUse with one sentence."""
    try:
        return json.loads(read_text(path))
    except (ValueError, RecursionError):
        raise WrongUse(f"{path} is not valid JSON.") from None


def read_bytes(path: str, at_most: int) -> bytes:
    """The first `at_most` bytes of a file; raises WrongUse with one sentence."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(at_most)
        with Path(path).open("rb") as file:
            return file.read(at_most)
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
