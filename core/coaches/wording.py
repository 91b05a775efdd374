"""A session as lines someone can train from, in their language."""

from collections.abc import Iterator

from core.athlete import Language
from core.catalogue.exercise import Measure
from core.catalogue.reading import words_of
from core.coaches.session import Block, CoachSession, Item, Load
from core.coaches.timing import block_s, session_s
from core.formatting import clock, format_distance, format_minutes, format_number, format_pace_range
from core.localisation import core_localizer

SHORT_REST_S = 90
"""Up to here a rest is told in seconds, above in minutes."""
JOINED = " · "
METRES_PER_KM = 1000


def session_lines(session: CoachSession, language: Language) -> Iterator[str]:
    """The whole session: title, purpose, blocks with their movements, scaling and notes."""
    yield title(session, language)
    yield session.purpose.said(language)
    yield facts(session, language)
    for block in session.blocks:
        yield ""
        yield from block_lines(block, language)
    if session.scaling:
        yield ""
        yield from scaling_lines(session, language)
    for note in session.notes:
        yield ""
        yield note.said(language)


def title(session: CoachSession, language: Language) -> str:
    """`Strength · Back squat and bench press`."""
    say = core_localizer(language)
    focus = say(f"coaches-{session.coach}-focus-{session.focus.replace('_', '-')}")
    return f"{focus}{JOINED}{session.title.said(language)}"


def facts(session: CoachSession, language: Language) -> str:
    """Length, effort, and what it leaves in the legs: `43 min · effort 8 out of 10 (RPE) · hard on legs`."""
    say = core_localizer(language)
    told = [
        format_minutes(session_s(session) / 60, language),
        say("coaches-effort", rpe=format_number(session.rpe, language)),
        say(f"coaches-legs-{session.leg_load}"),
    ]
    if session.load.stress_score is not None:
        told.append(say("coaches-stress", score=format_number(session.load.stress_score, language, 0)))
    return JOINED.join(told)


def block_lines(block: Block, language: Language) -> Iterator[str]:
    """The heading of a block, how it is done, and its movements."""
    yield block_heading(block, language)
    if block.how:
        yield f"  {block.how.said(language)}"
    for item in block.items:
        yield f"  • {item_line(item, language)}"
        if item.note:
            yield f"    {item.note.said(language)}"


def block_heading(block: Block, language: Language) -> str:
    """`Main work · 3 rounds · rest 1 min (14 min)`."""
    say = core_localizer(language)
    name = block.title.said(language) if block.title else say(f"coaches-role-{block.role.replace('_', '-')}")
    form = _format(block, language)
    length = format_minutes(block_s(block) / 60, language)
    return f"{JOINED.join(part for part in (name, form) if part)} ({length})"


def item_line(item: Item, language: Language) -> str:
    """`Back squat · 4 × 4 · 84 % · RPE 8 · rest 3 min`."""
    name = words_of(item.exercise, language).name
    parts = [name, prescription(item, language)]
    if item.ramp:
        parts.insert(1, core_localizer(language)("coaches-ramp"))
    return JOINED.join(parts)


def prescription(item: Item, language: Language) -> str:
    """How much, how heavy, how fast and how long to rest: `4 × 4 · 84 % · RPE 8 · rest 3 min`."""
    say = core_localizer(language)
    parts = [amount(item, language), *load_parts(item.load, language)]
    if item.tempo:
        parts.append(say("coaches-tempo", tempo=item.tempo))
    if item.rest_s and item.sets > 1:
        parts.append(say("coaches-rest", rest=rest(item.rest_s, language)))
    return JOINED.join(parts)


def amount(item: Item, language: Language) -> str:
    """`4 × 8–12 per side`, `30 s`, `200 m`, `5 min`, `15 cal`."""
    say = core_localizer(language)
    one = measured(item.amount, item.measure, language)
    if item.amount_most is not None and item.amount_most != item.amount:
        one = f"{format_number(item.amount, language)}–{measured(item.amount_most, item.measure, language)}"
    text = f"{item.sets} × {one}" if item.sets > 1 else one
    if item.measure == "reps" and item.sets == 1:
        text = say("coaches-reps", reps=one)
    return say("coaches-per-side", amount=text) if item.per_side else text


def measured(value: float, measure: Measure, language: Language) -> str:
    """An amount in its measure: `8`, `30 s`, `1:30`, `800 m`, `5 min`, `15 cal`."""
    number = format_number(value, language)
    if measure == "metres" and value < METRES_PER_KM and value != int(value):
        return core_localizer(language)("coaches-metres", metres=number)
    if measure == "metres":
        return format_distance(value / METRES_PER_KM, language)
    if measure == "minutes":
        return format_minutes(value, language) if value == int(value) else clock(value * 60)
    if measure == "seconds":
        return core_localizer(language)("coaches-seconds", seconds=number)
    if measure == "calories":
        return core_localizer(language)("coaches-calories", calories=number)
    return number


def rest(seconds: float, language: Language) -> str:
    """A rest: `45 s`, `2 min`, `2:30`."""
    if seconds <= SHORT_REST_S:
        return measured(seconds, "seconds", language)
    return measured(seconds / 60, "minutes", language)


def load_parts(load: Load, language: Language) -> Iterator[str]:
    """Each thing that is said of a load: percentage, kilos, effort, zone, pace, split, power."""
    say = core_localizer(language)
    if load.percent_1rm is not None:
        yield say("coaches-percent", percent=format_number(load.percent_1rm, language))
    if load.kg is not None:
        kg = format_number(load.kg, language)
        yield say("coaches-kg-each" if load.each else "coaches-kg", kg=kg)
    if load.zone is not None:
        yield say(f"coaches-zone-{load.zone}")
    yield from _targets(load, language)
    if load.rpe is not None:
        yield say("coaches-rpe", rpe=format_number(load.rpe, language))


def scaling_lines(session: CoachSession, language: Language) -> Iterator[str]:
    """What to change on another day or at another level."""
    yield core_localizer(language)("coaches-scaling")
    for scaling in session.scaling:
        yield f"  • {scaling.text.said(language)}"


def _targets(load: Load, language: Language) -> Iterator[str]:
    say = core_localizer(language)
    if load.pace_s_per_km is not None:
        yield format_pace_range(*load.pace_s_per_km)
    if load.split_s_per_500m is not None:
        fast, slow = (clock(end) for end in load.split_s_per_500m)
        yield say("coaches-split", split=fast if fast == slow else f"{fast}-{slow}")
    if load.watts is not None:
        low, high = (format_number(end, language, 0) for end in load.watts)
        yield say("coaches-watts", watts=f"{low}-{high}")
    if load.percent_threshold is not None:
        low, high = (format_number(end, language, 0) for end in load.percent_threshold)
        yield say("coaches-threshold-share", share=f"{low}-{high}")


def _format(block: Block, language: Language) -> str:
    """What the form of a block asks for, "" for plain sets and steady work."""
    say = core_localizer(language)
    if block.format in ("sets", "steady") or (block.format == "circuit" and block.rounds == 1):
        return ""
    if block.format in ("superset", "circuit", "intervals"):
        key = "coaches-repetitions" if block.format == "intervals" else "coaches-rounds"
        text = say(key, rounds=block.rounds)
        if block.rest_s and block.rounds > 1:
            key = "coaches-easy-between" if block.format == "intervals" else "coaches-rest-between"
            text += JOINED + say(key, rest=rest(block.rest_s, language))
        return text
    minutes = format_minutes(block.minutes or 0, language)
    return say(f"coaches-format-{block.format.replace('_', '-')}", rounds=block.rounds, minutes=minutes)
