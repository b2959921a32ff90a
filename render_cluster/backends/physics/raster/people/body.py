"""The baked body: one person's skin, eyes, teeth and the stockings that clothes are cut from."""

import zlib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import numpy as np

from render_cluster.backends.physics.raster.mesh import smooth_normals
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import BONES

RACES = ("african", "asian", "caucasian")
_UNIT_M = 1e-4
# A face at rest looks stern; a trace of a smile makes it friendly. Children's eyes are large for their heads.
_REST_SMILE = 0.16
_CHILD_EYES = 0.35
_PARTS = ("skin", "eye_l", "eye_r", "lashes", "teeth", "tongue", "tights", "skirt")


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


def joined(hides: list[Hide]) -> Hide:
    """Several skins as one."""
    starts = np.cumsum([0] + [len(hide.points) for hide in hides[:-1]])
    return Hide(
        np.concatenate([hide.points for hide in hides]),
        np.concatenate([hide.normals for hide in hides]),
        np.concatenate([hide.weights for hide in hides]),
        np.concatenate([hide.faces + start for hide, start in zip(hides, starts, strict=True)]),
    )


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The body of one person in the rest pose of the skeleton; all sizes are those of its full-grown rest.

    `moves[part]` (expressions, n, 3) is how the expressions named in `expressions` move the points of a
    part; `masks[region]` (n,) is how much each point of the skin is lips, inside-mouth, eyelids, ears or
    fingernails. `light_faces` (m, 3) is the skin for those who are small in the picture. `tights` lie a
    little off the skin from neck to wrist and toe, the `skirt` hangs from the waist to the floor;
    `collar_z_m` is how high a neckline can lie, as garments measure it.
    """

    parts: dict[str, Hide]
    moves: dict[str, np.ndarray]
    expressions: tuple[str, ...]
    light_faces: np.ndarray
    masks: dict[str, np.ndarray]
    collar_z_m: float

    @property
    def skin(self) -> Hide:
        """The whole skin."""
        return self.parts["skin"]

    @property
    def eyes(self) -> tuple[Hide, Hide]:
        """The left and the right eyeball."""
        return self.parts["eye_l"], self.parts["eye_r"]

    @property
    def eye_z_m(self) -> float:
        """How high the eyes are."""
        return float(self.parts["eye_l"].points[:, 2].mean())


class _Baked:
    """What tools/bake_person.py wrote, unpacked."""

    def __init__(self) -> None:
        path = resources.files(__package__.rpartition(".")[0]) / "data" / "person.npz"
        with path.open("rb") as file, np.load(file) as baked:
            self.shape_names = [str(name) for name in baked["shape_names"]]
            self.heavier_names = [str(name) for name in baked["heavier_names"]]
            self.expressions = tuple(str(name) for name in baked["expression_names"])
            metres = {
                name: baked[name].astype(np.float32) * np.float32(_UNIT_M)
                for name in ("neutral", "shapes", "heavier", "wide_eyes", "expressions")
            }
            self.mobile = baked["mobile"].astype(np.int64)
            faces, parts = baked["faces"].astype(np.int64), baked["parts"]
            self.masks = baked["masks"].astype(np.float64) / 255.0
            self.mask_names = [str(name) for name in baked["mask_names"]]
            self.light_faces = baked["light_skin"].astype(np.int64)
            light_tights = baked["light_tights"].astype(np.int64)
            bones, shares = baked["bones"].astype(np.int64), baked["weights"].astype(np.float64)
        self.neutral, self.shapes, self.heavier = metres["neutral"], metres["shapes"], metres["heavier"]
        self.wide_eyes = metres["wide_eyes"]
        self.moves = np.zeros((len(self.expressions), len(self.neutral), 3), np.float32)
        self.moves[:, self.mobile] = metres["expressions"]
        self.weights = np.zeros((len(bones), len(BONES)))
        np.put_along_axis(self.weights, bones, shares / shares.sum(1, keepdims=True), 1)
        self.rows: dict[str, np.ndarray] = {}
        self.faces: dict[str, np.ndarray] = {}
        for index, name in enumerate(_PARTS):
            self.rows[name], local = np.unique(faces[parts == index], return_inverse=True)
            self.faces[name] = local.reshape(-1, 3)
        self.rows["light_tights"], local = np.unique(light_tights, return_inverse=True)
        self.faces["light_tights"] = local.reshape(-1, 3)
        self.light_faces = np.searchsorted(self.rows["skin"], self.light_faces)


@cache
def _baked() -> _Baked:
    return _Baked()


def anatomy(one: Person, eyes_wider: float = 0.0, light: bool = False) -> Anatomy:
    """The body of a person, with eyes made wider by this share (0 as in life, 1 as drawn).

    A `light` one has coarser stockings, and so clothes, for those who are small in the picture.

    Sex, age and weight are the person's; face and build are mixed from three peoples by name and skin.
    """
    baked = _baked()
    rows = [baked.shape_names.index(f"{one.sex} {one.age} {race}") for race in RACES]
    points = baked.neutral + np.tensordot(_mix(one), baked.shapes[rows], 1)
    amount = float(np.clip(one.weight, 0.0, 1.0) - 0.5) * 2.0
    extreme = "heavy" if amount > 0 else "thin"
    points = points + abs(amount) * baked.heavier[baked.heavier_names.index(f"{one.sex} {one.age} {extreme}")]
    points = points + _REST_SMILE * baked.moves[baked.expressions.index("smile")]
    wider = max(eyes_wider, _CHILD_EYES if one.age == "child" else 0.0)
    points = (points + wider * baked.wide_eyes).astype(np.float64)
    growth = _eye_distance(points, baked) / _eye_distance(baked.neutral, baked)
    parts = {}
    for name in _PARTS:
        source = "light_tights" if light and name == "tights" else name
        own, faces = points[baked.rows[source]], baked.faces[source]
        parts[name] = Hide(own, smooth_normals(own, faces), baked.weights[baked.rows[source]], faces)
    moves = {name: baked.moves[:, baked.rows[name]] * growth for name in _PARTS[:6]}
    skin = baked.rows["skin"]
    masks = {name: mask[skin] for name, mask in zip(baked.mask_names, baked.masks, strict=True)}
    return Anatomy(parts, moves, baked.expressions, baked.light_faces, masks, _collar_z(parts["tights"]))


def neckline(points: np.ndarray) -> np.ndarray:
    """How high each point (n, 3) lies on a neck whose foot slopes down to the front and the middle; metres."""
    return points[:, 2] - 0.42 * points[:, 1] - 0.9 * points[:, 0] ** 2


def _collar_z(tights: Hide) -> float:
    """The lowest point of the upper edge of the stockings, a little below it."""
    pairs = np.sort(
        np.concatenate([tights.faces[:, (0, 1)], tights.faces[:, (1, 2)], tights.faces[:, (2, 0)]]), 1
    )
    edges, count = np.unique(pairs, axis=0, return_counts=True)
    rim = tights.points[np.unique(edges[count == 1])]
    neck = rim[(rim[:, 2] > 1.3) & (np.abs(rim[:, 0]) < 0.2)]
    return float(neckline(neck).min()) - 0.004


def _eye_distance(points: np.ndarray, baked: _Baked) -> float:
    left, right = points[baked.rows["eye_l"]].mean(0), points[baked.rows["eye_r"]].mean(0)
    return float(np.linalg.norm(left - right))


def _mix(one: Person) -> np.ndarray:
    """Shares of the three peoples (3,): by chance of the name, drawn towards where such skin is common."""
    darkness = float(np.clip((0.72 - np.mean(one.skin)) / 0.35, 0.0, 1.0))
    rng = np.random.default_rng(zlib.crc32(one.name.encode()))
    wish = np.array([0.15 + 2.2 * darkness**2, 0.9 * (1.0 - 0.6 * darkness), 1.1 * (1.0 - darkness) + 0.1])
    return rng.dirichlet(wish)
