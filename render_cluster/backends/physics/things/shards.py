"""What a thing breaks into: pieces that fill its body, drawn from its name so that they are always the same."""

import math
import zlib

import numpy as np

from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.backends.physics.things.thing import OWN_COLOUR

SHARD = "shard"
PIECES_COUNT = (6, 14)
_LITTLE_M3, _LARGE_M3 = 2e-4, 0.05
# The share of its cell that a piece keeps, so that neighbours do not start inside each other.
_SHRUNK = 0.86
_CUT_SPREAD = 0.22
# Vessels are hollow: their pieces are bits of wall.
_WALLED = frozenset({"glass", "ceramic", "plastic", "rubber"})
_WALL_SHARE = 0.35


def shards_of(body: Body) -> tuple[Body, ...]:
    """The pieces "name/1", "name/2" ... at rest where the whole body stands, its mass shared by volume.

    Small things break into few pieces, large ones into more. The pieces keep the body's material, colour,
    turn and speed, and never break again.
    """
    rng = np.random.default_rng([zlib.crc32(body.name.encode()), zlib.crc32(body.kind.encode())])
    cells = _cells(rng, np.array(body.size_m), _count(body))
    volumes = np.array([np.prod(high - low) for low, high in cells])
    shares = volumes / volumes.sum()
    turn = _rotation(body.rotation)
    known = KINDS.get(body.kind)
    own = known.colour if known is not None and body.colour == OWN_COLOUR else None
    pieces = []
    for index, ((low, high), share) in enumerate(zip(cells, shares, strict=True), start=1):
        place = np.array(body.position_m) + turn @ ((low + high) / 2.0)
        pieces.append(
            Body(
                name=f"{body.name}/{index}",
                kind=SHARD,
                material=body.material,
                size_m=_vector(_piece_size(high - low, body.material)),
                mass_kg=float(share * body.mass_kg),
                position_m=_vector(place),
                rotation=body.rotation,
                velocity_mps=body.velocity_mps,
                spin_radps=body.spin_radps,
                colour=own or body.colour,
            )
        )
    return tuple(pieces)


def _piece_size(cell: np.ndarray, material: str) -> np.ndarray:
    size = cell * _SHRUNK
    if material in _WALLED:
        size[size.argmin()] *= _WALL_SHARE
    return size


def _count(body: Body) -> int:
    few, many = PIECES_COUNT
    volume = max(math.prod(body.size_m), _LITTLE_M3)
    share = math.log(volume / _LITTLE_M3) / math.log(_LARGE_M3 / _LITTLE_M3)
    return round(few + (many - few) * min(1.0, share))


def _cells(rng: np.random.Generator, size: np.ndarray, count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Boxes that fill the body: the largest is cut across its longest side until there are enough."""
    cells = [(-size / 2.0, size / 2.0)]
    while len(cells) < count:
        largest = max(range(len(cells)), key=lambda i: float(np.prod(cells[i][1] - cells[i][0])))
        low, high = cells.pop(largest)
        axis = int((high - low).argmax())
        cut = low[axis] + (high[axis] - low[axis]) * rng.uniform(0.5 - _CUT_SPREAD, 0.5 + _CUT_SPREAD)
        lower, upper = high.copy(), low.copy()
        lower[axis] = upper[axis] = cut
        cells += [(low, lower), (upper, high)]
    return cells


def _rotation(quaternion: tuple[float, float, float, float]) -> np.ndarray:
    w, x, y, z = np.array(quaternion) / np.linalg.norm(quaternion)
    return np.array([
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ])  # fmt: skip


def _vector(values: np.ndarray) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
