"""How soon the command answers: --help beside a whole preview."""

import subprocess
import sys

from tests.bench.measuring import heading, timed

PREVIEW = ("preview", "--level", "intermédiaire", "--goal", "semi-marathon", "--sessions", "4", "--json")


def measure() -> None:
    heading("Command line (whole processes)")
    helped = timed(lambda: _runcoach("--help"), runs=7)
    previewed = timed(lambda: _runcoach(*PREVIEW), runs=7)
    print(helped.line("runcoach --help"))
    print(previewed.line("runcoach preview"))
    print(f"  help : preview = {helped.median_ms / previewed.median_ms:.2f} (wanted: under 0.50)")


def _runcoach(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "bot", *arguments], check=True, stdout=subprocess.DEVNULL)
