"""A movement of the catalogue for the chat: its picture, how to do it, what is easier and harder."""

from collections.abc import Iterable

from bot.illustrations.pictures import CHART, Pictures, has_picture
from bot.messages import Button, Keyboard, SendPicture, SendText
from bot.views.formats import label, safe
from bot.views.settings import Screen
from core.catalogue.finding import ExerciseMatch, find, nearest_names
from core.catalogue.reading import exercise, words_of
from core.localisation import Localizer

TAP = "il:"
CUES_SHOWN = 3
PROPOSED = 3


def movement_card(exercise_id: str, words: Localizer, pictures: Pictures) -> SendPicture | SendText:
    """The picture with its words as the caption; the words alone for a movement nobody drew."""
    html, keyboard = _card_html(exercise_id, words), _card_keyboard(exercise_id, words)
    if not has_picture(exercise_id):
        return SendText(html=html, keyboard=keyboard)
    name = words_of(exercise_id, words.language).name
    return SendPicture(
        chart=CHART,
        figures={"exercise": exercise_id},
        content_key=pictures.key(exercise_id),
        caption_html=html,
        alt_text=words("movement-picture-of", name=name),
        keyboard=keyboard,
    )


def ask_for_name(words: Localizer) -> Screen:
    """What to write after the command."""
    return Screen(words("movement-ask"), ())


def not_found(text: str, words: Localizer) -> Screen:
    """No movement has that name: the nearest, to tap."""
    language = words.language
    names = nearest_names(text, language, PROPOSED)
    nearest = [find(name, language, limit=1)[0] for name in names]
    return Screen(words("movement-not-found", text=safe(text)), _choices(nearest))


def which_one(matches: tuple[ExerciseMatch, ...], words: Localizer) -> Screen:
    """Several movements may be meant."""
    return Screen(words("movement-which"), _choices(matches))


def _choices(matches: Iterable[ExerciseMatch]) -> Keyboard:
    return tuple((Button(label=label(m.name), data=f"{TAP}{m.exercise.id}"),) for m in matches)


def _card_html(exercise_id: str, words: Localizer) -> str:
    own = words_of(exercise_id, words.language)
    cues = [f"• {safe(cue)}" for cue in own.cues[:CUES_SHOWN]]
    mistakes = [words("movement-mistake", mistake=safe(mistake)) for mistake in own.mistakes[:1]]
    return "\n".join([f"<b>{safe(own.name)}</b>", *cues, *mistakes])


def _card_keyboard(exercise_id: str, words: Localizer) -> Keyboard:
    """The nearest easier and the nearest harder movement."""
    movement = exercise(exercise_id)
    ways = (("movement-easier", movement.regressions), ("movement-harder", movement.progressions))
    return tuple(
        (
            Button(
                label=label(words(key, name=words_of(others[0], words.language).name)),
                data=f"{TAP}{others[0]}",
            ),
        )
        for key, others in ways
        if others
    )
