"""A likeness on the head: a texture of a face, warped from its landmarks to those of the head."""

from collections.abc import Callable

import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.ndimage import map_coordinates

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.fields import share, smoothstep
from render_cluster.backends.physics.scene import Likeness

LANDMARKS: tuple[str, ...] = (
    "eye_outer_l", "eye_inner_l", "eye_outer_r", "eye_inner_r", "brow_l", "brow_r", "nose_tip", "nostril_l",
    "nostril_r", "mouth_l", "mouth_r", "lip_upper", "lip_lower", "chin", "jaw_l", "jaw_r",
)  # fmt: skip
"""The points of a face that a likeness must mark, in order; l is the person's own left."""

SIDE_MAX_PX = 2048
_FACE_BACK_M = 0.055
_EDGE_LONGEST_M, _ROUNDS = 0.0038, 2


def landmarks_of(body: Anatomy) -> np.ndarray:
    """Where the landmarks are on a head, seen from the front: (landmarks, 3) metres."""
    skin, lips = body.skin.points, body.masks["lips"] > 0.4
    left, right = (eye.points.mean(0) for eye in body.eyes)
    lashes = body.parts["lashes"].points
    face = skin[(share(body.skin, "head") > 0.8) & (skin[:, 1] < left[1] + 0.10)]
    points: dict[str, np.ndarray] = {}
    for side, sign, middle in (("l", 1.0, left), ("r", -1.0, right)):
        own = lashes[lashes[:, 0] * sign > 0]
        points[f"eye_outer_{side}"] = own[np.argmax(own[:, 0] * sign)]
        points[f"eye_inner_{side}"] = own[np.argmin(own[:, 0] * sign)]
        points[f"brow_{side}"] = _nearest(face, (middle[0], middle[2] + 0.027))
    mouth = skin[lips]
    points["mouth_l"], points["mouth_r"] = mouth[np.argmax(mouth[:, 0])], mouth[np.argmin(mouth[:, 0])]
    central = mouth[np.abs(mouth[:, 0]) < 0.010]
    points["lip_upper"], points["lip_lower"] = (
        central[np.argmax(central[:, 2])],
        central[np.argmin(central[:, 2])],
    )
    eye_z, mouth_z = float(left[2]), float(points["lip_upper"][2])
    nose = face[(np.abs(face[:, 0]) < 0.012) & (face[:, 2] < eye_z - 0.01) & (face[:, 2] > mouth_z)]
    points["nose_tip"] = nose[np.argmin(nose[:, 1])]
    for side, sign in (("l", 1.0), ("r", -1.0)):
        points[f"nostril_{side}"] = _nearest(face, (sign * 0.014, float(points["nose_tip"][2]) - 0.006))
    low = face[(np.abs(face[:, 0]) < 0.012) & (face[:, 1] < points["mouth_l"][1] + 0.02)]
    points["chin"] = low[np.argmin(low[:, 2])]
    for side, sign in (("l", 1.0), ("r", -1.0)):
        level = face[(np.abs(face[:, 2] - mouth_z) < 0.012) & (face[:, 1] < left[1] + 0.06)]
        points[f"jaw_{side}"] = level[np.argmax(level[:, 0] * sign)]
    return np.array([points[name] for name in LANDMARKS])


def refined(hide: Hide, moves: np.ndarray, eye_z_m: float) -> tuple[Hide, np.ndarray]:
    """The skin with large faces on the front of the head split, so that colours at points show a likeness."""
    for _ in range(_ROUNDS):
        hide, moves = _refined_once(hide, moves, eye_z_m)
    return hide, moves


def _refined_once(hide: Hide, moves: np.ndarray, eye_z_m: float) -> tuple[Hide, np.ndarray]:
    middle = hide.points[hide.faces].mean(1)
    on_face = (
        (middle[:, 1] < -0.005)
        & (middle[:, 2] > eye_z_m - 0.16)
        & (share(hide, "head")[hide.faces] > 0.6).all(1)
    )
    corners = hide.points[hide.faces]
    longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(1)
    on_face &= longest > _EDGE_LONGEST_M
    # Neighbours of a split face are split along the shared edge too, or cracks would open.
    chosen = hide.faces[on_face]
    pairs = np.sort(np.concatenate([chosen[:, (0, 1)], chosen[:, (1, 2)], chosen[:, (2, 0)]]), 1)
    edges = np.unique(pairs, axis=0)
    count = len(hide.points)
    keys = edges[:, 0] * count + edges[:, 1]

    def middle_of(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        key = np.minimum(a, b) * count + np.maximum(a, b)
        at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        return np.where(keys[at] == key, count + at, -1)

    faces = _split(hide.faces, middle_of)
    a, b = edges[:, 0], edges[:, 1]
    points = np.concatenate([hide.points, (hide.points[a] + hide.points[b]) / 2.0])
    normals = np.concatenate([hide.normals, _unit(hide.normals[a] + hide.normals[b])])
    weights = np.concatenate([hide.weights, (hide.weights[a] + hide.weights[b]) / 2.0])
    moved = np.concatenate([moves, (moves[:, a] + moves[:, b]) / 2.0], 1)
    return Hide(points, normals, weights, faces), moved


def projected(mesh: Mesh, body: Anatomy, one: Likeness) -> Mesh:
    """The skin with the texture on the front of its head, fading into its own colour towards the sides.

    ValueError for a texture or landmarks of the wrong size.
    """
    side = one.side_px
    if (
        not 0 < side <= SIDE_MAX_PX
        or len(one.texture) != side * side * 3
        or len(one.landmarks) != len(LANDMARKS)
    ):
        raise ValueError(
            f"a likeness takes {len(LANDMARKS)} landmarks and a square texture of 1 to {SIDE_MAX_PX} px"
        )
    marks = landmarks_of(body)
    to_texture = RBFInterpolator(
        marks[:, (0, 2)], np.array(one.landmarks), kernel="thin_plate_spline", smoothing=1e-7
    )
    head = mesh.points[:, 2] > marks[LANDMARKS.index("chin"), 2] - 0.03
    front = head & (mesh.points[:, 1] < marks[:, 1].min() + 0.16)
    place = to_texture(_outside_eyes(mesh.points[front][:, (0, 2)].astype(float), marks))
    image = np.frombuffer(one.texture, np.uint8).reshape(side, side, 3) / 255.0
    at = np.clip(place[:, ::-1] * side - 0.5, 0, side - 1).T
    sampled = np.stack(
        [map_coordinates(image[..., channel], at, order=1, mode="nearest") for channel in range(3)], 1
    )
    colours = mesh.colours.copy()
    amount = _coverage(mesh, front, place, marks)[:, None]
    colours[front] = colours[front] * (1 - amount) + linear(sampled) * amount
    return Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype(np.float32), mesh.surfaces)


def _outside_eyes(flat: np.ndarray, marks: np.ndarray) -> np.ndarray:
    """Points (n, 2) of the face, those on the lids moved to the rim of the eye: the head has eyes of its own,
    and lids must not wear the pictured ones."""
    moved = flat.copy()
    for outer, inner in (marks[0:2], marks[2:4]):
        middle = (outer + inner)[[0, 2]] / 2.0
        half = abs(outer[0] - inner[0]) / 2.0 * np.array([1.25, 0.80])
        offset = (moved - middle) / half
        distance = np.maximum(np.linalg.norm(offset, axis=1, keepdims=True), 1e-6)
        moved = np.where(distance < 1.0, middle + offset / distance * half, moved)
    return moved


def _coverage(mesh: Mesh, front: np.ndarray, place: np.ndarray, marks: np.ndarray) -> np.ndarray:
    """How much of the texture shows at each point: not on what turns away, nor beyond chin and brow."""
    points, normals = mesh.points[front], mesh.normals[front]
    facing = smoothstep(0.10, 0.45, -normals[:, 1])
    eye_z, chin_z = marks[:4, 2].mean(), marks[LANDMARKS.index("chin"), 2]
    inside = smoothstep(chin_z - 0.012, chin_z + 0.006, points[:, 2]) * smoothstep(
        eye_z + 0.062, eye_z + 0.046, points[:, 2]
    )
    on_texture = ((place > 0.0) & (place < 1.0)).all(1)
    mouth_inside = points[:, 1] < marks[:, 1].min() + _FACE_BACK_M + 0.05
    return facing * inside * on_texture * mouth_inside


def _split(faces: np.ndarray, middle_of: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    mids = np.stack([middle_of(faces[:, i], faces[:, (i + 1) % 3]) for i in range(3)], 1)
    split = (mids >= 0).sum(1)
    out = [faces[split == 0]]
    for wanted in (1, 2):
        own, own_mids = faces[split == wanted], mids[split == wanted]
        first = (own_mids >= 0).argmax(1) if wanted == 1 else (own_mids < 0).argmax(1)
        turn = (first[:, None] + np.arange(3)) % 3
        (a, b, c), (ab, bc, ca) = np.take_along_axis(own, turn, 1).T, np.take_along_axis(own_mids, turn, 1).T
        if wanted == 1:
            out += [np.stack([a, ab, c], 1), np.stack([ab, b, c], 1)]
        else:
            out += [np.stack([a, b, bc], 1), np.stack([a, bc, ca], 1), np.stack([ca, bc, c], 1)]
    (a, b, c), (ab, bc, ca) = faces[split == 3].T, mids[split == 3].T
    out += [np.stack(corners, 1) for corners in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.concatenate(out)


def _nearest(points: np.ndarray, at: tuple[float, float]) -> np.ndarray:
    return points[np.argmin(np.hypot(points[:, 0] - at[0], points[:, 2] - at[1]))]


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
