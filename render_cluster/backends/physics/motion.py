"""What the solver found: where everything was in each frame, and every contact between."""

from dataclasses import dataclass, field

import msgspec
import numpy as np


class Contact(msgspec.Struct, frozen=True):
    """One impact that the solver reported: the cause of one sound and one line of the receipt."""

    time_s: float
    body_a: str
    body_b: str
    material_a: str
    material_b: str
    impulse_ns: float
    speed_mps: float
    position_m: tuple[float, float, float]


class EnergySample(msgspec.Struct, frozen=True):
    """Mechanical energy and momentum of the moving bodies at one frame."""

    time_s: float
    kinetic_j: float
    potential_j: float
    momentum_ns: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Motion:
    """Tracks of all bodies over the frames of one shot.

    World: metres, z up, right-handed; quaternions are (w, x, y, z).
    `poses[name]`: float32 (frames, 7), position then quaternion.
    `skins[name]`: float32 (frames, bones, 4, 4), one matrix a bone of `skeleton.BONES`
    that carries a rest-pose point into the world.
    `outcome` is how the shot was seen to end; `causes` are the scripted pushes and aims that led there,
    each named with its unit.
    """

    fps: int
    frames_count: int
    poses: dict[str, np.ndarray]
    skins: dict[str, np.ndarray] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    energy: tuple[EnergySample, ...] = ()
    outcome: str = ""
    causes: dict[str, float] = field(default_factory=dict)

    def check(self) -> None:
        """Raises ValueError where a track has the wrong length or holds a number that is none."""
        for kind, tracks in (("pose", self.poses), ("skin", self.skins)):
            for name, track in tracks.items():
                if len(track) != self.frames_count:
                    raise ValueError(f"{kind} track {name} has {len(track)} frames, not {self.frames_count}")
                if not np.isfinite(track).all():
                    raise ValueError(f"{kind} track {name} is not finite")
