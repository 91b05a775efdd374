"""The table of mutants is true of the tree as it is, and a few of them are killed here and now."""

from pathlib import Path

import pytest

from tests.torture.mutants import FAILED, ROOT, Mutant, copy_tree, mutants, outcome_of, run_tests

BY_NAME = {mutant.name: mutant for mutant in mutants()}
SAMPLE = (
    "a worker writes without its lease",
    "a lost sender's message is sent again",
    "an update that comes again is new",
)
"""One each of queue, outbox and inbox, with tests that take no second; `make torture` tries all."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tree(tmp_path_factory.mktemp("mutants"))


@pytest.mark.parametrize("mutant", mutants(), ids=lambda mutant: mutant.name)
def test_a_mutant_has_its_place_and_its_tests(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text()
    assert mutant.applied_to(text) != text
    for test in mutant.killed_by:
        file, _, name = test.partition("::")
        assert not name or f"def {name}(" in (ROOT / file).read_text(), test


def test_names_are_different() -> None:
    assert len(BY_NAME) == len(mutants())


@pytest.mark.parametrize("name", SAMPLE)
def test_a_mutant_is_killed(name: str, tree: Path) -> None:
    assert outcome_of(BY_NAME[name], tree) == FAILED


def test_without_a_mutant_the_same_tests_pass(tree: Path) -> None:
    killers = [test for name in SAMPLE for test in BY_NAME[name].killed_by]
    assert run_tests(tree, tuple(killers)) == 0
