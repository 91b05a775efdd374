"""For all tests: nobody's own settings, above all no real token and no real key; the same examples in CI."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from bot.settings import Settings
from tests import databases
from tests.postgresql import Keeper

for _name in Settings.model_fields:
    os.environ.pop(_name.upper(), None)

# In CI a red test must be red again tomorrow; elsewhere each run tries new examples.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

KEEPER = pytest.StashKey[Keeper | None]()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # one server for all workers
        config.stash[KEEPER] = databases.choose_kinds()


def pytest_unconfigure(config: pytest.Config) -> None:
    keeper = config.stash.get(KEEPER, None)
    if keeper is not None:
        keeper.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(databases.summary())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What opens a database runs on each kind; a conversation on one of them, unless RUNCOACH_LONG is set."""
    marker = metafunc.definition.get_closest_marker("databases")
    if marker is None and not databases.opens_a_database(metafunc.fixturenames, metafunc.module):
        return
    wanted = marker.args if marker else databases.KINDS
    found = [kind for kind in databases.kinds() if kind in wanted]
    if marker is None and databases.takes_turns(metafunc.module.__name__):
        found = databases.in_turn(found, metafunc.definition.name)
    metafunc.parametrize("database_kind", found, indirect=True)


@pytest.fixture(autouse=True)
def database_kind(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The kind of database this test runs on; None where it opens none."""
    kind: str | None = getattr(request, "param", None)
    if kind is None:
        yield None
        return
    os.environ[databases.CURRENT] = kind
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield kind
    if folder is not None:
        databases.forget(folder)
    del os.environ[databases.CURRENT]
