"""Whether the holder of a lease is certainly gone."""

import os
import subprocess
import sys

from bot.leases import LeaseOwner


def test_only_an_earlier_process_of_this_machine_is_gone() -> None:
    mine = LeaseOwner.this_process()
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    dead_process = int(ended.stdout)
    assert not mine.is_gone(mine.name)
    assert mine.is_gone(f"{mine.machine}/{mine.process_id}/other"), "the process id came again"
    assert mine.is_gone(f"{mine.machine}/{dead_process}/x")
    assert not mine.is_gone(f"{mine.machine}/{os.getppid()}/x"), "alive"
    assert not mine.is_gone(f"another-machine/{dead_process}/x"), "nobody here can know"
    assert not mine.is_gone("nonsense")
