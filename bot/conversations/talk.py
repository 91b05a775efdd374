"""Free conversation: what no rule took goes to Claude, who reads the plan and proposes, never changes.

A proposal is the same screen as the buttons': the runner applies it, or not.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.claude.failures import ClaudeFailure
from bot.claude.talk import Talks, ToolAnswer
from bot.conversations.days import today_of
from bot.conversations.life_offers import closed_days, judged, offered
from bot.messages import Keyboard, SendText
from bot.turn import Turn
from bot.views.formats import safe
from core.talk import Talked, Unclear, fit_answer, read_result, refusal_result, request_from, runner_says
from core.week_changes import Proposal
from storage import checkins
from storage.programs import StoredProgram

CHECKINS_TOLD, CHECKINS_SINCE = 7, timedelta(days=14)


async def answered(turn: Turn, stored: StoredProgram, menu: str, keyboard: Keyboard) -> bool:
    """Let Claude answer a text; False without Claude. When it fails: one sentence and the menu."""
    talks = turn.services.talks
    if talks is None or not talks.available or not turn.incoming.text.strip():
        return False
    if talks.is_full:
        await _say_menu(turn, turn.words("talk-busy"), menu, keyboard)
        return True
    talk = _Talk(turn, stored, await _talked(turn, stored))
    says = runner_says(turn.incoming.text, talk.talked)
    try:
        async with turn.typing():
            text = await talks.answer(turn.runner.id, says, talk.use_tool)
    except ClaudeFailure as failure:
        await _say_menu(turn, turn.words(failure.runner_key), menu, keyboard)
        return True
    told = fit_answer(text, turn.words.language)
    if talk.proposal is not None:
        await _propose(turn, talks, stored, talk.proposal, says, told)
    elif told:
        async with turn.saving() as save:
            await save.say(SendText(html=safe(told)))
        talks.remember(turn.runner.id, says, told)
    else:
        await _say_menu(turn, turn.words("claude-unusable"), menu, keyboard)
    return True


class _Talk:
    """The tools of one message: they read values and keep at most one proposal."""

    def __init__(self, turn: Turn, stored: StoredProgram, talked: Talked) -> None:
        self._turn = turn
        self._stored = stored
        self.talked = talked
        self.proposal: Proposal | None = None

    async def use_tool(self, name: str, arguments: Mapping[str, Any]) -> ToolAnswer:
        """The result of a tool; a proposal the rules allow ends the talk."""
        try:
            if name == "propose":
                return await self._propose(arguments)
            if name == "read":
                return ToolAnswer(read_result(arguments, self.talked))
            raise Unclear("there is no such tool")
        except Unclear as reason:
            return ToolAnswer(str(reason), is_error=True)

    async def _propose(self, arguments: Mapping[str, Any]) -> ToolAnswer:
        found = await judged(self._turn, self._stored, request_from(arguments, self.talked))
        if isinstance(found, Proposal):
            self.proposal = found
            return ToolAnswer("", ends=True)
        week = self._stored.program.weeks[found.week_number - 1] if found.week_number else None
        days = [week.sessions[place].date for place in found.instead] if week else []
        return ToolAnswer(refusal_result(found.code, found.texts, [day for day in days if day]))


async def _propose(
    turn: Turn, talks: Talks, stored: StoredProgram, proposal: Proposal, says: str, told: str
) -> None:
    async with turn.saving() as save:
        if told:
            await save.say(SendText(html=safe(told)))
        screen = await offered(turn, save, stored, proposal, "coach")
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))
    talks.remember(turn.runner.id, says, told or turn.words("talk-proposed"))


async def _talked(turn: Turn, stored: StoredProgram) -> Talked:
    today = today_of(turn)
    async with turn.services.database.reading() as connection:
        known = await checkins.since(connection, turn.runner.id, today - CHECKINS_SINCE)
    told = tuple((item.date, item.feeling) for item in known[-CHECKINS_TOLD:])
    return Talked(
        stored.program, today, turn.words.language, closed_days(stored), told, turn.runner.settings.tone
    )


async def _say_menu(turn: Turn, sentence: str, menu: str, keyboard: Keyboard) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html=f"{sentence}\n\n{menu}", keyboard=keyboard))
