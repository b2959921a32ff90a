"""An animal on the graphics card: its painted pieces, gathered by material."""

from itertools import groupby

import moderngl
import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird, Fish, Quadruped
from render_cluster.backends.physics.anatomy.skeletons import unit_scale
from render_cluster.backends.physics.anatomy.species import bones_of, species_of
from render_cluster.backends.physics.raster.animals import other_coats, quadruped_coat
from render_cluster.backends.physics.raster.animals.layer import Layer
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.mesh import Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.scene import Animal


def drawables(gl: moderngl.Context, animal: Animal, toon: bool) -> list[Drawable]:
    """Everything that draws an animal; KeyError for a species that is none."""
    del toon
    count = len(bones_of(animal.species))
    scale = animal.length_m * unit_scale(species_of(animal.species).build)
    found = sorted(layers(animal), key=_group)
    return [_upload(gl, list(one), scale, count) for _, one in groupby(found, _group)]


def layers(animal: Animal) -> list[Layer]:
    """The painted pieces of an animal, in the units of its build."""
    species = species_of(animal.species)
    build = species.build
    if isinstance(build, Quadruped):
        return quadruped_coat.layers(animal, species, build)
    if isinstance(build, Bird):
        return other_coats.bird_layers(animal, species, build)
    if isinstance(build, Fish):
        return other_coats.fish_layers(animal, species, build)
    return other_coats.small_layers(animal, species, build)


def _group(layer: Layer) -> tuple[Material, bool]:
    return layer.material, layer.outlined


def _upload(gl: moderngl.Context, group: list[Layer], scale: float, bones_count: int) -> Drawable:
    material, outlined = _group(group[0])
    carried = [layer.pelt.bones_and_weights() for layer in group]
    bones = np.concatenate([bones for bones, _ in carried])
    shares = np.concatenate([shares for _, shares in carried])
    mesh = merged([_mesh(layer, scale) for layer in group])
    upload = Upload(gl, Part(mesh, material, outlined), bones, shares)
    return Drawable(upload, material, True, outlined, skin=np.tile(np.eye(4), (bones_count, 1, 1)))


def _mesh(layer: Layer, scale: float) -> Mesh:
    pelt = layer.pelt
    surface = np.array([layer.rough, layer.second, 0.0]) if layer.iris is None else layer.iris
    return Mesh(
        (pelt.points * scale).astype(np.float32),
        pelt.normals.astype(np.float32),
        pelt.faces.astype(np.int32),
        layer.colours.astype(np.float32),
        np.tile(surface.astype(np.float32), (len(pelt.points), 1)),
    )
