"""Which meshes draw which kind of body, in the body's own frame."""

from collections.abc import Callable
from functools import lru_cache

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things import set_pieces, windows
from render_cluster.backends.physics.raster.things.fit import fitted
from render_cluster.backends.physics.raster.things.kit import Piece
from render_cluster.backends.physics.raster.things.models import MODELS
from render_cluster.backends.physics.raster.things.relief import relief
from render_cluster.backends.physics.raster.things.shard import shard
from render_cluster.backends.physics.scene import Body, Vector
from render_cluster.backends.physics.things import emoji
from render_cluster.backends.physics.things.catalogue import thing_of
from render_cluster.backends.physics.things.thing import OWN_COLOUR

Maker = Callable[[Body], list[Part]]


def parts_of(body: Body) -> list[Part]:
    """The parts of a body; an unknown kind is drawn as a box of its size. Grounds belong to the set."""
    if body.kind in SOLIDS:
        return SOLIDS[body.kind](body)
    if body.kind in MODELS:
        return fitted(_built(body.kind, None if body.colour == OWN_COLOUR else body.colour), body.size_m)
    if body.kind.startswith(emoji.PREFIX):
        return _pictured(body)
    return _box(body)


@lru_cache(maxsize=64)  # a film shows the same few things in every chunk of its frames
def _built(kind: str, colour: Vector | None) -> tuple[Piece, ...]:
    return tuple(MODELS[kind]() if colour is None else MODELS[kind](colour))


def _pictured(body: Body) -> list[Part]:
    colour = None if body.colour == OWN_COLOUR else body.colour
    return fitted([relief(thing_of(body.kind).picture, colour)], body.size_m)


def _box(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.box(x, y, z, 0.12 * min(body.size_m)).painted(body.colour, 0.6))]


def _sphere(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.sphere().scaled(x / 2, y / 2, z / 2).painted(body.colour, 0.45))]


def _cylinder(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.cylinder(1.0, 2.0, sides=28).scaled(x / 2, y / 2, z / 2).painted(body.colour, 0.5))]


def _nothing(_body: Body) -> list[Part]:
    return []


SOLIDS: dict[str, Maker] = {
    "backboard": set_pieces.backboard,
    "box": _box,
    "cone": set_pieces.traffic_cone,
    "cylinder": _cylinder,
    "flag": set_pieces.flag_pole,
    "banner": set_pieces.banner_poles,
    "curtained_window": windows.by_day,
    "curtained_window_by_night": windows.by_night,
    "curtain": set_pieces.curtain_rod,
    "clothesline": set_pieces.clothesline,
    "ground": _nothing,
    "hoop_pole": set_pieces.hoop_pole,
    "hoop_rim": set_pieces.hoop_rim,
    "jump_rope": _nothing,
    "kerb": set_pieces.concrete,
    "paddle": set_pieces.paddle,
    "paddleboard": set_pieces.paddleboard,
    "rail": set_pieces.rail,
    "ramp": set_pieces.ramp,
    "shard": shard,
    "sphere": _sphere,
    "wheel": set_pieces.wheel,
}
"""What is built to a body's own size, as the parts of a court or a skate park are."""
