"""What of a story its film does not tell, once that is known: ends that never came, or came after the clip's."""

from collections.abc import Iterator

from render_cluster.backends.physics.plan import Plan, Take
from render_cluster.storyboard import Shot, Storyboard, WordFate


def untold_of(storyboard: Storyboard, plan: Plan) -> tuple[WordFate, ...]:
    """The fates that only the simulation decides, in order of shots; they join the coverage in the receipt."""
    return tuple(
        fate for shot, take in zip(storyboard.shots, plan, strict=True) for fate in _fates(shot, take)
    )


def _fates(shot: Shot, take: Take) -> Iterator[WordFate]:
    motion = take.motion
    wished = [action for action in shot.actions if action.outcome is not None]
    if not motion.outcome_met:
        ended = (motion.outcome or "another end").replace("_", " ")
        for action in wished:
            yield WordFate(
                f"{action.subject}: {action.verb}, {action.outcome}".replace("_", " "), "approximated", ended
            )
    elif not motion.outcome_seen:
        end = (motion.outcome or "the end").replace("_", " ")
        yield WordFate(f"{end}, after the clip's end", "left_out")
    for said in take.said:
        if said.is_cut:
            yield WordFate(f'the end of "{said.text[:80]}"', "left_out")
