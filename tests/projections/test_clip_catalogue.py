"""Which clips are there, what is known of each, and which came after which."""

import msgspec
import pytest

from domain.events import (
    ClipCommented,
    ClipFile,
    ClipLiked,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    Event,
    GenerationFailed,
)
from projections.views import clip_catalogue
from projections.views.clip_catalogue import CLIP_CATALOGUE, queries
from tests.projections.given import (
    FACTS,
    LATEST,
    completed,
    empty,
    given,
    published,
    requested,
    shown,
    time_of,
)
from tests.projections.plans import full_scans, steps


def withdrawn(clip: str, maker: str) -> ClipWithdrawn:
    return ClipWithdrawn(clip_id=clip, maker_id=maker, cause="maker")


def likes(person: str, clip: str) -> ClipLiked:
    return ClipLiked(clip_id=clip, person_id=person)


def ids(clips: list[clip_catalogue.Clip]) -> list[str]:
    return [clip.clip_id for clip in clips]


def test_a_clip_exists_once_it_is_finished() -> None:
    asked = (requested("clip-1", "ada"),)
    failed = GenerationFailed(
        job_id="job-of-clip-1", clip_id="clip-1", allowance_id="allowance-ada", code="render.failed"
    )
    for events in (asked, (*asked, failed)):
        catalogue = given(CLIP_CATALOGUE, *events)
        assert clip_catalogue.get(catalogue, "clip-1") is None
        assert clip_catalogue.get_many(catalogue, ["clip-1"]) == {}
        assert clip_catalogue.drafts_of(catalogue, "ada", 10, LATEST) == []


def test_a_finished_clip_is_a_draft_with_all_that_is_known_of_it() -> None:
    draft = clip_catalogue.get(
        given(CLIP_CATALOGUE, requested("clip-1", "ada"), completed("clip-1", "ada")), "clip-1"
    )
    assert (draft.status, draft.maker_id, draft.job_id) == ("draft", "ada", "job-of-clip-1")
    assert (draft.prompt, draft.caption, draft.facts) == ("a ball", None, FACTS)
    assert draft.video == ClipFile("video-of-clip-1", "video/mp4", 90_000)
    assert draft.captions == ClipFile("captions-of-clip-1", "text/vtt", 90)
    assert (draft.created_at, draft.created_position) == (time_of(2), 2)
    assert (draft.published_at, draft.published_position) == (None, None)


@pytest.mark.parametrize(
    ("events", "status"),
    [
        (shown("clip-1", "ada"), "published"),
        ((*shown("clip-1", "ada"), withdrawn("clip-1", "ada")), "withdrawn"),
        ((*shown("clip-1", "ada")[:2], withdrawn("clip-1", "ada")), "withdrawn"),
    ],
)
def test_the_status_follows_the_events(events: tuple[Event, ...], status: str) -> None:
    catalogue = given(CLIP_CATALOGUE, *events)
    assert clip_catalogue.get(catalogue, "clip-1").status == status
    listed = clip_catalogue.newest(catalogue, 10, LATEST)
    assert ids(listed) == (["clip-1"] if status == "published" else [])
    assert clip_catalogue.drafts_of(catalogue, "ada", 10, LATEST) == []


def test_newest_and_makers_page_by_position() -> None:
    catalogue = given(
        CLIP_CATALOGUE, *shown("clip-1", "ada"), *shown("clip-2", "ben"), *shown("clip-3", "ada")
    )
    assert ids(clip_catalogue.newest(catalogue, 2, LATEST)) == ["clip-3", "clip-2"]
    assert ids(clip_catalogue.newest(catalogue, 2, before_position=6)) == ["clip-1"]
    assert ids(clip_catalogue.by_makers(catalogue, ["ada"], 10, LATEST)) == ["clip-3", "clip-1"]
    assert ids(clip_catalogue.by_makers(catalogue, ["ada", "ben"], 1, before_position=9)) == ["clip-2"]
    assert clip_catalogue.by_makers(catalogue, [], 10, LATEST) == []


def test_only_likes_and_comments_that_stand_are_counted() -> None:
    catalogue = given(
        CLIP_CATALOGUE,
        *shown("clip-1", "ada"),
        likes("ben", "clip-1"),
        likes("cleo", "clip-1"),
        ClipUnliked(clip_id="clip-1", person_id="ben"),
        ClipCommented(comment_id="comment-1", clip_id="clip-1", person_id="ben", text="oh"),
        ClipCommented(comment_id="comment-2", clip_id="clip-1", person_id="ben", text="no"),
        CommentRemoved(comment_id="comment-2", clip_id="clip-1", remover_id="ben"),
    )
    clip = clip_catalogue.get(catalogue, "clip-1")
    assert (clip.likes_count, clip.comments_count) == (1, 1)


def test_remixes_count_while_they_are_published() -> None:
    source, remix = shown("clip-1", "ada"), shown("clip-2", "ben", remix_of="clip-1")
    states = [(remix[:2], 0), (remix, 1), ((*remix, withdrawn("clip-2", "ben")), 0)]
    for events, count in states:
        catalogue = given(CLIP_CATALOGUE, *source, *events)
        assert clip_catalogue.get(catalogue, "clip-1").remixes_count == count
        assert len(clip_catalogue.remixes_of(catalogue, "clip-1", 10, LATEST)) == count


def test_a_clip_that_an_appeal_put_back_is_listed_as_newest_until_it_is_withdrawn_again() -> None:
    other, gone, back = shown("clip-2", "ada"), withdrawn("clip-1", "ada"), published("clip-1", "ada")
    events = (*shown("clip-1", "ada"), *other, gone)
    assert ids(clip_catalogue.newest(given(CLIP_CATALOGUE, *events), 9, LATEST)) == ["clip-2"]
    catalogue = given(CLIP_CATALOGUE, *events, back)
    assert ids(clip_catalogue.newest(catalogue, 9, LATEST)) == ["clip-1", "clip-2"]
    assert clip_catalogue.get(catalogue, "clip-1").withdrawn_at is None
    again = clip_catalogue.get(given(CLIP_CATALOGUE, *events, back, gone), "clip-1")
    assert (again.status, again.withdrawn_at) == ("withdrawn", time_of(9))


def test_lineage_leads_to_the_root_through_withdrawn_clips() -> None:
    catalogue = given(
        CLIP_CATALOGUE,
        *shown("clip-1", "ada"),
        *shown("clip-2", "ben", remix_of="clip-1"),
        *shown("clip-3", "ada", remix_of="clip-2"),
        withdrawn("clip-2", "ben"),
    )
    above = clip_catalogue.lineage(catalogue, "clip-3")
    assert [(clip.clip_id, clip.status) for clip in above] == [
        ("clip-2", "withdrawn"),
        ("clip-1", "published"),
    ]
    assert clip_catalogue.lineage(catalogue, "clip-1") == []


@pytest.mark.parametrize("kind", ["video", "poster", "receipt", "captions", "consent"])
def test_a_stored_file_leads_to_its_clips(kind: str) -> None:
    catalogue = given(CLIP_CATALOGUE, *shown("clip-1", "ada"), *shown("clip-2", "ben"))
    assert ids(clip_catalogue.by_digest(catalogue, f"{kind}-of-clip-1")) == ["clip-1"]
    assert clip_catalogue.by_digest(catalogue, "of-nothing") == []


def test_a_clip_in_which_nobody_speaks_has_no_captions() -> None:
    silent = msgspec.structs.replace(completed("clip-1", "ada"), captions=None)
    catalogue = given(CLIP_CATALOGUE, requested("clip-1", "ada"), silent)
    assert clip_catalogue.get(catalogue, "clip-1").captions is None


def test_a_clip_that_was_made_without_a_seal_has_no_consent_receipt() -> None:
    bare = msgspec.structs.replace(completed("clip-1", "ada"), consent=None)
    catalogue = given(CLIP_CATALOGUE, requested("clip-1", "ada"), bare)
    assert clip_catalogue.get(catalogue, "clip-1").consent is None


def test_clips_that_share_a_file_are_all_named() -> None:
    twin = completed("clip-1", "ada")
    twin = type(twin)(
        job_id="job-of-clip-2", clip_id="clip-2", maker_id="ben",
        video=twin.video, poster=twin.poster, receipt=twin.receipt, facts=twin.facts,
    )  # fmt: skip
    catalogue = given(CLIP_CATALOGUE, *shown("clip-1", "ada"), requested("clip-2", "ben"), twin)
    assert ids(clip_catalogue.by_digest(catalogue, "video-of-clip-1")) == ["clip-1", "clip-2"]


def test_an_erased_makers_clip_has_no_words() -> None:
    events = (
        requested("clip-1", "ada", prompt=None),
        completed("clip-1", "ada"),
        published("clip-1", "ada", caption=None),
    )
    clip = clip_catalogue.get(given(CLIP_CATALOGUE, *events), "clip-1")
    assert (clip.prompt, clip.caption, clip.status) == (None, None, "published")


HOT_QUERIES = {
    queries.GET: ("clip-1",),
    queries.GET_MANY: ('["clip-1"]',),
    queries.NEWEST: (9, 30),
    queries.BY_MAKERS: ('["ada"]', 9, 30),
    queries.DRAFTS_OF: ("ada", 9, 30),
    queries.REMIXES_OF: ("clip-1", 9, 30),
    queries.BY_DIGEST: ("digest",),
    queries.LINEAGE: ("clip-1", 9),
}


@pytest.mark.parametrize(("query", "values"), HOT_QUERIES.items())
def test_no_query_walks_the_whole_catalogue(query: str, values: tuple[object, ...]) -> None:
    assert full_scans(empty(CLIP_CATALOGUE), query, values) == []


@pytest.mark.parametrize("query", [queries.NEWEST, queries.DRAFTS_OF, queries.REMIXES_OF])
def test_pages_come_in_order_from_an_index(query: str) -> None:
    plan = steps(empty(CLIP_CATALOGUE), query, HOT_QUERIES[query])
    assert not any("TEMP B-TREE" in step for step in plan)
