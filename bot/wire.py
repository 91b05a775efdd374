"""What a turn asks of Telegram at once: the end of a button's spinner, "typing", the bytes of a file."""

import structlog
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.turn import DownloadFailed, FileTooLarge

log = structlog.get_logger(__name__)

ANSWER_AT_MOST = 200  # Bot API, answerCallbackQuery


class TelegramWire:
    """The bot's side of `turn.Wire`. A lost spinner or "typing" is no failure of a turn: it is logged."""

    def __init__(self, bot: ExtBot[int]) -> None:
        self._bot = bot

    async def answer_tap(self, callback_id: str, text: str | None, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(
                callback_id, text[:ANSWER_AT_MOST] if text else None, show_alert=alert
            )
        except TelegramError as error:
            log.info("a tap could not be answered", error=type(error).__name__)

    async def show_typing(self, chat_id: int) -> None:
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
        except TelegramError as error:
            log.info("typing could not be shown", error=type(error).__name__)

    async def say_past_outbox(self, chat_id: int, text: str) -> None:
        try:
            await self._bot.send_message(chat_id, text)
        except TelegramError as error:
            log.info("a warning could not be sent", error=type(error).__name__)

    async def download(self, file_id: str, limit_bytes: int) -> bytes:
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > limit_bytes:
                raise FileTooLarge(file_id)
            content = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            raise DownloadFailed(type(error).__name__) from error
        if len(content) > limit_bytes:
            raise FileTooLarge(file_id)
        return content
