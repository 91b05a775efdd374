"""Choosing movements for a runner: what fits, and another one next time."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from core.catalogue.exercise import Exercise
from core.catalogue.reading import catalogue, exercise
from core.catalogue.selecting import substitute
from core.coaches.request import SessionRequest

T = TypeVar("T")


def can_do(key: str, request: SessionRequest) -> bool:
    """Whether the runner can be given this movement: equipment, level, nothing that hurts."""
    known = catalogue().get(key)
    return known is not None and known.fits(request.equipment, request.level, request.hurt)


def fitting(keys: Iterable[str], request: SessionRequest) -> tuple[str, ...]:
    """Those movements of a list that the runner can be given, in its order."""
    return tuple(key for key in keys if can_do(key, request))


def rotated(options: Sequence[T], number: int) -> tuple[T, ...]:
    """The options from place `number` on and round again: the next number begins with the next one."""
    start = number % len(options) if options else 0
    return (*options[start:], *options[:start])


def instead_of(key: str, request: SessionRequest) -> Exercise | None:
    """The movement itself where it fits, else the nearest one that does; None when nothing does."""
    if can_do(key, request):
        return exercise(key)
    return substitute(exercise(key), request.equipment, request.level, request.hurt)
