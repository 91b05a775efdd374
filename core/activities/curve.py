"""Pace over the time of a run, smooth enough to be read."""

from core.activities.model import Activity

WINDOW_S = 40.0
"""GPS is off by some metres every second; over 40 s that is a second or two a kilometre."""
POINTS_AT_MOST = 240
SLOWEST_SHOWN_S_PER_KM = 900.0


def pace_curve(run: Activity) -> tuple[tuple[float, float], ...]:
    """Pairs of minutes of moving time and seconds per km, evenly apart."""
    count = max(2, min(POINTS_AT_MOST, int(run.moving_s / run.step_s)))
    found = []
    for number in range(count + 1):
        at = run.moving_s * number / count
        low, high = max(at - WINDOW_S / 2, 0.0), min(at + WINDOW_S / 2, run.moving_s)
        metres = run.distance_at(high) - run.distance_at(low)
        pace = (high - low) / metres * 1000 if metres > 0 else SLOWEST_SHOWN_S_PER_KM
        found.append((at / 60, min(pace, SLOWEST_SHOWN_S_PER_KM)))
    return tuple(found)
