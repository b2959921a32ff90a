"""The scenes that can be staged, by name: what each can end in, and how it is staged and simulated."""

from collections.abc import Callable
from typing import NamedTuple

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.scenes import basketball, paddleboard, skater
from render_cluster.storyboard import Shot, Style


class SceneKind(NamedTuple):
    """One scene: where it can play and how it can end (the usual one first), who and what it shows.

    `stage(shot, style, seed)` makes it concrete; `simulate(scene, shot, fps)` moves it and raises
    OutcomeMissed where no cause leads to the asked outcome.
    """

    settings: tuple[str, ...]
    outcomes: tuple[str, ...]
    person: str
    thing: str
    stage: Callable[[Shot, Style, int], Scene]
    simulate: Callable[[Scene, Shot, int], Motion]


SCENES: dict[str, SceneKind] = {
    "basketball": SceneKind(
        ("court",), basketball.OUTCOMES, "player", "basketball", basketball.stage, basketball.simulate
    ),
    "paddleboard": SceneKind(
        ("open_sea",), paddleboard.OUTCOMES, "paddler", "paddleboard", paddleboard.stage, paddleboard.simulate
    ),
    "skater": SceneKind(
        ("skate_park", "plaza"), skater.OUTCOMES, "skater", "skateboard", skater.stage, skater.simulate
    ),
}
