"""The audit of dependencies: a vulnerability is red, a list that cannot be reached is said."""

import json

import pytest

from scripts.audit import Findings, read, summary

SOUND = {"name": "httpx", "version": "0.28.1", "vulns": []}
ILL = {"name": "starlette", "version": "0.1", "vulns": [{"id": "PYSEC-2023-1", "fix_versions": ["0.47"]}]}
UNKNOWN = {"name": "runcoach", "skip_reason": "not found on PyPI"}


@pytest.mark.parametrize(
    ("packages", "findings", "said"),
    [
        ([SOUND], Findings((), 1, 0), "1 dependencies audited, 0 vulnerable."),
        (
            [SOUND, ILL, UNKNOWN],
            Findings(("starlette 0.1: PYSEC-2023-1, mended in 0.47",), 2, 1),
            "2 dependencies audited, 1 vulnerable; 1 could not be looked up.",
        ),
        (
            [UNKNOWN],
            Findings((), 0, 1),
            "Dependencies were not audited: nobody who could be reached knows about them.",
        ),
    ],
)
def test_a_report_is_read(packages: list[object], findings: Findings, said: str) -> None:
    found = read(json.dumps({"dependencies": packages, "fixes": []}))
    assert found == findings
    assert summary(found) == said


def test_no_report_is_no_finding() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        read("Traceback: connection refused")
