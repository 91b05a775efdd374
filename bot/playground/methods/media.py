"""Pictures, documents, albums, places, and downloads."""

from dataclasses import dataclass

from bot.playground import files
from bot.playground.api_views import document_for_bot, file_fields, photo_for_bot
from bot.playground.errors import bad_request
from bot.playground.files import Upload
from bot.playground.formatting import Formatted
from bot.playground.keyboards import checked_markup
from bot.playground.limits import ALBUM, check_caption
from bot.playground.methods.context import Call, formatted, own_message, reply_target
from bot.playground.methods.texts import put_edited
from bot.playground.parameters import (
    EditMedia,
    GetFile,
    SendFile,
    SendLocation,
    SendMediaGroup,
    SendParameters,
)
from bot.playground.records import Json, Media, Message, StoredFile

_FOLDERS = {"photo": "photos", "document": "documents"}


@dataclass(frozen=True)
class _Piece:
    """One picture or document with its caption."""

    media: Media
    caption: Formatted


def send_photo(call: Call, parameters: SendFile) -> Json:
    return _send_file(call, parameters, "photo", parameters.photo)


def send_document(call: Call, parameters: SendFile) -> Json:
    return _send_file(call, parameters, "document", parameters.document)


def send_location(call: Call, parameters: SendLocation) -> Json:
    call.world.open_chat(parameters.chat_id)
    place = {"latitude": parameters.latitude, "longitude": parameters.longitude}
    piece = _Piece(Media(kind="location", payload=place), Formatted(""))
    return call.world.as_telegram(_post(call, parameters, piece))


def send_media_group(call: Call, parameters: SendMediaGroup) -> list[Json]:
    call.world.open_chat(parameters.chat_id)
    items = parameters.media or []
    if len(items) not in ALBUM:
        raise bad_request("wrong number of messages in the album; it has 2 to 10")
    pieces = [_input_media(call, item) for item in items]
    if len({piece.media.kind for piece in pieces}) > 1:
        raise bad_request("document can't be mixed with other media types")
    album = f"album-{call.world.next_number('file')}"
    posted = [_post(call, parameters, piece, album=album) for piece in pieces]
    return [call.world.as_telegram(message) for message in posted]


def edit_message_media(call: Call, parameters: EditMedia) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    message = own_message(call.world, user.id, parameters.message_id)
    piece = _input_media(call, parameters.media or {})
    return put_edited(
        call,
        message,
        reply_markup=parameters.reply_markup,
        media=piece.media,
        text=piece.caption.text,
        entities=piece.caption.entities,
    )


def get_file(call: Call, parameters: GetFile) -> Json:
    file = files.downloadable(call.world, parameters.file_id)
    return file_fields(file) | {"file_path": file.path}


def _send_file(call: Call, parameters: SendFile, kind: str, reference: str | None) -> Json:
    call.world.open_chat(parameters.chat_id)
    caption = formatted(parameters.caption, parameters.parse_mode, parameters.caption_entities)
    check_caption(caption.text)
    checked_markup(parameters.reply_markup)
    piece = _Piece(_media(call, kind, reference), caption)
    return call.world.as_telegram(_post(call, parameters, piece))


def _post(call: Call, parameters: SendParameters, piece: _Piece, album: str | None = None) -> Message:
    user = call.world.open_chat(parameters.chat_id)
    return call.world.post(
        user.id,
        from_bot=True,
        now_s=call.now_s,
        media=piece.media,
        text=piece.caption.text,
        entities=piece.caption.entities,
        reply_markup=checked_markup(parameters.reply_markup),
        reply_to=reply_target(call.world, user.id, parameters),
        silent=parameters.disable_notification,
        album=album,
    )


def _input_media(call: Call, item: Json) -> _Piece:
    caption = formatted(str(item.get("caption") or ""), item.get("parse_mode"), item.get("caption_entities"))
    check_caption(caption.text)
    if item.get("type") not in _FOLDERS:
        raise bad_request(f'can\'t parse InputMedia: type "{item.get("type", "")}" is not known here')
    return _Piece(_media(call, item["type"], item.get("media")), caption)


def _media(call: Call, kind: str, reference: str | None) -> Media:
    file = _file(call, kind, reference)
    if kind == "photo":
        if not file.width:
            raise bad_request("can't use file of type Document as Photo")
        return Media(kind="photo", payload=photo_for_bot(file))
    return Media(kind="document", payload=document_for_bot(file))


def _file(call: Call, kind: str, reference: str | None) -> StoredFile:
    upload = _upload(call, kind, reference)
    if upload is not None:
        return files.store(call.world, upload, _FOLDERS[kind])
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    return files.by_id(call.world, reference)


def _upload(call: Call, kind: str, reference: str | None) -> Upload | None:
    if reference is None:
        return call.uploads.get(kind)
    if not reference.startswith("attach://"):
        return None
    upload = call.uploads.get(reference.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    return upload
