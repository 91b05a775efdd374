"""Sharing the kilometres of a week among its sessions, in half kilometres."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

GRAIN_KM = 0.5


@dataclass(frozen=True, slots=True)
class Share:
    """One session's claim: its weight among the others, and its least and most km."""

    weight: float
    least_km: float
    most_km: float


def to_grain(km: float) -> float:
    """Rounded to the half kilometre."""
    return round(km / GRAIN_KM) * GRAIN_KM


def down_to_grain(km: float) -> float:
    """Rounded down to the half kilometre."""
    return floor(km / GRAIN_KM + 1e-9) * GRAIN_KM


def allocate(total_km: float, shares: Sequence[Share]) -> tuple[float, ...]:
    """`total_km` in proportion to the weights, each within its bounds; less when the bounds hold less.

    Bounds are met in half kilometres; the sum is never more than `total_km` unless the least sizes are.
    """
    least = [down_to_grain(share.least_km) for share in shares]
    most = [max(down_to_grain(share.most_km), low) for share, low in zip(shares, least, strict=True)]
    sizes = list(least)
    left = floor((total_km - sum(sizes)) / GRAIN_KM + 1e-9)
    for _ in range(max(left, 0)):
        open_shares = [index for index, size in enumerate(sizes) if size + GRAIN_KM <= most[index] + 1e-9]
        if not open_shares:
            break
        neediest = min(open_shares, key=lambda index: (sizes[index] + GRAIN_KM) / shares[index].weight)
        sizes[neediest] += GRAIN_KM
    return tuple(sizes)
