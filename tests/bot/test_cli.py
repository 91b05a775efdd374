"""The command line, in-process: what it prints, where, and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.cli.app import run
from bot.cli.errors import ClearNo
from bot.cli.service import run_to_its_end

PREVIEW = ["preview", "--level", "intermédiaire", "--goal", "10K", "--sessions", "4", "--start", "2027-01-04"]
Capture = pytest.CaptureFixture[str]


def refused(arguments: list[str], capsys: Capture) -> tuple[int, str]:
    """The exit status and the one sentence on stderr."""
    status = run(arguments)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return status, captured.err.strip()


def test_preview_prints_a_program_that_validate_accepts(tmp_path: Path, capsys: Capture) -> None:
    assert run([*PREVIEW, "--reference", "10K 45:00", "--json"]) == 0
    file = tmp_path / "program.json"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    program = json.loads(file.read_text(encoding="utf-8"))
    assert len(program["weeks"]) == program["program_summary"]["total_weeks"] == 10
    assert run(["validate", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"breaches": []}


def test_preview_for_the_eye_shows_every_week_in_the_language_asked_for(capsys: Capture) -> None:
    assert run([*PREVIEW, "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert all(f"Week {number}/10" in out for number in range(1, 11))
    assert "Semaine" not in out


def test_a_far_ultra_is_named_and_foretold_to_the_minute(capsys: Capture) -> None:
    race = ["--race", "EcoTrail Paris 80", "--target-date", "2027-08-27", "--reference", "10K 42:00"]
    assert run(["preview", "--level", "avancé", "--goal", "marathon", "--sessions", "5", *race]) == 0
    lines = capsys.readouterr().out.replace("\u202f", " ").splitlines()
    assert lines[0].startswith("ultra ·")
    assert sum(line.startswith("Semaine 1/20") for line in lines) == 1
    assert any(line.startswith("En attendant, semaine 1 ·") for line in lines)
    assert any(line.strip().startswith("marathon") and line.endswith("3 h 14") for line in lines)


def test_validate_names_each_breach_and_ends_with_one(tmp_path: Path, capsys: Capture) -> None:
    run([*PREVIEW, "--json"])
    program = json.loads(capsys.readouterr().out)
    program["weeks"][2]["total_volume_km"] += 25
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(program), encoding="utf-8")
    assert run(["validate", str(file), "--json"]) == 1
    breaches = json.loads(capsys.readouterr().out)["breaches"]
    assert {breach["week"] for breach in breaches} >= {3}
    assert all(set(breach) == {"rule", "week", "day", "text"} for breach in breaches)
    assert run(["validate", str(file)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == len(breaches)


def test_paces_gives_vdot_paces_and_predictions(capsys: Capture) -> None:
    assert run(["paces", "10K 45:00", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["vdot"] == pytest.approx(45.3, abs=0.05)
    assert figures["paces"]["E"]["min_s_per_km"] < figures["paces"]["E"]["max_s_per_km"]
    assert figures["predictions"]["10K"] == pytest.approx(2700, abs=1)


@pytest.mark.parametrize("reference", ["10K 12:00", "marathon 25h", "5 km en 3:00"])
def test_a_time_no_human_runs_is_a_clear_no(reference: str, capsys: Capture) -> None:
    status, _ = refused(["paces", reference], capsys)
    assert status == 1


def test_a_time_nobody_can_read_is_wrong_use(capsys: Capture) -> None:
    assert refused(["paces", "très vite"], capsys)[0] == 2


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        (["--level", "expert"], 2, "débutant, intermédiaire, avancé"),
        (["--goal", "100m"], 2, "--goal"),
        (["--sessions", "9"], 2, "--sessions"),
        (["--sessions", "trois"], 2, "--sessions"),
        (["--target-date", "2026-01-01"], 1, "--target-date"),
        (["--target-date", "jamais"], 2, "--target-date"),
        (["--start", "demain"], 2, "--start"),
        (["--race", "Marathon de Nulle Part sur Lune"], 1, "Nulle Part"),
        (["--race", "absent.json"], 2, "absent.json"),
        (["--reference", "blabla"], 2, ""),
        (["--km-per-week", "-3"], 2, "--km-per-week"),
        (["--language", "de"], 2, "--language"),
        (["--unknown"], 2, "--unknown"),
    ],
)
def test_a_wrong_option_gets_one_sentence(
    change: list[str], status: int, words: str, capsys: Capture
) -> None:
    ended, sentence = refused([*PREVIEW, *change], capsys)
    assert ended == status
    assert words in sentence


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", '{"weeks": []}', "[" * 10_000, "\x00", '{"weeks": 3}']
)
def test_a_file_that_holds_no_program_is_wrong_use(text: str, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "program.json"
    file.write_text(text, encoding="utf-8")
    assert refused(["validate", str(file)], capsys)[0] == 2


def test_files_that_cannot_be_read_are_named(tmp_path: Path, capsys: Capture) -> None:
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00\x80")
    assert refused(["validate", str(binary)], capsys)[0] == 2
    assert "nowhere.json" in refused(["validate", "nowhere.json"], capsys)[1]
    assert refused(["validate", str(tmp_path)], capsys)[0] == 2


def test_adjust_slows_a_tired_runner_by_a_tenth(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "session.json"
    session = {
        "day": "Mardi",
        "rest_day": False,
        "session_type": "Endurance fondamentale",
        "distance_km": 10,
        "duration_min": 55,
        "pace_target": "5:30/km",
        "rpe": 4,
    }
    file.write_text(json.dumps(session), encoding="utf-8")
    assert run(["adjust", "--feeling", "2", "--session", str(file), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"feeling", "forced_rest", "before", "session", "message"}
    assert answer["session"]["pace_target"] == "6:03/km"
    assert not answer["forced_rest"]
    assert run(["adjust", "--feeling", "2", "--yesterday", "2", "--session", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["forced_rest"]


def test_help_starts_without_the_heavy_libraries() -> None:
    script = (
        "import sys; from bot.cli.app import run; run(['--help'])\n"
        "names = {'telegram', 'matplotlib', 'sqlalchemy', 'anthropic', 'pydantic', 'starlette'}\n"
        "heavy = names & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(
    "command",
    [[], ["preview"], ["paces"], ["validate"], ["adjust"], ["risk"], ["run"], ["playground"], ["db"]],
)
def test_every_command_explains_itself(command: list[str], capsys: Capture) -> None:
    assert run([*command, "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


def test_a_bug_that_ends_the_bot_is_one_sentence_and_its_place_in_the_log() -> None:
    async def ends_badly() -> None:
        raise ValueError("Léa, genou gauche")

    with (
        capture_logs() as logged,
        pytest.raises(ClearNo, match=r"^RunCoach stopped because of an error of its own"),
    ):
        run_to_its_end(ends_badly())
    assert [(entry["log_level"], entry["error"]) for entry in logged] == [("error", "ValueError")]
    assert "ends_badly" in str(logged)
    assert "genou" not in str(logged)
