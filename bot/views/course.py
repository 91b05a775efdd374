"""A course at a glance: distance, climb, gradients, the steepest kilometre, places."""

from collections.abc import Iterator

from bot.messages import Button, Keyboard, SendPicture
from bot.views.formats import foreign, label
from core.course import GRADIENTS, Course
from core.formatting import format_distance, format_number
from core.localisation import Localizer
from core.race_week.course import RaceCourse, gradient_name, pieces

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


def course_keyboard(version: int, words: Localizer, *, may_be_mine: bool, paced: bool) -> Keyboard:
    """Prepare the course, take it as that of the race there is, or see its paces."""
    rows = [(_button("course-button-prepare", f"{version}", words),)]
    if may_be_mine:
        rows.insert(0, (_button("course-button-mine", f"{version}:mine", words),))
    if paced:
        rows.append((_button("course-button-pacing", f"{version}:pace", words),))
    return tuple(rows)


def profile_picture(course: RaceCourse, words: Localizer) -> SendPicture:
    """The course drawn; only for one with heights."""
    stretches = [
        {
            "from_km": piece.from_km,
            "to_km": piece.to_km,
            "from_m": course.heights_m[index],
            "to_m": course.heights_m[index + 1],
            "gradient": gradient_name(piece.grade),
        }
        for index, piece in enumerate(pieces(course))
    ]
    figures = {
        "title": course.name,
        "km_label": words("course-picture-km"),
        "metres_label": words("course-picture-metres"),
        "stretches": stretches,
        "places": [{"km": point.km or 0.0, "name": point.text} for point in course.key_points],
        "gradient_names": {name: words(f"course-gradient-{name}") for name, _ in GRADIENTS},
    }
    caption = words("course-profile")
    return SendPicture(chart="course", figures=figures, caption_html=caption, alt_text=caption)


def _button(key: str, data: str, words: Localizer) -> Button:
    return Button(label=label(words(key)), data=f"{PREFIX}:{data}")


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
