"""Offering other paces: after three sessions that agree, or a race; never made without a tap."""

from dataclasses import replace
from datetime import date, timedelta

from bot.conversations import settings
from bot.conversations.days import today_of
from bot.conversations.life_offers import closed_days
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.units import units_of
from bot.views import paces as view
from core.activities.repacing import performance_for, repace
from core.activities.signals import WITHIN_DAYS, reestimate
from core.athlete import Performance
from core.dialogue.settings import PlanSettings, settings_to_json
from core.paces import TrainingPaces, training_paces
from storage import activities, dialogues, plan_journal, programs
from storage.plan_figures import figures_of
from storage.programs import StoredProgram, StoredSession

KIND = "paces-offer"
"""Remembers up to which date the sessions have spoken."""
SAME_VDOT = 0.3
"""Half a second or so a kilometre at threshold: no other paces."""


async def look_at_signals(turn: Turn, save: Save) -> None:
    """Offer other paces when the last hard sessions agree and were not heard before."""
    stored = await programs.active(save.connection, turn.runner.id)
    if stored is None or stored.program.vdot is None or stored.program.paces is None:
        return
    today = today_of(turn)
    heard = await dialogues.load(save.connection, turn.runner.id, KIND)
    first = today - timedelta(days=WITHIN_DAYS)
    if heard is not None:
        first = max(first, date.fromisoformat(heard.state["until"]) + timedelta(days=1))
    found = reestimate(
        stored.program.vdot, await activities.signals(save.connection, turn.runner.id, first), today
    )
    if found is None:
        return
    until = {"until": found.signals[-1].date.isoformat()}
    await dialogues.save(save.connection, turn.runner.id, KIND, until, now=turn.now)
    change_id = await propose_paces(
        turn, save, stored, found.vdot, performance_for(found.vdot, stored.profile.reference)
    )
    before = stored.program.vdot, TrainingPaces.from_exchange(stored.program.paces)
    screen = view.signals_offer(
        found, before, training_paces(found.vdot), change_id, turn.words, units_of(turn.runner)
    )
    await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def offer_of_performance(
    turn: Turn, save: Save, stored: StoredProgram, performance: Performance, vdot: float
) -> None:
    """After a race or a test: the level it shows, for what is left of the plan or for the next one."""
    known = stored.program.vdot
    units, words = units_of(turn.runner), turn.words
    told = view.performance_in_words(performance, words)
    if known is not None and abs(known - vdot) < SAME_VDOT:
        await save.say(SendText(html=words("paces-same", performance=told, vdot=view.number(vdot, words))))
        return
    is_over = not _ahead(turn, stored)
    if stored.program.paces is None and not is_over:
        profile = replace(stored.profile, reference=performance, layoff_days=0)
        state = settings_to_json(PlanSettings(profile))
        await dialogues.save(save.connection, turn.runner.id, settings.KIND, state, now=turn.now)
        screen = view.first_paces_offer(told, vdot, training_paces(vdot), words, units)
    else:
        change_id = await propose_paces(turn, save, stored, vdot, performance)
        before = stored.program.paces and (known or vdot, TrainingPaces.from_exchange(stored.program.paces))
        screen = view.performance_offer(
            told, before or None, (vdot, training_paces(vdot)), change_id, words, units, is_over=is_over
        )
    await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


def _ahead(turn: Turn, stored: StoredProgram) -> list[StoredSession]:
    """What is left to train; a race is run as it comes."""
    today = today_of(turn)
    items = (item for week in stored.weeks for item in week.sessions)
    return [
        item
        for item in items
        if item.status == "planned"
        and not item.session.rest_day
        and item.session.kind != "race"
        and item.session.date is not None
        and item.session.date >= today
    ]


async def propose_paces(
    turn: Turn, save: Save, stored: StoredProgram, vdot: float, reference: Performance
) -> int:
    """Keep the change in the journal as proposed; gives its id. Only for a plan that has paces."""
    repaced = repace(stored.program, stored.profile, reference, vdot, today_of(turn), closed_days(stored))
    details = {
        "what": view.vdot_change(stored.program.vdot or vdot, vdot, turn.words),
        "figures_before": figures_of(stored.program, stored.profile),
        "figures_after": figures_of(repaced.plan.program, repaced.profile),
    }
    return await plan_journal.propose(
        save.connection,
        turn.runner.id,
        stored.id,
        repaced.plan,
        "paces",
        details,
        source="coach",
        now=turn.now,
    )
