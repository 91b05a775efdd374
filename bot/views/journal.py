"""The journal of changes: one line each, and the buttons that take one back."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages import Button, Keyboard
from bot.views.formats import short_date
from bot.views.life import PREFIX, told
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.localisation import Localizer
from storage.checkins import DatedChange
from storage.plan_journal import PlanChange


def journal_screen(
    changes: Sequence[PlanChange],
    days: Sequence[DatedChange],
    now: datetime,
    words: Localizer,
    *,
    at_most: int,
) -> Screen:
    """The newest lines first; a button for the newest change that can be taken back."""
    lines = [(change.applied_at_utc or change.proposed_at_utc, _line(change, words)) for change in changes]
    lines += [(day.changed_at_utc, _day_line(day, words)) for day in days]
    if not lines:
        return Screen(words("journal-empty"), ())
    newest = sorted(lines, key=lambda line: line[0], reverse=True)[:at_most]
    html = "\n".join([words("journal-title"), "", *(text for _, text in newest)])
    return Screen(html, _undo_row(changes, now, words))


def what_changed(change: PlanChange, words: Localizer) -> str:
    """A change in a few words."""
    return words(f"journal-{change.kind}", **told(change.details, words))


def _line(change: PlanChange, words: Localizer) -> str:
    key = "journal-line-undone" if change.status == "undone" else "journal-line"
    at = change.applied_at_utc or change.proposed_at_utc
    who = words(f"journal-who-{change.source}")
    return words(key, date=short_date(at.date(), words.language), who=who, what=what_changed(change, words))


def _day_line(day: DatedChange, words: Localizer) -> str:
    before, after = (session_in_brief(session, words) for session in (day.before, day.after))
    what = words("journal-check-in", before=before, after=after)
    return words(
        "journal-line",
        date=short_date(day.date, words.language),
        who=words("journal-who-check-in"),
        what=what,
    )


def _undo_row(changes: Sequence[PlanChange], now: datetime, words: Localizer) -> Keyboard:
    standing = next((change for change in changes if change.status == "applied"), None)
    if standing is None or not standing.can_be_undone(now):
        return ()
    return ((Button(label=words("journal-undo"), data=f"{PREFIX}:undo:{standing.id}"),),)
