"""What this runner needs: effort instead of paces, injuries, the race's own demands."""

import re
from collections.abc import Iterator
from itertools import pairwise

from core.athlete import Level
from core.conditions import HOT_FROM_C
from core.injuries import LeftOut, adaptation
from core.notation.words import plain
from core.program.rules import limits
from core.program.rules.breach import Finding, finding
from core.program.rules.view import PlanView, SessionView
from core.program.rules.wording import PACE_TO_THE_SECOND
from core.program.workouts import catalogue

HYDRATION = re.compile(r"hydrat|\bboi(?:s|re|t|vez)\b|\bdrink|\bml\b")


def find_paces_without_reference(plan: PlanView) -> Iterator[Finding]:
    """Without a reference time no pace is printed to the second, and a test is proposed.

    Only judged where the program says what it knows of the runner.
    """
    if plan.data.vdot is not None or not plan.is_annotated:
        return
    for session in plan.sessions:
        shown = [session.data.pace_target, *(i.pace_target for i in session.data.intervals or ())]
        precise = next((text for text in shown if text and PACE_TO_THE_SECOND.search(text)), None)
        if precise is not None:
            yield finding("no-reference", "pace", session, pace=precise)
    if not plan.has_notice("no_reference") and not any(s.kind == "test" for s in plan.sessions):
        yield finding("no-reference", "notice")


def find_run_walk(plan: PlanView) -> Iterator[Finding]:
    """A beginner who does not run yet starts with run-walk."""
    current_km = plan.current_km_per_week
    if plan.level is not Level.BEGINNER or current_km is None or current_km > 0 or not plan.is_annotated:
        return
    first = next((week for week in plan.weeks if week.runs), None)
    if first is not None and not any(run.kind == "run_walk" for run in first.runs):
        yield finding("run-walk", "first-week", first)


def find_injuries(plan: PlanView) -> Iterator[Finding]:
    """An injury is spoken of; hard sessions and what it forbids stay out until their week comes back."""
    if not plan.injuries:
        return
    if plan.is_annotated and not plan.has_notice("injury"):
        yield finding("injury", "notice")
    for run in plan.runs:
        for site in plan.injuries:
            injury = adaptation(site)
            if run.week <= injury.easy_weeks and run.is_hard:
                yield finding("injury", "hard", run, site=injury.name, weeks=injury.easy_weeks)
            elif _is_left_out(injury.left_out(run.week), run):
                yield finding("injury", "left-out", run, site=injury.name)


def _is_left_out(out: LeftOut, run: SessionView) -> bool:
    workout = catalogue().get(run.data.workout or "")
    return (
        run.kind in out.kinds
        or any(part.zone in out.zones for part in run.work)
        or (workout is not None and workout.family in out.families)
    )


def find_race_demands(plan: PlanView) -> Iterator[Finding]:
    """A trail, an ultra and a hot race each leave their mark on the plan."""
    race = plan.data.race
    if race is None or not plan.is_annotated:
        return
    words = plain(plan.data.model_dump_json(include={"weeks", "tips", "notices"}))
    if race.terrain in {"trail", "mixte"} and not plan.injuries and len(plan.weeks) >= 4:
        yield from _trail_findings(plan, words)
    if race.distance_km > limits.ULTRA_FROM_KM:
        yield from _ultra_findings(plan)
    if race.temperature_c is not None and race.temperature_c >= HOT_FROM_C:
        if not plan.has_notice("heat"):
            yield finding("race-heat", "notice")
        if not HYDRATION.search(words):
            yield finding("race-heat", "hydration")


def _trail_findings(plan: PlanView, words: str) -> Iterator[Finding]:
    climbs = any(s.kind == "hills" or (s.data.climb_m or 0) > 0 for s in plan.sessions)
    if not climbs:
        yield finding("race-trail", "hills")
    if "descen" not in words and "downhill" not in words:
        yield finding("race-trail", "descents")
    if "propriocep" not in words:
        yield finding("race-trail", "proprioception")


def _ultra_findings(plan: PlanView) -> Iterator[Finding]:
    if not plan.data.tips.nutrition:
        yield finding("race-ultra", "nutrition")
    if not plan.data.tips.mental:
        yield finding("race-ultra", "mental")
    long_enough = len(plan.weeks) >= limits.WEEKS_FOR_BACK_TO_BACK and not plan.injuries
    room = plan.data.user_profile.sessions_per_week >= 3 and _has_room_for_two(plan)
    if (
        long_enough
        and room
        and not any(_back_to_back(first, second) for first, second in pairwise(plan.runs))
    ):
        yield finding("race-ultra", "back-to-back")


def _has_room_for_two(plan: PlanView) -> bool:
    """Whether two free days follow each other inside a week; one is the long-run day, if it was chosen."""
    days, long_day = plan.available_days, plan.data.user_profile.long_run_day
    if long_day is not None:
        return bool({long_day - 1, long_day + 1} & days)
    return any(day + 1 in days for day in days)


def _back_to_back(first: SessionView, second: SessionView) -> bool:
    """Two long runs on consecutive days: long in minutes, or long by name and alike."""
    if second.order - first.order != 1:
        return False
    shorter, longer = sorted((first.minutes, second.minutes))
    named_long = {first.kind, second.kind} <= {"long", "run_walk"}
    alike = longer > 0 and shorter >= limits.BACK_TO_BACK_SHARE * longer
    return shorter >= limits.BACK_TO_BACK_MIN or (named_long and alike)
