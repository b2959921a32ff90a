"""Files of clips: ranges, revalidation, and nobody who may not see."""

import pytest

from api.clip_files import parse_range


@pytest.mark.parametrize(
    ("header", "span"),
    [
        (None, None),
        ("bytes=0-3", (0, 3)),
        ("bytes=5-", (5, 9)),
        ("bytes=-4", (6, 9)),
        ("bytes=-99", (0, 9)),
        ("bytes=2-99", (2, 9)),
        ("bytes=-", None),
        ("lines=0-3", None),
        ("bytes=0-1,4-5", None),
    ],
)
def test_a_range_is_read_as_rfc_9110_says(header, span):
    assert parse_range(header, 10) == span


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=7-3", "bytes=-0"])
def test_a_range_outside_the_file_is_refused(header):
    with pytest.raises(ValueError, match="range"):
        parse_range(header, 10)


def test_a_part_a_tail_and_the_whole_of_a_video(community):
    maya = community.join("maya")
    path = f"/media/{community.draft(maya)}/video"
    whole = maya.get(path)
    assert (whole.status_code, whole.headers["content-type"]) == (200, "video/mp4")
    part = maya.get(path, Range="bytes=6-8")
    assert (part.status_code, part.content) == (206, b"of ")
    assert part.headers["content-range"] == f"bytes 6-8/{len(whole.content)}"
    assert maya.get(path, Range="bytes=-3").content == whole.content[-3:]
    beyond = maya.get(path, Range="bytes=9999-")
    assert (beyond.status_code, beyond.json()["code"]) == (416, "range_unsatisfiable")


def test_an_unchanged_file_is_not_sent_again(community):
    maya = community.join("maya")
    path = f"/media/{community.draft(maya)}/poster"
    tag = maya.get(path).headers["etag"]
    assert maya.get(path, **{"If-None-Match": tag}).status_code == 304


def test_a_draft_is_sent_to_its_maker_alone(community):
    maya, theo = community.join("maya"), community.join("theo")
    path = f"/media/{community.draft(maya)}/video"
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(path).json()["code"] == "clip_unknown"
    assert community.client.get(path).json()["code"] == "unauthenticated"


@pytest.mark.parametrize("name", ["../../keys", "log.db", "video/..", "receipt.json"])
def test_no_other_file_can_be_asked_for(community, name):
    maya = community.join("maya")
    assert maya.get(f"/media/{community.draft(maya)}/{name}").status_code in (400, 404)


def test_captions_are_sent_where_somebody_speaks_and_said_to_be_absent_where_nobody_does(community):
    maya, theo = community.join("maya"), community.join("theo")
    vtt = b"WEBVTT\n\n1\n00:00:00.100 --> 00:00:00.900\n<v coach>keep going\n"
    clip_id, silent = community.clip(maya, captions=vtt), community.clip(maya)
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(f"/api/clips/{clip_id}").json()["captions_url"] == f"/media/{clip_id}/captions"
    sent = theo.get(f"/media/{clip_id}/captions")
    assert (sent.status_code, sent.headers["content-type"].split(";")[0]) == (200, "text/vtt")
    assert sent.content == vtt
    assert theo.get(f"/api/clips/{silent}").json()["captions_url"] is None
    absent = theo.get(f"/media/{silent}/captions")
    assert (absent.status_code, absent.json()["code"]) == (404, "captions_absent")
