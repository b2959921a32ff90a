"""The baked body: its shapes, faces and the bones that it hangs on."""

import zlib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import numpy as np

from render_cluster.backends.physics.raster.mesh import smooth_normals
from render_cluster.backends.physics.skeleton import BONES

_UNIT_M = 1e-4


@dataclass(frozen=True, slots=True)
class Hide:
    """A skin in the rest pose: `points`, `normals` (n, 3) metres; `weights` (n, bones); `faces` (m, 3)."""

    points: np.ndarray
    normals: np.ndarray
    weights: np.ndarray
    faces: np.ndarray

    def only(self, kept: np.ndarray) -> "Hide":
        """The same skin with only the faces where `kept` (m,) holds, and no points that none needs."""
        faces = self.faces[kept]
        used, local = np.unique(faces, return_inverse=True)
        return Hide(self.points[used], self.normals[used], self.weights[used], local.reshape(-1, 3))

    def moved_to(self, points: np.ndarray) -> "Hide":
        """The same skin with its points elsewhere and normals to match."""
        return replace(self, points=points, normals=smooth_normals(points, self.faces))

    def bones_and_weights(self) -> tuple[np.ndarray, np.ndarray]:
        """The three strongest bones of each point and their shares: both (n, 3)."""
        bones = np.argsort(-self.weights, axis=1, kind="stable")[:, :3]
        shares = np.take_along_axis(self.weights, bones, 1)
        return bones, shares / np.maximum(shares.sum(1, keepdims=True), 1e-9)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The skin, both eyeballs and the lashes of one person."""

    skin: Hide
    eyes: tuple[Hide, Hide]
    lashes: Hide


class _Baked:
    """What tools/bake_person.py wrote, unpacked."""

    def __init__(self) -> None:
        path = resources.files(__package__.rpartition(".")[0]) / "data" / "person.npz"
        with path.open("rb") as file, np.load(file) as baked:
            self.names = [str(name) for name in baked["names"]]
            self.shapes_m = baked["shapes_tenth_mm"].astype(np.float64) * _UNIT_M
            self.wide_eyes_m = baked["wide_eyes_tenth_mm"].astype(np.float64) * _UNIT_M
            self.faces = baked["faces"].astype(np.int64)
            self.parts = baked["parts"]
            bones, shares = baked["bones"].astype(np.int64), baked["weights"].astype(np.float64)
        self.weights = np.zeros((len(bones), len(BONES)))
        np.put_along_axis(self.weights, bones, shares / shares.sum(1, keepdims=True), 1)


@cache
def _baked() -> _Baked:
    return _Baked()


def is_woman(name: str) -> bool:
    """The build that a name gets; a scene does not say, so the name decides, always alike."""
    return zlib.crc32(name.encode()) % 2 == 0


def anatomy(name: str, eyes_wider: float) -> Anatomy:
    """The body of the person of this name, with eyes made wider by this share (0 as in life, 1 as drawn)."""
    baked = _baked()
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    mix = rng.dirichlet((0.8, 0.8, 0.8))
    gender = "female" if is_woman(name) else "male"
    rows = [baked.names.index(f"{gender}_{race}") for race in ("african", "asian", "caucasian")]
    points = np.tensordot(mix, baked.shapes_m[rows], 1) + eyes_wider * baked.wide_eyes_m
    whole = Hide(points, np.zeros_like(points), baked.weights, baked.faces)
    parts = [_part(whole, baked.parts == part) for part in range(4)]
    return Anatomy(parts[0], (parts[1], parts[2]), parts[3])


def _part(whole: Hide, kept: np.ndarray) -> Hide:
    part = whole.only(kept)
    return part.moved_to(part.points)
