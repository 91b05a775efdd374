"""Every fault of the table is proved by tests that exist, and the page shows the table as it is."""

import pytest

from tests.acceptance.rows import PAGE, TESTS, Row, page_with_table, rows

FAULTS = 40


def test_no_fault_is_missing() -> None:
    assert len(rows()) == FAULTS
    assert len({row.fault for row in rows()}) == FAULTS


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_a_fault_is_proved_by_tests_that_exist(row: Row) -> None:
    assert row.tests
    for test in row.tests:
        file, _, name = test.partition("::")
        assert f"def {name}(" in (TESTS / file).read_text(encoding="utf-8"), test


def test_the_page_shows_the_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with_table(page), "python -m tests.acceptance writes it anew"
