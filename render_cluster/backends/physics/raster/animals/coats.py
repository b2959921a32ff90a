"""How the markings of each pattern lie on a body: how much of the second colour each point has."""

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.anatomy.kind import Pattern
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt

_BODY = ("trunk", "chest", "pelvis")


def markings(pattern: Pattern, pelt: Pelt, frame: Frame, seed: int) -> np.ndarray:
    """The share (n,) of the second colour at each point of a piece, in the units of the build."""
    painter = _PAINTERS.get(pattern)
    if painter is None:
        return np.zeros(len(pelt.points))
    return np.clip(painter(pelt, frame, np.random.default_rng(seed)), 0.0, 1.0)


def step(low: float, high: float, values: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the larger one."""
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def share(pelt: Pelt, frame: Frame, *stems: str) -> np.ndarray:
    """How much of each point hangs on these bones, both sides."""
    wanted = [frame.index[name] for name in frame.index if name in stems or name[:-2] in stems]
    return pelt.weights[:, wanted].sum(1)


def wander(points: np.ndarray, rng: np.random.Generator, size: float) -> np.ndarray:
    """Smooth noise (n,) of about -1..1 whose features are about `size` wide."""
    total = np.zeros(len(points))
    for _ in range(9):
        direction = rng.normal(size=3)
        wave = direction / np.linalg.norm(direction) * (4.0 / size) * rng.uniform(0.6, 1.7)
        total += np.sin(points @ wave + rng.uniform(0.0, 6.3))
    return total / 3.0


def cells(points: np.ndarray, rng: np.random.Generator, spacing: float) -> tuple[np.ndarray, np.ndarray]:
    """Distances (n,) to the nearest and the next of seeds strewn about `spacing` apart near `points`."""
    boxes = np.unique(np.floor(points / spacing).astype(int), axis=0)
    seeds = (boxes + 0.15 + 0.7 * rng.random(boxes.shape)) * spacing
    # One that is far from all, so that a single seed has a next one too.
    seeds = np.concatenate([seeds, points[:1] + 100.0 * spacing])
    far, _ = cKDTree(seeds).query(points, 2)
    return far[:, 0], far[:, 1]


def below(pelt: Pelt, frame: Frame) -> np.ndarray:
    """The lighter underside: where the skin looks down, on the throat and inside the legs."""
    down = step(0.05, 0.75, -pelt.normals[:, 2])
    trunk = share(pelt, frame, *_BODY, "neck", "head", "jaw")
    inside = step(0.2, 0.9, -pelt.normals[:, 0] * np.sign(pelt.points[:, 0])) * (1 - trunk) * 0.7
    return np.maximum(down * trunk, inside)


def muzzle(pelt: Pelt, frame: Frame) -> np.ndarray:
    """The lower half of the face."""
    forward, up = frame.head_axes()
    long = np.linalg.norm(frame.tail("head") - frame.head("head"))
    offset = pelt.points - frame.head("head")
    ahead, above = offset @ forward / long, offset @ up / long
    on_head = step(0.4, 0.7, share(pelt, frame, "head", "jaw"))
    return on_head * step(0.02, -0.18, above - 0.5 * np.maximum(ahead - 0.55, 0.0)) * step(0.25, 0.5, ahead)


def feet(pelt: Pelt, frame: Frame, from_share: float) -> np.ndarray:
    """The legs below `from_share` of the back's height."""
    top = max(bone.head[2] for name, bone in frame.bones.items() if name in _BODY)
    legs = 1.0 - step(0.2, 0.6, share(pelt, frame, *_BODY, "neck", "head"))
    return step(from_share * top * 1.12, from_share * top * 0.85, pelt.points[:, 2]) * legs


def _belly(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del rng
    return np.maximum(below(pelt, frame), 0.9 * muzzle(pelt, frame))


def _socks(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    return np.maximum(_belly(pelt, frame, rng), feet(pelt, frame, 0.22))


def _patches(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    blotch = step(0.10, 0.28, wander(pelt.points, rng, 0.55))
    return blotch * (1.0 - 0.9 * muzzle(pelt, frame)) * (1.0 - feet(pelt, frame, 0.3))


def _spots(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del frame
    near, _ = cells(pelt.points, rng, 0.16)
    return step(0.050, 0.036, near + 0.012 * wander(pelt.points, rng, 0.12))


def _rosettes(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    near, _ = cells(pelt.points, rng, 0.12)
    wavy = near + 0.008 * wander(pelt.points, rng, 0.07)
    ring = step(0.044, 0.036, wavy) * (0.35 + 0.65 * step(0.016, 0.024, wavy))
    return ring * (1.0 - 0.8 * muzzle(pelt, frame)) * (1.0 - 0.6 * below(pelt, frame))


def _stripes(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    """Rings round the trunk that become rings round the legs and slant over the neck."""
    points = pelt.points
    legs = 1.0 - step(0.15, 0.7, share(pelt, frame, *_BODY, "neck", "head", "jaw", "ear"))
    neck = step(0.2, 0.8, share(pelt, frame, "neck"))
    along = points[:, 1] + 0.10 * (points[:, 2] - points[:, 2].mean()) * (points[:, 1] > 0)
    forward, _ = frame.head_axes()
    way = (1 - legs) * along + legs * points[:, 2] * 1.15 + neck * 0.5 * points[:, 2]
    head = step(0.4, 0.8, share(pelt, frame, "head", "jaw"))
    way = (
        way * (1 - head)
        + head * ((points - frame.head("head")) @ forward + 0.35 * np.abs(points[:, 0])) * 1.6
    )
    wave = np.sin(way * 44.0 + 0.8 * wander(points, rng, 0.34))
    return step(0.02, 0.42, wave) * (1.0 - 0.75 * muzzle(pelt, frame)) * (1.0 - 0.55 * below(pelt, frame))


def _tabby(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    stripes = _stripes(pelt, frame, rng)
    soft = 0.75 * stripes * step(-0.4, 0.5, wander(pelt.points, rng, 0.4))
    return soft * (1.0 - muzzle(pelt, frame)) * (1.0 - below(pelt, frame))


def _tuxedo(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    points = pelt.points
    front = step(0.15, 0.7, -pelt.normals[:, 1] - 0.35 * pelt.normals[:, 2]) * share(
        pelt, frame, "chest", "neck", "trunk"
    )
    blaze = step(0.045, 0.02, np.abs(points[:, 0])) * step(0.5, 0.9, share(pelt, frame, "head"))
    blaze = blaze * step(-0.1, 0.4, -pelt.normals[:, 1])
    del rng
    return np.maximum.reduce([front, below(pelt, frame), muzzle(pelt, frame), blaze, feet(pelt, frame, 0.16)])


def _saddle(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    trunk = share(pelt, frame, *_BODY, "tail", "tail_1", "tail_2", "arm", "forearm") + 0.6 * share(
        pelt, frame, "neck"
    )
    up = step(-0.25, 0.35, pelt.normals[:, 2] + 0.18 * wander(pelt.points, rng, 0.25))
    return np.maximum(up * trunk, 0.7 * _snout_dark(pelt, frame))


def _snout_dark(pelt: Pelt, frame: Frame) -> np.ndarray:
    forward, _ = frame.head_axes()
    long = np.linalg.norm(frame.tail("head") - frame.head("head"))
    ahead = (pelt.points - frame.head("head")) @ forward / long
    return step(0.62, 0.95, ahead) * step(0.4, 0.8, share(pelt, frame, "head", "jaw"))


def _points(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    """Dark face and legs under pale wool."""
    del rng
    face = step(0.35, 0.65, share(pelt, frame, "head", "jaw", "ear"))
    return np.maximum(face, feet(pelt, frame, 0.62))


def _panda(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del rng
    limbs = share(pelt, frame, "upper_arm", "forearm", "hand", "thigh", "shin", "foot", "ear")
    band = step(0.13, 0.07, np.abs(pelt.points[:, 1] + 0.40)) * share(pelt, frame, "chest", "upper_arm")
    return np.maximum(step(0.45, 0.6, limbs), band)


def _net(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    near, next_near = cells(pelt.points, rng, 0.20)
    patch = step(0.018, 0.042, next_near - near)
    pale = np.maximum(np.maximum(muzzle(pelt, frame), feet(pelt, frame, 0.30)), 0.6 * below(pelt, frame))
    return patch * (1.0 - pale)


def _mask(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    """A paler face."""
    del rng
    forward, _ = frame.head_axes()
    long = np.linalg.norm(frame.tail("head") - frame.head("head"))
    ahead = (pelt.points - frame.head("head")) @ forward / long
    return step(0.52, 0.78, ahead) * step(0.4, 0.8, share(pelt, frame, "head", "jaw"))


def _blaze(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    """Dark lower legs and muzzle, as a bay horse has."""
    del rng
    return np.maximum(0.85 * feet(pelt, frame, 0.42), 0.6 * _snout_dark(pelt, frame))


def _chest(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del rng
    ahead = -0.75 * pelt.normals[:, 1] - 0.65 * pelt.normals[:, 2]
    return step(0.05, 0.5, ahead) * share(pelt, frame, "trunk", "neck", "jaw")


def _hood(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del rng
    return step(0.35, 0.6, share(pelt, frame, "head", "jaw") + 0.75 * share(pelt, frame, "neck"))


def _bands(pelt: Pelt, frame: Frame, rng: np.random.Generator) -> np.ndarray:
    del frame
    wave = np.sin(pelt.points[:, 1] * 21.0 + 0.3 * wander(pelt.points, rng, 0.3))
    return step(0.15, 0.45, wave)


_PAINTERS: dict[Pattern, Callable[[Pelt, Frame, np.random.Generator], np.ndarray]] = {
    "belly": _belly,
    "spots": _spots,
    "rosettes": _rosettes,
    "stripes": _stripes,
    "tabby": _tabby,
    "patches": _patches,
    "tuxedo": _tuxedo,
    "saddle": _saddle,
    "points": _points,
    "socks": _socks,
    "panda": _panda,
    "net": _net,
    "mask": _mask,
    "blaze": _blaze,
    "chest": _chest,
    "hood": _hood,
    "bands": _bands,
}
