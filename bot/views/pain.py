"""Pain, illness and the way back on screen."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from bot.messages import Button, Keyboard
from bot.views.formats import label, short_date
from core.gating import PAIN_AT_MOST, Gate, days_left, steps_of
from core.injuries import part_ids, part_name
from core.localisation import Localizer
from core.pain_words import MIDLINE
from core.red_flags import SELF_HARM
from storage.complaints import OpenGate, Pain

PREFIX = "pn"
GATE_PREFIX = "gt"
SITES_A_ROW = 2
LEVELS_A_ROW = 6
HISTORY_LENGTH = 6
LISTED_SITES = 8


def place_name(site: str, side: str, words: Localizer) -> str:
    """`genou gauche`, `left knee`."""
    name = part_name(site)[words.language]
    return words(f"pain-place-{side}", site=name) if side in ("left", "right", "both") else name


def at_the_start(place: str) -> str:
    """The name of a place as it begins a sentence; other capitals stay (Achilles)."""
    return place[:1].upper() + place[1:]


def data_of(day: date, *answers: str) -> str:
    return ":".join((PREFIX, day.isoformat(), *answers))


def site_buttons(day: date, words: Localizer) -> Keyboard:
    buttons = [
        Button(label=label(at_the_start(part_name(site)[words.language])), data=data_of(day, site))
        for site in part_ids()
    ]
    return _rows(buttons, SITES_A_ROW)


def side_buttons(day: date, site: str, words: Localizer, level: int | None = None) -> Keyboard:
    """Left, right, both; each carries the level that was told already."""
    told = () if level is None else (str(level),)
    return (
        tuple(
            Button(label=words(f"pain-side-{side}"), data=data_of(day, site, side, *told))
            for side in ("left", "right", "both")
        ),
    )


def has_sides(site: str) -> bool:
    return site not in MIDLINE


def level_buttons(day: date, site: str, side: str) -> Keyboard:
    """Eleven buttons, 0 to 10."""
    levels = range(PAIN_AT_MOST + 1)
    return _rows([Button(label=str(n), data=data_of(day, site, side, str(n))) for n in levels], LEVELS_A_ROW)


def illness_buttons(day: date, words: Localizer) -> Keyboard:
    return (
        (Button(label=words("illness-button-below"), data=data_of(day, "ill", "below")),),
        (Button(label=words("illness-button-above"), data=data_of(day, "ill", "above")),),
    )


def gate_name(gate: Gate, words: Localizer) -> str:
    """What holds back: a place, an illness, a sign."""
    if gate.kind == "pain":
        return place_name(gate.site, gate.side, words)
    return words(f"gate-name-{gate.kind}")


def step_line(gate: Gate, today: date, words: Localizer) -> str:
    """Which step of how many, what it allows, and how long it lasts at least."""
    steps = steps_of(gate.kind)
    line = words(
        "gate-step",
        number=steps.index(gate.step) + 1,
        total=len(steps),
        what=words(f"gate-step-{gate.step}"),
    )
    left = days_left(gate, today)
    return f"{line} {words('gate-step-days', days=left)}" if left and gate.kind != "red-flag" else line


def gate_question(item: OpenGate, day: date, words: Localizer) -> tuple[str, Keyboard]:
    """The daily question about what holds back."""
    gate = item.gate
    if gate.kind == "pain":
        html = words("gate-ask-pain", place=at_the_start(gate_name(gate, words)), most=PAIN_AT_MOST)
        levels = [
            Button(label=str(n), data=f"{GATE_PREFIX}:{item.id}:{day.isoformat()}:{n}")
            for n in range(PAIN_AT_MOST + 1)
        ]
        return html, _rows(levels, LEVELS_A_ROW)
    kind = question_kind(gate)
    answers = {
        "cleared": ("cleared",),
        "care": ("cleared",),
        "illness": ("quiet", "some", "much"),
        "red-flag": ("quiet", "much"),
    }[kind]
    buttons = [
        (
            Button(
                label=words(f"gate-button-{kind}-{answer}"),
                data=f"{GATE_PREFIX}:{item.id}:{day.isoformat()}:{answer}",
            ),
        )
        for answer in answers
    ]
    return words(f"gate-ask-{kind}"), tuple(buttons)


def question_kind(gate: Gate) -> str:
    """Which question a gate that is no pain asks every day."""
    if gate.kind != "red-flag" or gate.step != "rest":
        return gate.kind
    return "care" if gate.site == SELF_HARM else "cleared"


def history_html(pains: Sequence[Pain], gates: Iterable[OpenGate], today: date, words: Localizer) -> str:
    """Every place that hurt with its last notes, and what holds back now."""
    blocks = [words("pain-title")]
    held = [
        f"<b>{at_the_start(gate_name(item.gate, words))}</b>\n{step_line(item.gate, today, words)}"
        for item in gates
    ]
    lines = [_history_line(place, list(notes), words) for place, notes in _by_place(pains)][:LISTED_SITES]
    blocks += held
    blocks.append("\n".join(lines) if lines else words("pain-none"))
    return "\n\n".join(blocks)


def history_buttons(day: date, words: Localizer) -> Keyboard:
    return (
        (Button(label=words("pain-button-note"), data=data_of(day, "new")),),
        (Button(label=words("checkin-button-ill"), data=data_of(day, "ill")),),
    )


def _by_place(pains: Sequence[Pain]) -> Iterable[tuple[tuple[str, str], Iterable[Pain]]]:
    ordered = sorted(pains, key=lambda pain: (pain.site, pain.side, pain.date))
    return groupby(ordered, key=lambda pain: (pain.site, pain.side))


def _history_line(place: tuple[str, str], notes: list[Pain], words: Localizer) -> str:
    latest = notes[-HISTORY_LENGTH:]
    levels = " → ".join(f"{note.level} ({short_date(note.date, words.language)})" for note in latest)
    return words("pain-history", place=at_the_start(place_name(*place, words)), levels=levels)


def _rows(buttons: list[Button], length: int) -> Keyboard:
    return tuple(tuple(buttons[at : at + length]) for at in range(0, len(buttons), length))
