"""The page's files, who may ask, how much, and the address."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.playground.server import PortTaken, create_app, serve
from bot.playground.world import World
from tests.telegram import LocalTelegram


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    (tmp_path / "index.html").write_text("<!doctype html><title>Chat</title>")
    (tmp_path / "main.js").write_text("export {};")
    (tmp_path / "style.css").write_text("body {}")
    return create_app(World(), page_dir=tmp_path)


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with serve(app) as url, httpx.AsyncClient(base_url=url) as asking:
        yield asking


async def test_the_page_and_its_files(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["x-content-type-options"] == "nosniff"
    assert (await client.get("/static/main.js")).headers["content-type"].startswith("text/javascript")
    assert (await client.get("/static/style.css")).headers["content-type"].startswith("text/css")
    for path in ("/", "/static/main.js", "/static/style.css"):
        assert (await client.get(path)).headers["cache-control"] == "no-cache"
    known = (await client.get("/static/main.js")).headers["etag"]
    unchanged = await client.get("/static/main.js", headers={"if-none-match": known})
    assert (unchanged.status_code, unchanged.headers["cache-control"]) == (304, "no-cache")
    for path in ("/static/none.js", "/static/../server.py", "/static/%2e%2e/server.py", "/elsewhere"):
        assert (await client.get(path)).status_code == 404


async def test_only_its_own_names_are_answered(client: httpx.AsyncClient) -> None:
    port = client.base_url.port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
        assert (await client.get("/play/state", headers={"host": host})).status_code == 200
    for host in ("example.org", f"example.org:{port}", f"127.0.0.1.example.org:{port}", ""):
        assert (await client.get("/play/state", headers={"host": host})).status_code == 403


async def test_other_sites_pages_are_refused(client: httpx.AsyncClient) -> None:
    body = {"first_name": "x"}
    own = f"http://127.0.0.1:{client.base_url.port}"
    assert (await client.post("/play/users", json=body, headers={"origin": own})).status_code == 201
    for origin in ("https://example.org", "null", "http://127.0.0.1:1"):
        answer = await client.post("/play/users", json=body, headers={"origin": origin})
        assert answer.status_code == 403
    foreign = {"sec-fetch-site": "cross-site"}
    assert (await client.get("/play/state", headers=foreign)).status_code == 403
    assert (await client.get("/bot123456:abcdef/getMe", headers=foreign)).status_code == 403
    assert (await client.get("/", headers=foreign)).status_code == 200


async def test_bodies_have_their_limits(client: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield bytes(100_000)

    json_type = {"content-type": "application/json"}
    big = b'{"first_name": "' + bytes(1024 * 1024) + b'"}'
    assert (await client.post("/play/users", content=big, headers=json_type)).status_code == 413
    assert (await client.post("/play/users", content=endless(), headers=json_type)).status_code == 413


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{", "application/json"),
        (b"[1]", "application/json"),
        (b'{"chat_id": 1, "text": "\\ud83c"}', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"chat_id": {"a": 1}, "text": "x"}', "application/json"),
        (b"chat_id=1&text=x&reply_markup=%7B", "application/x-www-form-urlencoded"),
        (b"chat_id=1&text=x&reply_markup=" + b"[" * 100_000, "application/x-www-form-urlencoded"),
        (b'chat_id=1&text=x&reply_markup={"a":"\\ud83c"}', "application/x-www-form-urlencoded"),
        (b"--x\r\nrubbish", "multipart/form-data; boundary=x"),
        (b"x", "multipart/form-data"),
        (b"", "text/plain"),
    ],
)
async def test_broken_calls_are_refused_in_telegrams_form(
    client: httpx.AsyncClient, body: bytes, content_type: str
) -> None:
    answer = await client.post(
        "/bot123456:abcdef/sendMessage", content=body, headers={"content-type": content_type}
    )
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert answer.json()["error_code"] == 400


async def test_methods_in_any_case_by_get_and_with_an_encoded_colon(client: httpx.AsyncClient) -> None:
    assert (await client.get("/bot123456%3Aabcdef/GETME")).json()["result"]["is_bot"] is True
    assert (await client.get("/bot123456:abcdef/getChat?chat_id=5")).json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: chat not found",
    }
    assert (await client.get("/bot123456:abcdef/getChat")).json()["description"] == (
        "Bad Request: chat_id is empty"
    )
    assert (await client.get("/bot123456:abcdef/nothing")).json() == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    assert (await client.get("/botnonsense/getMe")).json() == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized: invalid token specified",
    }


@pytest.fixture
def _no_leftovers(recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    yield
    assert not recwarn.list


@pytest.mark.usefixtures("_no_leftovers")
async def test_a_taken_port_is_one_sentence(telegram: LocalTelegram, app: Starlette) -> None:
    port = int(telegram.base_url.rpartition(":")[2])
    with pytest.raises(PortTaken) as failure:
        async with serve(app, port=port):
            raise AssertionError("started twice")
    assert (
        str(failure.value)
        == f"Port {port} on 127.0.0.1 is in use by another program; choose one with --port."
    )
    with pytest.raises(PortTaken, match="cannot be used"):
        async with serve(app, host="203.0.113.1"):
            raise AssertionError("started on a foreign address")
