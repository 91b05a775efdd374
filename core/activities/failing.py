"""Why a file is no run: one sentence in the runner's language."""

from typing import NoReturn

from core.athlete import Language
from core.bounded_xml import Refused
from core.failure import Failure


class UnreadableActivity(Refused, ValueError):
    """The file holds no run; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("en"))
        self.failure = failure

    def text(self, language: Language) -> str:
        return self.failure.text(language)


def refuse(reason: str, **figures: float | str) -> NoReturn:
    """Raise UnreadableActivity with the sentence `activity-<reason>`."""
    raise UnreadableActivity(Failure(f"activity-{reason}", figures)) from None
