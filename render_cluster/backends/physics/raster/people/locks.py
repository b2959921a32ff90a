"""Locks of hair: tapered ribbons traced over the scalp and let hang where they leave it."""

from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.people.body import Hide
from render_cluster.backends.physics.raster.people.fields import smoothstep
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_NAPE_Z_M = 1.53
_ACROSS = (-1.0, 0.0, 1.0)
# A surface ends: farther from it than this, the plane of its last normal holds nothing up. A lock that lay on the
# rim of an ear would otherwise walk out on that plane into the empty air.
_NEAR_M = 0.030


class Flow(NamedTuple):
    """How locks run: `length_m` from root to tip, `droop` of gravity, `lift_m` off the scalp, `curl` sideways,
    `back` how firmly they are kept out of the face."""

    length_m: float
    droop: float = 0.6
    lift_m: float = 0.012
    width_m: float = 0.014
    curl_m: float = 0.0
    curls: float = 3.0
    back: float = 0.0
    steps: int = 9


def grown(
    roots: np.ndarray,
    ways: np.ndarray,
    surface: Hide,
    flow: Flow,
    rng: np.random.Generator,
    lengths_m: np.ndarray | None = None,
) -> Hide:
    """Ribbons from `roots` (n, 3) that set out along `ways` (n, 3) and keep on or outside of `surface`.

    Each is about as long as the flow says, or as its own of `lengths_m` (n,).
    """
    tree = cKDTree(surface.points)
    count = len(roots)
    lengths = flow.length_m * rng.uniform(0.82, 1.12, count)
    if lengths_m is not None:
        lengths = np.minimum(lengths, lengths_m * rng.uniform(0.90, 1.05, count))
    step_m = (lengths / flow.steps)[:, None]
    here, way = roots.copy(), normalized(ways)
    spine, outwards = [], []
    aside = np.sign(ways[:, 0]) * 0.8
    for step in range(flow.steps + 1):
        share = step / flow.steps
        normal, height, distance = _above(tree, surface, here)
        wanted = flow.lift_m * min(1.0, 0.3 + 2.5 * share)
        # On the head hair lies along it; what has left it falls freely.
        near = distance < wanted + _NEAR_M
        lying = near & (height < wanted + 0.025) & (here[:, 2] > _NAPE_Z_M) & (normal[:, 2] > -0.25)
        lift = np.where(lying, wanted - height, near * np.maximum(0.0, wanted - height))
        here = here + normal * lift[:, None]
        spine.append(here)
        outwards.append(normal)
        way = way + np.array([0.0, 0.0, -flow.droop]) * (0.25 + 1.5 * share)
        rising = (way * normal).sum(1)
        before_face = smoothstep(0.01, -0.05, here[:, 1]) * smoothstep(0.095, 0.07, np.abs(here[:, 0]))
        before_face = flow.back * before_face[:, None]
        way = way + before_face * np.stack([aside, np.full(count, 1.1), np.zeros(count)], 1)
        way[~lying, :2] *= 0.4
        # What is long falls before or behind the shoulders, not over them.
        low = smoothstep(1.60, 1.52, here[:, 2])
        way[:, 0] -= 14.0 * low * (here[:, 0] - np.clip(here[:, 0], -0.085, 0.085))
        way[:, 1] -= 0.22 * low * (here[:, 1] < 0.0)
        way = normalized(way - normal * np.where(lying, rising, near * np.minimum(rising, 0.0))[:, None])
        here = here + way * step_m
    return _ribbons(np.array(spine), np.array(outwards), flow, rng)


def _above(tree: cKDTree, surface: Hide, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The surface's normal under each point (n, 3), how far above its plane that is, and how far off it (n,)."""
    distance, near = tree.query(points, k=4)
    weight = 1.0 / (distance + 1e-3)
    weight /= weight.sum(1, keepdims=True)
    normal = normalized((surface.normals[near] * weight[..., None]).sum(1))
    foot = (surface.points[near] * weight[..., None]).sum(1)
    return normal, ((points - foot) * normal).sum(1), distance[:, 0]


def _ribbons(spine: np.ndarray, outwards: np.ndarray, flow: Flow, rng: np.random.Generator) -> Hide:
    """Vaulted strips about the spines (steps + 1, n, 3); the middle of each lies highest."""
    steps, count = spine.shape[0] - 1, spine.shape[1]
    ahead = normalized(np.gradient(spine, axis=0))
    side = normalized(np.cross(ahead, outwards))
    up = normalized(np.cross(side, ahead))
    share = np.linspace(0.0, 1.0, steps + 1)[:, None, None]
    width = flow.width_m * rng.uniform(0.75, 1.25, (1, count, 1))
    width = width * (0.55 + 0.45 * smoothstep(0.0, 0.3, share)) * (1.0 - 0.78 * smoothstep(0.5, 1.0, share))
    if flow.curl_m:
        turn = 2.0 * np.pi * (flow.curls * share + rng.random((1, count, 1)))
        swing = flow.curl_m * smoothstep(0.0, 0.4, share)
        spine = spine + swing * (side * np.cos(turn) + up * np.sin(turn))
    rows = []
    for across in _ACROSS:
        rows.append(spine + side * width * across - up * width * 0.45 * abs(across) ** 2)
    points = np.stack(rows, 2)  # (steps + 1, n, across, 3)
    bend = np.array(_ACROSS)[None, None, :, None]
    normals = normalized(up[:, :, None] + side[:, :, None] * bend * 0.9)
    wide = len(_ACROSS)
    index = np.arange(points[..., 0].size).reshape(steps + 1, count, wide)
    a, b = index[:-1, :, :-1].ravel(), index[:-1, :, 1:].ravel()
    c, d = index[1:, :, 1:].ravel(), index[1:, :, :-1].ravel()
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    faces = _outwards(points.reshape(-1, 3), normals.reshape(-1, 3), faces)
    flat = points.reshape(-1, 3)
    return Hide(flat, normals.reshape(-1, 3), hung(flat), faces)


def _outwards(points: np.ndarray, normals: np.ndarray, faces: np.ndarray) -> np.ndarray:
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    wrong = (np.cross(b - a, c - a) * normals[faces[:, 0]]).sum(1) < 0
    return np.where(wrong[:, None], faces[:, ::-1], faces)


def hung(points: np.ndarray) -> np.ndarray:
    """Weights (n, bones) of hair: it goes with the head, and below the jaw more and more with the back."""
    weights = np.zeros((len(points), len(BONES)))
    low = 0.85 * smoothstep(1.52, 1.36, points[:, 2])
    weights[:, BONE_INDEX["head"]] = 1.0 - low
    weights[:, BONE_INDEX["spine"]] = low
    return weights


def tube(path: np.ndarray, radii: np.ndarray, sides: int = 8, bumps: int = 0) -> Hide:
    """A round strand along `path` (n, 3) with these `radii` (n,); `bumps` swell it as a braid."""
    share = np.linspace(0.0, 1.0, len(path))
    if bumps:
        radii = radii * (0.82 + 0.30 * np.abs(np.sin(np.pi * bumps * share)))
    ahead = normalized(np.gradient(path, axis=0))
    side = normalized(np.cross(ahead, np.tile([0.0, 1.0, 0.02], (len(path), 1))))
    up = np.cross(side, ahead)
    angle = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)
    twist = angle[None, :] + (0.35 * np.sin(2 * np.pi * bumps * share))[:, None]
    out = side[:, None] * np.cos(twist)[..., None] + up[:, None] * np.sin(twist)[..., None]
    points = (path[:, None] + out * radii[:, None, None]).reshape(-1, 3)
    index = np.arange(len(path) * sides).reshape(len(path), sides)
    after = np.roll(index, -1, axis=1)
    a, b, c, d = index[:-1].ravel(), after[:-1].ravel(), after[1:].ravel(), index[1:].ravel()
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    normals = out.reshape(-1, 3)
    return Hide(points, normals, hung(points), _outwards(points, normals, faces))
