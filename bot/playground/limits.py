"""Telegram's limits. Sizes of texts are in UTF-16 units, as the Bot API counts them."""

from bot.playground.errors import bad_request

# From the Bot API's own pages (https://core.telegram.org/bots/api) unless said otherwise.
TEXT_UNITS = 4096
CAPTION_UNITS = 1024
ENTITIES = 100
CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER_UNITS = 200
COPY_TEXT_UNITS = 256
INLINE_BUTTONS = 100
BUTTONS_IN_A_ROW = 8
COMMANDS = 100
COMMAND_DESCRIPTION_UNITS = 256
DESCRIPTION_UNITS = 512
SHORT_DESCRIPTION_UNITS = 120
NAME_UNITS = 64
ALBUM = range(2, 11)
MEGABYTE = 1024 * 1024
UPLOAD_BYTES = 50 * MEGABYTE
PHOTO_BYTES = 10 * MEGABYTE
DOWNLOAD_BYTES = 20 * MEGABYTE
PHOTO_SIDES_PIXELS = 10_000
PHOTO_RATIO = 20
LONG_POLL_S = 50
UPDATES_AT_ONCE = 100
UPDATE_LIFE_S = 24 * 3600
# The open server keeps an unread callback query for 150 s; an answer later than that is "too old".
CALLBACK_LIFE_S = 150
CHAT_ACTION_S = 5
DRAFT_S = 30
DELETABLE_S = 48 * 3600


def utf16_units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_text(text: str) -> None:
    """Raise Refused when a message's text (after its formatting is read) cannot be sent."""
    if not text:
        raise bad_request("message text is empty")
    if utf16_units(text) > TEXT_UNITS:
        raise bad_request("message is too long")


def check_caption(text: str) -> None:
    """Raise Refused when a caption (after its formatting is read) is too long."""
    if utf16_units(text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")


def check_photo(size_bytes: int, width: int, height: int) -> None:
    """Raise Refused when a picture cannot be sent as a photo."""
    if size_bytes > PHOTO_BYTES:
        raise bad_request(f"file of size {size_bytes} bytes is too big for a photo")
    if width + height > PHOTO_SIDES_PIXELS or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
