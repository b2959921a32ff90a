"""Finds the nearest in meaning of a vocabulary, by sentence embeddings where there are any."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

Embed = Callable[[Sequence[str]], np.ndarray]
"""Texts to unit vectors, float (n, d)."""


class Nearest:
    """Vocabularies as vectors, each embedded once, at its first use; without `embed` nothing is near."""

    def __init__(self, embed: Embed | None) -> None:
        self._embed = embed
        self._vectors: dict[str, np.ndarray] = {}

    def among(self, name: str, texts: Mapping[str, str], text: str, least: float) -> str | None:
        """The key of the text nearest to `text` by cosine, None below `least`; `name` names the vocabulary."""
        if self._embed is None or not texts or not text.strip():
            return None
        if name not in self._vectors:
            self._vectors[name] = np.asarray(self._embed(list(texts.values())))
        similarities = self._vectors[name] @ np.asarray(self._embed([text]))[0]
        best = int(np.argmax(similarities))
        return list(texts)[best] if similarities[best] >= least else None
