"""All views, written out by hand: a view that is not here does not run."""

from projections.view import ViewGroup
from projections.views.allowance import ALLOWANCE
from projections.views.audit_trail import AUDIT_TRAIL
from projections.views.cameos import CAMEOS
from projections.views.cast_clips import CAST_CLIPS
from projections.views.clip_catalogue import CLIP_CATALOGUE
from projections.views.clip_reactions import CLIP_REACTIONS
from projections.views.feed_candidates import FEED_CANDIDATES
from projections.views.guardianship import GUARDIANSHIP
from projections.views.instructions import INSTRUCTIONS
from projections.views.invite_tree import INVITE_TREE
from projections.views.job_status import JOB_STATUS
from projections.views.maker_inspiration import MAKER_INSPIRATION
from projections.views.member_directory import MEMBER_DIRECTORY
from projections.views.notices import NOTICES
from projections.views.refusals import REFUSALS
from projections.views.review_queue import REVIEW_QUEUE
from projections.views.social_graph import SOCIAL_GRAPH
from projections.views.waiting_list import WAITING_LIST
from projections.views.wellness_state import WELLNESS_STATE

# One file, so that a page that needs several of them reads all at one position.
PAGES = ViewGroup(
    "pages",
    (
        ALLOWANCE,
        CAMEOS,
        CAST_CLIPS,
        CLIP_CATALOGUE,
        CLIP_REACTIONS,
        FEED_CANDIDATES,
        GUARDIANSHIP,
        INSTRUCTIONS,
        INVITE_TREE,
        JOB_STATUS,
        MAKER_INSPIRATION,
        MEMBER_DIRECTORY,
        NOTICES,
        REFUSALS,
        REVIEW_QUEUE,
        SOCIAL_GRAPH,
        WAITING_LIST,
        WELLNESS_STATE,
    ),
)

# What a feed is made from, for an audit that makes one again as of an earlier position.
FEED = ViewGroup(
    "feed",
    (FEED_CANDIDATES, GUARDIANSHIP, INSTRUCTIONS, MAKER_INSPIRATION, MEMBER_DIRECTORY, SOCIAL_GRAPH),
)

# By far the most rows, and nobody waits for them: kept apart so that pages do not wait for it either.
AUDIT = ViewGroup("audit", (AUDIT_TRAIL,))

VIEW_GROUPS = (PAGES, AUDIT)
