"""The clips as ranking finds and matches them: an index of their vectors, and their features."""

from typing import NamedTuple

from recommender.clip_features import ClipFeatures
from recommender.index import ClipIndex
from recommender.topic_matcher import TopicMatcher


class Catalogue(NamedTuple):
    """All clips of one time."""

    index: ClipIndex
    features: ClipFeatures
    matcher: TopicMatcher
