"""Putting a message in the outbox: cut to what Telegram takes, one row for each message that will arrive."""

from collections.abc import Iterator
from datetime import datetime

from bot.messages import EditText, Outgoing, React, SendFile, SendPicture, SendText
from bot.splitting import CAPTION_LIMIT, fits, split_html
from bot.units import in_runners_units
from storage import outbox
from storage.database import Connection
from storage.outbox import Lane, OnDoubt
from storage.runners import Runner


async def post(
    connection: Connection,
    runner: Runner,
    outgoing: Outgoing,
    *,
    now: datetime,
    lane: Lane = Lane.REPLY,
    dedupe_key: str | None = None,
    on_doubt: OnDoubt | None = None,
    not_before_utc: datetime | None = None,
    not_after_utc: datetime | None = None,
) -> bool:
    """Queue a message for a runner; False when its `dedupe_key` was used before.

    A text too long for one message becomes several, in order, with the keyboard under the last.
    """
    for number, part in enumerate(parts_of(in_runners_units(outgoing, runner))):
        key = f"{dedupe_key}#{number}" if dedupe_key and number else dedupe_key
        queued = await outbox.append(
            connection,
            runner_id=runner.id,
            chat_id=runner.chat_id,
            payload=part.model_dump(mode="json"),
            lane=lane,
            on_doubt=on_doubt or ("resend" if isinstance(part, EditText | React) else "hold"),
            now=now,
            dedupe_key=key,
            not_before_utc=not_before_utc,
            not_after_utc=not_after_utc,
        )
        if queued is None:
            return False
    return True


def parts_of(outgoing: Outgoing) -> Iterator[Outgoing]:
    """The messages Telegram will take for this one."""
    if isinstance(outgoing, SendText):
        yield from _texts(outgoing)
    elif isinstance(outgoing, EditText):
        yield from _edit(outgoing)
    elif isinstance(outgoing, SendPicture | SendFile) and not fits(outgoing.caption_html, CAPTION_LIMIT):
        yield from _long_caption(outgoing)
    else:
        yield outgoing


def _texts(whole: SendText) -> Iterator[Outgoing]:
    *first, last = split_html(whole.html)
    for html in first:
        yield SendText(html=html, silent=whole.silent)
    # What is cut is not also sent whole in its rich form.
    yield whole.model_copy(update={"html": last, "rich": None}) if first else whole


def _edit(whole: EditText) -> Iterator[Outgoing]:
    first, *others = split_html(whole.html)
    if not others:
        yield whole
        return
    yield whole.model_copy(update={"html": first, "rich": None, "keyboard": ()})
    yield from _texts(SendText(html="\n".join(others), keyboard=whole.keyboard))


def _long_caption(whole: SendPicture | SendFile) -> Iterator[Outgoing]:
    """The picture without words, then the words with its buttons."""
    yield whole.model_copy(
        update={"caption_html": "", "keyboard": ()}
        if isinstance(whole, SendPicture)
        else {"caption_html": ""}
    )
    keyboard = whole.keyboard if isinstance(whole, SendPicture) else ()
    yield from _texts(SendText(html=whole.caption_html, keyboard=keyboard))
