"""Records a world frame by frame and makes the motion of a shot of it."""

from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.motion import EnergySample, Motion

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_ROPE_POINTS = 12


class Take:
    """The frames of one shot; frames after its end are simulated to judge it, but not kept."""

    def __init__(self, world: "World", fps: int) -> None:
        scene = world.scene
        self.fps = fps
        self.frames_count = frames_count(scene.duration_s, scene.pace, fps)
        self._world = world
        self._free = [body.name for body in world.bodies.values() if not body.fixed]
        self._hung = [body for body in scene.bodies if body.hangs_from_m is not None and not body.fixed]
        self._poses: dict[str, list[np.ndarray]] = {name: [] for name in self._free}
        self._skins: dict[str, list[np.ndarray]] = {one.name: [] for one in world.performers}
        self._ropes: dict[str, list[np.ndarray]] = {f"{body.name}/rope": [] for body in self._hung}
        self._shown: dict[str, list[bool]] = {name: [] for name in self._free}
        self._energy: list[EnergySample] = []

    @property
    def full(self) -> bool:
        """Whether the shot has all its frames."""
        return len(self._energy) == self.frames_count

    def keep(self) -> None:
        """Takes the world as it is for the next frame, if the shot still runs."""
        if self.full:
            return
        world = self._world
        for name, track in self._poses.items():
            shown = world.shown(name)
            # What is not there waits where it will be seen, or was seen last: nothing may streak.
            track.append(world.pose(name) if shown or not track else track[-1])
            self._shown[name].append(shown)
        for performer in world.performers:
            self._skins[performer.name].append(performer.skins(world))
        for body in self._hung:
            ends = np.array([body.hangs_from_m, world.pose(body.name)[:3]])
            share = np.linspace(0.0, 1.0, _ROPE_POINTS)[:, None]
            self._ropes[f"{body.name}/rope"].append(ends[0] + (ends[1] - ends[0]) * share)
        self._energy.append(world.energy())

    def motion(self, outcome: str, causes: dict[str, float]) -> Motion:
        """All that was kept, with the impacts that fall into the shot."""
        poses = {name: np.array(track, np.float32) for name, track in self._poses.items()}
        shown = {name: np.array(track) for name, track in self._shown.items()}
        for name, there in shown.items():
            if there.any() and not there.all():
                first = int(np.argmax(there))
                poses[name][:first] = poses[name][first]
        return Motion(
            fps=self.fps,
            frames_count=self.frames_count,
            poses=poses,
            skins={name: np.array(track, np.float32) for name, track in self._skins.items()},
            meshes={name: np.array(track, np.float32) for name, track in self._ropes.items()},
            shown={name: there for name, there in shown.items() if not there.all()},
            contacts=tuple(c for c in self._world.contacts() if c.time_s < self._world.scene.duration_s),
            energy=tuple(self._energy),
            outcome=outcome,
            causes=causes,
        )


def frames_count(duration_s: float, pace: float, fps: int) -> int:
    """Frames of a shot that lasts `duration_s` on the world's clock."""
    return max(1, round(duration_s / pace * fps))
