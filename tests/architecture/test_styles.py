"""What may be asked for is what can be made."""

from domain.limits import CLIP_STYLES
from render_cluster.storyboard import STYLES


def test_the_styles_that_may_be_asked_for_are_those_that_can_be_made() -> None:
    assert CLIP_STYLES == STYLES
