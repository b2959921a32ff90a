"""Makes what reads: the views that follow the log, and readers of them."""

from typing import NamedTuple

from api.building.log import Log
from api.position_watch import PositionWatch
from api.settings import Settings
from domain.codec import Codec
from domain.store_sqlite import SQLiteRecorder
from projections.registry import AUDIT, PAGES
from projections.runner import Runner
from projections.thread_reader import ThreadReader
from projections.view import ViewGroup
from projections.view_file import ViewReader


class Reading(NamedTuple):
    """Both groups of views with their readers; the feed reads on a connection of its own."""

    pages: Runner
    audit: Runner
    views: ViewReader
    audit_views: ViewReader
    feed_views: ThreadReader
    position_watch: PositionWatch


def build_reading(settings: Settings, log: Log) -> Reading:
    """Views and readers; nothing follows the log yet."""
    pages = view_runner(settings, log.recorder, log.codec, PAGES)
    audit = view_runner(settings, log.recorder, log.codec, AUDIT)
    return Reading(
        pages,
        audit,
        views=ViewReader(pages.file),
        audit_views=ViewReader(audit.file),
        feed_views=ThreadReader(pages.file),
        position_watch=PositionWatch(pages.position),
    )


def view_runner(settings: Settings, recorder: SQLiteRecorder, codec: Codec, group: ViewGroup) -> Runner:
    """What keeps a group of views up to the log."""
    return Runner(recorder, group, settings.data / "views", codec.decode)
