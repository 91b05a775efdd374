"""Keyed records that remember which of them changed, so that saving costs what changed and no more."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import BaseModel

Item = TypeVar("Item", bound=BaseModel)
Place = tuple[int, int]


class Shelf(Generic[Item]):
    """Records by owner and key, both integers; owner 0 holds what belongs to nobody."""

    def __init__(self, model: type[Item]) -> None:
        self.model = model
        self._owners: dict[int, dict[int, Item]] = {}
        self._changed: set[Place] = set()

    def get(self, owner: int, key: int) -> Item | None:
        return self._owners.get(owner, {}).get(key)

    def of(self, owner: int) -> Mapping[int, Item]:
        """All records of one owner, in the order they were put."""
        return MappingProxyType(self._owners.setdefault(owner, {}))

    def put(self, owner: int, key: int, item: Item) -> None:
        self._owners.setdefault(owner, {})[key] = item
        self._changed.add((owner, key))

    def drop(self, owner: int, key: int) -> None:
        if self._owners.get(owner, {}).pop(key, None) is not None:
            self._changed.add((owner, key))

    def restore(self, rows: Iterable[tuple[int, int, str]]) -> None:
        """Fill from saved JSON without counting it as a change."""
        for owner, key, text in rows:
            self._owners.setdefault(owner, {})[key] = self.model.model_validate_json(text)

    def note_change(self, owner: int, key: int) -> None:
        """Count a record as changed (again)."""
        self._changed.add((owner, key))

    def take_changes(self) -> list[tuple[int, int, str | None]]:
        """What changed since last asked: JSON, or None for what is gone."""
        changed, self._changed = self._changed, set()
        rows: list[tuple[int, int, str | None]] = []
        for owner, key in sorted(changed):
            item = self.get(owner, key)
            rows.append((owner, key, None if item is None else item.model_dump_json()))
        return rows
