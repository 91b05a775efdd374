"""Runs as files of each kind, made from stretches of pace: what a watch would have recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from garmin_fit_sdk import Encoder

START = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
METRES_PER_DEGREE = 111_195.08
SEMICIRCLES_PER_DEGREE = 2**31 / 180
FILE_ID, SESSION, LAP, RECORD = 0, 18, 19, 20


@dataclass(frozen=True)
class Stretch:
    """So many seconds at a pace; 0 is standing still."""

    seconds: int
    s_per_km: float = 330.0


@dataclass(frozen=True)
class Point:
    at: datetime
    metres: float
    height: float
    heart_rate: int

    @property
    def latitude(self) -> float:
        return 45 + self.metres / METRES_PER_DEGREE


def points(stretches: Sequence[Stretch], start: datetime = START, every_s: int = 5) -> Iterator[Point]:
    """A point every so many seconds, straight to the north, rising 1 m every 100 m."""
    at, metres = start, 0.0
    yield Point(at, metres, 100.0, 120)
    for stretch in stretches:
        for _ in range(stretch.seconds // every_s):
            at += timedelta(seconds=every_s)
            metres += every_s / stretch.s_per_km * 1000 if stretch.s_per_km else 0.0
            yield Point(at, metres, 100 + metres / 100, 150)


def gpx_run(
    stretches: Sequence[Stretch], start: datetime = START, *, sport: str = "running", every_s: int = 5
) -> bytes:
    rows = "".join(
        f'<trkpt lat="{point.latitude:.7f}" lon="5"><ele>{point.height:.1f}</ele>'
        f"<time>{point.at:%Y-%m-%dT%H:%M:%SZ}</time><extensions><g:TrackPointExtension>"
        f"<g:hr>{point.heart_rate}</g:hr></g:TrackPointExtension></extensions></trkpt>"
        for point in points(stretches, start, every_s)
    )
    return (
        '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:g="urn:g" version="1.1">'
        f"<trk><name>Footing</name><type>{sport}</type><trkseg>{rows}</trkseg></trk></gpx>"
    ).encode()


def tcx_run(stretches: Sequence[Stretch], start: datetime = START, *, sport: str = "Running") -> bytes:
    rows = "".join(
        f"<Trackpoint><Time>{point.at:%Y-%m-%dT%H:%M:%SZ}</Time>"
        f"<AltitudeMeters>{point.height:.1f}</AltitudeMeters>"
        f"<DistanceMeters>{point.metres:.1f}</DistanceMeters>"
        f"<HeartRateBpm><Value>{point.heart_rate}</Value></HeartRateBpm></Trackpoint>"
        for point in points(stretches, start)
    )
    return (
        '<?xml version="1.0"?><TrainingCenterDatabase xmlns="urn:tcx"><Activities>'
        f'<Activity Sport="{sport}"><Id>x</Id><Lap StartTime="{start:%Y-%m-%dT%H:%M:%SZ}">'
        f"<DistanceMeters>5</DistanceMeters><Track>{rows}</Track></Lap></Activity></Activities>"
        "</TrainingCenterDatabase>"
    ).encode()


def fit_run(
    stretches: Sequence[Stretch], start: datetime = START, *, sport: str = "running", every_s: int = 5
) -> bytes:
    """One lap a stretch, as a watch that follows a workout writes it."""
    encoder = Encoder()
    encoder.write_mesg(
        {"mesg_num": FILE_ID, "type": "activity", "manufacturer": 255, "product": 0, "time_created": start}
    )
    for point in points(stretches, start, every_s):
        encoder.write_mesg(
            {
                "mesg_num": RECORD,
                "timestamp": point.at,
                "distance": point.metres,
                "enhanced_altitude": point.height,
                "heart_rate": point.heart_rate,
                "position_lat": round(point.latitude * SEMICIRCLES_PER_DEGREE),
                "position_long": round(5 * SEMICIRCLES_PER_DEGREE),
            }
        )
    end = start
    for stretch in stretches:
        begun, end = end, end + timedelta(seconds=stretch.seconds)
        encoder.write_mesg({"mesg_num": LAP, "timestamp": end, "start_time": begun})
    encoder.write_mesg({"mesg_num": SESSION, "timestamp": end, "start_time": start, "sport": sport})
    return bytes(encoder.close())
