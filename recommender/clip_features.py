"""What matching knows of each clip, by clip: its vectors, and the words that it speaks of, in memory alone."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np

from domain.ids import ClipId
from recommender.matching.features import Features, read_features
from recommender.matching.mentions import Mentions, read_mentions
from recommender.matching.wordnet import WordNet

Embed = Callable[[Sequence[str]], np.ndarray]


class Vectors(Protocol):
    """Where clips' vectors are."""

    def of(self, clip_id: ClipId) -> np.ndarray | None:
        """A clip's, float32 (1 + n, 384), that of all its words first; None for one that is not here."""

    def known(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Of which of some clips there are any, bool (n,)."""

    def clip_ids(self) -> list[ClipId]:
        """Of which clips there are any."""


class ClipFeatures:
    """A clip is known while its vectors are; its words are sealed in the log, and read when it is first matched.

    `read_text` says what a clip is described as. One writer at a time, any number of readers.
    """

    def __init__(
        self, read_text: Callable[[ClipId], str], vectors: Vectors, wordnet: WordNet | None = None
    ) -> None:
        self._read_text = read_text
        self._vectors = vectors
        self._wordnet = wordnet
        self._mentions: dict[ClipId, Mentions] = {}
        self._lock = threading.Lock()

    @cached_property
    def wordnet(self) -> WordNet:
        """The kinds of things; read from its package at first use."""
        return self._wordnet or WordNet()

    def is_kind(self, words: str, kind: str) -> bool:
        """Whether what some words mean most often is of the kind that others can mean ("cats", "animals")."""
        meant = self.wordnet.senses(_head(words))[:1]
        kinds = {sense.synset for sense in self.wordnet.senses(_head(kind))}
        return any(not kinds.isdisjoint(self.wordnet.ancestors(sense.synset)) for sense in meant)

    def read(self, texts: Sequence[str], embed: Embed) -> list[Features]:
        """The features of descriptions, in their order."""
        return read_features(texts, embed, self.wordnet)

    def add(self, clip_ids: Sequence[ClipId], features: Sequence[Features]) -> None:
        """Remembers what clips speak of, whose vectors are about to come."""
        self._mentions.update(zip(clip_ids, (each.mentions for each in features), strict=True))

    def remove(self, clip_ids: Collection[ClipId]) -> None:
        """Forgets what clips speak of; unknown ones are passed over."""
        for clip_id in clip_ids:
            self._mentions.pop(clip_id, None)

    def known(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Of which clips anything is known, bool (n,)."""
        return self._vectors.known(clip_ids)

    def get(self, clip_id: ClipId) -> Features | None:
        """All that is known of a clip; None for one that is not here."""
        vectors = self._vectors.of(clip_id)
        if vectors is None:
            return None
        mentions = self._mentions.get(clip_id)
        if mentions is None:
            mentions = read_mentions(self._read_text(clip_id), self.wordnet)
            self._mentions[clip_id] = mentions
        return Features(mentions, vectors)

    def then(self, vectors: Vectors, made: Mapping[ClipId, Features]) -> "ClipFeatures":
        """What is known of the clips that have these vectors; of those in `made`, what stands there."""
        found = ClipFeatures(self._read_text, vectors, self.wordnet)
        found._mentions = {**self._mentions, **{clip_id: each.mentions for clip_id, each in made.items()}}
        return found

    def warm(self, stop: threading.Event) -> None:
        """Reads the words of all clips now, so that no viewer waits for it."""
        with self._lock:
            for clip_id in self._vectors.clip_ids():
                if stop.is_set():
                    return
                self.get(clip_id)


def _head(words: str) -> str:
    """The word that says what kind of thing is meant: in English the last."""
    return words.split()[-1].casefold() if words.split() else ""
