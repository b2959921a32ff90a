"""A mesh with its material: what kinds, people and sets hand to the engine."""

from dataclasses import dataclass
from enum import IntEnum

from render_cluster.backends.physics.raster.mesh import Mesh, merged


class Material(IntEnum):
    """What is special about a surface; the numbers stand in shaders/scene.frag too."""

    PLAIN = 0
    GROUND = 1
    BALL = 2
    FOLIAGE = 3
    SKIN = 4
    CLOTH = 5
    HAIR = 6
    EYE = 7
    FAR = 8
    FUR = 9
    FACE = 10
    TERRAIN = 20
    LEAVES = 21
    UNDERSIDE = 22
    GLASS = 23


@dataclass(frozen=True, slots=True)
class Part:
    """`outlined` parts get an ink line in anime, as things have and backgrounds have not.

    Parts that do not cast stand in no light's way: walls and ceilings of rooms.
    """

    mesh: Mesh
    material: Material = Material.PLAIN
    outlined: bool = True
    casts: bool = True


def joined(parts: list[Part]) -> list[Part]:
    """The same parts with one mesh for all that share everything else: fewer draws."""
    groups: dict[tuple[Material, bool, bool], list[Mesh]] = {}
    for part in parts:
        groups.setdefault((part.material, part.outlined, part.casts), []).append(part.mesh)
    return [Part(merged(meshes), *kept) for kept, meshes in groups.items()]
