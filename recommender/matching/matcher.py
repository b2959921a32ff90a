"""Marks how well clips fit a topic by meaning and by words, and says which hold it at all."""

from functools import lru_cache

import numpy as np

from recommender.embedder import Embedder
from recommender.matching.features import Shelf
from recommender.matching.mentions import Mentions
from recommender.matching.wanted import Alternative, WantedTerm, read_wanted
from recommender.matching.wordnet import WordNet
from recommender.rules import Topic

# A bare noun is read more like a caption where it stands in a sentence, too.
QUERY_FORMS = ("{}", "a video of {}")
# Of one cosine of MiniLM between a short wish and a caption: what unrelated ones have, and how much they differ.
COSINE_USUAL = 0.12
COSINE_SPREAD = 0.09
# How many such spreads the full agreement of words is worth, and where a clip fits as likely as not.
WORDS_WEIGHT = 3.0
EVEN_AT = 3.5
# A look is named where there is one: without its words a clip hardly has it.
STYLE_WORDS_WEIGHT = 5.0
STYLE_EVEN_AT = 5.5
# How much the best clause of a clip counts beside the whole; a style or a move of the camera is said in one.
PART_WEIGHT = 0.5
PART_WEIGHT_OF_FORM = 1.0
# A kind that holds a word is a little less than the word itself.
KIND_WEIGHT = 0.9
# How much the best scene of a mood or a wide field counts beside the word for it.
SCENES_WEIGHT = 0.5
# The share of a topic that a word of it which is missing leaves.
MISSING = 0.02
# What is to be hidden is found more readily than what is to be shown.
HELD_WORDS_MIN = 0.2
HELD_SPREADS_MIN = 2.5
HELD_SCENE_SPREADS_MIN = 3.0
MARK_STEP = 1e-6
TOPICS_KEPT_MAX = 1_024
SCENES_KEPT_MAX = 128


class Matcher:
    """A pure function of a topic and a clip's features: what else the catalogue holds changes no mark."""

    def __init__(self, embedder: Embedder, wordnet: WordNet) -> None:
        self._embedder = embedder
        self._scene_vectors = lru_cache(maxsize=SCENES_KEPT_MAX)(
            lambda scenes: embedder.embed(scenes).astype(np.float64)
        )
        self._read = lru_cache(maxsize=TOPICS_KEPT_MAX)(lambda words: read_wanted(words, wordnet))

    def marks(self, topic: Topic, clips: Shelf) -> np.ndarray:
        """How likely each clip fits, float64 (n,) from 0 to 1 in steps of a millionth."""
        agreed = self._evidence(topic, clips)
        likely = 1.0 / (1.0 + np.exp(EVEN_AT - agreed))
        return np.rint(likely / MARK_STEP) * MARK_STEP

    def holds(self, topic: Topic, clips: Shelf) -> np.ndarray:
        """Which clips may hold the topic, bool (n,): for `never`, where one too many is better than one too few."""
        held = np.zeros(len(clips.mentions), bool)
        for alternative in self._alternatives(topic):
            held |= words_marks(alternative, clips) >= HELD_WORDS_MIN
            held |= self._own_spreads(alternative, topic, clips) >= HELD_SPREADS_MIN
            if alternative.scenes:
                held |= self._scene_spreads(alternative, topic, clips) >= HELD_SCENE_SPREADS_MIN
        return held

    def surely_holds(self, topic: Topic, clips: Shelf) -> np.ndarray:
        """Which clips hold the topic more likely than not, bool (n,): for `only`."""
        return self._evidence(topic, clips) >= EVEN_AT

    def _evidence(self, topic: Topic, clips: Shelf) -> np.ndarray:
        """Of the best alternative, in spreads of a cosine."""
        return np.max([self._agreed(each, topic, clips) for each in self._alternatives(topic)], axis=0)

    def _agreed(self, alternative: Alternative, topic: Topic, clips: Shelf) -> np.ndarray:
        """By meaning and words."""
        spreads, words = self._spreads(alternative, topic, clips), words_marks(alternative, clips)
        if topic.facet == "style":
            return spreads + STYLE_WORDS_WEIGHT * words - (STYLE_EVEN_AT - EVEN_AT)
        return spreads + WORDS_WEIGHT * words

    def _alternatives(self, topic: Topic) -> tuple[Alternative, ...]:
        """Those of the topic's words; a whole sentence is matched by its meaning, its parts by their words, too."""
        return (Alternative(topic.words, ()),) if topic.facet == "whole" else self._read(topic.words)

    def _spreads(self, alternative: Alternative, topic: Topic, clips: Shelf) -> np.ndarray:
        """How many spreads nearer than usual each clip means it; of a mood or a wide field, partly its scenes."""
        own = self._own_spreads(alternative, topic, clips)
        if not alternative.scenes:
            return own
        weight = SCENES_WEIGHT * alternative.scenes_share
        return (1.0 - weight) * own + weight * self._scene_spreads(alternative, topic, clips)

    def _own_spreads(self, alternative: Alternative, topic: Topic, clips: Shelf) -> np.ndarray:
        """Of the words themselves, float64 (n,)."""
        forms = QUERY_FORMS[: 1 if topic.facet == "whole" else None]
        vectors = [self._embedder.embed_query(form.format(alternative.words)) for form in forms]
        return _nearness(np.mean(vectors, axis=0, dtype=np.float64)[:, None], topic, clips)

    def _scene_spreads(self, alternative: Alternative, topic: Topic, clips: Shelf) -> np.ndarray:
        """Of the scene that fits best, float64 (n,)."""
        return _nearness(self._scene_vectors(alternative.scenes).T, topic, clips)


def _nearness(wishes: np.ndarray, topic: Topic, clips: Shelf) -> np.ndarray:
    """How near each clip is to the nearest of some wishes, (384, k), in spreads: float64 (n,)."""
    if not clips.mentions:
        return np.zeros(0)
    cosines = (clips.vectors @ wishes).max(axis=1)
    whole, best = cosines[clips.starts], np.maximum.reduceat(cosines, clips.starts)
    weight = PART_WEIGHT_OF_FORM if topic.facet in ("style", "camera") else PART_WEIGHT
    return (whole + weight * (best - whole) - COSINE_USUAL) / COSINE_SPREAD


def words_marks(alternative: Alternative, clips: Shelf) -> np.ndarray:
    """How far the clips' words agree, float64 (n,) from 0 to 1: the geometric mean over the wish's terms."""
    if not alternative.terms:
        return np.zeros(len(clips.mentions))
    marks = np.array([[_term_mark(term, clip) for clip in clips.mentions] for term in alternative.terms])
    mean = np.exp(np.mean(np.log(marks + MISSING), axis=0))
    return np.clip(mean - MISSING, 0.0, 1.0)


def _term_mark(term: WantedTerm, mentions: Mentions) -> float:
    if not term.lemmas.isdisjoint(mentions.lemmas):
        return 1.0
    shared = term.concepts.keys() & mentions.concepts.keys()
    return KIND_WEIGHT * max(
        (term.concepts[concept] * mentions.concepts[concept] for concept in shared), default=0.0
    )
