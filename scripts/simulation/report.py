"""What a simulated week says, as a table and as a picture."""

from collections.abc import Sequence
from itertools import accumulate

from rich.table import Table

from bot.charts.style import LETTERS_PT, PALETTE, QUIET, as_png, new_chart
from bot.rhythms import CHECK_IN
from scripts.simulation.week import MINUTE_S, WEEK_S, Delays, Week

PLAN_USD, PLAN_WEEKS = 0.0112, 12
"""A plan of the strong model, as `make bench` measures it, and how long it lasts."""
ENRICHMENT_USD = 0.0069
"""Twelve weeks of sessions enriched in batches, from the same bench."""
QUANTILES = (0.5, 0.9, 0.99)
HOUR_S = 60 * MINUTE_S
TICKS_S = (1, 10, 60, 600, 3600, 6 * 3600, 24 * 3600)


def clock_of(seconds: float) -> str:
    """A delay as one reads it: "41 s", "12 min", "3.4 h"."""
    if seconds < 2 * MINUTE_S and seconds != MINUTE_S:
        return f"{seconds:.0f} s"
    return (
        f"{seconds / MINUTE_S:.0f} min" if seconds < HOUR_S else f"{seconds / HOUR_S:.1f} h".replace(".0", "")
    )


def usd_a_week(runners: int) -> float:
    """What Claude costs in a week when every runner has a plan of his and enriched sessions."""
    return runners * (PLAN_USD + ENRICHMENT_USD) / PLAN_WEEKS


def table_of(weeks: Sequence[Week]) -> Table:
    """One row a scenario."""
    table = Table(title="One week, simulated")
    for name in (
        "scenario",
        "runners",
        "morning question late by p50 / p90 / p99",
        "not sent: too late",
        "answers wait p99",
        "queue at most",
        "commits/s mean / peak",
        "Claude a week",
    ):
        table.add_column(name, justify="left" if name == "scenario" else "right")
    for week in weeks:
        table.add_row(*_row(week))
    return table


def _row(week: Week) -> tuple[str, ...]:
    mornings = week.delays.get(CHECK_IN, Delays())
    late = " / ".join(clock_of(mornings.quantile(share)) for share in QUANTILES)
    expired = sum(delays.expired for delays in week.delays.values())
    commits = [minute.commits / MINUTE_S for minute in week.minutes]
    return (
        week.setup.name,
        f"{week.setup.runners:,}",
        late,
        f"{expired / week.due:.1%}",
        clock_of(week.answers.quantile(0.99)),
        f"{max(minute.waiting for minute in week.minutes):,.0f}",
        f"{sum(minute.commits for minute in week.minutes) / WEEK_S:.0f} / {max(commits):.0f}",
        f"${usd_a_week(week.setup.runners):,.0f}",
    )


def picture_of(weeks: Sequence[Week]) -> bytes:
    """How many of the morning questions have arrived so long after their hour, a line a scenario, as PNG."""
    figure, axes = new_chart()
    for week, colour in zip(weeks, PALETTE, strict=False):
        sent = week.delays.get(CHECK_IN, Delays()).sent
        late_s = sorted(sent)
        shares = [100 * count / week.asked for count in accumulate(sent[second] for second in late_s)]
        axes.step([max(s, 1) for s in late_s], shares, color=colour, label=week.setup.name, where="post")
    axes.set_xscale("log")
    axes.set_xlim(1, TICKS_S[-1])
    axes.set_xticks(TICKS_S, [clock_of(second) for second in TICKS_S])
    axes.minorticks_off()
    axes.set_ylim(0, 102)
    axes.set_xlabel("after the runner's own hour", color=QUIET, fontsize=LETTERS_PT)
    axes.set_ylabel("morning questions arrived, %", color=QUIET, fontsize=LETTERS_PT)
    axes.legend(fontsize=LETTERS_PT * 0.8, frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return as_png(figure)
