"""Which scene a text means: the one it names, or the nearest by meaning."""

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.phrase_reader import plain, words
from render_cluster.backends.physics.scene_words import EXAMPLES, NAMING
from render_cluster.backends.physics.vocabulary import STOPWORDS

Embed = Callable[[list[str]], np.ndarray]
"""Turns texts into unit vectors, float (texts, dimensions)."""


class Found(NamedTuple):
    """A scene, whether the text names it, and how near it is: a cosine, or the share of common words."""

    scene: str
    named: bool
    similarity: float


def named_scene(text: str) -> str | None:
    """The scene whose names occur most often in `text`, the earlier on a tie; None where none occurs."""
    counts: dict[str, tuple[int, int]] = {}
    for scene, pattern in NAMING.items():
        found = [match.start() for match in re.finditer(rf"\b(?:{pattern})\b", plain(text))]
        if found:
            counts[scene] = (len(found), -found[0])
    return max(counts, key=lambda scene: counts[scene]) if counts else None


def find_scene(text: str, embed: Embed | None) -> Found:
    """The scene for a text; what it names goes before what it is like."""
    nearness = _by_meaning(text, embed) if embed else _by_words(text)
    named = named_scene(text)
    scene = named or max(nearness, key=lambda name: nearness[name])
    return Found(scene, named is not None, round(nearness[scene], 4))


def _by_meaning(text: str, embed: Embed) -> dict[str, float]:
    examples = [(scene, sentence) for scene, sentences in EXAMPLES.items() for sentence in sentences]
    vectors = np.asarray(embed([text, *(sentence for _, sentence in examples)]), float)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = vectors[1:] @ vectors[0]
    nearness = dict.fromkeys(EXAMPLES, -1.0)
    for (scene, _), cosine in zip(examples, cosines, strict=True):
        nearness[scene] = max(nearness[scene], float(cosine))
    return nearness


def _by_words(text: str) -> dict[str, float]:
    """The share of the text's words that a scene's examples have too; crude, but the same everywhere."""
    asked = _stems(text)
    nearness = {}
    for scene, sentences in EXAMPLES.items():
        known = set().union(*(_stems(sentence) for sentence in sentences))
        nearness[scene] = len(asked & known) / max(1, len(asked))
    return nearness


def _stems(text: str) -> set[str]:
    return {re.sub(r"(ing|es|s|ed)$", "", word) for word in words(text) if word not in STOPWORDS}
