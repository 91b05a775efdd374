"""What a zone means for this runner on this machine: pace, power, heart rate, effort."""

from core.catalogue.reading import exercise
from core.coaches.endurance.menu import menu
from core.coaches.endurance.stress import Effort, riding_intensity, running_intensity, together
from core.coaches.request import SessionRequest
from core.coaches.session import Block, Item, Load, Zone
from core.coaches.timing import set_s
from core.paces import Range

EASY_ENDS_S = 1.0
RECOVERY_SLOWER = 1.05
"""Recovery is run at the slow end of easy and a little slower."""
WALKS = frozenset({"brisk-walk", "treadmill-incline-walk", "run-walk", "deep-water-run"})
"""Done on foot, but at no running pace."""
POWERED = frozenset({"bike"})


def load_in(zone: Zone, key: str, request: SessionRequest, rpe: float | None = None) -> Load:
    """The load of a movement in a zone: a pace where the runner's are known, watts where the power is."""
    table = menu().zone[zone]
    return Load(
        zone=zone,
        rpe=table.rpe if rpe is None else rpe,
        pace_s_per_km=_pace(zone, key, request),
        watts=_watts(table.power, key, request),
    )


def heart_rate(zone: Zone, request: SessionRequest) -> tuple[int, int] | None:
    """Beats per minute of a zone, low and high; None when the heart rate at threshold is not known."""
    threshold = request.running.threshold_bpm
    if threshold is None:
        return None
    low, high = menu().zone[zone].heart
    return round(threshold * low / 100), round(threshold * high / 100)


def stress_of(blocks: tuple[Block, ...], request: SessionRequest) -> Effort | None:
    """The stress of the whole session; None where any of it has neither a pace nor a power.

    Between intervals one moves as easily as in the easiest part of the session.
    """
    efforts = []
    for block in blocks:
        for item in block.items:
            if exercise(item.exercise).pattern not in ("run", "bike", "row", "ski"):
                continue
            intensity = _intensity(item, request)
            if intensity is None:
                return None
            efforts.append(Effort(block.rounds * item.sets * set_s(item), intensity))
    between_s = sum((block.rounds - 1) * block.rest_s for block in blocks if block.format == "intervals")
    if efforts and between_s:
        efforts.append(Effort(between_s, min(effort.intensity for effort in efforts)))
    return together(efforts) if efforts else None


def _intensity(item: Item, request: SessionRequest) -> float | None:
    running = request.running
    if item.load.pace_s_per_km is not None and running.paces is not None:
        threshold = running.paces.threshold.min_s_per_km
        return running_intensity(sum(item.load.pace_s_per_km) / 2, threshold)
    if item.load.watts is not None and running.threshold_power_w is not None:
        return riding_intensity(sum(item.load.watts) / 2, running.threshold_power_w)
    return None


def _pace(zone: Zone, key: str, request: SessionRequest) -> tuple[float, float] | None:
    paces = request.running.paces
    if paces is None or exercise(key).pattern != "run" or key in WALKS:
        return None
    found: Range = paces.zone(menu().zone[zone].pace)
    if zone == "recovery":
        return found.max_s_per_km, found.max_s_per_km * RECOVERY_SLOWER
    return found.min_s_per_km, found.max_s_per_km


def _watts(share: tuple[float, float], key: str, request: SessionRequest) -> tuple[float, float] | None:
    power = request.running.threshold_power_w
    if power is None or exercise(key).pattern not in POWERED:
        return None
    return power * share[0] / 100, power * share[1] / 100
