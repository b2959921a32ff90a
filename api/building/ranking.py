"""Makes what ranks: the embedder, vectors and their index, and the feed with what it remembers."""

from pathlib import Path
from typing import NamedTuple

from api.building.log import Log
from api.building.reading import Reading
from recommender.beside_log import IN_MEMORY
from recommender.community import Community
from recommender.description import DESCRIPTION_VERSION
from recommender.embedder import Embedder
from recommender.feed import Feed
from recommender.index import ClipIndex
from recommender.pipeline import feed_pipeline
from recommender.policy import POLICY
from recommender.seen_clips import SeenClips
from recommender.slate_store import SlateStore
from recommender.vector_feeder import VectorFeeder
from recommender.vector_store import VectorStore

FEED_SECRET = "feed"


class Ranking(NamedTuple):
    """The feed and all it ranks by."""

    embedder: Embedder
    index: ClipIndex
    vectors: VectorStore
    feeder: VectorFeeder
    slates: SlateStore
    fleeting_slates: SlateStore
    seen_clips: SeenClips
    feed: Feed


def build_ranking(beside: Path, log: Log, reading: Reading) -> Ranking:
    """The feed over the views; `beside` is the folder for what stands beside the log."""
    embedder, index = Embedder(), ClipIndex()
    vectors = VectorStore(beside / "vectors.db", DESCRIPTION_VERSION)
    slates, fleeting_slates = SlateStore(beside / "slates.db"), SlateStore(IN_MEMORY)
    seen_clips = SeenClips(beside / "seen.db")
    community = Community(reading.feed_views.connection, reading.pages.position)
    pipeline = feed_pipeline(community, index)
    secret = log.keys.secret(FEED_SECRET)
    feed = Feed(community, pipeline, POLICY, embedder, slates, fleeting_slates, seen_clips, secret)
    feeder = VectorFeeder(log.ledger, embedder, index, vectors)
    return Ranking(embedder, index, vectors, feeder, slates, fleeting_slates, seen_clips, feed)
