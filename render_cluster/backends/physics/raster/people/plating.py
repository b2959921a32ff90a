"""The plates of a robot: boxes that each ride on one bone, in place of soft cloth."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.people.accessories import HeadFit, on_bone, whole_head
from render_cluster.backends.physics.raster.people.body import Anatomy
from render_cluster.backends.physics.raster.people.garments import Layer, Piece
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_SCREEN: Vector = (0.06, 0.07, 0.09)
_EYES: Vector = (0.30, 0.95, 1.0)
_LAMPS: tuple[Vector, ...] = ((1.0, 0.20, 0.15), (1.0, 0.80, 0.12), (0.20, 0.95, 0.35))
_HEAD_LEVEL = 6
# Thick of a limb's plate and the share of the bone that it covers, from and to.
_LIMBS = {
    "upper_arm": (0.062, 0.30, 0.86), "forearm": (0.066, 0.10, 0.92),
    "thigh": (0.092, 0.16, 0.84), "shin": (0.082, 0.12, 0.84),
}  # fmt: skip


def trunk(srgb: Vector) -> tuple[Piece, ...]:
    """Chest and hips, with a panel of lamps in front."""
    chest = shapes.box(0.44, 0.32, 0.36, 0.03).moved(0.0, 0.0, 1.27)
    hips = shapes.box(0.34, 0.27, 0.15, 0.03).moved(0.0, 0.0, 0.95)
    panel = shapes.box(0.28, 0.02, 0.18, 0.008).moved(0.0, -0.165, 1.29)
    lamps = (
        _plate(shapes.sphere(16, 10).scaled(0.025, 0.012, 0.025).moved(x, -0.178, 1.33), "spine", lamp)
        for x, lamp in zip((-0.085, 0.0, 0.085), _LAMPS, strict=True)
    )
    dial = _plate(shapes.box(0.22, 0.012, 0.04, 0.004).moved(0.0, -0.176, 1.245), "spine", (0.2, 0.5, 0.85))
    plates = (_plate(chest, "spine", srgb), _plate(hips, "pelvis", srgb), _plate(panel, "spine", _SCREEN))
    return (*plates, *lamps, dial)


def limbs(srgb: Vector) -> tuple[Piece, ...]:
    """A sleeve of plate on each long bone, and a ball at each shoulder."""
    pieces = []
    for kind, (thick_m, low, high) in _LIMBS.items():
        for side in "lr":
            bone = BONES[BONE_INDEX[f"{kind}_{side}"]]
            head, tail = np.array(bone.head), np.array(bone.tail)
            start, end = head + low * (tail - head), head + high * (tail - head)
            pieces.append(_plate(shapes.rod(start, end, thick_m, 0.9 * thick_m, sides=16), bone.name, srgb))
            if kind == "upper_arm":
                pieces.append(
                    _plate(shapes.sphere(20, 12).scaled(0.085, 0.085, 0.085).moved(*head), bone.name, srgb)
                )
    return tuple(pieces)


def boxed_head(body: Anatomy, srgb: Vector) -> Layer:
    """The head: a box with a dark screen for a face, two eyes, a mouth of bars, ears and an antenna."""
    fit = HeadFit.of(body)
    low_m = 1.49
    wide_m, deep_m, tall_m = 2.5 * fit.x_m, 2.35 * fit.y_m, fit.crown_z_m + 0.03 - low_m
    middle = np.array([0.0, fit.middle_y_m, low_m + 0.5 * tall_m])
    front_m = middle[1] - 0.5 * deep_m
    eye_m = middle[2] + 0.12 * tall_m
    eyes = [
        shapes.sphere(20, 12).scaled(0.034, 0.014, 0.034).moved(x, front_m - 0.012, eye_m)
        for x in (-0.062, 0.062)
    ]
    mouth = [
        shapes.box(0.012, 0.012, 0.03, 0.002).moved(x, front_m - 0.012, middle[2] - 0.27 * tall_m)
        for x in np.linspace(-0.06, 0.06, 5)
    ]
    ears = [
        shapes.box(0.04, 0.09, 0.09, 0.012).moved(s * (0.5 * wide_m + 0.015), middle[1], eye_m)
        for s in (-1, 1)
    ]
    top = middle + np.array([0.0, 0.0, 0.5 * tall_m])
    rod = shapes.rod(top, top + np.array([0.0, 0.0, 0.09]), 0.007)
    bulb = shapes.sphere(16, 10).scaled(0.022, 0.022, 0.022).moved(*(top + np.array([0.0, 0.0, 0.10])))
    screen = shapes.box(0.84 * wide_m, 0.02, 0.70 * tall_m, 0.008).moved(0.0, front_m, middle[2])
    pieces = [_plate(shapes.box(wide_m, deep_m, tall_m, 0.035).moved(*middle), "head", srgb)]
    pieces += [_plate(screen, "head", _SCREEN), _plate(rod, "head", srgb), _plate(bulb, "head", _LAMPS[0])]
    pieces += [_plate(one, "head", _EYES) for one in (*eyes, *mouth)]
    pieces += [_plate(one, "head", tuple(0.6 * part for part in srgb)) for one in ears]
    return Layer(tuple(pieces), whole_head, _HEAD_LEVEL)


def _plate(mesh: Mesh, bone: str, srgb: Vector) -> Piece:
    return Piece(on_bone(mesh, bone), srgb, 0.35, 0.25)
