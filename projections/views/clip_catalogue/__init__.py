"""Which clips are there, what is known of each, and which came after which?"""

from projections.views.clip_catalogue.fold import CLIP_CATALOGUE
from projections.views.clip_catalogue.queries import (
    Clip,
    by_digest,
    by_makers,
    drafts_of,
    get,
    get_many,
    lineage,
    newest,
    remixes_of,
)

__all__ = [
    "CLIP_CATALOGUE",
    "Clip",
    "by_digest",
    "by_makers",
    "drafts_of",
    "get",
    "get_many",
    "lineage",
    "newest",
    "remixes_of",
]
