"""What is worn on head, face, neck and back: shapes from formulas, fitted to one person's head."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Mesh, merged, smooth_normals
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.fields import arms, down_the_arm, share, smoothstep
from render_cluster.backends.physics.raster.people.garments import Field, Layer, Piece, Shell, strip
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_DARK: Vector = (0.05, 0.05, 0.06)
_GOLD_GLASS: Vector = (0.75, 0.55, 0.20)
_HAIR_ROOM_M = 0.016


class HeadFit(NamedTuple):
    """The skull of one person at the height where hats sit: its middle, half widths and crown; metres."""

    x_m: float
    y_m: float
    middle_y_m: float
    brim_z_m: float
    crown_z_m: float

    @staticmethod
    def of(body: Anatomy) -> "HeadFit":
        """Measured on the body; hats leave room for hair."""
        skin = body.skin
        points = skin.points[share(skin, "head") > 0.9]
        brim = body.eye_z_m + 0.055
        ring = points[np.abs(points[:, 2] - brim) < 0.02]
        half = np.ptp(ring, axis=0) / 2.0 + _HAIR_ROOM_M
        middle = (ring[:, 1].max() + ring[:, 1].min()) / 2.0
        return HeadFit(float(half[0]), float(half[1]), float(middle), brim, float(points[:, 2].max()) + 0.012)

    def lathe(self, profile: list[tuple[float, float]], tilt_rad: float = 0.10) -> Mesh:
        """A turned shape: radii in shares of the skull's, heights from the brim in shares up to the crown."""
        tall = self.crown_z_m - self.brim_z_m
        mesh = shapes.turned_profile([(r, z * tall) for r, z in profile], 32).scaled(self.x_m, self.y_m, 1.0)
        normals = smooth_across(mesh)
        return self.placed(Mesh(mesh.points, normals, mesh.faces, mesh.colours, mesh.surfaces), tilt_rad)

    def placed(self, mesh: Mesh, tilt_rad: float = 0.10) -> Mesh:
        """A shape about the origin put on the head, its front raised a little."""
        cos, sin = math.cos(-tilt_rad), math.sin(-tilt_rad)
        turn = np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])
        return mesh.rotated(turn).moved(0.0, self.middle_y_m, self.brim_z_m)


def smooth_across(mesh: Mesh) -> np.ndarray:
    """Normals as if points at the same place were one, so that a lathe's rings shade as round."""
    _, same = np.unique(np.round(mesh.points, 5), axis=0, return_inverse=True)
    same = same.reshape(-1)
    summed = np.zeros((same.max() + 1, 3))
    np.add.at(summed, same, smooth_normals(mesh.points, mesh.faces))
    summed /= np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9)
    return summed[same].astype(np.float32)


def on_bone(mesh: Mesh, bone: str) -> Hide:
    """A stiff shape that one bone carries."""
    weights = np.zeros((len(mesh.points), len(BONES)))
    weights[:, BONE_INDEX[bone]] = 1.0
    return Hide(mesh.points.astype(float), mesh.normals.astype(float), weights, mesh.faces)


def two_sided(mesh: Mesh) -> Mesh:
    """A thin sheet that is seen from both sides."""
    other = Mesh(mesh.points, -mesh.normals, mesh.faces[:, ::-1], mesh.colours, mesh.surfaces)
    return merged([mesh, other])


def _hat(mesh: Mesh, srgb: Vector, rough: float = 0.85, metal: float = 0.0) -> Piece:
    return Piece(on_bone(mesh, "head"), srgb, rough, metal)


def above_brim(body: Anatomy, drop_m: float = 0.0) -> Field:
    """Hides hair above the brim of a hat."""
    fit = HeadFit.of(body)
    return lambda hide: np.where(
        share(hide, "head") > 0.5,
        4.0 * (hide.points[:, 2] - (fit.brim_z_m - drop_m) - 0.1 * (hide.points[:, 1] - fit.middle_y_m)),
        -1.0,
    )


_DOME = [(1.0, -0.10), (1.0, 0.10), (0.97, 0.35), (0.86, 0.62), (0.64, 0.84), (0.34, 0.97), (0.0, 1.02)]


def cap(body: Anatomy, srgb: Vector) -> Layer:
    """A baseball cap: a dome and a peak."""
    fit = HeadFit.of(body)

    def peak(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        angle = (u - 0.5) * 2.1
        reach = 1.0 + 0.80 * v * np.maximum(np.cos(angle), 0.0) ** 0.7
        x, y = np.sin(angle) * fit.x_m * (1.0 + 0.10 * v), -np.cos(angle) * fit.y_m * reach
        return np.stack([x, y, -0.004 - 0.012 * v - 0.030 * (x / fit.x_m) ** 2 * v], -1)

    shade = fit.placed(two_sided(shapes.surface(peak, 14, 4)))
    return Layer((_hat(fit.lathe(_DOME), srgb), _hat(shade, srgb)), above_brim(body), 5)


def brimmed(body: Anatomy, srgb: Vector, brim: float, droop: float, crown: float = 1.0) -> Layer:
    """A hat with a brim all round: sun hat, straw hat, fedora."""
    fit = HeadFit.of(body)
    wide = [(1.0, 0.02), (1.0 + 0.5 * brim, -0.04 - 0.4 * droop), (1.0 + brim, -0.10 - droop)]
    below = [(radius, z - 0.05) for radius, z in wide]
    dome = [(r, z * crown) for r, z in _DOME[1:]]
    return Layer((_hat(fit.lathe([*below, *wide[::-1], *dome]), srgb),), above_brim(body), 5)


def beanie(body: Anatomy, srgb: Vector) -> Layer:
    """A knitted hat with a turned-up edge."""
    fit = HeadFit.of(body)
    edge = [(0.98, -0.30), (1.06, -0.28), (1.07, 0.08), (1.0, 0.10)]
    return Layer(
        (_hat(fit.lathe(edge + _DOME[2:-1] + [(0.0, 1.10)]), srgb, 0.95),), above_brim(body, 0.02), 5
    )


def hard_hat(body: Anatomy, srgb: Vector) -> Layer:
    """A builder's helmet."""
    fit = HeadFit.of(body)
    edge = [(1.0, -0.06), (1.28, -0.10), (1.28, -0.04), (1.08, 0.02)]
    dome = [(r * 1.08, z * 1.12) for r, z in _DOME[1:]]
    return Layer((_hat(fit.lathe(edge + dome), srgb, 0.25),), above_brim(body), 5)


def bike_helmet(body: Anatomy, srgb: Vector) -> Layer:
    """A sport helmet with a dark rim."""
    fit = HeadFit.of(body)
    dome = [(r * 1.12, z * 1.16) for r, z in _DOME]
    rim = [(1.0, -0.16), (1.13, -0.16), (1.13, -0.04), (1.0, -0.04)]
    return Layer((_hat(fit.lathe(dome), srgb, 0.3), _hat(fit.lathe(rim), _DARK, 0.6)), above_brim(body), 5)


def chef_hat(body: Anatomy, srgb: Vector) -> Layer:
    """A tall toque with a puffed top."""
    fit = HeadFit.of(body)
    profile = [(1.0, -0.10), (1.0, 1.1), (1.28, 1.35), (1.36, 1.75), (1.15, 2.05), (0.6, 2.12), (0.0, 2.08)]
    return Layer((_hat(fit.lathe(profile, 0.04), srgb),), above_brim(body), 5)


def top_hat(body: Anatomy, srgb: Vector) -> Layer:
    """A cylinder hat."""
    fit = HeadFit.of(body)
    profile = [(1.0, -0.02), (1.42, 0.0), (1.42, 0.05), (1.0, 0.07), (0.97, 1.0), (1.04, 1.75), (0.0, 1.77)]
    return Layer((_hat(fit.lathe(profile), srgb, 0.4),), above_brim(body), 5)


def witch_hat(body: Anatomy, srgb: Vector) -> Layer:
    """A pointed hat with a wide brim."""
    fit = HeadFit.of(body)
    profile = [(1.0, -0.04), (1.85, -0.10), (1.85, -0.04), (1.02, 0.06), (0.55, 1.2), (0.22, 2.3), (0.0, 2.9)]
    return Layer((_hat(fit.lathe(profile, 0.18), srgb),), above_brim(body), 5)


def crown(body: Anatomy, srgb: Vector) -> Layer:
    """A band of gold with points."""
    fit = HeadFit.of(body)

    def band(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        angle = 2.0 * math.pi * u
        point = np.abs((u * 8.0) % 1.0 - 0.5) * 2.0
        tall = 0.030 + 0.034 * point
        wide = 1.0 + 0.10 * v
        z = fit.brim_z_m + 0.020 + tall * v
        return np.stack(
            [np.cos(angle) * fit.x_m * wide, np.sin(angle) * fit.y_m * wide + fit.middle_y_m, z], -1
        )

    outside = shapes.surface(band, 64, 2)
    return Layer((_hat(two_sided(outside), srgb, 0.28, 0.9),), None, 5)


def great_helm(body: Anatomy, srgb: Vector) -> Layer:
    """A knight's helmet with an eye slit."""
    fit = HeadFit.of(body)
    drop = (fit.brim_z_m - 1.50) / (fit.crown_z_m - fit.brim_z_m)
    profile = [(0.92, -drop), (1.12, -drop * 0.7), (1.22, 0.0), (1.18, 0.55), (0.9, 0.98), (0.0, 1.18)]
    slit = [(1.232, -0.62), (1.236, -0.62), (1.236, -0.48), (1.232, -0.48)]
    front = fit.lathe(slit, 0.0)
    kept = front.points[front.faces].mean(1)[:, 1] < fit.middle_y_m - 0.35 * fit.y_m
    slot = Mesh(front.points, front.normals, front.faces[kept], front.colours, front.surfaces)
    return Layer((_hat(fit.lathe(profile, 0.0), srgb, 0.35, 0.9), _hat(slot, _DARK, 0.9)), whole_head, 6)


def space_helmet(body: Anatomy, srgb: Vector) -> Layer:
    """A white globe with a gold visor, on a ring."""
    fit = HeadFit.of(body)
    middle = (0.0, fit.middle_y_m, (fit.crown_z_m + 1.50) / 2.0 + 0.01)
    globe = shapes.sphere(36, 22)
    visor = (
        (globe.points[:, 1] < -0.42)
        & (np.abs(globe.points[:, 0]) < 0.78)
        & (np.abs(globe.points[:, 2] - 0.02) < 0.58)
    )
    in_front = visor[globe.faces].all(1)
    pieces = []
    for kept, srgb_of, rough, metal, size in (
        (~in_front, srgb, 0.4, 0.0, 1.0),
        (in_front, _GOLD_GLASS, 0.08, 0.95, 0.992),
    ):
        part = Mesh(globe.points, globe.normals, globe.faces[kept], globe.colours, globe.surfaces)
        pieces.append(
            _hat(part.scaled(0.168 * size, 0.172 * size, 0.178 * size).moved(*middle), srgb_of, rough, metal)
        )
    ring = shapes.torus(0.125, 0.022, 32, 8).moved(0.0, fit.middle_y_m + 0.015, 1.482)
    pieces.append(Piece(on_bone(ring, "spine"), (0.55, 0.57, 0.60), 0.35, 0.6))
    return Layer(tuple(pieces), whole_head, 6)


def whole_head(hide: Hide) -> np.ndarray:
    """Hides the whole head, with its hair."""
    return np.where(share(hide, "head") > 0.55, 0.4 * (hide.points[:, 2] - 1.47), -1.0)


def glasses(body: Anatomy, srgb: Vector, dark: bool = False) -> Layer:
    """Frames before the eyes, with temples to the ears; `dark` fills them."""
    frame, lens = [], []
    for eye in body.eyes:
        middle = eye.points.mean(0)
        front = float(eye.points[:, 1].min()) - 0.014
        ring = shapes.torus(0.0225, 0.0017, 28, 6).scaled(1.12, 0.92, 1.0)
        upright = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], float)
        at = (middle[0] * 1.06, front, middle[2] - 0.003)
        frame.append(ring.rotated(upright).moved(*at))
        side = math.copysign(1.0, middle[0])
        hinge = np.array([at[0] + side * 0.025, front, at[2] + 0.006])
        ear = np.array([side * (abs(hinge[0]) + 0.012), 0.0, hinge[2] - 0.004])
        frame.append(shapes.rod(hinge, ear, 0.0018, sides=6))
        if dark:
            glass = shapes.sphere(20, 8).scaled(0.0245, 0.002, 0.0205).moved(*at)
            lens.append(glass)
    inner = [abs(eye.points.mean(0)[0]) * 1.06 - 0.024 for eye in body.eyes]
    nose = np.array([0.0, front, at[2] + 0.004])
    frame.append(
        shapes.rod(nose - np.array([inner[0], 0, 0]), nose + np.array([inner[1], 0, 0]), 0.0017, sides=6)
    )
    pieces = [_hat(merged(frame), srgb, 0.35)]
    if dark:
        pieces.append(_hat(merged(lens), (0.03, 0.03, 0.035), 0.08))
    return Layer(tuple(pieces), None, 5)


def scarf(body: Anatomy, srgb: Vector) -> Layer:
    """Two loops round the neck and an end that hangs in front."""
    loops = [
        shapes.torus(0.088, 0.026, 32, 10).scaled(1.0, 1.08, 0.95).moved(0.0, 0.006, z)
        for z in (1.478, 1.508)
    ]
    skin = body.skin
    neck = skin.points[(np.abs(skin.points[:, 2] - 1.49) < 0.02) & (np.abs(skin.points[:, 0]) < 0.09)]
    grown = max(1.0, float(np.ptp(neck[:, 0])) / 2.0 / 0.066) if len(neck) else 1.0
    ring = merged(loops).scaled(grown, grown, 1.0)
    hide = on_bone(ring, "spine")
    weights = hide.weights.copy()
    upper = 0.5 * smoothstep(1.47, 1.53, hide.points[:, 2])
    weights[:, BONE_INDEX["head"]], weights[:, BONE_INDEX["spine"]] = upper, 1.0 - upper

    def end(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(y < 0.0, np.minimum(0.038 - np.abs(x - 0.045), np.minimum(z - 1.14, 1.47 - z)), -1.0)

    tail = strip(body, end, 0.034)
    return Layer(
        (Piece(Hide(hide.points, hide.normals, weights, hide.faces), srgb, 0.95), Piece(tail, srgb, 0.95)),
        None,
        5,
    )


def gloves(body: Anatomy, srgb: Vector, gap_m: float = 0.0025, rough: float = 0.8) -> Layer:
    """The hands again, a little larger."""

    def covers(hide: Hide) -> np.ndarray:
        return np.where(arms(hide) > 0.5, 0.24 * (down_the_arm(hide) - 1.86), -1.0)

    shell = Shell(covers, lambda hide: np.full(len(hide.points), gap_m), 1)
    return Layer((Piece(shell.over(body.skin), srgb, rough),), lambda hide: 3.0 * covers(hide), 4)


def backpack(
    body: Anatomy, srgb: Vector, size_m: tuple[float, float, float] = (0.29, 0.15, 0.40), straps: bool = True
) -> Layer:
    """A rounded bag on the back with two straps."""
    back = body.parts["tights"].points
    depth = float(back[(np.abs(back[:, 2] - 1.28) < 0.12) & (np.abs(back[:, 0]) < 0.1), 1].max())
    x, y, z = size_m
    bag = shapes.box(x, y, z, 0.05).moved(0.0, depth + y / 2 + 0.018, 1.26)
    pocket = shapes.box(x * 0.7, 0.05, z * 0.45, 0.022).moved(0.0, depth + y + 0.03, 1.26 - z * 0.17)
    pieces = [Piece(on_bone(merged([bag, pocket]), "spine"), srgb, 0.75)]

    def band(hide: Hide) -> np.ndarray:
        px, _, pz = hide.points.T
        return np.where(arms(hide) > 0.45, -1.0, np.minimum(0.021 - np.abs(np.abs(px) - 0.115), pz - 1.14))

    if straps:
        darker = tuple(0.6 * channel for channel in srgb)
        pieces.append(Piece(strip(body, band, 0.032), darker, 0.8))
    return Layer(tuple(pieces), None, 4)


def chest_box(body: Anatomy) -> Layer:
    """The box of dials on a spacesuit's chest."""
    front = body.parts["tights"].points
    depth = float(front[(np.abs(front[:, 2] - 1.25) < 0.06) & (np.abs(front[:, 0]) < 0.08), 1].min())
    box = shapes.box(0.19, 0.07, 0.13, 0.015).moved(0.0, depth - 0.055, 1.25)
    dials = [shapes.box(0.03, 0.01, 0.03, 0.004).moved(x, depth - 0.092, 1.27) for x in (-0.05, 0.0, 0.05)]
    red = Piece(on_bone(merged(dials), "spine"), (0.75, 0.16, 0.12), 0.4)
    return Layer((Piece(on_bone(box, "spine"), (0.70, 0.72, 0.75), 0.5), red), None, 4)


def pauldrons(srgb: Vector) -> Layer:
    """Steel on the shoulders."""
    pieces = []
    for side, sign in (("l", 1.0), ("r", -1.0)):
        for step in range(3):
            plate = shapes.sphere(20, 12).scaled(0.092 - 0.008 * step, 0.095 - 0.006 * step, 0.070)
            pieces.append(
                Piece(
                    on_bone(
                        plate.moved(sign * (0.205 + 0.028 * step), 0.0, 1.425 - 0.030 * step),
                        f"upper_arm_{side}",
                    ),
                    srgb,
                    0.3,
                    0.9,
                )
            )
    return Layer(tuple(pieces), None, 4)
