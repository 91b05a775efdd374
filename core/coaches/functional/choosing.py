"""Which movements go together: modalities in balance, no two that tire the same place."""

from core.coaches.functional.movements import Modality, grips, in_choice, modality, region
from core.coaches.picking import rotated
from core.coaches.request import SessionRequest

Mix = tuple[Modality, ...]
COUPLETS: tuple[Mix, ...] = (
    ("weight", "bodyweight"),
    ("engine", "weight"),
    ("engine", "bodyweight"),
    ("bodyweight", "weight"),
)
TRIPLETS: tuple[Mix, ...] = (
    ("engine", "weight", "bodyweight"),
    ("weight", "bodyweight", "bodyweight"),
    ("engine", "bodyweight", "bodyweight"),
    ("weight", "bodyweight", "engine"),
)
LONG_ROW: Mix = ("engine", "weight", "bodyweight", "bodyweight", "weight", "bodyweight")
STRIDE = 5
"""How far the choice moves from one session to the next: no whole share of any pool's size for long."""


def couplet(request: SessionRequest) -> tuple[str, ...]:
    """Two movements of different kinds and places."""
    return chosen(request, COUPLETS[request.rotation % len(COUPLETS)])


def triplet(request: SessionRequest) -> tuple[str, ...]:
    """Three movements of different places."""
    return chosen(request, TRIPLETS[request.rotation % len(TRIPLETS)])


def chosen(request: SessionRequest, mix: Mix, *, counted_only: bool = False) -> tuple[str, ...]:
    """One movement for each wish of the mix, as far as different ones fit the runner.

    `counted_only` leaves out what is measured in metres or calories.
    """
    taken: tuple[str, ...] = ()
    pool = tuple(one for one in in_choice(request) if not counted_only or modality(one) != "engine")
    for place, wish in enumerate(mix):
        ordered = rotated(pool, request.rotation * STRIDE + place)
        wished = tuple(one for one in ordered if modality(one) == wish)
        found = _beside(taken, (*wished, *ordered))
        taken = taken if found is None else (*taken, found)
    return taken


def disturbs(one: str, other: str) -> bool:
    """Whether two movements side by side tire the same place or both the hands."""
    return region(one) == region(other) or (grips(one) and grips(other))


def _beside(taken: tuple[str, ...], ordered: tuple[str, ...]) -> str | None:
    """The first movement that leaves those taken fresh, else one that is at least not next to its like."""
    free = (one for one in ordered if one not in taken and not any(disturbs(one, other) for other in taken))
    apart = (one for one in ordered if one not in taken and not disturbs(one, taken[-1]))
    return next(free, None) or next(apart, None)
