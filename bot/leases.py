"""Who holds a lease: a process by name, so that its heir on the same machine need not wait."""

import os
import secrets
import socket
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeaseOwner:
    """A process: machine, process id, and a nonce because process ids come again."""

    machine: str
    process_id: int
    nonce: str

    @classmethod
    def this_process(cls) -> "LeaseOwner":
        return cls(socket.gethostname().replace("/", "-")[:60], os.getpid(), secrets.token_hex(4))

    @property
    def name(self) -> str:
        return f"{self.machine}/{self.process_id}/{self.nonce}"

    def is_gone(self, name: str) -> bool:
        """Whether the named owner is certainly no more: an earlier process of this machine."""
        machine, _, rest = name.partition("/")
        process_id = rest.partition("/")[0]
        if machine != self.machine or name == self.name or not process_id.isdecimal():
            return False
        return int(process_id) == self.process_id or not _is_alive(int(process_id))


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # alive, and someone else's
    return True
