"""The card of a session: its sections, "enrich now", and thumbs with a reason."""

from datetime import timedelta

from bot.conversations.cards import show_card
from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.enrichment.cards import COACH
from bot.enrichment.planning import enrich_now
from bot.messages import SendText
from bot.turn import Turn
from bot.views import enrichment as view
from bot.views.rich import detail_rich
from core.dialogue.phrases import choice_named
from core.enrichment.model import FIELD_OF
from storage import dialogues, programs, ratings
from storage.programs import StoredProgram, StoredSession

KIND = "enrichment-rating"
ANSWER_WITHIN = timedelta(hours=1)


async def card_button(turn: Turn) -> None:
    """A button of a card: en:<session>:<action>:<value>."""
    _prefix, session_id, action, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    stored = await active(turn)
    item = _item(stored, session_id)
    if stored is None or item is None:
        await alert(turn, "enrichment-gone")
        return
    match action:
        case "card":
            async with turn.saving() as save:
                await show_card(turn, save, stored, item)
        case "now":
            await _hurry(turn, item)
        case "all":
            await _show_detail(turn, item)
        case "s":
            await _show_section(turn, item, value)
        case "up" | "down" | "why":
            await _rate(turn, item, action, value)
        case _:
            await alert(turn, "enrichment-gone")


async def answered(turn: Turn) -> bool:
    """Take a text as the reason of a thumb down that was just given; False without one."""
    runner_id, text = turn.runner.id, " ".join(turn.incoming.text.split())
    async with turn.services.database.reading() as connection:
        open_one = await dialogues.load(connection, runner_id, KIND)
    if open_one is None or not text or choice_named("menu", text) is not None:
        return False
    async with turn.saving() as save:
        await dialogues.close(save.connection, runner_id, KIND)
        if turn.now - open_one.updated_at_utc <= ANSWER_WITHIN:
            session_id = int(open_one.state["session_id"])
            await ratings.explain(save.connection, runner_id, COACH, session_id, comment=text, now=turn.now)
            await save.say(SendText(html=turn.words("enrichment-thanks-down")))
            return True
    return False


async def _hurry(turn: Turn, item: StoredSession) -> None:
    """The session is next; its card says so."""
    queued = False
    async with turn.saving() as save:
        if item.enrichment is None:
            queued = await enrich_now(save.connection, turn.runner.id, item.id, now=turn.now)
            save.wakes.add(turn.services.enrichment_wanted)
        stored = await programs.active(save.connection, turn.runner.id)
        fresh = _item(stored, str(item.id))
        if stored is not None and fresh is not None:
            await show_card(turn, save, stored, fresh)
    await turn.answer_tap(turn.words("enrichment-first-now" if queued else "enrichment-already-now"))


async def _show_detail(turn: Turn, item: StoredSession) -> None:
    enriched = view.enriched_of(item)
    if enriched is None:
        await alert(turn, "enrichment-not-yet")
        return
    async with turn.saving() as save:
        screen = view.detail_screen(item, enriched, turn.words)
        await show(turn, save, screen, rich=_detail_rich(turn, item))


def _detail_rich(turn: Turn, item: StoredSession) -> str | None:
    """The detail with sections that fold, for a runner who saw that tables work."""
    return detail_rich(item, turn.words) if turn.runner.settings.rich_messages else None


async def _show_section(turn: Turn, item: StoredSession, value: str) -> None:
    enriched = view.enriched_of(item)
    sections = list(FIELD_OF)
    known = value.isascii() and value.isdigit() and int(value) < len(sections)
    if enriched is None or not known or sections[int(value)] not in enriched.sections:
        await alert(turn, "enrichment-not-yet")
        return
    async with turn.saving() as save:
        await show(turn, save, view.section_screen(item, enriched, sections[int(value)], turn.words))


async def _rate(turn: Turn, item: StoredSession, action: str, value: str) -> None:
    enriched, runner_id = view.enriched_of(item), turn.runner.id
    if enriched is None or (action == "why" and value not in view.REASONS):
        await alert(turn, "enrichment-not-yet")
        return
    async with turn.saving() as save:
        thumb: ratings.Thumb = 1 if action == "up" else -1
        await ratings.rate(save.connection, runner_id, COACH, item.id, thumb, enriched.source, now=turn.now)
        if action == "down":
            await dialogues.save(save.connection, runner_id, KIND, {"session_id": item.id}, now=turn.now)
            await show(turn, save, view.reasons_screen(item, turn.words))
            return
        await dialogues.close(save.connection, runner_id, KIND)
        key = "enrichment-thanks-up"
        if action == "why":
            key = "enrichment-thanks-down"
            await ratings.explain(save.connection, runner_id, COACH, item.id, reason=value, now=turn.now)
        await show(turn, save, view.thanks_screen(item, key, turn.words))


def _item(stored: StoredProgram | None, session_id: str) -> StoredSession | None:
    sessions = (item for week in stored.weeks for item in week.sessions) if stored else ()
    return next((item for item in sessions if str(item.id) == session_id and not item.session.rest_day), None)
