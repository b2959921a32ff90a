"""Records a person's world frame by frame and makes the motion of a shot of it."""

import numpy as np

from render_cluster.backends.physics.dynamics.person_world import PersonWorld
from render_cluster.backends.physics.motion import EnergySample, Motion
from render_cluster.backends.physics.scene import Scene


class Take:
    """The frames of one shot of `scene`; frames after its end are simulated to judge it, but not kept."""

    def __init__(self, world: PersonWorld, scene: Scene, fps: int) -> None:
        self.frames_count = round(scene.duration_s * fps)
        self._world = world
        self._scene = scene
        self._fps = fps
        self._poses: dict[str, list[np.ndarray]] = {body.name: [] for body in scene.bodies if not body.fixed}
        self._skins: list[np.ndarray] = []
        self._energy: list[EnergySample] = []

    def keep(self) -> None:
        """Takes the world as it is for the next frame, if the shot still runs."""
        if len(self._skins) == self.frames_count:
            return
        for name, track in self._poses.items():
            track.append(self._world.pose(name))
        self._skins.append(self._world.skins())
        self._energy.append(self._world.energy())

    def motion(self, outcome: str, causes: dict[str, float]) -> Motion:
        """All that was kept, with the impacts that fall into the shot."""
        return Motion(
            fps=self._fps,
            frames_count=self.frames_count,
            poses={name: np.array(track, np.float32) for name, track in self._poses.items()},
            skins={self._scene.people[0].name: np.array(self._skins, np.float32)},
            contacts=tuple(c for c in self._world.contacts() if c.time_s < self._scene.duration_s),
            energy=tuple(self._energy),
            outcome=outcome,
            causes=causes,
        )
