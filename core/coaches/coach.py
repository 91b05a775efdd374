"""The frame every coach fills: its focuses, how it builds a session, what it checks, what Claude is asked."""

from abc import ABC, abstractmethod
from typing import ClassVar

from core.athlete import Language
from core.catalogue.exercise import Exercise
from core.coaches import checks
from core.coaches.breach import Breach
from core.coaches.checks import Rule
from core.coaches.offer import Offer
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import CoachSession, Item
from core.coaches.sizing import SETS_MOST
from core.localisation import core_localizer
from core.prompts import Prompt, prompt

SHORTEST_MIN, LONGEST_MIN = 15, 120


class Coach(ABC):
    """A coach of single sessions.

    A subclass gives `name`, `focuses` (ids, the usual first), `rules` of its own, `build`, `belongs`; texts
    are in `core/locales/<language>/coaches-<name>.ftl`, the prompt in `core/prompts/coach-<name>.a.md`.
    `build` is called by `core.coaches.registry.make_session`, which has settled the length, the focus and the
    rotation and checks the outcome, so that a coach only thinks about training.
    """

    name: ClassVar[CoachName]
    focuses: ClassVar[tuple[str, ...]]
    rules: ClassVar[tuple[Rule, ...]] = ()
    shortest_min: ClassVar[int] = SHORTEST_MIN
    longest_min: ClassVar[int] = LONGEST_MIN

    @abstractmethod
    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The session of the catalogue for a wish whose focus is set; an Offer when nothing safe would do.

        The same request gives the same session; the next `rotation` gives another.
        """

    @abstractmethod
    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Whether a movement that fits the runner may stand in the work of such a session.

        What belongs is the menu a model chooses from.
        """

    def focus_for(self, request: SessionRequest) -> str:
        """The focus where none was asked for: by rotation, unless the coach knows better."""
        return self.focuses[request.rotation % len(self.focuses)]

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """A model's session with the coach's own numbers put right (loads from one table, official weights).

        The default leaves it as it is.
        """
        return session

    def sets_most(self, item: Item) -> int:
        """The most sets of a movement when a model's session is made to fill its time."""
        return SETS_MOST

    def check(self, session: CoachSession, request: SessionRequest) -> tuple[Breach, ...]:
        """Every breach of the common rules and of the coach's own."""
        return checks.check(session, request, self.rules)

    def prompt(self, variant: str = "a") -> Prompt:
        """The coach's system prompt."""
        return prompt(f"coach-{self.name}", variant)

    def focus_name(self, focus: str, language: Language) -> str:
        """The name of a focus for a button or a title: message `coaches-<coach>-focus-<focus>`."""
        return core_localizer(language)(f"coaches-{self.name}-focus-{focus.replace('_', '-')}")
