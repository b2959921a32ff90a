"""A large clip index: how many of the exactly nearest a search finds, in what time, and what it takes.

The vectors stand on those of real descriptions, a JSON line each with a `text`, of which every other line is used:
two drawn at random are mixed by a share drawn evenly, noise half as long as the mixture is added, and the sum is
brought to length one. The asks are words as they stand, the first clauses of the lines that were not used. Three in
ten clips, at random, may not be shown to whoever asks. `--tuning` swaps the lines, so that nothing is chosen by what
is reported.
"""

import argparse
import tempfile
import time
from pathlib import Path

import faiss
import msgspec
import numpy as np

from benchmarks.record import Measurement, record
from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS, Embedder
from recommender.index import Allowed, ClipIndex
from recommender.matching.features import parts_of
from recommender.policy import POLICY
from recommender.sources.nearest_source import TIES_MAX
from recommender.vector_table import VectorTable

BATCH_ROWS = 50_000
TEXT_CHARS_MAX = 300
NOISE_LENGTH = 0.5
ALLOWED_SHARE = 0.7
# As many as the feed looks for; of these the first are judged.
SEARCHED_COUNT = POLICY.source_clips_max + TIES_MAX
FOUND_COUNT = 20
RECALL_FLOOR = 0.95
ASK_MS_MAX = 25.0
SEARCHABLE_MS_MAX = 1_000.0
LOAD_MS_MAX = 5_000.0


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="descriptions, a JSON line each")
    parser.add_argument("--clips", type=int, default=1_000_000)
    parser.add_argument("--asks", type=int, default=400)
    parser.add_argument("--tuning", action="store_true", help="record nothing, and use the other lines")
    parser.add_argument("--folder", type=Path, help="keep the index here, or use the one that is here")
    asked = parser.parse_args()
    faiss.omp_set_num_threads(1)
    texts = [msgspec.json.decode(line)["text"] for line in asked.texts.read_bytes().splitlines()]
    described, asking = (texts[1::2], texts[::2]) if asked.tuning else (texts[::2], texts[1::2])
    embedder = Embedder()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.folder or Path(passing)
        if not any(folder.glob("*")):
            build(folder, embedder.embed([text[:TEXT_CHARS_MAX] for text in described]), asked.clips)
        index, load = loaded(folder)
        allowed = index.allow(drawn(asked.clips))
        words = asks_of(asking, asked.asks)
        measured = {"load": load} | measure(index, allowed, embedder, words)
        measured |= measure_writes(index, embedder)
    for name, measurement in measured.items():
        if asked.tuning:
            print(name, measurement)
        else:
            record(f"index_{asked.clips}_{name}", measurement)


def build(folder: Path, seeds: np.ndarray, clips_count: int) -> None:
    """An index with codes in a folder."""
    chance = np.random.default_rng(5)
    index = ClipIndex(VectorTable(folder))
    for first in range(0, clips_count, BATCH_ROWS):
        names = [_name(number) for number in range(first, min(first + BATCH_ROWS, clips_count))]
        index.add(names, mixed(seeds, len(names), chance))
    before_s = time.perf_counter()
    index.tend()
    print(f"codes made in {time.perf_counter() - before_s:.1f} s")


def mixed(seeds: np.ndarray, count: int, chance: np.random.Generator) -> np.ndarray:
    """Unit vectors near the arcs between seeds, float32 (count, 384)."""
    share = chance.random((count, 1), np.float32)
    first, second = (seeds[chance.integers(len(seeds), size=count)] for _ in range(2))
    arcs = _unit(share * first + (1 - share) * second)
    noise = chance.standard_normal((count, VECTOR_DIMENSIONS), np.float32)
    return _unit(arcs + noise * (NOISE_LENGTH / VECTOR_DIMENSIONS**0.5))


def loaded(folder: Path) -> tuple[ClipIndex, Measurement]:
    """The same index as a restart finds it, and how long that takes."""
    before_s = time.perf_counter()
    index = ClipIndex(VectorTable(folder))
    return index, _beside(1000 * (time.perf_counter() - before_s), LOAD_MS_MAX, "ms")


def drawn(clips_count: int) -> list[ClipId]:
    """The clips that may be shown."""
    may = np.random.default_rng(6).random(clips_count) < ALLOWED_SHARE
    return [_name(number) for number in np.flatnonzero(may)]


def asks_of(texts: list[str], count: int) -> list[str]:
    """The first clauses of some texts, no two alike."""
    clauses = dict.fromkeys((parts_of(text) or [text])[0] for text in texts)
    return list(clauses)[:count]


def measure(
    index: ClipIndex, allowed: Allowed, embedder: Embedder, words: list[str]
) -> dict[str, Measurement]:
    """Recall against a comparison with every vector, and the time of an ask from its words to names of clips."""
    embedder.warm()
    embedder.embed_together(("words before the first that count",))[0]
    found, vectors, clocks_s = [], [], []
    for text in words:
        began_s = _clocks_s()
        vector = embedder.embed_together((text,))[0]
        embedded_s = _clocks_s()
        near = index.search(vector, SEARCHED_COUNT, allowed)
        clocks_s.append((began_s, embedded_s, _clocks_s()))
        vectors.append(vector)
        found.append([each.clip_id for each in near])
    began, embedded, ended = 1000 * np.array(clocks_s).transpose(1, 2, 0)
    memory = measure_memory()
    exact = _exactly(index, allowed, np.array(vectors), SEARCHED_COUNT)
    return memory | {
        "ask_p50": _beside(np.median(ended - began, axis=1)[0], ASK_MS_MAX, "ms"),
        "ask_p99": _beside(np.quantile(ended - began, 0.99, axis=1)[0], ASK_MS_MAX, "ms"),
        "ask_cpu_p99": _beside(np.quantile(ended - began, 0.99, axis=1)[1], ASK_MS_MAX, "CPU-ms"),
        "search_cpu_p99": _beside(np.quantile(ended - embedded, 0.99, axis=1)[1], ASK_MS_MAX, "CPU-ms"),
        f"recall_at_{FOUND_COUNT}": _beside(_recall(found, exact, FOUND_COUNT), RECALL_FLOOR, "share"),
        f"recall_at_{SEARCHED_COUNT}": _beside(_recall(found, exact, SEARCHED_COUNT), RECALL_FLOOR, "share"),
    }


def measure_writes(index: ClipIndex, embedder: Embedder) -> dict[str, Measurement]:
    """How long until a clip whose words came in is found, and until one that was removed is not."""
    name = ClipId("clip-new")
    began_s = time.perf_counter()
    vector = embedder.embed(["a heron lands on a pier at dawn and folds its wings"])
    index.add([name], vector)
    seen = index.search(vector[0], 1)[0].clip_id == name
    found_s = time.perf_counter()
    index.remove([name])
    gone = all(near.clip_id != name for near in index.search(vector[0], FOUND_COUNT))
    gone_s = time.perf_counter()
    if not (seen and gone):
        raise AssertionError(f"found once added: {seen}, gone once removed: {gone}")
    return {
        "searchable": _beside(1000 * (found_s - began_s), SEARCHABLE_MS_MAX, "ms"),
        "removed": _beside(1000 * (gone_s - found_s), SEARCHABLE_MS_MAX, "ms"),
    }


def measure_memory() -> dict[str, Measurement]:
    """What the process holds of its own, sentence models among it, and of files that others may share."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    mib = {name: round(int(status[f"Rss{name}"].split()[0]) / 1024) for name in ("Anon", "File")}
    return {f"memory_{name.lower()}": Measurement(each, each, 1.0, "MiB") for name, each in mib.items()}


def _exactly(index: ClipIndex, allowed: Allowed, asks: np.ndarray, count: int) -> list[list[ClipId]]:
    rows = index.table.rows
    kept_rows, kept = np.zeros((len(asks), 0), np.int64), np.zeros((len(asks), 0), np.float32)
    for first in range(0, len(allowed.rows), BATCH_ROWS):
        part = allowed.rows[first : first + BATCH_ROWS]
        kept = np.hstack([kept, asks @ rows.wholes[part].T])
        kept_rows = np.hstack([kept_rows, np.tile(part, (len(asks), 1))])
        best = np.argsort(-kept, axis=1)[:, :count]
        kept, kept_rows = np.take_along_axis(kept, best, 1), np.take_along_axis(kept_rows, best, 1)
    return [[rows.names[row] for row in each] for each in kept_rows]


def _recall(found: list[list[ClipId]], exact: list[list[ClipId]], count: int) -> float:
    shared = [len({*ours[:count]} & {*best[:count]}) for ours, best in zip(found, exact, strict=True)]
    return float(np.mean(shared)) / count


def _clocks_s() -> tuple[float, float]:
    """The time, and what this thread had of its core: all of an ask is done by one thread."""
    return time.perf_counter(), time.thread_time()


def _beside(value: float, floor: float, unit: str) -> Measurement:
    return Measurement(round(float(value), 3), floor, round(float(value) / floor, 3), unit)


def _name(number: int) -> ClipId:
    return ClipId(f"clip-{number:036}")


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
