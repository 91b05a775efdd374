"""A folder on each kind of database there is, outside the tests."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import databases


@contextmanager
def each_kind() -> Iterator[Iterator[Path]]:
    """Folders one after the other; while one is worked in, databases are of its kind."""
    keeper = databases.choose_kinds()
    try:
        yield _folders()
    finally:
        if keeper is not None:
            keeper.stop()


def _folders() -> Iterator[Path]:
    for kind in databases.kinds():
        os.environ[databases.CURRENT] = kind
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)
            databases.forget(Path(name))
