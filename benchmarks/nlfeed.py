"""Measures how well requests find captions, by kind, beside BM25, the sentence model alone and their fusion."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import msgspec
import numpy as np

from api.commands.rank import Caption, CaptionRanker, read_captions
from benchmarks.record import BENCH_FILE, Measurement, record
from benchmarks.relevance import BM25, fused, ndcg, precision, violating_share
from recommender.embedder import Embedder

CUT = 10
DEPTH = 200

Rank = Callable[[str], Sequence[str]]


class Request(msgspec.Struct, frozen=True):
    """A judged request: the captions that fit (grade 2 or 1), those it must not show, those to leave out."""

    text: str
    rel: dict[str, int]
    type: str = "all"
    violating: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


class Scores(NamedTuple):
    """Means over some requests; the share is over those that name what must not be shown."""

    ndcg: float
    precision: float
    violating: float | None
    requests_count: int


def score(requests: Sequence[Request], rank: Rank) -> dict[str, Scores]:
    """The scores of one ranker by kind, and over all."""
    kinds: dict[str, list[tuple[float, float, float | None]]] = defaultdict(list)
    for request in requests:
        left_out = set(request.unjudged)
        ids = [clip_id for clip_id in rank(request.text) if clip_id not in left_out][:CUT]
        share = violating_share(ids, set(request.violating)) if request.violating else None
        row = (ndcg(ids, request.rel, CUT), precision(ids, request.rel, CUT), share)
        kinds[request.type].append(row)
        kinds["overall"].append(row)
    return {kind: _means(rows) for kind, rows in kinds.items()}


def rankers(captions: Sequence[Caption], embedder: Embedder) -> dict[str, Rank]:
    """Ours and the three that are measured beside it, over the same captions."""
    ids = [caption.id for caption in captions]
    texts = [caption.text for caption in captions]
    vectors = embedder.embed(texts)
    bm25, ours = BM25(texts), CaptionRanker(list(captions), embedder)

    def by_words(text: str) -> list[int]:
        return np.argsort(-bm25.scores(text), kind="stable")[:DEPTH].tolist()

    def by_meaning(text: str) -> list[int]:
        return np.argsort(-(vectors @ embedder.embed_together((text,))[0]), kind="stable")[:DEPTH].tolist()

    def named(rank: Callable[[str], list[int]]) -> Rank:
        return lambda text: [ids[place] for place in rank(text)]

    return {
        "castmates": lambda text: ours.answer(text, DEPTH).ids,
        "bm25": named(by_words),
        "dense": named(by_meaning),
        "fusion": named(lambda text: fused([by_words(text), by_meaning(text)])),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table by kind and records each kind's nDCG@10 beside that of the sentence model alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="captions, a JSON object a line")
    parser.add_argument("--requests", type=Path, required=True, help="judged requests, a JSON list")
    parser.add_argument("--name", default="practice", help="what the set is called in bench.json")
    parser.add_argument("--file", type=Path, default=BENCH_FILE)
    options = parser.parse_args(arguments)
    requests = msgspec.json.decode(options.requests.read_bytes(), type=list[Request])
    found = {
        name: score(requests, rank)
        for name, rank in rankers(read_captions(options.corpus), Embedder()).items()
    }
    for name, kinds in found.items():
        for kind, scores in sorted(kinds.items()):
            share = "" if scores.violating is None else f" violating {scores.violating:.1%}"
            print(
                f"{name:10} {kind:9} nDCG@10 {scores.ndcg:.3f} P@10 {scores.precision:.3f}{share}"
                f" ({scores.requests_count})"
            )
    _record(options.name, found, options.file)


def _record(name: str, found: dict[str, dict[str, Scores]], file: Path) -> None:
    for kind, ours in found["castmates"].items():
        dense = found["dense"][kind]
        record(f"feed_{name}_ndcg_{kind}", _beside(ours.ndcg, dense.ndcg, "nDCG@10"), file)
        record(f"feed_{name}_precision_{kind}", _beside(ours.precision, dense.precision, "P@10"), file)
        if ours.violating is not None and dense.violating is not None:
            beside = _beside(ours.violating, dense.violating, "share of the first ten")
            record(f"feed_{name}_violating_{kind}", beside, file)
    for other in ("bm25", "dense", "fusion"):
        ndcg_beside = _beside(found["castmates"]["overall"].ndcg, found[other]["overall"].ndcg, "nDCG@10")
        record(f"feed_{name}_beside_{other}", ndcg_beside, file)


def _beside(value: float, floor: float, unit: str) -> Measurement:
    return Measurement(round(value, 3), round(floor, 3), round(value / floor, 3) if floor else 0.0, unit)


def _means(rows: Sequence[tuple[float, float, float | None]]) -> Scores:
    shares = [share for _, _, share in rows if share is not None]
    return Scores(
        mean(row[0] for row in rows),
        mean(row[1] for row in rows),
        mean(shares) if shares else None,
        len(rows),
    )


if __name__ == "__main__":
    main()
