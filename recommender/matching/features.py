"""What is kept of each clip so that any topic can be matched against it without reading its words again."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from recommender.embedder import VECTOR_DIMENSIONS
from recommender.matching.mentions import Mentions, read_mentions
from recommender.matching.wordnet import WordNet

PARTS_MAX = 12
PART_WORDS_MIN = 2

_PART_END = re.compile(r"(?<=[.!?;])\s+|,\s+|\n+")

Embed = Callable[[Sequence[str]], np.ndarray]
"""Texts to unit vectors, float32 (n, 384)."""


class Features(NamedTuple):
    """One clip: what its description speaks of, and unit vectors of the whole and of its parts, (1 + n, 384)."""

    mentions: Mentions
    vectors: np.ndarray


class Shelf(NamedTuple):
    """Features of n clips side by side: their vectors in one array, float64 (m, 384), and where each begins, (n,)."""

    mentions: tuple[Mentions, ...]
    vectors: np.ndarray
    starts: np.ndarray


def shelve(clips: Sequence[Features]) -> Shelf:
    """The shelf of some clips, in their order."""
    # In double precision, so that a mark does not depend on which clips stand beside it.
    vectors = [clip.vectors.astype(np.float64) for clip in clips]
    starts = np.cumsum([0, *(len(piece) for piece in vectors)])[: len(clips)]
    whole = np.concatenate(vectors) if vectors else np.zeros((0, VECTOR_DIMENSIONS))
    return Shelf(tuple(clip.mentions for clip in clips), whole, starts)


def parts_of(text: str) -> list[str]:
    """The clauses of a description, none where it is but one: what a long one says at its end is heard too."""
    parts = [part.strip() for part in _PART_END.split(text)]
    telling = [part for part in parts if len(part.split()) >= PART_WORDS_MIN]
    return telling[:PARTS_MAX] if len(parts) > 1 else []


def read_features(texts: Sequence[str], embed: Embed, wordnet: WordNet) -> list[Features]:
    """The features of descriptions, in their order; all are embedded together."""
    spoken = [[text, *parts_of(text)] for text in texts]
    vectors = embed([part for parts in spoken for part in parts])
    ends = np.cumsum([len(parts) for parts in spoken])[:-1]
    pieces = np.split(vectors, ends) if texts else []
    return [Features(read_mentions(text, wordnet), piece) for text, piece in zip(texts, pieces, strict=True)]
