"""The protections of queue, outbox, inbox and clock, taken out one at a time: a named test must turn red.

    python -m tests.torture.mutants [NAME ...]

A copy of the tree is changed, never the tree itself.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = Path(__file__).with_name("mutants.toml")
COPIED = ("bot", "core", "storage", "tests", "scripts")
FAILED = 1
"""pytest's status for tests that ran and failed; any other is no proof."""
WITHIN_S = 300.0


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file, and the tests that must notice."""

    name: str
    file: str
    old: str
    new: str
    killed_by: tuple[str, ...]

    def applied_to(self, text: str) -> str:
        """The file with the change; raises LookupError unless its place is there, once."""
        if text.count(self.old) != 1:
            raise LookupError(f"{self.name}: its place is {text.count(self.old)} times in {self.file}")
        return text.replace(self.old, self.new)


def mutants() -> tuple[Mutant, ...]:
    """Every mutant of the table."""
    table = tomllib.loads(TABLE.read_text())
    return tuple(Mutant(**row | {"killed_by": tuple(row["killed_by"])}) for row in table["mutant"])


def copy_tree(folder: Path) -> Path:
    """The tree in a folder of its own."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def outcome_of(mutant: Mutant, tree: Path) -> int:
    """pytest's exit status with the change made; the file is as it was afterwards."""
    path = tree / mutant.file
    before = path.read_text()
    path.write_text(mutant.applied_to(before))
    try:
        return run_tests(tree, mutant.killed_by)
    finally:
        path.write_text(before)


def run_tests(tree: Path, tests: tuple[str, ...]) -> int:
    """pytest's exit status for these tests of a tree, on SQLite."""
    command = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", *tests)
    environment = os.environ | {
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "RUNCOACH_TEST_DATABASES": "sqlite",
    }
    for name in ("PYTEST_CURRENT_TEST", "PYTEST_XDIST_WORKER", "RUNCOACH_TEST_DATABASE"):
        environment.pop(name, None)
    finished = subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, check=False, timeout=WITHIN_S
    )
    return finished.returncode


def main(names: list[str]) -> int:
    chosen = [mutant for mutant in mutants() if not names or mutant.name in names]
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_tree(Path(folder))
        for mutant in chosen:
            status = outcome_of(mutant, tree)
            survivors += status != FAILED
            print(f"  {'killed  ' if status == FAILED else f'SURVIVED ({status})'} {mutant.name}", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} mutants killed")
    return 1 if survivors or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
