"""The injury-risk score, 0 to 100: six factors, their reasons, and what to do about the heaviest."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, ValidationError

from core import risk_factors as factor
from core.athlete import Language
from core.localisation import core_localizer
from core.program.exchange import ExchangeModel, Week
from core.risk_factors import MAX_POINTS, FactorName, Finding
from core.training_log import (
    CoachedSession,
    LoggedSession,
    TrainingDay,
    first_monday_of,
    monday_of,
    training_days,
)

RiskLevel = Literal["green", "yellow", "red"]
HIGHEST_GREEN, HIGHEST_YELLOW = 33, 66
MOST_RECOMMENDATIONS = 3
WEEK = datetime.timedelta(days=7)


class CheckinEntry(ExchangeModel):
    """One morning's answer: 1 fit, 2 tired, 3 very tired."""

    date: datetime.date
    feeling: int = Field(ge=1, le=3)


class RiskRequest(ExchangeModel):
    """A program up to the current week (only its weeks are read), today, check-ins and what was done."""

    weeks: tuple[Week, ...] = ()
    start_date: datetime.date | None = None
    today: datetime.date
    checkins: tuple[CheckinEntry, ...] = ()
    logged: tuple[LoggedSession, ...] = ()
    coached: tuple[CoachedSession, ...] = ()
    language: Literal["fr", "en"] = "fr"


class UnreadableRiskRequest(ValueError):
    """The data cannot be scored; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """Points of one factor, 0 to `max`, to a hundredth."""

    name: FactorName
    points: float
    max: int
    reason: str


@dataclass(frozen=True, slots=True)
class RiskScore:
    """The score (whole, 0 to 100), its level, the six factors and at most three things to do."""

    score: int
    level: RiskLevel
    factors: tuple[RiskFactor, ...]
    recommendations: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """As the command line prints it."""
        return {
            "score": self.score,
            "level": self.level,
            "factors": [
                {"name": f.name, "points": f.points, "max": f.max, "reason": f.reason} for f in self.factors
            ],
            "recommendations": list(self.recommendations),
        }


def read_risk_request(data: object) -> RiskRequest:
    """The request in parsed JSON; raises UnreadableRiskRequest with one sentence."""
    try:
        return RiskRequest.model_validate(data)
    except ValidationError as invalid:
        first = invalid.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise UnreadableRiskRequest(f"Cannot score this file: {place}: {first['msg']}.") from invalid


def injury_risk(request: RiskRequest) -> RiskScore:
    """The score of the week `today` lies in: what was done, and what is still planned in it."""
    monday = first_monday_of(request.weeks, request.start_date, request.today)
    days = training_days(request.weeks, monday, request.logged)
    checkins = [entry for entry in request.checkins if entry.date <= request.today]
    coached = [one for one in request.coached if one.date <= request.today]
    return score_risk(days, request.today, checkins, request.language, coached)


def score_risk(
    days: Sequence[TrainingDay],
    today: datetime.date,
    checkins: Sequence[CheckinEntry],
    language: Language = "fr",
    coached: Sequence[CoachedSession] = (),
) -> RiskScore:
    """The score from sessions by date, done and planned, the check-ins up to today, and coaches' sessions."""
    this_monday = monday_of(today)
    week = [day for day in days if this_monday <= day.date < this_monday + WEEK]
    before = [day for day in days if day.date < this_monday]
    findings = (
        factor.volume_spike(week, before, this_monday - WEEK, language),
        factor.intensity(week),
        factor.fatigue(checkins, language),
        factor.strength([*before, *week], today, coached),
        factor.rest_days(week, this_monday, coached),
        factor.longest_run(week, before, language),
    )
    score = math.floor(sum(finding.points for finding in findings) + 0.5)
    return RiskScore(
        score, _level(score), tuple(_factor(f, language) for f in findings), _recommend(findings, language)
    )


def _level(score: int) -> RiskLevel:
    if score <= HIGHEST_GREEN:
        return "green"
    return "yellow" if score <= HIGHEST_YELLOW else "red"


def _factor(finding: Finding, language: Language) -> RiskFactor:
    reason = core_localizer(language)(f"{_key(finding.name)}-{finding.reason}", **finding.figures)
    return RiskFactor(finding.name, round(finding.points, 2), MAX_POINTS[finding.name], reason)


def _recommend(findings: Iterable[Finding], language: Language) -> tuple[str, ...]:
    """What to do about the heaviest factors, those that weigh at all, in falling order of points."""
    weighing = [finding for finding in findings if round(finding.points, 2) > 0]
    heaviest = sorted(weighing, key=lambda finding: -finding.points)[:MOST_RECOMMENDATIONS]
    text = core_localizer(language)
    return tuple(text(f"{_key(finding.name)}-{finding.advice}", **finding.figures) for finding in heaviest)


def _key(name: FactorName) -> str:
    return f"risk-{name.replace('_', '-')}"
