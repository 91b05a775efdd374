"""A PostgreSQL server of the tests' own: one for a whole run, gone with it, even when the run is killed.

    python -m tests.postgresql FOLDER

keeps the server: it waits in FOLDER until a file `wanted` asks for one, and ends server and folder when its
standard input closes, which the system does for a process that dies in whatever way.
"""

import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

OWNER = "runcoach"
START_WITHIN_S = 60.0
STOP_WITHIN_S = 10.0
GUARDED = "guarded"
"""The one role of whom the server asks a password; a test that wants it creates it."""
SERVER_SETTINGS = (
    "listen_addresses=",  # a socket in a private folder: nobody else's
    "max_connections=300",
    "shared_buffers=64MB",
    # A database that lives for one test sees no power cut, and what a kill -9 leaves the system still writes.
    "fsync=off",
    "full_page_writes=off",
    "autovacuum=off",
    "max_wal_size=512MB",
    "log_min_messages=panic",
)


def find_programs() -> Path | None:
    """The folder of `initdb` and `postgres`: on the path, where Debian keeps them, or told by pg_config."""
    for folder in (*_folders_on_path(), *_folders_of_debian(), *_folder_of_pg_config()):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def _folders_on_path() -> list[Path]:
    found = shutil.which("initdb")
    return [Path(found).resolve().parent] if found else []


def _folders_of_debian() -> list[Path]:
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    return sorted(folders, key=lambda folder: float(folder.parent.name), reverse=True)


def _folder_of_pg_config() -> list[Path]:
    config = shutil.which("pg_config")
    if config is None:
        return []
    shown = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)
    return [Path(shown.stdout.strip())]


class Keeper:
    """The process that keeps the server, seen from the run that wants it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="runcoach-pg-"))
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.postgresql", str(self.folder)),
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the tests; the server goes after them
        )

    @property
    def url(self) -> str:
        return f"postgresql+asyncpg://{OWNER}@/postgres?host={self.folder}"

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(STOP_WITHIN_S * 2)


def wait_for_server(folder: Path) -> None:
    """Ask the keeper of this folder for its server, and return when it answers."""
    (folder / "wanted").touch()
    deadline = time.monotonic() + START_WITHIN_S
    while not (folder / "ready").exists():
        if not folder.exists() or time.monotonic() > deadline:
            raise RuntimeError("the PostgreSQL server of the tests did not start")
        time.sleep(0.02)


def keep(folder: Path) -> None:
    """Start a server when one is wanted; end it with the run."""
    server = None
    try:
        while not (folder / "wanted").exists():
            if _run_is_over(within_s=0.05):
                return
        server = start(folder)
        (folder / "ready").touch()
        while not _run_is_over(within_s=60):
            pass
    finally:
        if server is not None:
            stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _run_is_over(within_s: float) -> bool:
    readable, _, _ = select.select([sys.stdin], [], [], within_s)
    return bool(readable)  # nobody writes: readable means closed


def start(folder: Path) -> "subprocess.Popen[bytes]":
    """A server of its own in an empty folder; ends with `stop`, or is killed and started again."""
    programs, identity = _programs(), _identity(folder)
    data = folder / "data"
    subprocess.run(
        (programs / "initdb", "--no-sync", "--auth=trust", "-U", OWNER, "-E", "UTF8", "-D", data),
        check=True,
        stdout=subprocess.DEVNULL,
        env=_environment(),
        cwd=folder,
        **identity,
    )
    access = data / "pg_hba.conf"
    access.write_text(f"local all {GUARDED} scram-sha-256\n" + access.read_text())
    return start_again(folder)


def start_again(folder: Path) -> "subprocess.Popen[bytes]":
    """The server of a folder whose data is there, also after it was killed."""
    options = [part for setting in SERVER_SETTINGS for part in ("-c", setting)]
    server = subprocess.Popen(
        (_programs() / "postgres", "-D", folder / "data", "-k", folder, *options),
        env=_environment(),
        cwd=folder,
        **_identity(folder),
    )
    _wait_for_socket(folder, server)
    return server


def _programs() -> Path:
    programs = find_programs()
    if programs is None:
        raise SystemExit("There is no PostgreSQL here.")
    return programs


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def _identity(folder: Path) -> Mapping[str, Any]:
    """PostgreSQL refuses to run as root: hand the folder to somebody else then."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _wait_for_socket(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    """The last line of postmaster.pid tells when connections are taken."""
    state = folder / "data" / "postmaster.pid"
    while server.poll() is None:
        if state.exists() and state.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.02)
    raise SystemExit("The PostgreSQL server of the tests ended at its start.")


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End it at once."""
    for how in (signal.SIGINT, signal.SIGKILL):  # at once, without waiting for clients
        server.send_signal(how)
        try:
            server.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            continue
        return


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
