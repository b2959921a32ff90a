"""The clips as ranking finds and matches them: an index of their vectors, and their features."""

from typing import NamedTuple

from recommender.clip_features import ClipFeatures
from recommender.embedder import Embedder
from recommender.index import ClipIndex
from recommender.topic_matcher import FeatureMatcher, TopicMatcher
from recommender.wish_search import WishSearch


class Catalogue(NamedTuple):
    """All clips of one time."""

    index: ClipIndex
    features: ClipFeatures
    matcher: TopicMatcher
    search: WishSearch


def catalogue_of(index: ClipIndex, features: ClipFeatures, embedder: Embedder) -> Catalogue:
    """The catalogue of some clips, matched and searched by one embedder."""
    return Catalogue(index, features, FeatureMatcher(features, embedder), WishSearch(index, embedder))
