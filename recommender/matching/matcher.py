"""Marks how well clips fit a topic by meaning and by words, and says which hold it at all."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from recommender.embedder import Embedder
from recommender.matching.features import Shelf
from recommender.matching.forms import wish_vectors
from recommender.matching.mentions import Mentions
from recommender.matching.wanted import Alternative, WantedTerm, read_wanted
from recommender.matching.wordnet import WordNet
from recommender.rules import Topic

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
# What may hold it and is not hidden stands behind the rest: evidence at which that is as likely as not.
DOUBTED_AT = 2.0
MARK_STEP = 1e-6
TOPICS_KEPT_MAX = 1_024
SCENES_KEPT_MAX = 128


class Verdicts(NamedTuple):
    """What is said of n clips and one topic.

    `marks` are how likely each fits, float64 (n,) from 0 to 1 in steps of a millionth; `holds` are the clips that
    may hold it, bool (n,): for `never`, where one too many is better than one too few; `surely_holds` those that
    hold it more likely than not: for `only`. `doubts` are how far a clip that is not hidden may hold it still,
    in the form of the marks and never less than these.
    """

    marks: np.ndarray
    doubts: np.ndarray
    holds: np.ndarray
    surely_holds: np.ndarray


class _Read(NamedTuple):
    """One alternative of a topic and n clips: spreads of a cosine, and agreement of words, float64 (n,) each.

    `near_words` is the agreement where what is near a word counts for it.
    """

    own: np.ndarray
    scenes: np.ndarray | None
    words: np.ndarray
    near_words: np.ndarray
    scenes_weight: float


class Matcher:
    """A pure function of a topic and a clip's features: what else the catalogue holds changes no mark."""

    def __init__(self, embedder: Embedder, wordnet: WordNet) -> None:
        self._embedder = embedder
        self._scene_vectors = lru_cache(maxsize=SCENES_KEPT_MAX)(
            lambda scenes: embedder.embed(scenes).astype(np.float64)
        )
        self._wanted = lru_cache(maxsize=TOPICS_KEPT_MAX)(lambda words: read_wanted(words, wordnet))

    def judge(self, topic: Topic, clips: Shelf) -> Verdicts:
        """What the topic's words and their meaning say of each clip."""
        read = [self._read_by(each, topic, clips) for each in self._alternatives(topic)]
        evidence = np.max([_agreed(each, topic) for each in read], axis=0)
        return Verdicts(
            marks=_likely(evidence, EVEN_AT),
            doubts=_likely(evidence, DOUBTED_AT),
            holds=np.any([_held(each) for each in read], axis=0),
            surely_holds=evidence >= EVEN_AT,
        )

    def _alternatives(self, topic: Topic) -> tuple[Alternative, ...]:
        """Those of the topic's words; a whole sentence is matched by its meaning, its parts by their words, too."""
        return (Alternative(topic.words, ()),) if topic.facet == "whole" else self._wanted(topic.words)

    def _read_by(self, alternative: Alternative, topic: Topic, clips: Shelf) -> _Read:
        vectors = wish_vectors(self._embedder, alternative.words, topic.facet)
        own = _nearness(np.mean(vectors, axis=0, dtype=np.float64)[:, None], topic, clips)
        scenes = None
        if alternative.scenes:
            scenes = _nearness(self._scene_vectors(alternative.scenes).T, topic, clips)
        weight = SCENES_WEIGHT * alternative.scenes_share
        words, near_words = (words_marks(alternative, clips, near) for near in (False, True))
        return _Read(own, scenes, words, near_words, weight)


def _likely(evidence: np.ndarray, even_at: float) -> np.ndarray:
    return np.rint(1.0 / (1.0 + np.exp(even_at - evidence)) / MARK_STEP) * MARK_STEP


def _agreed(read: _Read, topic: Topic) -> np.ndarray:
    """The evidence of meaning and words, float64 (n,) in spreads; of a mood or a wide field, partly its scenes'."""
    spreads = read.own
    if read.scenes is not None:
        spreads = (1.0 - read.scenes_weight) * spreads + read.scenes_weight * read.scenes
    if topic.facet == "style":
        return spreads + STYLE_WORDS_WEIGHT * read.words - (STYLE_EVEN_AT - EVEN_AT)
    return spreads + WORDS_WEIGHT * read.words


def _held(read: _Read) -> np.ndarray:
    held = (read.near_words >= HELD_WORDS_MIN) | (read.own >= HELD_SPREADS_MIN)
    return held if read.scenes is None else held | (read.scenes >= HELD_SCENE_SPREADS_MIN)


def _nearness(wishes: np.ndarray, topic: Topic, clips: Shelf) -> np.ndarray:
    """How near each clip is to the nearest of some wishes, (384, k), in spreads: float64 (n,)."""
    if not clips.mentions:
        return np.zeros(0)
    cosines = (clips.vectors @ wishes).max(axis=1)
    whole, best = cosines[clips.starts], np.maximum.reduceat(cosines, clips.starts)
    weight = PART_WEIGHT_OF_FORM if topic.facet in ("style", "camera") else PART_WEIGHT
    return (whole + weight * (best - whole) - COSINE_USUAL) / COSINE_SPREAD


def words_marks(alternative: Alternative, clips: Shelf, near: bool = False) -> np.ndarray:
    """How far the clips' words agree, float64 (n,) from 0 to 1: the geometric mean over the wish's terms."""
    if not alternative.terms:
        return np.zeros(len(clips.mentions))
    mark = _near_mark if near else _term_mark
    marks = np.array([[mark(term, clip) for clip in clips.mentions] for term in alternative.terms])
    mean = np.exp(np.mean(np.log(marks + MISSING), axis=0))
    return np.clip(mean - MISSING, 0.0, 1.0)


def _term_mark(term: WantedTerm, mentions: Mentions) -> float:
    if not term.lemmas.isdisjoint(mentions.lemmas):
        return 1.0
    shared = term.concepts.keys() & mentions.concepts.keys()
    return KIND_WEIGHT * max(
        (term.concepts[concept] * mentions.concepts[concept] for concept in shared), default=0.0
    )


def _near_mark(term: WantedTerm, mentions: Mentions) -> float:
    shares = (mentions.concepts[kind] for kind in term.near & mentions.concepts.keys())
    return max(_term_mark(term, mentions), *shares, 0.0)
