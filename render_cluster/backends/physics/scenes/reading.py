"""What a scene reads from its shot: the asked end, the asked colours."""

from render_cluster.storyboard import Shot

SETTLE_S = 4.0


class OutcomeMissed(RuntimeError):  # noqa: N818 - a verdict, named as refusals are
    """No cause that was tried led to the end that the shot asks for."""

    code = "outcome_missed"


def asked_outcome(shot: Shot, known: tuple[str, ...]) -> str:
    """The last outcome among the shot's actions; the scene's first where none is given."""
    asked = [action.outcome for action in shot.actions if action.outcome in known]
    return asked[-1] if asked else known[0]


def asked_colour(shot: Shot, kind: str) -> str | None:
    """The colour of the first subject of `kind`, by name."""
    return next(
        (subject.colour for subject in shot.subjects if subject.kind == kind and subject.colour), None
    )


def story_s(shot: Shot) -> float:
    """How long to simulate: a short shot still needs its end to be judged."""
    return max(shot.duration_s, SETTLE_S)
