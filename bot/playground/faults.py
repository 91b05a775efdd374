"""Trouble on demand: what goes wrong with which call, for tests of the bot's manners."""

from dataclasses import dataclass, field, replace
from typing import Literal

from bot.playground.errors import Refused, too_many_requests

Drop = Literal["never", "before", "after"]


@dataclass(frozen=True)
class Fault:
    """One kind of trouble for a method ("*": any) and a chat (None: any), `times` times (None: for ever).

    In this order: wait `delay_s`, hang until the client gives up, refuse, or close the connection
    before or after the call took effect.
    """

    method: str
    chat_id: int | None = None
    times: int | None = 1
    delay_s: float = 0.0
    hang: bool = False
    refusal: Refused | None = None
    drop: Drop = "never"

    def concerns(self, method: str, chat_id: str) -> bool:
        return self.method in ("*", method) and (self.chat_id is None or str(self.chat_id) == chat_id)


@dataclass
class Faults:
    """The faults that wait for their call, first come first served."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def refuse(
        self, method: str, code: int, description: str, *, chat_id: int | None = None, times: int | None = 1
    ) -> None:
        """Answer with an error; nothing happens."""
        self.add(Fault(method, chat_id, times, refusal=Refused(code, description)))

    def slow_down(
        self, method: str, retry_after_s: int, *, chat_id: int | None = None, times: int | None = 1
    ) -> None:
        """Answer 429 with the seconds to wait."""
        self.add(Fault(method, chat_id, times, refusal=too_many_requests(retry_after_s)))

    def drop_after(self, method: str, *, chat_id: int | None = None, times: int | None = 1) -> None:
        """Do what was asked, then close the connection without an answer."""
        self.add(Fault(method, chat_id, times, drop="after"))

    def drop_before(self, method: str, *, chat_id: int | None = None, times: int | None = 1) -> None:
        """Close the connection; nothing happens."""
        self.add(Fault(method, chat_id, times, drop="before"))

    def delay(
        self, method: str, seconds: float, *, chat_id: int | None = None, times: int | None = 1
    ) -> None:
        """Answer late."""
        self.add(Fault(method, chat_id, times, delay_s=seconds))

    def hang(self, method: str, *, chat_id: int | None = None, times: int | None = 1) -> None:
        """Never answer; nothing happens."""
        self.add(Fault(method, chat_id, times, hang=True))

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, method: str, chat_id: str) -> Fault | None:
        """The fault for this call, used up by one."""
        for place, fault in enumerate(self.waiting):
            if fault.concerns(method, chat_id):
                self._use(place, fault)
                return fault
        return None

    def _use(self, place: int, fault: Fault) -> None:
        if fault.times is None:
            return
        if fault.times > 1:
            self.waiting[place] = replace(fault, times=fault.times - 1)
        else:
            del self.waiting[place]
