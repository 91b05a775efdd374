"""Web apps served inside this program's own event loop, on a port of their own."""

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

STOP_WITHIN_S = 2.0
# Closed connections are let go of in the event loop's next rounds.
CLOSING_S = 0.01


class PortTaken(Exception):
    """The address cannot be used; the text is one sentence for the operator."""


class _QuietServer(uvicorn.Server):
    """Leaves signals to the program it runs in, and starts and stops at once instead of by ticks.

    Tests start hundreds of these; uvicorn's own ticks would cost each 0.15 s.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        await self.stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            _, late = await asyncio.wait(self.server_state.tasks, timeout=STOP_WITHIN_S)
            for task in late:
                task.cancel()
        await asyncio.sleep(CLOSING_S)


def _bound_socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns delayed sending off (40 ms a request) only then.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} on {host} is in use by another program; choose one with --port."
            ) from error
        raise PortTaken(f"The address {host}:{port} cannot be used: {error.strerror}.") from error
    bound.setblocking(False)
    return bound


@asynccontextmanager
async def serve(
    app: ASGIApp,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    before_stop: Callable[[], None] = lambda: None,
) -> AsyncIterator[str]:
    """Serve in this event loop while the block runs; gives the address, as http://127.0.0.1:8765.

    Port 0 takes a free one. `before_stop` tells long answers to end. Raises PortTaken.
    """
    bound = _bound_socket(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=False,
    )
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve(sockets=[bound]), name="web-server")
    try:
        await server.listening.wait()
        shown_host = f"[{host}]" if ":" in host else host
        yield f"http://{shown_host}:{bound.getsockname()[1]}"
    finally:
        before_stop()
        server.stopping.set()
        await task
        bound.close()
