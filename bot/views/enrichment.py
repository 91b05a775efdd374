"""What was added to a session: the badge on its card, its sections, and the thumbs."""

from datetime import date

from pydantic import ValidationError

from bot.messages import Button, Keyboard
from bot.splitting import TEXT_LIMIT, fits, plain_text, split_html, utf16_length
from bot.views.card_keyboard import card_keyboard
from bot.views.formats import label, safe
from bot.views.log import told_line
from bot.views.session import day_html, session_in_brief
from bot.views.settings import Screen
from core.enrichment.model import FIELD_OF, EnrichedSession, Section
from core.localisation import Localizer
from core.notation.units import Units
from storage.programs import StoredProgram, StoredSession
from storage.queue_standing import Standing
from storage.session_logs import RunLog

PREFIX = "en"  # buttons of a card: en:<session id>:<action>:<value>
SECTIONS_A_ROW = 2
REASONS = ("vague", "wrong", "long", "other_runner")
SECTION_KEYS: dict[Section, str] = {
    section: f"enrichment-section-{section.replace('_', '-')}" for section in FIELD_OF
}
SOON_S = 90.0
MINUTE_S = 60.0


def enriched_of(item: StoredSession) -> EnrichedSession | None:
    """What was added to the session as it stands, or None."""
    if not item.enrichment:
        return None
    try:
        return EnrichedSession.model_validate(item.enrichment)
    except ValidationError:
        return None  # written by a version with other fields: as good as not enriched


def card_screen(
    item: StoredSession,
    stored: StoredProgram,
    today: date,
    words: Localizer,
    *,
    standing: Standing | None = None,
    told: RunLog | None = None,
    next_line: str = "",
    opened: bool = False,
    units: Units = "km",
) -> Screen:
    """A day with what it needs around it: its badge, the log, its buttons; one message, however long."""
    sessions = [other for week in stored.weeks for other in week.sessions]
    blocks = []
    if item.session.rest_day:
        blocks += [next_line] if next_line else []
    else:
        blocks += [told_line(told, words)] if told is not None else []
        blocks.append(badge(item, standing, words))
    detail = None if item.session.rest_day else _detail_button(item, standing, words)
    keyboard = card_keyboard(item, sessions, words, today, detail=detail, opened=opened)
    return Screen(_in_one_message(day_html(item.session, words, today=today, units=units), blocks), keyboard)


def _in_one_message(day: str, blocks: list[str]) -> str:
    """The day and what follows it; a day too long for a message is cut, what follows it is not."""
    after = "".join(f"\n\n{block}" for block in blocks)
    if fits(day + after):
        return day + after
    return split_html(day, TEXT_LIMIT - utf16_length(plain_text(after)) - 1)[0] + "…" + after


def badge(item: StoredSession, standing: Standing | None, words: Localizer) -> str:
    """How far the session is: fast, waiting with its place and time, enriched and by whom."""
    enriched = enriched_of(item)
    if enriched is not None:
        return words(f"enrichment-badge-{enriched.source}")
    if standing is None or standing.state not in ("pending", "running"):
        return words("enrichment-badge-fast")
    if standing.state == "running":
        return words("enrichment-badge-running")
    if standing.batched or standing.eta_s is None:
        return words("enrichment-badge-batched")
    minutes = max(1, round(standing.eta_s / MINUTE_S))
    when = "soon" if standing.eta_s <= SOON_S else "minutes"
    return words(f"enrichment-badge-{when}", position=standing.position, minutes=minutes)


def section_screen(
    item: StoredSession, enriched: EnrichedSession, section: Section, words: Localizer
) -> Screen:
    """One section in place of the card, the others a tap away."""
    body = "\n".join(_texts(enriched, section, words))
    head = words(
        "enrichment-section", name=words(SECTION_KEYS[section]), what=session_in_brief(item.session, words)
    )
    blocks = [head, body]
    if enriched.source == "catalogue":
        blocks.append(words("enrichment-by-catalogue"))
    following = _after(section, enriched)
    rows: Keyboard = ((_back(item, words),),)
    if following is not None:
        rows = ((_section_button(item, following, words, key="enrichment-button-next"),), *rows)
    return Screen("\n\n".join(blocks), rows)


def reasons_screen(item: StoredSession, words: Localizer) -> Screen:
    """Why it did not help: four answers, or words."""
    buttons = [
        Button(label=label(words(f"enrichment-reason-{_dashed(reason)}")), data=_data(item, "why", reason))
        for reason in REASONS
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(words("enrichment-ask-why"), (*rows, (_back(item, words),)))


def thanks_screen(item: StoredSession, key: str, words: Localizer) -> Screen:
    """A rating is noted."""
    return Screen(words(key), ((_back(item, words),),))


def detail_screen(item: StoredSession, enriched: EnrichedSession, words: Localizer) -> Screen:
    """Every section in one message, each folded; as buttons where one message cannot hold them."""
    head = words("card-detail-title", what=session_in_brief(item.session, words))
    by = [words("enrichment-by-catalogue")] if enriched.source == "catalogue" else []
    rows = (_thumbs(item, words), (_back(item, words),))
    html = "\n\n".join([head, *(_folded(enriched, section, words) for section in enriched.sections), *by])
    if fits(html):
        return Screen(html, rows)
    buttons = [_section_button(item, section, words) for section in enriched.sections]
    sections = [tuple(buttons[i : i + SECTIONS_A_ROW]) for i in range(0, len(buttons), SECTIONS_A_ROW)]
    return Screen("\n\n".join([head, *by]), (*sections, *rows))


def _folded(enriched: EnrichedSession, section: Section, words: Localizer) -> str:
    body = "\n".join(_texts(enriched, section, words))
    return f"<b>{words(SECTION_KEYS[section])}</b>\n<blockquote expandable>{body}</blockquote>"


def _texts(enriched: EnrichedSession, section: Section, words: Localizer) -> list[str]:
    texts = [safe(text) for text in enriched.section(section)]
    return texts if len(texts) == 1 else [words("enrichment-item", text=text) for text in texts]


def _thumbs(item: StoredSession, words: Localizer) -> tuple[Button, ...]:
    return (
        Button(label=words("enrichment-button-up"), data=_data(item, "up")),
        Button(label=words("enrichment-button-down"), data=_data(item, "down")),
    )


def _detail_button(item: StoredSession, standing: Standing | None, words: Localizer) -> Button | None:
    """Opens the detail, or asks for it now; nothing while it is being written."""
    if enriched_of(item) is not None:
        return Button(label=label(words("card-button-detail")), data=_data(item, "all"))
    if standing is not None and (standing.state == "running" or _is_first(standing)):
        return None
    return Button(label=label(words("enrichment-button-now")), data=_data(item, "now"))


def _is_first(standing: Standing) -> bool:
    return standing.state == "pending" and standing.priority == 1 and not standing.batched


def _after(section: Section, enriched: EnrichedSession) -> Section | None:
    known = enriched.sections
    place = known.index(section) if section in known else len(known)
    return known[place + 1] if place + 1 < len(known) else None


def _section_button(
    item: StoredSession, section: Section, words: Localizer, key: str | None = None
) -> Button:
    name = words(SECTION_KEYS[section])
    return Button(
        label=label(words(key, name=name) if key else name),
        data=_data(item, "s", str(list(FIELD_OF).index(section))),
    )


def _back(item: StoredSession, words: Localizer) -> Button:
    return Button(label=words("enrichment-button-back"), data=_data(item, "card"))


def _data(item: StoredSession, action: str, value: str = "") -> str:
    return f"{PREFIX}:{item.id}:{action}:{value}"


def _dashed(name: str) -> str:
    return name.replace("_", "-")
