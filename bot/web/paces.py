"""How often each of many may ask: a small store of credit that fills again with time."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

SECONDS_AN_HOUR = 3600.0


class Paces:
    """At most `at_once` in a row and `an_hour` in the long run, for each name.

    Of too many names the longest silent is forgotten. `clock` gives seconds that never go back.
    """

    def __init__(
        self,
        at_once: int,
        an_hour: int,
        *,
        names_at_most: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._at_once = at_once
        self._a_second = an_hour / SECONDS_AN_HOUR
        self._names_at_most = names_at_most
        self._clock = clock
        self._credit: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, name: str) -> int:
        """0 when the name may ask now, which costs it one; else the whole seconds to wait."""
        now = self._clock()
        credit, since = self._credit.get(name, (float(self._at_once), now))
        credit = min(credit + (now - since) * self._a_second, self._at_once)
        allowed = credit >= 1
        self._credit[name] = (credit - 1 if allowed else credit, now)
        self._credit.move_to_end(name)
        while len(self._credit) > self._names_at_most:
            self._credit.popitem(last=False)
        return 0 if allowed else math.ceil((1 - credit) / self._a_second)
