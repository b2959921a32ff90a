"""The colours of skin, eyes and hair, point by point."""

import zlib

import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.people import hairline
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.fields import share
from render_cluster.backends.physics.scene import Person, Vector

_IRISES: tuple[Vector, ...] = (
    (0.30, 0.17, 0.08), (0.22, 0.13, 0.07), (0.36, 0.24, 0.11), (0.25, 0.40, 0.50), (0.28, 0.40, 0.25),
)  # fmt: skip


_REGIONS = ("lips", "inside-mouth", "eyelids", "ears", "fingernails")


def plain(hide: Hide, srgb: Vector, rough: float, metal: float = 0.0) -> Mesh:
    """A skin in one colour."""
    return Mesh.of(hide.points, hide.normals, hide.faces).painted(srgb, rough, metal)


def iris_of(one: Person) -> Vector:
    """The colour of a person's eyes; those of dark people are dark."""
    light = np.mean(one.skin) > 0.62
    return _IRISES[zlib.crc32(one.name.encode()) // 8 % (len(_IRISES) if light else 3)]


def hairy(hide: Hide, srgb: Vector) -> Mesh:
    """Hair: darker at the roots and in its depth, with strands of their own shade."""
    mesh = plain(hide, srgb, 0.55)
    grain = np.sin(hide.points @ np.array([311.0, 173.0, 41.0])) * np.sin(
        hide.points @ np.array([97.0, 401.0, 23.0])
    )
    colours = mesh.colours * (1.0 + 0.16 * grain[:, None])
    return Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype(np.float32), mesh.surfaces)


def painted_skin(hide: Hide, one: Person, body: Anatomy, toon: bool) -> Mesh:
    """Skin as blood, beard and hair roots colour it: lips, cheeks, nose, ears, knuckles, lids."""
    mesh = plain(hide, one.skin, 0.5)
    on_head = share(hide, "head")
    x, y, z = hide.points.T
    up = z - body.eye_z_m
    face_y = float(body.parts["lashes"].points[:, 1].min())
    front = (y < face_y + 0.035) * (on_head > 0.5)
    near = _nearest_points(hide, body)
    mouth, inner, lids, ear, nails = (body.masks[name][near] for name in _REGIONS)
    cheeks = _spot(np.abs(x) - 0.042, up + 0.035, 0.018, 0.018) * front
    nose = _spot(x, up + 0.038, 0.014, 0.010) * (y < face_y - 0.004)
    hands = np.clip((np.abs(x) - 0.62) / 0.03, 0.0, 1.0)
    blood = linear(one.skin) * (0.94, 0.58, 0.54)
    red = np.clip(0.30 * cheeks + 0.20 * nose + 0.30 * ear + 0.15 * hands, 0, 1)
    colours = _mixed(mesh.colours, blood, red * (0.8 if toon else 1.0))
    lip = linear(one.skin) * ((0.90, 0.44, 0.46) if one.sex == "woman" else (0.86, 0.56, 0.54))
    colours = _mixed(colours, lip, mouth * (0.55 if toon else 0.9))
    if not toon:
        colours = _mixed(colours, linear(one.skin) * (0.72, 0.60, 0.58), 0.35 * lids)
        mottled = np.sin(hide.points @ np.array([210.0, 170.0, 90.0])) * np.sin(
            hide.points @ np.array([60.0, 190.0, 230.0])
        )
        colours = colours * (1.0 + 0.03 * mottled[:, None])
    colours = _mixed(colours, linear(one.skin) * (1.1, 0.85, 0.85), 0.6 * nails)
    colours = _mixed(colours, linear((0.24, 0.07, 0.07)), inner)
    roots = hairline.scalp_shade(hide.points, body.eye_z_m, one) * (on_head > 0.6)
    colours = _mixed(colours, linear(one.hair) * 0.8, roots)
    if one.sex == "man" and one.age != "child" and not toon:
        jaw = (
            np.clip((-0.050 - up) / 0.02, 0, 1)
            * np.clip((0.02 - y) / 0.04, 0, 1)
            * (on_head > 0.55)
            * (z > 1.49)
        )
        colours = _mixed(colours, linear(one.skin) * (0.72, 0.76, 0.80), 0.28 * jaw * (1 - mouth))
    return Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype(np.float32), mesh.surfaces)


def painted_eye(eye: Hide, iris: Vector) -> Mesh:
    """An eyeball whose colours say where on it each point is, which the shader draws the iris from."""
    mesh = plain(eye, iris, 0.1)
    low, high = eye.points.min(0), eye.points.max(0)
    radius = (high[2] - low[2]) / 2.0
    middle = (low + high) / 2.0
    offset = (eye.points - middle) / radius
    place = np.stack([offset[:, 0], offset[:, 2], -offset[:, 1]], 1)
    irises = np.tile(linear(iris), (len(place), 1))
    return Mesh(mesh.points, mesh.normals, mesh.faces, place.astype(np.float32), irises.astype(np.float32))


def _mixed(colours: np.ndarray, other: np.ndarray, amount: np.ndarray) -> np.ndarray:
    share_of_other = np.clip(amount, 0.0, 1.0)[:, None]
    return colours * (1.0 - share_of_other) + np.asarray(other) * share_of_other


def _nearest_points(hide: Hide, body: Anatomy) -> np.ndarray:
    """Which point of the whole skin each point (n,) of this one is, or lies nearest to."""
    if len(hide.points) == len(body.skin.points):
        return np.arange(len(hide.points))
    return cKDTree(body.skin.points).query(hide.points)[1]


def _spot(across: np.ndarray, up: np.ndarray, wide: float, tall: float) -> np.ndarray:
    return np.exp(-((across / wide) ** 2 + (up / tall) ** 2))
