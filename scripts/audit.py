"""`make audit`: known vulnerabilities of what is installed with RunCoach.

A vulnerability ends it with 1. What could not be looked up (no network, a registry that keeps no such record)
is said in a line and ends it with 0: a build must not turn red because somebody else's server is away.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements" / "runtime.txt"
WITHIN_S = 120


@dataclass(frozen=True, slots=True)
class Findings:
    """What the audit says: vulnerabilities a line each, and how many packages it knows nothing about."""

    vulnerabilities: tuple[str, ...]
    audited: int
    skipped: int


def main() -> int:
    command = (sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json")
    try:
        done = subprocess.run(  # noqa: S603  # our own command
            (*command, "--progress-spinner", "off", "-r", str(REQUIREMENTS)),
            capture_output=True,
            text=True,
            check=False,
            timeout=WITHIN_S,
        )
        findings = read(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        print("Dependencies were not audited: no list of vulnerabilities could be reached.")
        return 0
    for line in findings.vulnerabilities:
        print(line)
    print(summary(findings))
    return 1 if findings.vulnerabilities else 0


def read(report: str) -> Findings:
    """The findings of a report in JSON; raises ValueError for anything else."""
    packages = json.loads(report)["dependencies"]
    known = [package for package in packages if "skip_reason" not in package]
    lines = (
        f"{package['name']} {package['version']}: {found['id']}, mended in {_versions(found)}"
        for package in known
        for found in package["vulns"]
    )
    return Findings(tuple(lines), len(known), len(packages) - len(known))


def summary(findings: Findings) -> str:
    """How far it looked."""
    if not findings.audited:
        return "Dependencies were not audited: nobody who could be reached knows about them."
    rest = f"; {findings.skipped} could not be looked up" if findings.skipped else ""
    return f"{findings.audited} dependencies audited, {len(findings.vulnerabilities)} vulnerable{rest}."


def _versions(found: dict[str, list[str]]) -> str:
    return " or ".join(found["fix_versions"]) or "no version yet"


if __name__ == "__main__":
    sys.exit(main())
