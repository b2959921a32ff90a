"""Searches of a large clip index: how many of the exactly nearest it finds, and in what time.

The vectors stand on those of real descriptions, a JSON line each with a `text`: two drawn at random are mixed by
a share drawn evenly, noise half as long as the mixture is added, and the sum is brought to length one. An ask is
made the same way. Three in ten clips, at random, may not be shown to whoever asks.
"""

import argparse
import resource
import time
from pathlib import Path

import faiss
import msgspec
import numpy as np

from benchmarks.record import Measurement, record
from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS, Embedder
from recommender.index import ClipIndex

BATCH_ROWS = 50_000
TEXT_CHARS_MAX = 300
NOISE_LENGTH = 0.5
ALLOWED_SHARE = 0.7
FOUND_COUNT = 20
RECALL_FLOOR = 0.95
SEARCH_MS_MAX = 25.0


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="descriptions, a JSON line each")
    parser.add_argument("--clips", type=int, default=1_000_000)
    parser.add_argument("--asks", type=int, default=200)
    asked = parser.parse_args()
    faiss.omp_set_num_threads(1)
    chance = np.random.default_rng(5)
    seeds = _described(asked.texts)
    names = [ClipId(f"clip-{number}") for number in range(asked.clips)]
    index = ClipIndex()
    for start in range(0, asked.clips, BATCH_ROWS):
        part = names[start : start + BATCH_ROWS]
        index.add(part, mixed(seeds, len(part), chance))
    before_s = time.perf_counter()
    index.tend()
    print(f"codes made in {time.perf_counter() - before_s:.1f} s")
    allowed = set(np.array(names)[chance.random(asked.clips) < ALLOWED_SHARE].tolist())
    measure(index, allowed, mixed(seeds, asked.asks, chance))
    _print_writes(index, mixed(seeds, 1, chance))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def mixed(seeds: np.ndarray, count: int, chance: np.random.Generator) -> np.ndarray:
    """Unit vectors near the arcs between seeds, float32 (count, 384)."""
    share = chance.random((count, 1), np.float32)
    first, second = (seeds[chance.integers(len(seeds), size=count)] for _ in range(2))
    arcs = _unit(share * first + (1 - share) * second)
    noise = chance.standard_normal((count, VECTOR_DIMENSIONS), np.float32)
    return _unit(arcs + noise * (NOISE_LENGTH / VECTOR_DIMENSIONS**0.5))


def measure(index: ClipIndex, allowed: set[ClipId], asks: np.ndarray) -> None:
    """Recall against a scan of every vector, and the time of a search, all clips allowed or some."""
    names = list(allowed)
    for label, filtered in (("all", None), ("filtered", allowed)):
        found, times_ms = [], []
        for ask in asks:
            before_s = time.perf_counter()
            found.append({near.clip_id for near in index.search(ask, FOUND_COUNT, filtered)})
            times_ms.append((time.perf_counter() - before_s) * 1000)
        p99_ms = float(np.quantile(times_ms, 0.99))
        record(f"index_{len(index)}_{label}_p99", _beside(p99_ms, SEARCH_MS_MAX, "ms"))
        if filtered is not None:
            recall = _recall(found, _exactly(index, names, asks))
            record(
                f"index_{len(index)}_{label}_recall_at_{FOUND_COUNT}", _beside(recall, RECALL_FLOOR, "share")
            )


def _exactly(index: ClipIndex, names: list[ClipId], asks: np.ndarray) -> list[set[ClipId]]:
    best: list[list[tuple[float, ClipId]]] = [[] for _ in asks]
    for start in range(0, len(names), BATCH_ROWS):
        part = names[start : start + BATCH_ROWS]
        similarities = index.vectors(part) @ asks.T
        for number, column in enumerate(similarities.T):
            top = np.argsort(-column)[:FOUND_COUNT]
            best[number] = sorted(
                best[number] + [(float(column[row]), part[row]) for row in top], reverse=True
            )[:FOUND_COUNT]
    return [{name for _, name in each} for each in best]


def _recall(found: list[set[ClipId]], exact: list[set[ClipId]]) -> float:
    return float(np.mean([len(ours & best) / len(best) for ours, best in zip(found, exact, strict=True)]))


def _print_writes(index: ClipIndex, vector: np.ndarray) -> None:
    name = ClipId("clip-new")
    before_s = time.perf_counter()
    index.add([name], vector)
    seen = index.search(vector[0], 1)[0].clip_id == name
    added_s = time.perf_counter()
    index.remove([name])
    gone = all(near.clip_id != name for near in index.search(vector[0], FOUND_COUNT))
    removed_s = time.perf_counter()
    print(f"added and found {seen} in {1000 * (added_s - before_s):.0f} ms")
    print(f"removed and gone {gone} in {1000 * (removed_s - added_s):.0f} ms")


def _described(file: Path) -> np.ndarray:
    lines = file.read_bytes().splitlines()
    return Embedder().embed([msgspec.json.decode(line)["text"][:TEXT_CHARS_MAX] for line in lines])


def _beside(value: float, floor: float, unit: str) -> Measurement:
    return Measurement(round(value, 3), floor, round(value / floor, 3), unit)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
