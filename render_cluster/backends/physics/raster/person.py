"""A person on the graphics card: skin, eyes, hair and clothes, each with its own material."""

import zlib

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.people import garments, hair
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide, anatomy
from render_cluster.backends.physics.scene import Person, Vector
from render_cluster.backends.physics.skeleton import BONES

_IRISES: tuple[Vector, ...] = ((0.30, 0.17, 0.08), (0.22, 0.13, 0.07), (0.25, 0.40, 0.50), (0.28, 0.40, 0.25))
_SOLE: Vector = (0.93, 0.93, 0.91)
_LASH: Vector = (0.06, 0.04, 0.04)
_EYES_WIDER_WHEN_DRAWN = 1.0

Layer = tuple[Material, bool, list[tuple[Hide, Mesh]]]


def drawables(gl: moderngl.Context, one: Person, toon: bool) -> list[Drawable]:
    """Everything that draws a person."""
    body = anatomy(one.name, _EYES_WIDER_WHEN_DRAWN if toon else 0.0)
    return [_upload(gl, *layer) for layer in _layers(one, body, toon)]


def _layers(one: Person, body: Anatomy, toon: bool) -> list[Layer]:
    colours = {clothing.kind: clothing.colour for clothing in one.wardrobe}
    legs = garments.shorts() if "shorts" in colours else garments.trousers()
    worn = [garments.t_shirt(), legs]
    shod = "shoes" in colours
    top, bottom = colours["t_shirt"], colours["shorts" if "shorts" in colours else "trousers"]
    eye_z_m = float(body.eyes[0].points[:, 2].mean())
    skin = garments.barefoot_or_shod_skin(garments.bare_below(body.skin, worn), shod)
    cloth = [
        (garment.shell(body.skin), colour, 0.85) for garment, colour in zip(worn, (top, bottom), strict=True)
    ]
    if shod:
        uppers, soles = garments.shoes(body.skin)
        cloth += [(upper, colours["shoes"], 0.6) for upper in uppers] + [(sole, _SOLE, 0.7) for sole in soles]
    brows = hair.brows(body.skin, body.eyes)
    lash = _LASH if toon else tuple(0.45 * c for c in one.skin)
    dark = [(body.lashes, lash, 0.8)] + [(brow, tuple(0.7 * c for c in one.hair), 0.8) for brow in brows]
    locks = [(hair.scalp(body.skin, eye_z_m, one.name), one.hair, 0.55)]
    iris = _IRISES[zlib.crc32(one.name.encode()) // 8 % len(_IRISES)]
    return [
        (Material.SKIN, True, [(skin, _painted_skin(skin, one.skin, eye_z_m, body, toon))]),
        (Material.CLOTH, True, [(hide, _plain(hide, colour, rough)) for hide, colour, rough in cloth]),
        (Material.HAIR, True, [(hide, _plain(hide, colour, rough)) for hide, colour, rough in locks]),
        (Material.PLAIN, False, [(hide, _plain(hide, colour, rough)) for hide, colour, rough in dark]),
        (Material.EYE, False, [(eye, _painted_eye(eye, iris)) for eye in body.eyes]),
    ]


def _upload(
    gl: moderngl.Context, material: Material, outlined: bool, pieces: list[tuple[Hide, Mesh]]
) -> Drawable:
    carried = [hide.bones_and_weights() for hide, _ in pieces]
    bones = np.concatenate([bones for bones, _ in carried])
    shares = np.concatenate([shares for _, shares in carried])
    mesh = merged([mesh for _, mesh in pieces])
    upload = Upload(gl, Part(mesh, material, outlined), bones, shares)
    return Drawable(upload, material, True, outlined, skin=np.tile(np.eye(4), (len(BONES), 1, 1)))


def _plain(hide: Hide, srgb: Vector, rough: float) -> Mesh:
    return Mesh.of(hide.points, hide.normals, hide.faces).painted(srgb, rough)


def _painted_skin(hide: Hide, srgb: Vector, eye_z_m: float, body: Anatomy, toon: bool) -> Mesh:
    """Skin with redder lips, cheeks and ears, as blood shows there."""
    mesh = _plain(hide, srgb, 0.5)
    face_y = float(body.lashes.points[:, 1].min())
    x, y, z = hide.points.T
    mouth = np.exp(-(((x / 0.021) ** 2 + ((z - eye_z_m + 0.0655) / 0.0085) ** 2) ** 2)) * (y < face_y + 0.03)
    cheeks = np.exp(-(((np.abs(x) - 0.042) / 0.018) ** 2 + ((z - eye_z_m + 0.035) / 0.018) ** 2)) * (
        y < face_y + 0.05
    )
    red = linear(srgb) * (0.92, 0.55, 0.52)
    amount = np.clip((0.45 if toon else 0.75) * mouth + 0.30 * cheeks, 0, 1)[:, None]
    colours = mesh.colours * (1 - amount) + red * amount
    return Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype(np.float32), mesh.surfaces)


def _painted_eye(eye: Hide, iris: Vector) -> Mesh:
    """An eyeball whose colours say where on it each point is, which the shader draws the iris from."""
    mesh = _plain(eye, iris, 0.1)
    low, high = eye.points.min(0), eye.points.max(0)
    radius = (high[2] - low[2]) / 2.0
    middle = (low + high) / 2.0
    offset = (eye.points - middle) / radius
    place = np.stack([offset[:, 0], offset[:, 2], -offset[:, 1]], 1)
    irises = np.tile(linear(iris), (len(place), 1))
    return Mesh(mesh.points, mesh.normals, mesh.faces, place.astype(np.float32), irises.astype(np.float32))
