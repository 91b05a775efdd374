"""What is remembered of a runner's wishes for sessions: one row, so that old buttons can be told."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.coaches.request import CoachName
from core.coaches.wishing import Wish
from storage import dialogues
from storage.database import Connection

KIND = "coach"


class Memory(BaseModel):
    """The wish that is being asked for, the last one of each coach, and maxima in kg by movement.

    `asks_max` is the session and the lift whose maximum is being asked; `asked` are lifts it was asked for.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    open: Wish | None = None
    kept: dict[CoachName, Wish] = Field(default_factory=dict)
    last: CoachName | None = None
    maxima_kg: dict[str, float] = Field(default_factory=dict)
    asked: tuple[str, ...] = ()
    asks_max: tuple[int, str] | None = None

    def changed(self, **changes: object) -> "Memory":
        """The same with some fields changed."""
        return self.model_copy(update=changes)

    def with_kept(self, wish: Wish) -> "Memory":
        """A session was made of this wish: nothing is open, and it is the one of last time."""
        return self.changed(open=None, kept={**self.kept, wish.coach: wish}, last=wish.coach)


async def recall(connection: Connection, runner_id: int) -> tuple[Memory, int, datetime | None]:
    """The memory, the version its buttons bear, and when it was saved; empty for a newcomer."""
    found = await dialogues.load(connection, runner_id, KIND)
    if found is None:
        return Memory(), 0, None
    try:
        return Memory.model_validate(found.state), found.version, found.updated_at_utc
    except ValidationError:
        return Memory(), found.version, found.updated_at_utc  # of a version with other fields: asked anew


async def remember(connection: Connection, runner_id: int, memory: Memory, *, now: datetime) -> int:
    """Keep the memory; gives the version that buttons bear from now on."""
    return await dialogues.save(connection, runner_id, KIND, memory.model_dump(mode="json"), now=now)
