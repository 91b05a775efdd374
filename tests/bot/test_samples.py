"""The sample plans and sessions in docs are what the engine says today, and keep every rule."""

import pytest

from core.program.builder import build_program
from core.program.rules import check
from scripts.samples import RUNNERS, SAMPLES, SESSIONS, START, Sample, sessions_text, text_of


@pytest.mark.parametrize("sample", RUNNERS, ids=lambda sample: sample.name)
def test_a_sample_is_up_to_date_and_valid(sample: Sample) -> None:
    file = SAMPLES / f"{sample.name}.md"
    assert file.read_text(encoding="utf-8") == text_of(sample), "run `make samples` and read the change"
    assert check(build_program(sample.profile, START)) == ()


def test_the_sample_sessions_are_up_to_date() -> None:
    assert SESSIONS.read_text(encoding="utf-8") == sessions_text(), "run `make samples` and read the change"
