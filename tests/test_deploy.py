"""The examples of deploy/: well-formed, with settings that exist, and with time to stop in."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import app, sender, ticking
from bot.enrichment import alone
from bot.settings import Settings

DEPLOY = Path(__file__).parent.parent / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
STOPS_WITHIN_S = (
    ticking.STOP_WITHIN_S
    + app.FINISH_WITHIN_S
    + app.TAPS_WITHIN_S
    + 2 * max(app.ENRICH_AT_MOST_S, alone.FINISH_WITHIN_S)
    + 2 * sender.DRAIN_AT_MOST_S
)
HARDENED = (
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "CapabilityBoundingSet=",
    "UMask=0077",
    "SystemCallFilter=@system-service",
)
OWN_NAMES = {name.upper() for name in Settings.model_fields}


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return found


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def test_the_compose_file_holds_postgresql_two_bots_and_a_worker() -> None:
    services = compose()["services"]
    assert set(services) == {"postgres", "upgrade", "bot-1", "bot-2", "worker"}
    commands = {name: service.get("command") for name, service in services.items()}
    assert commands["bot-1"] == commands["bot-2"] == ["run", "--role", "web"]
    assert commands["worker"] == ["run", "--role", "worker"]
    assert commands["upgrade"] == ["db", "upgrade"]


@pytest.mark.parametrize("name", ["bot-1", "bot-2", "worker"])
def test_a_container_may_do_little_and_has_time_to_stop(name: str) -> None:
    service = compose()["services"][name]
    assert seconds(service["stop_grace_period"]) > STOPS_WITHIN_S
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "hostname" not in service, "leases tell containers apart by their own names"
    assert set(service["environment"]) <= OWN_NAMES
    for port in service.get("ports", []):
        assert port.startswith("127.0.0.1:")


def test_what_the_compose_file_names_is_there() -> None:
    services, found = compose()["services"], compose()
    for service in services.values():
        assert set(service.get("networks", [])) <= set(found["networks"])
        assert set(service.get("secrets", [])) <= set(found["secrets"])
        for other in service.get("depends_on", {}):
            assert other in services
    build = services["bot-1"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).exists()


def test_the_image_copies_what_exists_and_runs_as_nobody_special() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    for line in re.findall(r"^COPY (?!--from)(.+)$", text, flags=re.MULTILINE):
        for source in line.split()[:-1]:
            assert (DEPLOY.parent / source).exists(), source
    assert re.search(r"^USER runcoach$", text, flags=re.MULTILINE)
    assert 'ENTRYPOINT ["runcoach"]' in text, "no shell between it and the SIGTERM"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_hardened_and_has_time_to_stop(unit: Path) -> None:
    lines = unit.read_text("utf-8").splitlines()
    assert set(HARDENED) <= set(lines)
    (timeout,) = [line for line in lines if line.startswith("TimeoutStopSec=")]
    assert float(timeout.partition("=")[2]) > STOPS_WITHIN_S
    for line in lines:
        name = line.removeprefix("Environment=").partition("=")[0]
        if line.startswith("Environment=") and name.startswith("RUNCOACH_"):
            assert name in OWN_NAMES


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_has_nothing_to_say_against_a_unit(unit: Path, tmp_path: Path) -> None:
    """With a program that is here in place of the installed one."""
    text = unit.read_text("utf-8").replace("/opt/runcoach/.venv/bin/runcoach", "/bin/true")
    here = tmp_path / unit.name
    here.write_text(text, encoding="utf-8")
    checked = subprocess.run(
        ("systemd-analyze", "verify", "--man=no", here), capture_output=True, text=True, check=False
    )
    said = [line for line in (checked.stdout + checked.stderr).splitlines() if "runcoach" in line]
    assert said == []
    assert checked.returncode == 0
