"""Which clips show whose likeness."""

import pytest

from domain.events import Casting, ClipPublished, ClipWithdrawn, GenerationCancelled, GenerationFailed
from projections.views.cast_clips import CAST_CLIPS, of_cameo, of_clips
from tests.cast import ANA, BEN, CAMEO, CLIP, GRANT, JOB, completed, requested, started
from tests.gwt import but
from tests.projections.given import LATEST, given, time_of

CASTING = Casting(CAMEO, ANA, ("appear", "voice"), (GRANT,))
REQUESTED = but(requested(maker_id=BEN), cameo_ids=(CAMEO,), cast=(CASTING,))
PUBLISHED = ClipPublished(CLIP, BEN, cameo_ids=(CAMEO,), cast=(CASTING,))
WITHDRAWN = ClipWithdrawn(CLIP, BEN, "revoked")


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ((), "queued"),
        ((started(),), "started"),
        ((started(), completed()), "draft"),
        ((started(), completed(), PUBLISHED), "published"),
        ((started(), completed(), PUBLISHED, WITHDRAWN), "withdrawn"),
        ((GenerationFailed(JOB, CLIP, "allowance-1", "timed_out"),), "failed"),
        ((GenerationCancelled(JOB, CLIP, "allowance-1", True),), "cancelled"),
    ],
)
def test_a_part_is_known_from_the_request_to_the_end(events: tuple, status: str) -> None:
    view = given(CAST_CLIPS, REQUESTED, *events)
    (part,) = of_cameo(view, CAMEO, 10, LATEST)
    assert (part.clip_id, part.job_id, part.maker_id, part.status) == (CLIP, JOB, BEN, status)
    assert (part.use_names(), part.grants()) == (("appear", "voice"), (GRANT,))
    assert part.requested_at == time_of(1)


def test_clips_know_their_cast_and_those_without_have_none() -> None:
    view = given(CAST_CLIPS, REQUESTED, requested("job-2", "clip-2"))
    assert {
        clip_id: [part.cameo_id for part in cast]
        for clip_id, cast in of_clips(view, [CLIP, "clip-2"]).items()
    } == {CLIP: [CAMEO]}
    assert of_cameo(view, CAMEO, 10, before_position=1) == []
