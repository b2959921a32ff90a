"""Makes what ranks: the embedder, vectors and their index, and the feed with what it remembers."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from api.building.log import Log
from api.building.reading import Reading
from api.minting import now
from domain.keys import KeyRing
from domain.ledger import Ledger
from recommender.beside_log import IN_MEMORY
from recommender.catalogue import Catalogue, catalogue_of
from recommender.clip_features import ClipFeatures
from recommender.community import Community
from recommender.description import DESCRIPTION_VERSION, describe
from recommender.embedder import Embedder
from recommender.feed import Feed
from recommender.hidden_clips import HiddenClips
from recommender.index import ClipIndex
from recommender.language.chat_reading import Ask
from recommender.past import Past
from recommender.pipeline import feed_pipeline
from recommender.policy import POLICY
from recommender.reading import AskReader
from recommender.seen_clips import SeenClips
from recommender.served_slates import ServedSlates
from recommender.shelf import Shelf
from recommender.slate_maker import SlateMaker
from recommender.slate_store import SlateStore
from recommender.vector_feeder import VectorFeeder
from recommender.vector_table import VectorTable

FEED_SECRET = "feed"
MOMENTS_MAX = 256


class Ranking(NamedTuple):
    """The feed and all it ranks by."""

    embedder: Embedder
    index: ClipIndex
    catalogue: Catalogue
    feeder: VectorFeeder
    lasting: Shelf
    fleeting: Shelf
    past: Past
    seen_clips: SeenClips
    feed: Feed


def build_ranking(beside: Path, log: Log, reading: Reading, ask: Ask | None = None) -> Ranking:
    """The feed over the views; `beside` is the folder for what stands beside the log, `ask` a chat model, if any."""
    embedder = Embedder()
    index = ClipIndex(VectorTable(beside / "vectors", str(DESCRIPTION_VERSION)))
    features = ClipFeatures(lambda clip_id: describe(log.ledger, clip_id).text, index.table)
    catalogue = catalogue_of(index, features, embedder)
    lasting, fleeting = _shelf(beside, log.keys), _shelf(None, log.keys)
    seen_clips = SeenClips(beside / "seen.db")
    community = Community(reading.feed_views.connection, reading.pages.position)
    maker = SlateMaker(feed_pipeline, POLICY, _moments(log.ledger))
    past = Past(log.recorder, log.codec.decode, log.ledger, embedder, catalogue)
    secret = log.keys.secret(FEED_SECRET)
    shelves = (lasting, fleeting)
    feed = Feed(community, catalogue, maker, AskReader(ask=ask), past, *shelves, seen_clips, secret, now)
    feeder = VectorFeeder(log.ledger, embedder, index, features)
    return Ranking(embedder, index, catalogue, feeder, lasting, fleeting, past, seen_clips, feed)


def _shelf(folder: Path | None, keys: KeyRing) -> Shelf:
    """What the feed remembers, in a folder or in memory."""
    names = ("slates", "served", "hidden")
    slates, served, hidden = (IN_MEMORY if folder is None else folder / f"{name}.db" for name in names)
    return Shelf(SlateStore(slates), ServedSlates(served, keys), HiddenClips(hidden))


def _moments(ledger: Ledger) -> Callable[[int], datetime | None]:
    """When the event at a position was recorded; None before the first. The log never changes its mind."""

    @lru_cache(maxsize=MOMENTS_MAX)
    def moment_at(position: int) -> datetime | None:
        return ledger.recorded_at(position) if position else None

    return moment_at
