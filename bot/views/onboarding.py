"""The onboarding's outcomes as messages: the answer noted in place, then the next question."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.messages import Button, EditText, Keyboard, Outgoing, SendText
from bot.views.formats import distance_name, foreign, goal_name, label, long_date, month_name, safe
from bot.views.profile import answer_line, summary_lines
from core.athlete import Goal, Race
from core.dialogue.onboarding import Outcome
from core.dialogue.questions import Choice, Question, shown
from core.dialogue.reading import Problem
from core.dialogue.state import Dialogue, Step
from core.failure import Failure
from core.formatting import clock, format_distance
from core.localisation import Localizer

PREFIX = "ob"
Write = Callable[[object, Localizer], object]


def callback_data(token: str, step: str, value: str) -> str:
    """`ob:token:step:value`, at most 64 bytes."""
    return f"{PREFIX}:{token}:{step}:{value}"


def anchor(dialogue: Dialogue) -> str:
    """The name of the message with the dialogue's open question."""
    return f"{PREFIX}:{dialogue.token}:{dialogue.asked}"


def answer_messages(
    before: Dialogue, outcome: Outcome, words: Localizer, *, name: str, tapped_message_id: int | None = None
) -> list[Outgoing]:
    """What to send after an event: the question on screen settled, then the next one, or one in its place."""
    if outcome.question is None:
        remarks = "\n\n".join(remark_html(remark, words) for remark in outcome.remarks)
        return [SendText(html=remarks)] if remarks else []
    # Only a button that was accepted is known to sit under the question that is open.
    message_id = tapped_message_id if outcome.redraw else None
    place = {"message_id": message_id, "anchor": None if message_id else anchor(before)}
    if outcome.redraw:
        html = question_html(outcome.question, outcome.dialogue, words, name)
        return [EditText(**place, html=html, keyboard=keyboard(outcome.question, outcome.dialogue, words))]
    return [
        EditText(**place, html=question_html(shown(before), before, words, name)),
        question_message(outcome, words, name=name),
    ]


def question_message(outcome: Outcome, words: Localizer, *, name: str) -> SendText:
    """The question as a new message, after its remarks."""
    if outcome.question is None:
        raise ValueError("there is nothing to ask")
    remarks = [remark_html(remark, words) for remark in outcome.remarks]
    html = question_html(outcome.question, outcome.dialogue, words, name)
    return SendText(
        html="\n\n".join([*remarks, html]),
        keyboard=keyboard(outcome.question, outcome.dialogue, words),
        anchor=anchor(outcome.dialogue),
    )


def question_html(question: Question, dialogue: Dialogue, words: Localizer, name: str) -> str:
    """The question, under the answers given on the same message."""
    variables = written(question.variables, words)
    if question.key == "onboarding-welcome":
        variables["name"] = f" {foreign(name)}" if name else ""
    if question.key == "onboarding-summary":
        variables["lines"] = summary_lines(dialogue.answers, words)
    return "\n\n".join([*noted_html(dialogue, words), words(question.key, **variables)])


def noted_html(dialogue: Dialogue, words: Localizer) -> list[str]:
    """A line for each answer noted on this message; the summary holds them all already."""
    if dialogue.editing or dialogue.step in (Step.SUMMARY, Step.EDIT):
        return []
    written_lines = (answer_line(step, dialogue.answers, words) for step in dialogue.noted)
    lines = [words("onboarding-recorded", line=line) for line in written_lines if line]
    return ["\n".join(lines)] if lines else []


def keyboard(question: Question, dialogue: Dialogue, words: Localizer) -> Keyboard:
    return tuple(
        tuple(_button(choice, question.step, dialogue.token, words) for choice in row)
        for row in question.rows
    )


def remark_html(remark: Problem, words: Localizer) -> str:
    if isinstance(remark, Failure):
        return safe(remark.text(words.language))
    return words(remark.key, **written(remark.variables, words))


def written(variables: Mapping[str, object], words: Localizer) -> dict[str, object]:
    """Values as words of the language, safe in HTML; `distance_m` becomes `distance`, `time_s` `time`."""
    result: dict[str, object] = {}
    for key, value in variables.items():
        writer = _WRITERS.get(key)
        result[key.removesuffix("_m").removesuffix("_s")] = writer(value, words) if writer else value
    if isinstance(race := variables.get("race"), Race):
        result.setdefault("distance", format_distance(race.distance_km, words.language))
    return {key: value for key, value in result.items() if value is not None}


def _button(choice: Choice, step: Step, token: str, words: Localizer) -> Button:
    text = label(words(choice.key, **_plainly(choice.variables, words)))
    return Button(label=text, data=callback_data(token, step, choice.value))


def _plainly(variables: Mapping[str, object], words: Localizer) -> dict[str, object]:
    """Values as words for a button, where nothing is HTML."""
    result = written(variables, words)
    if isinstance(race := variables.get("race"), Race):
        result["race"] = race.name
    return result


def _race(value: object, _: Localizer) -> str | None:
    return foreign(value.name) if isinstance(value, Race) else None


def _date(value: object, words: Localizer) -> str | None:
    return long_date(value, words.language) if isinstance(value, date) else None


def _goal(value: object, words: Localizer) -> str | None:
    return goal_name(value, words) if isinstance(value, Goal) else None


def _month(value: object, words: Localizer) -> str | None:
    return month_name(value, words.language) if isinstance(value, int) else None


def _distance(value: object, words: Localizer) -> str | None:
    return distance_name(value, words) if isinstance(value, float) else None


_WRITERS: dict[str, Write] = {
    "race": _race,
    "date": _date,
    "goal": _goal,
    "month": _month,
    "distance_m": _distance,
    "time_s": lambda value, _: clock(float(str(value))),
    "searched": lambda value, _: foreign(str(value)),
    "text": lambda value, _: safe(str(value)),
    "note": lambda value, _: foreign(str(value)),
}
