"""Whether a session is still the one that something was written for."""

from hashlib import blake2s

from core.program.exchange import Session

# A session on another day is the same session to whoever explains it.
LEFT_OUT = {"day", "date", "why"}


def fingerprint(value: Session) -> str:
    """The same for sessions that ask the same of a runner, on whichever day."""
    data = value.model_dump_json(exclude=LEFT_OUT, exclude_none=True)
    return blake2s(data.encode(), digest_size=16).hexdigest()
