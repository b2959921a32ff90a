"""Which clips were seen is remembered once each, up to a bound, and nothing else of them."""

from domain.ids import ClipId
from recommender.seen_clips import SEEN_CLIPS_MAX, SeenClips
from tests.recommender.candidates import ANA, BEN


def test_seen_is_each_persons_own_and_survives_a_restart(tmp_path):
    seen_clips = SeenClips(tmp_path / "seen.sqlite")
    seen_clips.record(ANA, [ClipId("clip-1"), ClipId("clip-2"), ClipId("clip-1")])
    seen_clips.close()
    again = SeenClips(tmp_path / "seen.sqlite")
    assert again.of(ANA) == {"clip-1", "clip-2"}
    assert again.of(BEN) == frozenset()


def test_the_version_changes_with_what_was_seen_alone(tmp_path):
    seen_clips = SeenClips(tmp_path / "seen.sqlite")
    seen_clips.record(ANA, [ClipId("clip-1")])
    first = seen_clips.version(ANA)
    seen_clips.record(ANA, [ClipId("clip-1")])
    seen_clips.record(BEN, [ClipId("clip-2")])
    assert seen_clips.version(ANA) == first
    seen_clips.record(ANA, [ClipId("clip-2")])
    assert seen_clips.version(ANA) != first


def test_the_oldest_are_forgotten(tmp_path):
    seen_clips = SeenClips(tmp_path / "seen.sqlite")
    seen_clips.record(ANA, [ClipId(f"clip-{number}") for number in range(SEEN_CLIPS_MAX + 5)])
    seen = seen_clips.of(ANA)
    assert len(seen) == SEEN_CLIPS_MAX
    assert "clip-4" not in seen
    assert "clip-5" in seen
