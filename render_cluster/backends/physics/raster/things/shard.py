"""A jagged, slightly curved piece of something broken, different for each name."""

import zlib

import numpy as np

from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.fit import fitted
from render_cluster.backends.physics.raster.things.kit import Paint, bent, prism
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.thing import OWN_COLOUR

_PALE = Paint((0.80, 0.86, 0.89), 0.08)
_ROUGH = {"glass": 0.05, "ceramic": 0.15, "ice": 0.08, "stone": 0.9}
# A wall of a vessel is this thick beside its breadth; other stuff breaks into lumps.
_WALL = 0.18
_THIN = ("glass", "ceramic", "plastic")
_BEND = 0.16


def shard(body: Body) -> list[Part]:
    """The piece in the body's colour, or in the paint of its stuff where nobody asked for one."""
    rng = np.random.default_rng(zlib.crc32(body.name.encode()))
    count = int(rng.integers(5, 8))
    angles = np.sort(np.linspace(0, 2 * np.pi, count, endpoint=False) + rng.uniform(-0.35, 0.35, count))
    radii = rng.uniform(0.55, 1.0, count)
    outline = [(float(r * np.cos(a)), float(r * np.sin(a))) for a, r in zip(angles, radii, strict=True)]
    colour = _PALE.colour if body.colour == OWN_COLOUR else body.colour
    paint = Paint(colour, _ROUGH.get(body.material, 0.5))
    thick = _WALL if body.material in _THIN else 0.9
    flat = prism(paint, outline, thick, "z")
    curved = bent(flat, lambda p: p - np.outer(_BEND * (p[:, 0] ** 2), (0.0, 0.0, 1.0)))
    thin = int(np.argmin(body.size_m))
    turned = np.roll(np.eye(3), thin - 2, axis=0)
    piece = curved.rotated(turned)
    if body.material != "glass":
        return fitted([piece], body.size_m)
    # What was seen through stays so in pieces; an ink line round each would hide what it lies on.
    return fitted([Part(piece, Material.GLASS, outlined=False)], body.size_m)
