"""The operator's figures as plain lines, for the terminal and for /stats."""

from collections.abc import Iterator

from storage.statistics import Spending, Statistics, Times


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


def _times(times: Times) -> str:
    if times.median_s is None or times.p95_s is None:
        return "-"
    return f"median {times.median_s:.1f} s, p95 {times.p95_s:.1f} s"


def _spending(spending: Spending) -> str:
    tokens = f"{spending.input_tokens} tokens in, {spending.output_tokens} out"
    return f"{spending.calls} calls, {tokens}, {spending.cost_usd:.4f} USD"
