"""What came before a day."""

import pytest

from core.days import feelings_before


@pytest.mark.parametrize(
    ("known", "days", "feelings"),
    [
        ([], 2, (None, None)),
        ([(1, 3), (3, 2)], 3, (3, None, 2)),
        ([(0, 1), (8, 3)], 7, (None,) * 7),
    ],
)
def test_feelings_are_told_from_yesterday_back(
    known: list[tuple[int, int]], days: int, feelings: tuple[int | None, ...]
) -> None:
    assert feelings_before(known, days) == feelings
