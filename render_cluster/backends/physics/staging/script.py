"""What happens in a shot: actions made into moves of performers, and into pushes of things.

A script gives causes only: where one walks to, what is thrown at what, how hard a thing is struck.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from render_cluster.backends.physics.scene import Body, Move, Source
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Plan
from render_cluster.storyboard import Action, Shot

Span = tuple[float, float]
"""From when to when, in seconds of the shot."""

_QUICK_S = 2.2
_BEFORE_S = 0.35
# Of these a shot shows the middle: nobody waits with idle hands for it to begin, or to end.
_LASTING = frozenset({"work", "dance", "play"})
_BEGUN = _LASTING - {"play"}  # an instrument is taken up first
_GOES_ON_S = 1.0
_SEATED_S = 0.1


@dataclass
class Script:
    """The shot while it is being written: the plan may still change, so that causes have room.

    `side` is where all go that go across the picture: 1 to the right, -1 to the left.
    """

    shot: Shot
    duration_s: float
    parts: tuple[Part, ...]
    plan: Plan
    rng: np.random.Generator
    side: float
    moves: dict[str, list[Move]] = field(default_factory=lambda: defaultdict(list))
    changes: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    sources: list[Source] = field(default_factory=list)

    def of(self, subject_id: str | None) -> tuple[Part, ...]:
        """The individuals of a subject."""
        return tuple(part for part in self.parts if part.subject.id == subject_id)

    def target(self, action: Action, part: Part | None = None) -> Part | None:
        """The individual of what an action is about: the first, or for `part` the one that is in its turn."""
        found = self.of(action.target) if action.target != action.subject else ()
        if not found:
            return None
        turn = 0 if part is None else [one.name for one in self.of(part.subject.id)].index(part.name)
        return found[turn % len(found)]

    def nearest(self, part: Part, *traits_or_kinds: str) -> Part | None:
        """The first other part that is of one of these kinds or has one of these traits."""
        wanted = set(traits_or_kinds)
        return next(
            (
                other
                for other in self.parts
                if other is not part
                and (other.subject.kind in wanted or (other.thing and wanted & set(other.thing.traits)))
            ),
            None,
        )

    def ground_m(self, name: str) -> tuple[float, float, float]:
        """Where a part stands by the plan."""
        spot = self.plan[name]
        return (spot.x_m, spot.y_m, spot.z_m)

    def does(self, part: Part, *verbs: str) -> bool:
        """Whether a performer has one of these moves already."""
        return any(move.verb in verbs for move in self.moves.get(part.name, ()))

    def push(self, name: str, **fields: Any) -> None:
        """Sets fields of a body: a velocity, a spin, a push."""
        self.changes[name].update(fields)

    def do(self, part: Part, verb: str, span: tuple[float, float], **details: Any) -> None:
        """Gives a performer one more move."""
        self.moves[part.name].append(Move(verb, *span, **details))


def spans(
    shot: Shot, subject_id: str, duration_s: float, quick: frozenset[str], held: frozenset[str] = frozenset()
) -> list[tuple[Action, tuple[float, float]]]:
    """A subject's actions one after the other with their times; quick ones leave their time to the others.

    To hold what is `held` anyhow takes no time.
    """
    actions = [
        action
        for action in shot.actions
        if action.subject == subject_id and not (action.verb == "hold" and action.target in held)
    ]
    if not actions:
        return []
    # Who does something further has sat down before: all the time is for that.
    seated = actions[0].verb == "sit" and len(actions) > 1
    quick_count = sum(action.verb in quick for action in actions)
    slow_count = len(actions) - quick_count - seated
    each_quick = min(_QUICK_S, duration_s / len(actions))
    each_slow = (duration_s - quick_count * each_quick) / slow_count if slow_count else 0.0
    timed, from_s = [], min(_BEFORE_S, 0.1 * duration_s)
    for action in actions:
        sits = seated and action is actions[0]
        to_s = from_s + (_SEATED_S if sits else each_quick if action.verb in quick else each_slow)
        timed.append((action, (round(from_s, 3), round(min(to_s, duration_s), 3))))
        from_s = to_s
    return _under_way(timed, duration_s)


def _under_way(
    timed: list[tuple[Action, tuple[float, float]]], duration_s: float
) -> list[tuple[Action, tuple[float, float]]]:
    """What lasts has begun before the shot, where it comes first, and goes on after it, where it comes last."""
    (first, (_, first_to_s)), *others = timed
    if first.verb in _BEGUN:
        timed = [(first, (0.0, first_to_s)), *others]
    last, (last_from_s, _) = timed[-1]
    if last.verb in _LASTING:
        timed = [*timed[:-1], (last, (last_from_s, duration_s + _GOES_ON_S))]
    return timed


def bodies_of(parts: Sequence[Part]) -> list[Part]:
    """The rigid things among the parts."""
    return [part for part in parts if isinstance(part.entity, Body)]
