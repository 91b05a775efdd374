"""The judge of every plan, whoever wrote it: what each plan keeps, checked rule by rule.

The rules know nothing of how plans are built. They judge numbers, not labels; what a program does not
say is inferred from its words (`view`), and what cannot be judged is left alone.
"""

from collections.abc import Callable, Iterator

from core.athlete import Language
from core.localisation import core_localizer
from core.program.exchange import ProgramData
from core.program.rules.agreement import (
    find_dates,
    find_days,
    find_figures,
    find_length,
    find_numbering,
    find_phases,
    find_race_day,
    find_rest_days,
    find_session_counts,
    find_totals,
)
from core.program.rules.approach import find_last_hard_session, find_longest_run_place, find_taper
from core.program.rules.breach import Breach, Finding
from core.program.rules.effort import (
    find_hard_days,
    find_hard_sessions,
    find_intensity,
    find_session_caps,
)
from core.program.rules.load import (
    find_ceiling,
    find_first_week,
    find_growth,
    find_long_run_share,
    find_longest_run,
    find_recovery_weeks,
)
from core.program.rules.runner import (
    find_injuries,
    find_paces_without_reference,
    find_race_demands,
    find_run_walk,
)
from core.program.rules.view import PlanView, view_of
from core.tables import Words

__all__ = ["Breach", "check"]

Rule = Callable[[PlanView], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    find_days,
    find_session_counts,
    find_rest_days,
    find_intensity,
    find_growth,
    find_recovery_weeks,
    find_longest_run,
    find_hard_days,
    find_long_run_share,
    find_hard_sessions,
    find_session_caps,
    find_taper,
    find_last_hard_session,
    find_first_week,
    find_ceiling,
    find_longest_run_place,
    find_paces_without_reference,
    find_run_walk,
    find_injuries,
    find_race_demands,
    find_totals,
    find_numbering,
    find_length,
    find_phases,
    find_dates,
    find_race_day,
    find_figures,
)


def check(program: ProgramData) -> tuple[Breach, ...]:
    """Every breach of the rules, in the order of the weeks, told in the program's language."""
    plan = view_of(program)
    findings = [finding for rule in RULES for finding in rule(plan)]
    findings.sort(key=lambda finding: finding.week or 0)
    return tuple(_told(finding, language_of(program)) for finding in findings)


def language_of(program: ProgramData) -> Language:
    """The language of the sentences: French unless the program is in English."""
    return "en" if program.language.startswith("en") else "fr"


def _told(finding: Finding, language: Language) -> Breach:
    figures = {
        name: figure[language] if isinstance(figure, Words) else figure
        for name, figure in finding.figures.items()
    }
    text = core_localizer(language)(f"rules-{finding.rule}.{finding.case}", **figures)
    return Breach(finding.rule, finding.week, finding.day, text)
