"""Sharing the kilometres of a week."""

from hypothesis import given
from hypothesis import strategies as st

from core.program.allocation import GRAIN_KM, Share, allocate, down_to_grain, to_grain

SHARES = st.lists(
    st.builds(
        Share,
        weight=st.floats(0.4, 2.0),
        least_km=st.floats(1, 6),
        most_km=st.floats(6, 20),
    ),
    min_size=1,
    max_size=6,
)


@given(total_km=st.floats(0, 120), shares=SHARES)
def test_sizes_stay_in_their_bounds_and_never_exceed_the_week(total_km: float, shares: list[Share]) -> None:
    sizes = allocate(total_km, shares)
    least = [down_to_grain(share.least_km) for share in shares]
    for size, low, share in zip(sizes, least, shares, strict=True):
        assert low <= size <= max(share.most_km, low) + 1e-9
        assert size % GRAIN_KM == 0
    assert sum(sizes) <= max(total_km, sum(least)) + 1e-9


def test_what_fits_is_given_out_whole() -> None:
    assert sum(allocate(17.0, [Share(1, 3, 9), Share(1.2, 3, 9), Share(0.7, 2, 9)])) == 17.0


def test_heavier_shares_get_more() -> None:
    heavy, light = allocate(15.0, [Share(2, 1, 20), Share(1, 1, 20)])
    assert (heavy, light) == (10.0, 5.0)


def test_rounding_to_half_kilometres() -> None:
    assert (to_grain(7.3), to_grain(7.2), down_to_grain(7.9)) == (7.5, 7.0, 7.5)
