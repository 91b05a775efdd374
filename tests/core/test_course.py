"""Courses from GPX files: measured right, and hostile files refused in a sentence."""

import io
import math
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable

import pytest

from core.athlete import Terrain
from core.course import course_from_gpx
from core.gpx import MAX_BYTES, MAX_POINTS, UnreadableCourse

METRES_PER_DEGREE = 6_371_008.8 * math.pi / 180
HEAD = '<?xml version="1.0" encoding="UTF-8"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">'


def gpx(
    heights: Iterable[float | None], every_m: float = 20.0, *, before: str = "", name: str = "Tour du lac"
) -> bytes:
    """A course straight to the north, a point every so many metres."""
    points = "".join(
        f'<trkpt lat="{45 + number * every_m / METRES_PER_DEGREE:.7f}" lon="5">'
        + ("" if height is None else f"<ele>{height:.2f}</ele>")
        + "</trkpt>"
        for number, height in enumerate(heights)
    )
    return f"{HEAD}{before}<trk><name>{name}</name><trkseg>{points}</trkseg></trk></gpx>".encode()


def hill(height_m: float, up_m: float = 2000.0, noise_m: float = 0.0) -> list[float]:
    """Up and down again, with a jitter that a barometer could show."""
    count = int(up_m / 20)
    rising = [height_m * number / count for number in range(count + 1)]
    shape = [*rising, *reversed(rising[:-1])]
    return [300 + h + noise_m * ((-1) ** number) for number, h in enumerate(shape)]


def test_distance_climb_and_descent() -> None:
    course = course_from_gpx(gpx(hill(200)))
    assert course.distance_km == pytest.approx(4.0, abs=0.005)
    assert course.climb_m == pytest.approx(200, abs=5)
    assert course.descent_m == pytest.approx(200, abs=5)
    assert course.highest_m == pytest.approx(500, abs=5)
    assert course.name == "Tour du lac"


def test_noise_is_no_climb() -> None:
    noisy = course_from_gpx(gpx(hill(200, noise_m=2.0)))
    assert noisy.climb_m == pytest.approx(200, abs=10)
    flat = course_from_gpx(gpx([100 + (number % 2) * 2.5 for number in range(500)]))
    assert (flat.climb_m, flat.descent_m) == (0, 0)


def test_a_rise_counts_from_three_metres() -> None:
    low = [100.0] * 60 + [100 + min(step / 10, 1) * 2.5 for step in range(60)]
    high = [100.0] * 60 + [100 + min(step / 10, 1) * 3.5 for step in range(60)]
    assert course_from_gpx(gpx(low)).climb_m == 0
    assert course_from_gpx(gpx(high)).climb_m == pytest.approx(3.5, abs=0.1)


def test_every_kilometre_and_gradient() -> None:
    course = course_from_gpx(gpx(hill(200)))
    assert [round(split.to_km, 2) for split in course.splits] == pytest.approx([1, 2, 3, 4], abs=0.01)
    assert [round(split.gradient_percent) for split in course.splits] == [10, 10, -10, -10]
    assert sum(split.climb_m for split in course.splits) == pytest.approx(course.climb_m, abs=0.1)
    assert sum(split.descent_m for split in course.splits) == pytest.approx(course.descent_m, abs=0.1)
    assert course.gradients["steep-up"] == pytest.approx(2, abs=0.2)
    assert sum(course.gradients.values()) == pytest.approx(course.distance_km, abs=0.05)


def test_waypoints_become_places_of_the_course() -> None:
    at_2_km = 45 + 2000 / METRES_PER_DEGREE
    places = (
        f'<wpt lat="{at_2_km:.6f}" lon="5.001"><name>Ravito\n  du col</name></wpt>'
        '<wpt lat="45" lon="5"><name>Départ</name></wpt><wpt lat="46" lon="8"><name>Ailleurs</name></wpt>'
        '<wpt lat="45" lon="5"/>'
    )
    course = course_from_gpx(gpx(hill(100), before=places))
    assert [(point.text, point.km) for point in course.key_points] == [
        ("Départ", 0.0),
        ("Ravito du col", 2.0),
    ]


def test_the_longest_track_counts_and_gaps_between_segments_do_not() -> None:
    far = '<trkpt lat="{}" lon="5"/>'
    two = f"{HEAD}<trk><name>Court</name><trkseg>{far.format(45)}{far.format(45.01)}</trkseg></trk>"
    two += f"<trk><name>Long</name><trkseg>{far.format(45)}{far.format(45.02)}</trkseg>"
    two += f"<trkseg>{far.format(45.5)}{far.format(45.51)}</trkseg></trk></gpx>"
    course = course_from_gpx(two.encode())
    assert course.name == "Long"
    assert course.distance_km == pytest.approx(0.03 * METRES_PER_DEGREE / 1000, abs=0.01)
    assert not course.has_heights
    assert course.climb_m == 0


def test_a_route_without_a_track_is_a_course() -> None:
    route = gpx(hill(50)).replace(b"trkpt", b"rtept").replace(b"<trkseg>", b"").replace(b"</trkseg>", b"")
    course = course_from_gpx(route.replace(b"<trk>", b"<rte>").replace(b"</trk>", b"</rte>"))
    assert course.climb_m == pytest.approx(50, abs=3)


@pytest.mark.parametrize(
    ("height_m", "name", "terrain"),
    [
        (20, "Tour du lac", Terrain.ROAD),
        (200, "Tour du lac", Terrain.TRAIL),
        (20, "Trail plat", Terrain.TRAIL),
    ],
)
def test_a_course_that_climbs_like_a_trail_is_one(height_m: float, name: str, terrain: Terrain) -> None:
    race = course_from_gpx(gpx(hill(height_m), name=name)).race()
    assert race.terrain is terrain
    assert race.distance_km == pytest.approx(4.0, abs=0.01)
    assert race.climb_m == pytest.approx(height_m, abs=5)


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE gpx [<!ENTITY l0 "ha">{entities}]><gpx><trk><name>&l9;</name></trk></gpx>'.encode()


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("course.gpx", b"0" * 20_000_000)
    return buffer.getvalue()


def too_many_points() -> bytes:
    points = '<trkpt lat="1" lon="1"/>' * (MAX_POINTS + 1)
    return f"{HEAD}<trk><trkseg>{points}</trkseg></trk></gpx>".encode()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "course-empty"),
    "blank": (lambda: b" \n" * 1000, "course-empty"),
    "200 MB": (lambda: bytes(200_000_000), "course-too-large"),
    "one byte too large": (lambda: b" " * (MAX_BYTES + 1), "course-too-large"),
    "billion laughs": (billion_laughs, "course-unsafe"),
    "external entity": (
        lambda: b'<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx><trk/></gpx>',
        "course-unsafe",
    ),
    "truncated": (lambda: gpx(hill(100))[:-500], "course-broken"),
    "deep": (lambda: b"<gpx>" + b"<a>" * 200_000, "course-too-deep"),
    "too many points": (too_many_points, "course-too-many-points"),
    "zip": (zipped, "course-zip"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(5000), "course-not-gpx"),
    "other XML": (lambda: b"<html><body/></html>", "course-not-gpx"),
    "unknown encoding": (lambda: b'<?xml version="1.0" encoding="klingon"?><gpx/>', "course-not-gpx"),
    "no track": (f"{HEAD}</gpx>".encode, "course-no-track"),
    "one point": (lambda: gpx([100.0]), "course-no-track"),
    "not on Earth": (lambda: gpx(hill(10)).replace(b'lon="5"', b'lon="500"'), "course-broken"),
    "not a number": (lambda: gpx(hill(10)).replace(b'lon="5"', b'lon="nan"'), "course-broken"),
    "too short": (lambda: gpx([100.0] * 10), "course-distance"),
    "too long": (lambda: gpx([100.0] * 200, every_m=10_000), "course-distance"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_quickly_in_one_sentence(kind: str) -> None:
    make, key = HOSTILE[kind]
    content = make()
    started = time.process_time()
    with pytest.raises(UnreadableCourse) as refusal:
        course_from_gpx(content)
    assert time.process_time() - started < 2
    assert refusal.value.failure.key == key
    for language in ("fr", "en"):
        assert refusal.value.text(language).endswith(".")


def test_names_are_one_clean_line() -> None:
    wild = gpx(hill(10), name="Tour\n\tdu \u202e lac &lt;b&gt;" + "x" * 500)
    name = course_from_gpx(wild).name
    assert name.startswith("Tour du lac <b>") or name.startswith("Tour du  lac <b>")
    assert len(name) <= 120
    assert "\u202e" not in name


@pytest.mark.parametrize("nonsense", [b"<ele>haut</ele>", b"<ele>99999</ele>", b"<ele></ele>"])
def test_impossible_heights_are_left_out(nonsense: bytes) -> None:
    content = gpx(hill(100)).replace(
        b"</trkseg>", b'<trkpt lat="45.0001" lon="5">' + nonsense + b"</trkpt></trkseg>"
    )
    assert course_from_gpx(content).climb_m == pytest.approx(100, abs=5)


def waves(points: int) -> bytes:
    return gpx([300 + 100 * math.sin(number / 500) for number in range(points)], every_m=1.0)


def test_a_hundred_thousand_points_are_read_in_two_seconds() -> None:
    content = waves(100_000)
    started = time.process_time()
    course = course_from_gpx(content)
    assert time.process_time() - started < 2
    assert course.distance_km == pytest.approx(100, abs=0.1)


def test_reading_takes_little_memory() -> None:
    """At most 500 bytes a point: 50 MB for a hundred thousand."""
    content = waves(10_000)
    tracemalloc.start()
    course_from_gpx(content)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 10_000 * 500


def test_what_stands_in_the_wrong_place_is_no_part_of_the_course() -> None:
    plain = course_from_gpx(gpx(hill(50), name=""))
    stray = (
        "<metadata>\n <name>Tour des crêtes</name><ele>9</ele>\n"
        "<author><name>Someone</name></author></metadata>"
        '<trkpt lat="45" lon="9"><ele>4000</ele></trkpt>'
    )
    course = course_from_gpx(gpx(hill(50), before=stray, name=""))
    assert course.name == "Tour des crêtes"
    assert (course.distance_km, course.climb_m) == (plain.distance_km, plain.climb_m)
