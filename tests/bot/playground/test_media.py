"""Pictures, documents and downloads with the real client."""

import io

import pytest
from PIL import Image
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.playground.limits import MEGABYTE
from tests.telegram import LocalTelegram, Runner


def png(width: int = 30, height: int = 20) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height)).save(content, "PNG")
    return content.getvalue()


async def test_a_picture_is_measured_and_comes_back_whole(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_photo(lea.id, png(), caption="<i>Volume</i>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (30, 20)
    assert (sent.caption, sent.caption_entities[0].type) == ("Volume", "italic")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == png()
    again = await bot.send_photo(lea.id, sent.photo[-1].file_id)
    assert again.photo[-1].file_id == sent.photo[-1].file_id


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no picture", "Image_process_failed"),
        (b"", "File must be non-empty"),
        (png(9990, 11), "Photo_invalid_dimensions"),
        (png(210, 10), "Photo_invalid_dimensions"),
        (png() + bytes(10 * MEGABYTE), "File of size 10485848 bytes is too big for a photo"),
    ],
)
async def test_pictures_telegram_refuses(bot: Bot, lea: Runner, content: bytes, reason: str) -> None:
    with pytest.raises(BadRequest) as failure:
        await bot.send_photo(lea.id, content)
    assert str(failure.value).split("size")[0].lower() == reason.split("size")[0].lower()
    assert lea.from_bot == []


async def test_captions_have_their_own_limit(bot: Bot, lea: Runner) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(lea.id, png(), caption="x" * 1025)
    sent = await bot.send_photo(lea.id, png(), caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await sent.edit_caption("x" * 1025)
    await sent.edit_caption("court")
    assert lea.last.text == "court"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await sent.edit_text("x")


async def test_a_document_keeps_its_name(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_document(lea.id, b"BEGIN:VCALENDAR", filename="plan é.ics", caption="Ton plan")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("plan é.ics", 15)
    file = await bot.get_file(sent.document)
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"


async def test_albums_and_other_pictures(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_media_group(
        lea.id, [InputMediaPhoto(png(), caption="a"), InputMediaPhoto(png(40, 40))]
    )
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in lea.from_bot] == ["a", ""]
    edited = await sent[0].edit_media(InputMediaPhoto(png(50, 50), caption="b"))
    assert not isinstance(edited, bool)
    assert edited.photo[-1].width == 50
    with pytest.raises(BadRequest):
        await bot.send_media_group(lea.id, [InputMediaPhoto(png())])
    with pytest.raises(BadRequest):
        await bot.send_media_group(lea.id, [InputMediaPhoto(png()), InputMediaDocument(b"x")])


async def test_places(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_location(lea.id, 48.85, 2.35)
    assert sent.location is not None
    assert sent.location.latitude == 48.85


async def test_what_runners_send(bot: Bot, lea: Runner) -> None:
    await lea.sends_document("course.gpx", b"<gpx/>", "application/gpx+xml", "Ma course")
    await lea.sends_photo(png())
    await lea.sends_voice()
    await lea.sends_sticker()
    await lea.sends_location()
    messages = [update.message for update in (await bot.get_updates())[1:] if update.message]
    document, photo, voice, sticker, location = messages
    assert document.document is not None
    assert (document.document.file_name, document.caption) == ("course.gpx", "Ma course")
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"<gpx/>"
    assert photo.photo[-1].width == 30
    assert voice.voice is not None
    assert sticker.sticker is not None
    assert location.location is not None


async def test_files_beyond_the_limits(bot: Bot, lea: Runner) -> None:
    sent = await lea.sends_document("big.bin", bytes(20 * MEGABYTE + 1))
    assert sent.media is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(sent.media.payload["file_id"])
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("nonsense-1")
    with pytest.raises(BadRequest, match="There is no document in the request"):
        await bot.do_api_request("senddocument", {"chat_id": lea.id})
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(lea.id, bytes(51 * MEGABYTE))


async def test_only_known_paths_are_downloads(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    sent = await bot.send_document(lea.id, b"x", filename="a.txt")
    file = await bot.get_file(sent.document.file_id if sent.document else "")
    assert file.file_path is not None
    for path in ("documents/file_1.gpx", "photos/file_1.txt", "documents/../file_1.txt", "documents/file_9"):
        url = f"{telegram.base_url}/file/bot{telegram.token}/{path}"
        with pytest.raises(InvalidToken, match="Not Found"):
            await bot.request.retrieve(url)
