"""What is loaded before the first runner wants it, so that nobody waits for it."""

from datetime import date

from core.athlete import Goal, Level, RunnerProfile
from core.localisation import LANGUAGES

_ANY_MONDAY = date(2026, 1, 5)


def warm_up() -> None:
    """Load Matplotlib, the tables of workouts and the texts of plans; takes a second or two."""
    import bot.charts  # noqa: F401  # Matplotlib
    from core.program.builder import build_program

    for language in LANGUAGES:
        profile = RunnerProfile(
            level=Level.INTERMEDIATE, goal=Goal.TEN_K, sessions_per_week=3, language=language
        )
        build_program(profile, _ANY_MONDAY)
