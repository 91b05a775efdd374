"""Write ten runners' plans and a session of each coach to docs/samples, as the commands print them.

`make samples` runs it; a test compares the files with what the engine says today.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.cli.printing import program_lines
from core.athlete import Goal, InjurySite, Language, Level, Performance, Race, RunnerProfile
from core.coaches.equipment import preset
from core.coaches.offer import Offer
from core.coaches.registry import make_session
from core.coaches.request import SessionRequest
from core.coaches.wording import session_lines
from core.program.builder import build_program
from core.races import find_race

SAMPLES = Path(__file__).parents[1] / "docs" / "samples"
SESSIONS = SAMPLES / "sessions.md"
START = date(2027, 1, 4)
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True)
class Sample:
    """One runner: the file's name, what is particular about this plan, the profile."""

    name: str
    about: str
    profile: RunnerProfile


def known_race(name: str, language: Language = "fr") -> Race:
    return find_race(name, language=language)[0].race


RUNNERS = (
    Sample(
        "01-first-5k",
        "A beginner who does not run yet, two sessions a week, no time, no date.",
        RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 2, current_km_per_week=0.0),
    ),
    Sample(
        "02-10k-four-sessions",
        "An intermediate runner, 30 km a week, 48:00 over 10 km, no date.",
        RunnerProfile(
            Level.INTERMEDIATE,
            Goal.TEN_K,
            4,
            reference=Performance(10_000, 2880),
            current_km_per_week=30.0,
        ),
    ),
    Sample(
        "03-half-with-date",
        "A dated half marathon, 1:42 in hand, long run on Saturday.",
        RunnerProfile(
            Level.INTERMEDIATE,
            Goal.HALF_MARATHON,
            4,
            target_date=date(2027, 3, 28),
            reference=Performance(21_097.5, 6120),
            current_km_per_week=38.0,
            longest_run_km=15.0,
            long_run_day=5,
        ),
    ),
    Sample(
        "04-paris-marathon-beginner",
        "A first marathon, slow and steady, in Paris.",
        RunnerProfile(
            Level.BEGINNER,
            Goal.MARATHON,
            4,
            target_date=date(2027, 5, 9),
            reference=Performance(10_000, 3900),
            race=known_race("Marathon de Paris"),
            current_km_per_week=20.0,
        ),
    ),
    Sample(
        "05-advanced-marathon",
        "An advanced runner, six sessions, 75 km a week.",
        RunnerProfile(
            Level.ADVANCED,
            Goal.MARATHON,
            6,
            target_date=date(2027, 4, 25),
            reference=Performance(21_097.5, 4860),
            current_km_per_week=75.0,
            longest_run_km=24.0,
        ),
    ),
    Sample(
        "06-ultra-trail",
        "An ultra in the mountains, five sessions.",
        RunnerProfile(
            Level.ADVANCED,
            Goal.MARATHON,
            5,
            target_date=date(2027, 5, 23),
            reference=Performance(42_195, 12_600),
            race=known_race("OCC"),
            current_km_per_week=60.0,
        ),
    ),
    Sample(
        "07-knee",
        "A 10K with a sensitive knee, in English.",
        RunnerProfile(
            Level.INTERMEDIATE,
            Goal.TEN_K,
            3,
            reference=Performance(5000, 1500),
            injuries=(InjurySite.KNEE,),
            injuries_notes="right knee sore after downhill runs",
            current_km_per_week=20.0,
            language="en",
        ),
    ),
    Sample(
        "08-hot-race",
        "A half marathon in the heat, in English.",
        RunnerProfile(
            Level.INTERMEDIATE,
            Goal.HALF_MARATHON,
            5,
            target_date=date(2027, 4, 18),
            reference=Performance(10_000, 2640),
            race=Race("Desert Half", 21.1, climb_m=120, temperature_c=31.0, humidity_percent=40.0),
            current_km_per_week=42.0,
            language="en",
        ),
    ),
    Sample(
        "09-too-soon",
        "Three weeks before a 10K: honest about what is left to do.",
        RunnerProfile(
            Level.INTERMEDIATE,
            Goal.TEN_K,
            3,
            target_date=date(2027, 1, 24),
            current_km_per_week=18.0,
        ),
    ),
    Sample(
        "10-endurance-no-race",
        "No race, five sessions: to run longer and better.",
        RunnerProfile(Level.BEGINNER, Goal.ENDURANCE, 5, current_km_per_week=25.0),
    ),
)


def text_of(sample: Sample) -> str:
    """The sample's file: a heading, and the plan as the terminal shows it."""
    plan = "\n".join(line.rstrip() for line in program_lines(build_program(sample.profile, START)))
    return f"# {sample.about}\n\n```\n{plan}\n```\n"


WISHES = (
    (
        "An intermediate runner in a gym, 45 minutes for the legs that run.",
        SessionRequest("force", Level.INTERMEDIATE, 45, preset("gym"), "runner"),
    ),
    (
        "An advanced runner on the road, an hour at threshold.",
        SessionRequest("endurance", Level.ADVANCED, 60, preset("none"), "threshold"),
    ),
    (
        "An intermediate athlete in a box, an hour with as many rounds as possible.",
        SessionRequest("functional", Level.INTERMEDIATE, 60, preset("box"), "amrap"),
    ),
    (
        "A beginner at home without a bar who wants the first pull-up.",
        SessionRequest("calisthenics", Level.BEGINNER, 45, preset("home"), "pull-up"),
    ),
    (
        "An intermediate woman who wants to finish in 1:25 in HYROX format.",
        SessionRequest(
            "competitions", Level.INTERMEDIATE, 60, preset("box"), "race-pace", sex="women", target_min=85
        ),
    ),
)
"""Who asks for each coach's session, and the wish."""


def sessions_text() -> str:
    """One session of each coach, in French and in English."""
    parts = [
        f"## {about}\n\n```\n{session_text(wish, language)}\n```\n"
        for about, wish in WISHES
        for language in LANGUAGES
    ]
    return "# A session of each coach, in French and in English\n\n" + "\n".join(parts)


def session_text(wish: SessionRequest, language: Language) -> str:
    """The session as lines; raises ValueError where it can only be answered by an offer."""
    made = make_session(wish.changed(language=language))
    if isinstance(made, Offer):
        raise ValueError(made.said(language))
    return "\n".join(session_lines(made, language))


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    for sample in RUNNERS:
        (SAMPLES / f"{sample.name}.md").write_text(text_of(sample), encoding="utf-8")
        print(f"docs/samples/{sample.name}.md")
    SESSIONS.write_text(sessions_text(), encoding="utf-8")
    print("docs/samples/sessions.md")


if __name__ == "__main__":
    main()
