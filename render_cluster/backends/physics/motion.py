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
    """Mechanical energy and momentum of all that moves at one frame.

    `work_j` is what pushes, muscles, motors and waves have put in since the start: the stated sources of energy.
    """

    time_s: float
    kinetic_j: float
    potential_j: float
    momentum_ns: tuple[float, float, float]
    work_j: float = 0.0


@dataclass(frozen=True, slots=True)
class Motion:
    """Tracks of all bodies over the frames of one shot.

    World: metres, z up, right-handed; quaternions are (w, x, y, z). Times are those of the world's clock;
    frame n shows the world at n / fps times the scene's pace.
    `poses[name]`: float32 (frames, 7), position then quaternion, of a body, also of the pieces "name/1" ...
    `skins[name]`: float32 (frames, bones, 4, 4), one matrix a bone of the performer's skeleton
    (`skeleton.BONES` for people, `anatomy.species` for animals) that carries a rest-pose point into the world.
    `faces[name]`: float32 (frames, face.UNITS), how strongly each unit of a person's face is drawn, 0..1.
    `meshes[name]`: float32 (frames, points, 3), the points of a soft thing: a net, a rope, a flag.
    `shown[name]`: bool (frames,), for what is not there all the time: a vase, then its pieces.
    `outcome` is how the shot was seen to end, `outcome_met` whether all ends that were wished for came true,
    `outcome_seen` whether they did before the last frame: a short shot is simulated on until it is decided;
    `causes` are the scripted pushes and aims that led there, each named with its unit.
    """

    fps: int
    frames_count: int
    poses: dict[str, np.ndarray]
    skins: dict[str, np.ndarray] = field(default_factory=dict)
    faces: dict[str, np.ndarray] = field(default_factory=dict)
    meshes: dict[str, np.ndarray] = field(default_factory=dict)
    shown: dict[str, np.ndarray] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    energy: tuple[EnergySample, ...] = ()
    outcome: str = ""
    outcome_met: bool = True
    outcome_seen: bool = True
    causes: dict[str, float] = field(default_factory=dict)

    def shows_the_same(self, other: "Motion") -> bool:
        """Whether all tracks are equal, so that a picture of one is a picture of the other."""
        if (self.fps, self.frames_count) != (other.fps, other.frames_count):
            return False
        ours, theirs = ((one.poses, one.skins, one.faces, one.meshes, one.shown) for one in (self, other))
        return all(_equal(mine, its) for mine, its in zip(ours, theirs, strict=True))

    def check(self) -> None:
        """Raises ValueError where a track has the wrong length or holds a number that is none."""
        kinds = {"pose": self.poses, "skin": self.skins, "face": self.faces, "mesh": self.meshes}
        for kind, tracks in kinds.items():
            for name, track in tracks.items():
                if len(track) != self.frames_count:
                    raise ValueError(f"{kind} track {name} has {len(track)} frames, not {self.frames_count}")
                if not np.isfinite(track).all():
                    raise ValueError(f"{kind} track {name} is not finite")


def _equal(tracks: dict[str, np.ndarray], others: dict[str, np.ndarray]) -> bool:
    return tracks.keys() == others.keys() and all(
        track is others[name] or np.array_equal(track, others[name]) for name, track in tracks.items()
    )
