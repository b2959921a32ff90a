"""The limits of a storyboard: what a hand-written one must keep to before it is simulated."""

from render_cluster.backends.physics.scenes import SCENES, kind_of
from render_cluster.backends.physics.scenes.palette import COLOURS
from render_cluster.storyboard import STYLES, Shot, Storyboard

SHOTS_COUNT_MAX = 6
DURATION_S_MIN = 1.0
DURATION_S_MAX = 60.0
SHOT_DURATION_S_MIN = 0.5
SUBJECTS_COUNT_MAX = 8
ACTIONS_COUNT_MAX = 8
SEED_MAX = 2**63 - 1
_TIMES = ("day", "golden_hour", "night")


class StoryboardRefused(ValueError):
    """A storyboard outside the limits; `code` is stable, the text is for people."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


def check_storyboard(storyboard: Storyboard) -> None:
    """Raises StoryboardRefused at the first limit that is broken."""
    count = len(storyboard.shots)
    _require(1 <= count <= SHOTS_COUNT_MAX, "shots_count", f"a storyboard has 1 to {SHOTS_COUNT_MAX} shots")
    _require(storyboard.style in STYLES, "unknown_style", f"style is one of {', '.join(STYLES)}")
    _require(0 <= storyboard.seed <= SEED_MAX, "seed_range", "a seed is a whole number from 0 to 2^63 - 1")
    for shot in storyboard.shots:
        _check_shot(shot)
    whole = DURATION_S_MIN <= storyboard.duration_s <= DURATION_S_MAX
    _require(whole, "duration_range", f"shots last {DURATION_S_MIN:g} to {DURATION_S_MAX:g} s in all")


def _check_shot(shot: Shot) -> None:
    kind = SCENES[kind_of(shot) or "skater"]
    settings = ", ".join(kind.settings)
    _require(shot.setting in kind.settings, "unknown_setting", f"this plays in {settings}")
    _require(shot.time_of_day in _TIMES, "unknown_time_of_day", f"time of day is one of {', '.join(_TIMES)}")
    long_enough = SHOT_DURATION_S_MIN <= shot.duration_s <= DURATION_S_MAX
    _require(long_enough, "duration_range", f"a shot lasts {SHOT_DURATION_S_MIN:g} to {DURATION_S_MAX:g} s")
    few = len(shot.subjects) <= SUBJECTS_COUNT_MAX and len(shot.actions) <= ACTIONS_COUNT_MAX
    _require(few, "too_many_entries", f"a shot has at most {SUBJECTS_COUNT_MAX} subjects and actions")
    for subject in shot.subjects:
        known = subject.colour is None or subject.colour in COLOURS
        _require(known, "unknown_colour", f"colour is one of {', '.join(COLOURS)}")
    for action in shot.actions:
        known = action.outcome is None or action.outcome in kind.outcomes
        _require(known, "unknown_outcome", f"this can end in {', '.join(kind.outcomes)}")


def _require(kept: bool, code: str, text: str) -> None:
    if not kept:
        raise StoryboardRefused(code, text)
