"""The table of routes as the library's handlers: private chats only, the first that fits."""

import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.dispatch import AnyApplication
from bot.turn import Command, Guard, Handler, Otherwise, Route, Tap, Turn
from bot.turning import Turning

NEW_MESSAGES = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
ANY_MESSAGES = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]
AnyHandler = BaseHandler[Update, Any, None]


def add_routes(
    application: AnyApplication,
    turning: Turning,
    routes: Sequence[Route],
    guards: Sequence[Guard] = (),
) -> None:
    """Make every route a handler of the application, in order, each behind the guards."""
    for route in routes:
        for handler in _handlers(route, turning, guards):
            application.add_handler(handler)
    application.add_handler(ChatMemberHandler(_noting(turning), ChatMemberHandler.MY_CHAT_MEMBER))


def _handlers(route: Route, turning: Turning, guards: Sequence[Guard]) -> list[AnyHandler]:
    take = _taking(turning, _guarded(route.handler, guards))
    match route:
        case Command(name):
            return [CommandHandler(name, take, filters=NEW_MESSAGES)]
        case Tap(prefix):
            return [CallbackQueryHandler(take, pattern=re.compile(re.escape(prefix)))]
        case Otherwise():
            return [CallbackQueryHandler(take), MessageHandler(ANY_MESSAGES, take)]


def _taking(turning: Turning, handler: Handler) -> Callback:
    async def take(update: Update, _context: Any) -> None:
        await turning.take(update, handler)

    return take


def _guarded(handler: Handler, guards: Sequence[Guard]) -> Handler:
    async def handle(turn: Turn) -> None:
        for guard in guards:
            if await guard(turn):
                return
        await handler(turn)

    return handle


def _noting(turning: Turning) -> Callback:
    async def note(update: Update, _context: Any) -> None:
        await turning.note_membership(update)

    return note
