"""What every endpoint of the chat page shares: how a request is read, and how a failure is told."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.playground.errors import Refused
from bot.playground.runners import NotPossible
from bot.playground.world import UnknownUser

__all__ = ["Body", "Endpoint", "NotPossible", "an_error", "read_body", "reporting"]

Endpoint = Callable[[Request], Awaitable[Response]]


class Body(BaseModel):
    """What a request says in JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Asked = TypeVar("Asked", bound=Body)


def reporting(endpoint: Endpoint) -> Endpoint:
    """Turn what goes wrong into one sentence."""

    async def reported(request: Request) -> Response:
        try:
            return await endpoint(request)
        except UnknownUser:
            return an_error(404, "There is no runner with this number.")
        except NotPossible as error:
            return an_error(400, str(error))
        except Refused as refused:
            return an_error(refused.code, f"Telegram would refuse this: {refused.description}.")

    return reported


def an_error(code: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status_code=code)


async def read_body(request: Request, model: type[Asked]) -> Asked:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise NotPossible("The request must be JSON.")
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "The request"
        raise NotPossible(f"{name}: {first['msg']}.") from None
