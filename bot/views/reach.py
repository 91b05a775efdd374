"""The screens of the messages that come by themselves: their hours, quiet hours, a pause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from bot.messages import Button, Keyboard
from bot.rhythms import CHECK_IN, EVENING, WEEKLY
from bot.views.checkin import clock_time
from bot.views.formats import full_weekday, label
from bot.views.life import off_data
from bot.views.settings import Screen
from core.clock import DAY, Quiet
from core.localisation import Localizer
from storage.schedules import Schedule

PREFIX = "sm"
KINDS: Mapping[str, str] = {CHECK_IN: "morning", EVENING: "evening", WEEKLY: "weekly"}
EVENING_HOURS = tuple(time(hour, minute) for hour in (18, 19, 20, 21) for minute in (0, 30))
QUIET_SPANS = (
    Quiet(time(21), time(6)),
    Quiet(time(21), time(7)),
    Quiet(time(22), time(6)),
    Quiet(time(22), time(7)),
    Quiet(time(23), time(7)),
    Quiet(time(23), time(8)),
)
PAUSE_WEEKS = (1, 2, 3, 4)
ADAPTED_AT_MOST_DAYS = 28  # a longer break is a plan to be made anew
A_ROW = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """When a runner can be written to; schedules by kind, those that are there."""

    schedules: Mapping[str, Schedule]
    quiet: Quiet
    today: date

    def at(self, kind: str) -> time | None:
        """The local hour of a kind; None when it is off."""
        known = self.schedules.get(kind)
        return known.at_local if known and known.next_at_utc else None

    @property
    def paused_until(self) -> date | None:
        dates = [one.paused_until for one in self.schedules.values() if one.paused_until]
        last = max(dates, default=None)
        return last if last is not None and last >= self.today else None


def reach_screen(reach: Reach, words: Localizer) -> Screen:
    """What comes when, and what can be changed."""
    lines = [_line(kind, reach.at(kind), words) for kind in KINDS] + [_quiet_line(reach.quiet, words)]
    if paused := reach.paused_until:
        lines.insert(0, words("reach-paused", date=full_weekday(paused, words.language)))
    weekly = "off" if reach.at(WEEKLY) else "on"
    pause = "resume" if paused else "pause"
    rows = (
        (Button(label=words("daily-button-open"), data="ds:open"),),
        (_button("reach-button-evening", "evening", words), _button("reach-button-quiet", "quiet", words)),
        (_button(f"reach-button-weekly-{weekly}", f"weekly:{weekly}", words),),
        (_button(f"reach-button-{pause}", pause, words),),
        (Button(label=words("settings-button-back"), data="st:open"),),
    )
    return Screen(f"{words('reach-title')}\n\n" + "\n".join(lines), rows)


def evening_screen(words: Localizer) -> Screen:
    hours = [Button(label=clock_time(at, words), data=f"{PREFIX}:evening:{at:%H%M}") for at in EVENING_HOURS]
    off = (_button("reach-button-evening-off", "evening:off", words),)
    return Screen(words("reach-ask-evening"), (*_rows(hours, A_ROW), off, _back(words)))


def quiet_screen(words: Localizer) -> Screen:
    spans = [
        Button(
            label=words(
                "reach-button-span", begins=clock_time(one.begins, words), ends=clock_time(one.ends, words)
            ),
            data=f"{PREFIX}:quiet:{one.begins:%H%M}-{one.ends:%H%M}",
        )
        for one in QUIET_SPANS
    ]
    none = (_button("reach-button-no-quiet", "quiet:0000-0000", words),)
    return Screen(words("reach-ask-quiet"), (*_rows(spans, 2), none, _back(words)))


def pause_screen(words: Localizer) -> Screen:
    weeks = [
        Button(label=words("reach-button-weeks", count=count), data=f"{PREFIX}:pause:{count}")
        for count in PAUSE_WEEKS
    ]
    return Screen(words("reach-ask-pause"), (*_rows(weeks, 2), _back(words)))


def paused_screen(first: date, last: date, words: Localizer, *, has_plan: bool) -> Screen:
    """The pause as it stands, and the offer to fit the plan to it."""
    blocks = [words("reach-paused-until", date=full_weekday(last, words.language))]
    days = [first + DAY * n for n in range((last - first).days + 1)]
    rows: Keyboard = ()
    if has_plan and len(days) <= ADAPTED_AT_MOST_DAYS:
        blocks.append(words("reach-pause-plan"))
        rows = ((Button(label=words("reach-button-adapt"), data=off_data(days, holiday=True)),),)
    return Screen(
        "\n\n".join(blocks), (*rows, (_button("reach-button-resume", "resume", words),), _back(words))
    )


def _line(kind: str, at: time | None, words: Localizer) -> str:
    if at is None:
        return words(f"reach-{KINDS[kind]}-off")
    return words(f"reach-{KINDS[kind]}", time=clock_time(at, words))


def _quiet_line(quiet: Quiet, words: Localizer) -> str:
    if quiet.begins == quiet.ends:
        return words("reach-no-quiet")
    return words("reach-quiet", begins=clock_time(quiet.begins, words), ends=clock_time(quiet.ends, words))


def _rows(buttons: list[Button], a_row: int) -> Keyboard:
    return tuple(tuple(buttons[at : at + a_row]) for at in range(0, len(buttons), a_row))


def _back(words: Localizer) -> tuple[Button, ...]:
    return (_button("reach-button-back", "open", words),)


def _button(key: str, action: str, words: Localizer) -> Button:
    return Button(label=label(words(key)), data=f"{PREFIX}:{action}")
