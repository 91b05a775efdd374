"""A course at a glance: distance, climb, gradients, the steepest kilometre, places."""

from collections.abc import Iterator

from bot.messages import Button, Keyboard
from bot.views.formats import foreign
from core.course import Course
from core.formatting import format_distance, format_number
from core.localisation import Localizer

PREFIX = "gp"
PLACES_SHOWN = 6
METRES = "\u202fm"


def course_html(course: Course, words: Localizer) -> str:
    blocks = ["\n".join(_head(course, words)), "\n".join(_shape(course, words))]
    places = [
        words("course-place", place=foreign(point.text), km=format_number(point.km or 0.0, words.language))
        for point in course.key_points[:PLACES_SHOWN]
    ]
    if places:
        blocks.append("\n".join([words("course-places"), *places]))
    return "\n\n".join(block for block in blocks if block)


def prepare_keyboard(version: int, words: Localizer) -> Keyboard:
    return ((Button(label=words("course-button-prepare"), data=f"{PREFIX}:{version}"),),)


def _head(course: Course, words: Localizer) -> Iterator[str]:
    yield words("course-title", name=foreign(course.name))
    distance = format_distance(course.distance_km, words.language)
    if course.has_heights:
        yield words(
            "course-size",
            distance=distance,
            climb=f"{course.climb_m:.0f}{METRES}",
            descent=f"{course.descent_m:.0f}{METRES}",
        )
    else:
        yield words("course-size-flat", distance=distance)


def _shape(course: Course, words: Localizer) -> Iterator[str]:
    if not course.has_heights or course.highest_m is None:
        return
    km = course.gradients
    yield words(
        "course-gradients",
        up=format_distance(km["up"] + km["steep-up"], words.language),
        flat=format_distance(km["flat"], words.language),
        down=format_distance(km["down"] + km["steep-down"], words.language),
    )
    yield words("course-highest", height=f"{course.highest_m:.0f}{METRES}")
    whole = [split for split in course.splits if split.to_km - split.from_km > 0.5] or course.splits
    steepest = max(whole, key=lambda split: split.climb_m)
    if steepest.climb_m >= 1:
        yield words(
            "course-steepest", km=round(steepest.from_km) + 1, climb=f"{steepest.climb_m:.0f}{METRES}"
        )
