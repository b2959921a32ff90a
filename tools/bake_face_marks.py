"""Finds where the 468 points of the face mesh lie on the baked head, by looking at it through the camera.

Ten bald heads are filmed from the front; the mesh model finds its points in each picture, rays through them
meet the skin, and the middle of what they meet is kept as three corners and shares: raster/data/face_marks.npz.
"""

from pathlib import Path

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.film import take
from render_cluster.backends.physics.raster.matrices import look_at, perspective
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.outfits import SKINS
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.raster.shot import steadied
from render_cluster.backends.physics.raster.styles import MANNERS
from render_cluster.backends.physics.scene import Camera, Person, Scene
from render_cluster.backends.physics.skeleton import BONES, REST_HEIGHT_M
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.storyboard import Style

_DATA = Path(__file__).parents[1] / "render_cluster/backends/physics/raster/data/face_marks.npz"
_STYLE: Style = "realistic"
_SIDE_PX, _FOV_RAD = 600, 0.2
_EYE_M, _AIM_M = (0.0, -1.7, 1.63), (0.0, -0.06, 1.60)
_HEADS = tuple((name, sex) for name in ("ada", "bo", "cy", "di", "eve") for sex in ("woman", "man"))


def main() -> None:
    """Writes the data file."""
    people = [
        Person(name, REST_HEIGHT_M, SKINS[index // 2], (0.1, 0.1, 0.1), (), sex=sex, hair_style="bald")
        for index, (name, sex) in enumerate(_HEADS)
    ]
    raster, reader = Raster(_SIDE_PX, _SIDE_PX, _STYLE), FaceReader()
    hits = [_hits(one, raster, reader) for one in people]
    skin = anatomy(people[0]).skin
    # The same corners and shares lie on every body: they are brought to one of them, and the middle is taken.
    places = [np.einsum("mk,mkc->mc", shares, skin.points[corners]) for corners, shares in hits]
    corners, shares = _nearest_on(np.median(places, axis=0), skin.points, skin.faces)
    np.savez_compressed(_DATA, corners=corners.astype(np.int32), shares=shares.astype(np.float32))


def _hits(one: Person, raster: Raster, reader: FaceReader) -> tuple[np.ndarray, np.ndarray]:
    """The corners (468, 3) and shares (468, 3) of the skin that is seen at each point of the mesh."""
    lens = Camera((_EYE_M,), (_AIM_M,), _FOV_RAD, shows=(f"{one.name}.head",), fit=1.4)
    scene = Scene("head", "studio", "day", 0.1, 1, (), (one,), lens)
    motion = Motion(24, 1, {}, skins={one.name: np.tile(np.eye(4, dtype=np.float32), (1, len(BONES), 1, 1))})
    raster.load(scene)
    picture = np.ascontiguousarray(raster.frame(motion, 0)[..., ::-1])
    mesh = reader.mesh(picture, reader.faces(picture)[0])
    skin = anatomy(one).skin
    seen_from = take(steadied(scene, MANNERS[_STYLE]), motion, 1.0)
    whole = perspective(seen_from.fov_rad, 1.0, 0.12, 1000.0) @ look_at(
        seen_from.eyes_m[0], seen_from.aims_m[0]
    )
    seen = np.column_stack([skin.points, np.ones(len(skin.points))]) @ whole.T
    flat = (seen[:, :2] / seen[:, 3:] * (0.5, -0.5) + 0.5) * _SIDE_PX
    found = [_hit(point, flat[skin.faces], seen[:, 3][skin.faces]) for point in mesh[:, :2]]
    faces, shares = zip(*found, strict=True)
    return skin.faces[list(faces)], np.array(shares)


def _hit(point: np.ndarray, corners: np.ndarray, depths: np.ndarray) -> tuple[int, np.ndarray]:
    """The nearest triangle under a point of the picture, or the one beside it, and the shares of its corners."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = _cross(b - a, c - a)
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    shares = np.stack(
        [_cross(b - point, c - point), _cross(c - point, a - point), _cross(a - point, b - point)], 1
    )
    shares /= area[:, None]
    under = (shares >= -1e-6).all(1)
    if not under.any():
        beside = np.linalg.norm(corners.mean(1) - point, axis=1) + 1e3 * (depths.min(1) > depths.min() + 0.2)
        return int(np.argmin(beside)), np.full(3, 1.0 / 3.0)
    hit = np.flatnonzero(under)
    nearest = hit[np.argmin((shares[hit] * depths[hit]).sum(1))]
    return int(nearest), shares[nearest]


def _nearest_on(points: np.ndarray, skin: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The corners and shares of the places on the skin that are nearest to points."""
    a, b, c = (skin[faces[:, corner]] for corner in range(3))
    ab, ac = b - a, c - a
    d00, d01, d11 = ((one * other).sum(1) for one, other in ((ab, ab), (ab, ac), (ac, ac)))
    whole = np.maximum(d00 * d11 - d01**2, 1e-18)
    found = []
    for point in points:
        d20, d21 = ((point - a) * ab).sum(1), ((point - a) * ac).sum(1)
        v, w = (d11 * d20 - d01 * d21) / whole, (d00 * d21 - d01 * d20) / whole
        shares = np.clip(np.stack([1.0 - v - w, v, w], 1), 0.0, None)
        shares /= shares.sum(1, keepdims=True)
        off = np.linalg.norm(np.einsum("nk,nkc->nc", shares, skin[faces]) - point, axis=1)
        nearest = int(np.argmin(off))
        found.append((faces[nearest], shares[nearest]))
    corners, shares = zip(*found, strict=True)
    return np.array(corners), np.array(shares)


def _cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


if __name__ == "__main__":
    main()
