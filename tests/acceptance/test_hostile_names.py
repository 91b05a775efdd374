"""Whatever a runner is called: the name shows as it is, and nothing is refused (row 35)."""

from pathlib import Path

from sqlalchemy import or_, select

from storage.schema import outbox
from tests.bot.chatting import chatting

NAMES = {
    "markup": '<b>&"</b>',
    "from right to left": "\u202eשרה",
    "emoji alone": "🏃🏽\u200d♀️" * 8,
    "very long": "🥇" * 4096,
    "signs nobody sees": "Lé\x00a\x07\u2028",
    "nothing to see": "\u200b \u3164",
}


async def test_a_name_breaks_nothing(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        people = {kind: chat.telegram.runner(name) for kind, name in NAMES.items()}
        for person in people.values():
            await person.says("/start")
        hello = {kind: await person.waits_for("RunCoach") for kind, person in people.items()}
        odd = select(outbox.c.status).where(or_(outbox.c.status == "failed", outbox.c.plain))
        async with chat.database.reading() as connection:
            assert (await connection.execute(odd)).all() == [], "nothing was refused, nothing lost its marks"
    assert NAMES["markup"] in hello["markup"].text
    assert NAMES["from right to left"].strip("\u202e") in hello["from right to left"].text
