"""What could not be understood or accepted, as a value with the sentence to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.athlete import Language
from core.formatting import format_day, format_distance, format_duration, format_number
from core.localisation import core_localizer


@dataclass(frozen=True, slots=True)
class Failure:
    """A refusal: the message key in core's texts and its figures.

    The name of a figure carries its unit: `distance_m` becomes the variable `distance`, `record_s` `record`.
    """

    key: str
    figures: Mapping[str, float | str | date] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """The sentence for the runner."""
        variables = dict(_spoken(name, figure, language) for name, figure in self.figures.items())
        return core_localizer(language)(self.key, **variables)


def _spoken(name: str, figure: float | str | date, language: Language) -> tuple[str, str]:
    if isinstance(figure, str):
        return name, figure
    if isinstance(figure, date):
        return name, format_day(figure, language)
    if name.endswith("_m"):
        return name.removesuffix("_m"), format_distance(figure / 1000, language)
    if name.endswith("_s"):
        return name.removesuffix("_s"), format_duration(figure, language)
    return name, format_number(figure, language)
