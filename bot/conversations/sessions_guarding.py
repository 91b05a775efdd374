"""After a change of the plan: whether a quality run came too near to a session that is hard on the legs."""

from bot.conversations.days import today_of
from bot.conversations.sessions_making import planned_runs
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.views.coach_card import danger_screen
from bot.views.session import short_type
from core.coaches.fresh_legs import free_day, runs_in_danger
from storage import coach_sessions, programs


async def warn_of_runs(turn: Turn, save: Save) -> None:
    """One notice for each session that is kept for a day too near to a quality run, once for that run."""
    today = today_of(turn)
    kept = await coach_sessions.open_since(save.connection, turn.runner.id, today)
    hard = {item.date: item for item in kept if item.session.leg_load == "hard"}
    if not hard:
        return
    runs = planned_runs(await programs.active(save.connection, turn.runner.id))
    free = free_day(runs, today)
    for day, run in runs_in_danger(hard, runs):
        if run.date is None:
            continue
        screen = danger_screen(hard[day], short_type(run, turn.words), run.date, free, turn.words)
        key = f"legs:{turn.runner.id}:{hard[day].id}:{run.date.isoformat()}"
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard), dedupe_key=key)
