"""The clock of the chat page: what it shows, and moving it forward."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.moving import ClockMover, Goal
from bot.playground.page_requests import Body, read_body, reporting


class Move(Body):
    """Where to: a goal, or an instant in Unix seconds; `at_once` skips what lies between."""

    goal: Goal | float
    at_once: bool = False


@dataclass(frozen=True)
class ClockApi:
    """GET tells the time, POST moves it."""

    mover: ClockMover

    def routes(self) -> list[Route]:
        return [
            Route("/play/clock", reporting(self.show), methods=["GET"]),
            Route("/play/clock", reporting(self.move), methods=["POST"]),
        ]

    async def show(self, _: Request) -> Response:
        return self._answer()

    async def move(self, request: Request) -> Response:
        asked = await read_body(request, Move)
        goal = asked.goal
        target_s = await self.mover.target_s(goal) if isinstance(goal, str) else goal
        await self.mover.move(target_s, at_once=asked.at_once)
        return self._answer()

    def _answer(self) -> Response:
        playground = self.mover.playground
        answer = {
            "now_s": playground.clock(),
            "ahead_s": playground.world.ahead_s,
            "moving": self.mover.is_moving,
        }
        return JSONResponse(answer)
