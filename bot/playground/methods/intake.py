"""Webhook settings; getUpdates itself waits, so it is with the HTTP side."""

from bot.playground.errors import bad_request
from bot.playground.methods.context import Call
from bot.playground.parameters import Parameters, SetWebhook
from bot.playground.records import Json


def set_webhook(call: Call, parameters: SetWebhook) -> bool:
    """Remember the address (an empty one removes it). The playground does not call it."""
    if parameters.url and not parameters.url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parameters.drop_pending_updates:
        call.world.pending.clear()
    allowed = tuple(parameters.allowed_updates) if parameters.allowed_updates is not None else None
    changes = {} if allowed is None else {"allowed_updates": allowed}
    call.world.change_profile(webhook_url=parameters.url, **changes)
    return True


def delete_webhook(call: Call, parameters: SetWebhook) -> bool:
    return set_webhook(call, parameters.model_copy(update={"url": "", "allowed_updates": None}))


def get_webhook_info(call: Call, _: Parameters) -> Json:
    profile = call.world.profile
    info: Json = {
        "url": profile.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": call.world.pending.count(),
    }
    if profile.allowed_updates:
        info["allowed_updates"] = list(profile.allowed_updates)
    return info
