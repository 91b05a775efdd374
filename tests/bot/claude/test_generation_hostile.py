"""Hostile forms through the real bot: plans stay valid, no link leaves, nothing of the prompt comes back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from core.athlete import CoursePoint, Race, RunnerProfile, Terrain
from core.program.builder import build_program
from core.program.rules import check
from storage import plan_requests, programs
from tests.bot.claude.test_generation_flow import Scene, drafts, scene, user_of
from tests.claude_server import Says
from tests.claude_server.counting import Json
from tests.core.generation.hostile import HOSTILE
from tests.databases import only_on_sqlite
from tests.evals import profiles
from tests.evals.writing import data_in, draft_for
from tests.telegram import Runner

START = date(2026, 11, 20)
# One of each kind: an instruction, a closed tag, fake JSON, links, markup, invisible letters, 100 kB.
TRIED = tuple(HOSTILE[number] for number in (0, 3, 7, 12, 16, 17, 21, 29))


def repeats_the_form(body: Json) -> Says:
    """A model that has been talked into repeating what the form says."""
    data = data_in(user_of(body))
    draft = draft_for(data)
    said = f"{data['race']['name']} {data.get('injury_notes', '')}"
    draft["s"] = f"{draft['s']} {said}"
    for week in draft["w"]:
        week["n"] = f"{said} {week['n']}"
    return Says(json.dumps(draft, ensure_ascii=False))


def profile_with(text: str) -> RunnerProfile:
    profile, _ = profiles.profile_of("trail")
    race = Race("Trail du Vallon " + text[:60], 32.0, 1800.0, 1800.0, Terrain.TRAIL)
    point = CoursePoint(text[:300], 12.0)
    return replace(profile, injuries_notes=text, race=replace(race, key_points=(point,)))


async def wants_a_plan(chat: Scene, runner: Runner, profile: RunnerProfile) -> None:
    """As after the onboarding, with a form no button would let through."""
    program = build_program(profile, START)
    async with chat.database.transaction() as connection:
        number = await programs.save_active(connection, runner.id, profile, program, now=chat.clock())
        await plan_requests.want(connection, runner.id, number, START, now=chat.clock())


@only_on_sqlite
async def test_hostile_forms_reach_nobody(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.answer = repeats_the_form
        people = [(chat.telegram.runner(), text) for text in TRIED]
        for runner, text in people:
            await runner.says("/help")
            await runner.waits_for("/")
            await wants_a_plan(chat, runner, profile_with(text))
        for runner, _ in people:
            await runner.waits_for("Claude a relu ton plan", timeout_s=30)
            await _nothing_leaked(chat, runner)
        assert not [text for text in drafts(chat.telegram) if "evil" in text or "<" in text]


async def _nothing_leaked(chat: Scene, runner: Runner) -> None:
    kinds = {"url", "text_link", "mention", "email"}
    for message in runner.from_bot:
        assert not kinds & {entity["type"] for entity in message.entities}, message.text
        assert "PRINCIPLES" not in message.text
        assert "sk-ant" not in message.text
    program = (await chat.plan_of(runner)).program
    engine = build_program((await chat.plan_of(runner)).profile, START)
    assert check(program) == check(engine)
    assert "evil" not in program.program_summary.philosophy
