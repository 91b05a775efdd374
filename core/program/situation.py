"""The runner as the plan sees them: what to spare, how long to run, first and largest week."""

from dataclasses import dataclass
from functools import cached_property

from core.athlete import InjurySite, Level
from core.injuries import LeftOut, adaptation, left_out, match_injuries
from core.predictions import FREE_DAYS_OFF
from core.program.demands import session_scale
from core.program.preparation import Preparation

WALKER_KM_PER_WEEK = 8.0
"""A beginner under this starts with run-walk: less than half an hour of running, twice a week."""
RUN_WALK_GOALS = frozenset({"5K", "10K", "améliorer-endurance"})
ADVANCED_OVER_CURRENT = 1.10
"""What an advanced runner already runs lifts the ceiling: never under 1.1 times it."""
# Growth over a whole plan: a fifth is worth planning for, half as much again is plenty.
GROWTH_WORTH_AIMING_AT, MOST_GROWTH_OVER_PLAN = 1.20, 1.5
# Shorter runs are not worth changing for; who runs very little starts with the shorter ones.
SMALLEST_RUN_KM, SMALLEST_FIRST_RUN_KM = 2.0, 3.0
SHORTEST_FIRST_RUN_KM, FIRST_RUN_WALK_KM = 2.0, 2.5
SLOW_MARATHON_VDOT = 34.0
"""A marathon of about 4 h 30 by the 1979 equations."""
# 150 min (Daniels); slower marathoners 210 at most, less a margin for rounding to five minutes.
LONG_CAP_MIN, SLOW_LONG_CAP_MIN = 150.0, 205.0
# Load on return after days off (Daniels): half of it from a week off, a third from two months off.
LAYOFF_START: tuple[tuple[int, float], ...] = ((FREE_DAYS_OFF, 1.0), (28, 0.6), (56, 0.45))
LONG_LAYOFF_START = 0.35
INJURED_START = 0.8
"""An injured runner begins a fifth below."""
# Beyond 48 h between hard days only one a week fits; tendons and bone take about eight weeks to adapt.
HOURS_OF_TWO_HARD, WAITING_WEEKS = 48, 8
RUN_WALK_WEEKS, MORE_RUN_WALK_WEEKS = 5, 2
"""Continuous running comes after five to seven weeks, as in common first programs."""
CROSS_FROM_SESSIONS = 3
CLIMB_COST_KM_PER_100M = 0.5
"""Time for 100 m of climb, in flat km: between what Minetti measured at 10 % (0.26) and ITRA's label (1)."""
STEEPEST_TRAINING_M_PER_KM = 100.0
"""A mean slope of 10 % up and down again is as much as a whole run holds; steeper is walked."""
GENTLEST_TRAIL_M_PER_KM = 15.0
"""A trail of which no climb is known, or a flat one, still rolls: what is asked of its training runs."""
TRAINING_CLIMB_SHARE = 0.7
"""Of the race's climb per km, at most, in training runs: the other runs of the week are flatter."""


@dataclass(frozen=True)
class Situation(Preparation):
    """A profile with everything worked out that building a plan needs."""

    @cached_property
    def starts_with_run_walk(self) -> bool:
        """A beginner who hardly runs, or who says nothing and gives no time, for a short goal."""
        if self.level is not Level.BEGINNER:
            return False
        current_km = self.profile.current_km_per_week
        if current_km is not None:
            return current_km < WALKER_KM_PER_WEEK
        return not self.has_reference and self.distance in RUN_WALK_GOALS and not self.profile.longest_run_km

    # Volumes

    @cached_property
    def layoff_share(self) -> float:
        days = self.profile.layoff_days
        return next((share for up_to, share in LAYOFF_START if days <= up_to), LONG_LAYOFF_START)

    # Injuries

    @cached_property
    def injuries(self) -> tuple[InjurySite, ...]:
        """Sites named by button or in the free text."""
        named = {*self.profile.injuries, *match_injuries(self.profile.injuries_notes).sites}
        return tuple(site for site in InjurySite if site in named)

    def left_out(self, week: int) -> LeftOut:
        """What week `week` (1 and up) must not hold."""
        return left_out(self.injuries, week)

    @cached_property
    def injury_easy_weeks(self) -> int:
        return max((adaptation(site).easy_weeks for site in self.injuries), default=0)

    @cached_property
    def injury_weeks(self) -> int:
        """Weeks until the last step of the way back."""
        return max((adaptation(site).way_back[-1].from_week for site in self.injuries), default=0)

    @cached_property
    def walking_weeks(self) -> int:
        """First weeks in run-walk for a sore shin, until its second step of the way back."""
        if InjurySite.SHIN not in self.injuries:
            return 0
        return adaptation(InjurySite.SHIN).way_back[1].from_week - 1

    @cached_property
    def trains_across(self) -> bool:
        """Whether one run a week gives way to the bike or pool while an injury heals."""
        substitutes = {kind for site in self.injuries for kind in adaptation(site).substitutes.values()}
        return "cross" in substitutes and self.sessions >= CROSS_FROM_SESSIONS

    @cached_property
    def injury_pace_factor(self) -> float:
        """By which easy running is slower in those weeks."""
        return max((adaptation(site).easy_pace_factor for site in self.injuries), default=1.0)

    @cached_property
    def one_hard_weeks(self) -> int:
        """Weeks with at most one hard session, for injuries that want 72 h between hard days."""
        waits = any(adaptation(site).hours_between_hard > HOURS_OF_TWO_HARD for site in self.injuries)
        return WAITING_WEEKS if waits else 0

    @cached_property
    def easy_only_weeks(self) -> int:
        """Weeks without any hard session: after days off (half of the time lost, one to six) or injured."""
        days = self.profile.layoff_days
        after_layoff = 0 if days <= FREE_DAYS_OFF else min(max(days // 14, 1), 6)
        return max(after_layoff, self.injury_easy_weeks, self.run_walk_weeks)

    @cached_property
    def run_walk_weeks(self) -> int:
        """Weeks that start with run-walk: five, seven for who does not run at all."""
        if not self.starts_with_run_walk:
            return 0
        return RUN_WALK_WEEKS + (MORE_RUN_WALK_WEEKS if self.profile.current_km_per_week == 0 else 0)

    @property
    def long_cap_min(self) -> float:
        """The longest a run may last: 150 min, 205 for marathoners of about four hours and a half."""
        slow = self.vdot is None or round(self.vdot, 1) < SLOW_MARATHON_VDOT
        long_race = self.distance == "ultra" or (self.distance == "marathon" and slow)
        return SLOW_LONG_CAP_MIN if long_race else LONG_CAP_MIN

    @property
    def long_cap_km(self) -> float:
        slope_factor = 1 + self.training_climb_m_per_km / 100 * CLIMB_COST_KM_PER_100M
        return self.long_cap_min * 60 / (self.easy_s_per_km * slope_factor)

    @cached_property
    def training_climb_m_per_km(self) -> float:
        """Climb per km of the hilliest training runs."""
        if self.race is None or not (self.is_trail or self.is_hilly):
            return 0.0
        climb_m_per_km = TRAINING_CLIMB_SHARE * self.race.climb_m / self.race.distance_km
        if self.is_trail:
            climb_m_per_km = max(climb_m_per_km, GENTLEST_TRAIL_M_PER_KM)
        return min(climb_m_per_km, STEEPEST_TRAINING_M_PER_KM)

    @cached_property
    def ceiling_km(self) -> float:
        ceiling = self.demands.ceiling_km[self.level_index]
        current_km = self.profile.current_km_per_week
        if self.level is Level.ADVANCED and current_km is not None:
            return max(ceiling, ADVANCED_OVER_CURRENT * current_km)
        return ceiling

    @cached_property
    def start_km(self) -> float:
        """The first week: what is run now (less after days off), else the default of level and distance."""
        current_km = self.profile.current_km_per_week
        if current_km is None:
            usual_km = self.demands.start_km[self.level_index] * session_scale(self.sessions)
            usual_km = max(usual_km, SMALLEST_FIRST_RUN_KM * self.sessions)
        else:
            usual_km = current_km
        injured = INJURED_START if self.injuries else 1.0
        least_km = (SHORTEST_FIRST_RUN_KM if current_km else FIRST_RUN_WALK_KM) * self.sessions
        return min(max(usual_km * self.layoff_share * injured, least_km), self.ceiling_km)

    @cached_property
    def aim_km(self) -> float:
        """The largest week worth aiming at."""
        usual_km = self.demands.aim_km[self.level_index] * session_scale(self.sessions)
        current_km = self.profile.current_km_per_week
        if current_km is not None:
            most_km = max(MOST_GROWTH_OVER_PLAN * current_km, MOST_GROWTH_OVER_PLAN * self.start_km)
            usual_km = max(min(usual_km, most_km), GROWTH_WORTH_AIMING_AT * current_km)
        return min(max(usual_km, self.start_km), self.ceiling_km)

    @cached_property
    def long_aim_km(self) -> float:
        """The longest run worth aiming at, inside the minute cap."""
        aim_km = self.demands.long_aim_km[self.level_index]
        return min(max(aim_km, self.profile.longest_run_km or 0.0), self.long_cap_km)
