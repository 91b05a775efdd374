"""The operator's figures as plain lines, for the terminal and for /stats."""

from collections.abc import Iterable, Iterator

from bot.experiments import Compared
from core.experiments.comparing import LEAST_RUNNERS, Difference, Figure, Outcome
from storage.statistics import Spending, Statistics, Times

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "valid": ("valid first time", "{:.0%}"),
    "liked": ("thumbs up", "{:.0%}"),
    "latency_s": ("latency", "{:.1f} s"),
    "tokens": ("tokens", "{:.0f}"),
    "cost_usd": ("cost", "{:.5f} USD"),
}


def lines(figures: Statistics) -> Iterator[str]:
    """One line a figure."""
    states = ", ".join(f"{state} {count}" for state, count in sorted(figures.by_state.items()))
    yield f"queue: {states or 'empty'}"
    sources = ", ".join(f"{source} {count}" for source, count in sorted(figures.by_source.items()))
    yield f"enriched by: {sources or 'nobody yet'}"
    yield f"waited: {_times(figures.waiting)}"
    yield f"ran: {_times(figures.running)}"
    yield f"success: {'-' if figures.success_rate is None else f'{figures.success_rate:.1%}'}"
    each = "-" if figures.cost_usd_each is None else f"{figures.cost_usd_each:.4f} USD"
    yield f"cost of a session: {each}"
    yield f"Claude today: {_spending(figures.today)}"
    yield f"Claude in 30 days: {_spending(figures.month)}"
    for day, cost in list(figures.by_day_usd.items())[:7]:
        yield f"  {day}: {cost:.4f} USD"
    yield f"time to first plan: {_times(figures.first_plan)}"
    ratings = ", ".join(f"{rating} {count}" for rating, count in sorted(figures.ratings.items()))
    yield f"ratings: {ratings or 'none'}"
    for item in figures.variants:
        yield (
            f"prompt {item.variant}: {item.done} sessions, {item.tokens_each:.0f} tokens and "
            f"{item.cost_usd_each:.4f} USD each"
        )


def experiment_lines(experiments: Iterable[Compared]) -> Iterator[str]:
    """Each experiment: who was dealt what, then every outcome of a variant beside the usual one."""
    for one in experiments:
        state = "" if one.experiment.running else ", stopped"
        runners = ", ".join(f"{variant} {count}" for variant, count in one.runners.items())
        yield f"experiment {one.experiment.name} ({one.experiment.prompt}{state}): runners {runners}"
        if one.note:
            yield f"  {one.note}"
        for comparison in one.comparisons:
            known = [found for found in comparison.differences if found.usual.runners or found.other.runners]
            for found in known:
                name, form = OUTCOMES[found.outcome]
                pair = f"{_figure(found.usual, form)} → {_figure(found.other, form)}"
                yield f"  {comparison.usual} → {comparison.other} {name}: {pair}; {_verdict(found)}"
            if not known:
                yield f"  {comparison.usual} → {comparison.other}: nothing known yet"


def _figure(figure: Figure, form: str) -> str:
    value = "-" if figure.value is None else form.format(figure.value)
    return f"{value} (n={figure.runners})"


def _verdict(found: Difference) -> str:
    if found.p is None:
        return f"{found.verdict} (from {LEAST_RUNNERS} runners each)"
    return f"{found.verdict} (p={found.p:.3f})"


def _times(times: Times) -> str:
    if times.median_s is None or times.p95_s is None:
        return "-"
    return f"median {times.median_s:.1f} s, p95 {times.p95_s:.1f} s"


def _spending(spending: Spending) -> str:
    tokens = f"{spending.input_tokens} tokens in, {spending.output_tokens} out"
    return f"{spending.calls} calls, {tokens}, {spending.cost_usd:.4f} USD"
