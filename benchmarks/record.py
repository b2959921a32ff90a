"""Prints a measurement beside its floor and keeps it in bench.json: name -> value, floor, ratio, unit."""

import statistics
from collections.abc import Callable
from pathlib import Path

import msgspec

BENCH_FILE = Path("bench.json")


class Measurement(msgspec.Struct, frozen=True):
    """A rate or a cost of ours, that of the least work that could do the same, and how near we come to it."""

    value: float
    floor: float
    ratio: float
    unit: str


def alternate(
    measure_value: Callable[[], float], measure_floor: Callable[[], float], pairs_count: int, unit: str
) -> Measurement:
    """Measure both in turns, so that noise hits both; the medians, and the median of the pairs' ratios."""
    pairs = []
    for turn in range(pairs_count):
        # Whoever comes second finds warmer caches: take turns.
        if turn % 2:
            floor, value = measure_floor(), measure_value()
        else:
            value, floor = measure_value(), measure_floor()
        pairs.append((value, floor))
    return Measurement(
        value=round(statistics.median(value for value, _ in pairs), 3),
        floor=round(statistics.median(floor for _, floor in pairs), 3),
        ratio=round(statistics.median(value / floor for value, floor in pairs), 3),
        unit=unit,
    )


def record(name: str, measurement: Measurement, file: Path = BENCH_FILE) -> None:
    """Print one line and merge the measurement into the file."""
    m = measurement
    digits = 0 if m.value >= 100 else 2
    print(
        f"{name}: {m.value:,.{digits}f} {m.unit}, floor {m.floor:,.{digits}f}, ratio {m.ratio:.2f}",
        flush=True,
    )
    known = msgspec.json.decode(file.read_bytes(), type=dict[str, Measurement]) if file.exists() else {}
    known[name] = measurement
    file.write_bytes(msgspec.json.format(msgspec.json.encode(known, order="sorted")) + b"\n")
