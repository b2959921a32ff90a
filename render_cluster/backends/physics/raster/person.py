"""A person on the graphics card: skin, eyes, teeth, hair and clothes, each with its own material."""

from functools import lru_cache
from typing import Literal

import moderngl
import msgspec
import numpy as np

from render_cluster.backends.physics.raster import textures
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.mesh import Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.people import (
    complexion,
    dressing,
    hair,
    likeness,
    picturing,
)
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide, anatomy, joined
from render_cluster.backends.physics.raster.people.expression import Gaze, Mould, followed
from render_cluster.backends.physics.scene import Person, Vector
from render_cluster.backends.physics.skeleton import BONES, scale_of

Detail = Literal["full", "light"]

_EYES_WIDER_WHEN_DRAWN = 1.0
_LASH: Vector = (0.10, 0.07, 0.06)
_TEETH: Vector = (0.90, 0.87, 0.80)
_TONGUE: Vector = (0.52, 0.22, 0.23)


def drawables(gl: moderngl.Context, one: Person, toon: bool, detail: Detail = "full") -> list[Drawable]:
    """Everything that draws a person; "light" is for those who are small in the picture.

    At full detail the drawables of the head have an `express` that the units of a face move.
    """
    scale = scale_of(one.height_m)
    if one.likeness is None:
        body, worn = _kept(_looks_of(one), toon, detail)
    else:  # nothing of a real person is kept
        body = likeness.fitted(_body(one, toon, detail), one.likeness)
        worn = dressing.dressed(one, body)
    made = _skin(gl, one, body, worn.bare, toon, detail, scale)
    by_material: dict[Material, list[tuple[Hide, Mesh]]] = {}
    for piece in worn.pieces:
        mesh = complexion.plain(piece.hide, piece.srgb, piece.rough, piece.metal)
        by_material.setdefault(piece.material, []).append((piece.hide, mesh))
    for hide in worn.hair if detail == "full" else worn.hair[:1]:
        by_material.setdefault(Material.HAIR, []).append((hide, complexion.hairy(hide, one.hair)))
    for material, parts in by_material.items():
        hide, mesh = joined([hide for hide, _ in parts]), merged([mesh for _, mesh in parts])
        made.append(_drawable(gl, hide, mesh, material, True, scale))
    made += _eyes(gl, one, body, scale)
    if detail == "full":
        made += _features(gl, one, body, worn.beard, toon, scale)
    return made


def _looks_of(one: Person) -> Person:
    """The person as they look, wherever they stand and whatever they do: the same for each shot they are in."""
    return msgspec.structs.replace(one, position_m=(0.0, 0.0, 0.0), yaw_rad=0.0, moves=())


@lru_cache(maxsize=4)  # a cast goes from shot to shot
def _kept(one: Person, toon: bool, detail: Detail) -> tuple[Anatomy, dressing.Worn]:
    body = _body(one, toon, detail)
    return body, dressing.dressed(one, body)


def _body(one: Person, toon: bool, detail: Detail) -> Anatomy:
    return anatomy(one, _EYES_WIDER_WHEN_DRAWN if toon else 0.0, light=detail == "light")


def _skin(
    gl: moderngl.Context,
    one: Person,
    body: Anatomy,
    bare: np.ndarray,
    toon: bool,
    detail: Detail,
    scale: float,
) -> list[Drawable]:
    skin, moves = body.skin, body.moves["skin"]
    if detail == "light":
        light = Hide(skin.points, skin.normals, skin.weights, body.light_faces)
        kept = Hide(light.points, light.normals, light.weights, light.faces[bare[light.faces].any(1)])
        return [
            _drawable(gl, kept, complexion.painted_skin(kept, one, body, toon), Material.SKIN, True, scale)
        ]
    kept = Hide(skin.points, skin.normals, skin.weights, skin.faces[bare[skin.faces].any(1)])
    mesh = complexion.painted_skin(kept, one, body, toon)
    if one.likeness is None:
        return [_moulded(gl, kept, mesh, moves, body, Material.SKIN, True, scale)]
    picture = picturing.picture_of(one.likeness, one.skin, toon)
    mesh, texture = likeness.projected(mesh, body, picture), textures.face_texture(gl, picture.image)
    return [_moulded(gl, kept, mesh, moves, body, Material.FACE, True, scale, texture)]


def _features(
    gl: moderngl.Context, one: Person, body: Anatomy, beard: Hide | None, toon: bool, scale: float
) -> list[Drawable]:
    """Brows, lashes, teeth, tongue and beard: all else that a face moves."""
    painted = toon or (one.sex == "woman" and one.likeness is None)
    lash = _LASH if painted else tuple(0.45 * channel for channel in one.skin)
    brow = tuple(0.7 * channel for channel in one.hair)
    parts = [(body.parts["lashes"], lash, body.moves["lashes"])]
    if one.likeness is None:  # a pictured face brings its own
        parts += [(hide, brow, followed(hide.points, body)) for hide in hair.brows(body)]
    inside = [
        (body.parts[name], srgb, body.moves[name]) for name, srgb in (("teeth", _TEETH), ("tongue", _TONGUE))
    ]
    made = []
    for group, rough in ((parts, 0.85), (inside, 0.35)):
        hide = joined([hide for hide, _, _ in group])
        mesh = merged([complexion.plain(one_hide, srgb, rough) for one_hide, srgb, _ in group])
        moves = np.concatenate([moves for _, _, moves in group], 1)
        made.append(_moulded(gl, hide, mesh, moves, body, Material.PLAIN, False, scale))
    if beard is not None:
        mesh = complexion.hairy(beard, (0.8 * one.hair[0], 0.8 * one.hair[1], 0.8 * one.hair[2]))
        moves = followed(beard.points, body)
        made.append(_moulded(gl, beard, mesh, moves, body, Material.HAIR, False, scale))
    return made


def _eyes(gl: moderngl.Context, one: Person, body: Anatomy, scale: float) -> list[Drawable]:
    iris = complexion.iris_of(one)
    mesh = merged([complexion.painted_eye(eye, iris) for eye in body.eyes])
    middles = [
        np.tile((eye.points.min(0) + eye.points.max(0)) / 2.0, (len(eye.points), 1)) for eye in body.eyes
    ]
    drawn = _drawable(gl, joined(list(body.eyes)), mesh, Material.EYE, False, scale)
    gaze = Gaze(_scaled(mesh, scale), np.concatenate(middles) * scale)
    drawn.express = gaze.shaped
    return [drawn]


def _moulded(
    gl: moderngl.Context,
    hide: Hide,
    mesh: Mesh,
    moves: np.ndarray,
    body: Anatomy,
    material: Material,
    outlined: bool,
    scale: float,
    picture: moderngl.Texture | None = None,
) -> Drawable:
    mould, order = Mould.of(_scaled(mesh, scale), moves * scale, body.expressions)
    bones, shares = hide.bones_and_weights()
    upload = Upload(gl, Part(mould.mesh, material, outlined), bones[order], shares[order], picture)
    drawn = Drawable(upload, material, True, outlined, skin=np.tile(np.eye(4), (len(BONES), 1, 1)))
    drawn.express = mould.shaped
    return drawn


def _drawable(
    gl: moderngl.Context, hide: Hide, mesh: Mesh, material: Material, outlined: bool, scale: float
) -> Drawable:
    bones, shares = hide.bones_and_weights()
    upload = Upload(gl, Part(_scaled(mesh, scale), material, outlined), bones, shares)
    return Drawable(upload, material, True, outlined, skin=np.tile(np.eye(4), (len(BONES), 1, 1)))


def _scaled(mesh: Mesh, scale: float) -> Mesh:
    return mesh.scaled(scale)
