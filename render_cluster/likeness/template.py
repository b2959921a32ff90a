"""Whether two faces are one person's, by the angle between their templates."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from render_cluster.likeness.verdict import EMBEDDING_SIZE, Template

SAME_PERSON_SIMILARITY = 0.40
"""At this cosine or above two templates are held to be one person's; SFace's makers take 0.363."""


class Nearest(NamedTuple):
    """The template most like the one asked about, by its name, and how like it is."""

    name: str
    similarity: float


def template_of(vectors: list[np.ndarray], quality: float) -> Template:
    """The mean of a few embeddings, of length one again."""
    mean = np.mean(vectors, 0)
    return Template((mean / np.linalg.norm(mean)).astype("<f4").tobytes(), quality)


def same_person(one: Template, other: Template) -> float:
    """The cosine of two templates, -1..1, to be held against SAME_PERSON_SIMILARITY.

    ValueError where they come of different models or are no templates.
    """
    if (
        one.model != other.model
        or len(one.vector) != len(other.vector)
        or len(one.vector) != 4 * EMBEDDING_SIZE
    ):
        raise ValueError("only templates of the same model can be compared")
    return float(one.array() @ other.array())


def nearest(template: Template, others: Iterable[tuple[str, Template]]) -> Nearest | None:
    """The one most like it among named others; None where there are none."""
    found = [Nearest(name, same_person(template, other)) for name, other in others]
    return max(found, key=lambda one: one.similarity, default=None)
