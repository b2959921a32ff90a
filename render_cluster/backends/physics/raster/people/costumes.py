"""Clothes for work, sport, water, stage and story."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.people import accessories, footwear, plating
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.everyday import LEATHER, placket, plus, shade, shirt
from render_cluster.backends.physics.raster.people.fields import arms, smoothstep
from render_cluster.backends.physics.raster.people.garments import (
    LAYER_M,
    Layer,
    Legs,
    Piece,
    Shell,
    Skirt,
    Top,
    belt,
    strip,
)
from render_cluster.backends.physics.scene import Vector

_WHITE: Vector = (0.93, 0.93, 0.92)
_BLACK: Vector = (0.05, 0.05, 0.06)
_STEEL: Vector = (0.62, 0.64, 0.67)


def _side_stripe(hide: Hide) -> np.ndarray:
    x, y, z = hide.points.T
    return np.where(
        (np.abs(x) > 0.13) & (arms(hide) < 0.3),
        np.minimum(0.014 - np.abs(y - 0.01), np.minimum(z - 0.10, 0.97 - z)),
        -1.0,
    )


def tutu(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A bodice over tiers of ruffles, with tights."""
    cloth = Top(sleeve=0.02, hem_z_m=0.93, neck_z_m=1.42, neck_v_m=0.02, loose_m=0.0, gap_m=0.004, level=1)
    pieces = []
    for tier in range(3):

        def ruffle(u: np.ndarray, v: np.ndarray, tier: int = tier) -> np.ndarray:
            angle = 2.0 * np.pi * u
            radius = 0.13 + (0.27 - 0.03 * tier) * v
            z = 0.985 - 0.022 * tier - 0.05 * v**2 + 0.022 * v * np.sin(18.0 * angle + tier)
            return np.stack([np.cos(angle) * radius * 1.08, np.sin(angle) * radius - 0.01, z], -1)

        above = shapes.surface(ruffle, 96, 3)
        both = accessories.two_sided(above)
        pieces.append(Piece(accessories.on_bone(both, "pelvis"), shade(srgb, 1.0 - 0.08 * tier), 0.9))
    tights = Legs(0.03, 1.0, 0.002, 0.0).layer(body, shade(_WHITE, 0.98), 0.6)
    return (tights, plus(cloth.layer(body, srgb, 0.6), *pieces))


def _torso_suit(hem_cut: bool) -> Callable[[Hide], np.ndarray]:
    def covers(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        neck = 1.405 + 0.35 * np.clip(y, -0.1, 0.1) + 2.4 * np.maximum(np.abs(x) - 0.05, 0.0) - z
        strap = np.where(np.abs(np.abs(x) - 0.085) < 0.03, 0.03 - np.abs(np.abs(x) - 0.085), neck)
        legs = z - (0.835 + 0.95 * np.maximum(np.abs(x) - 0.02, 0.0) ** 1.1) if hem_cut else z - 0.80
        limb = smoothstep(0.1, 0.5, arms(hide))
        return np.minimum(
            np.minimum(np.maximum(neck, np.where(z > 1.36, strap, neck)), legs), 0.1 - 0.3 * limb
        )

    return covers


def swimsuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A one-piece swimsuit."""
    covers = _torso_suit(hem_cut=True)
    shell = Shell(covers, lambda hide: np.full(len(hide.points), 0.003), 1)
    return (Layer((Piece(shell.over(body.parts["tights"]), srgb, 0.5),), covers, 1),)


def wetsuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A close suit to wrist and ankle with a band over the chest."""
    cloth = Top(
        sleeve=1.96, hem_z_m=0.93, neck_z_m=1.495, gap_m=0.004, loose_m=0.0, sleeve_loose_m=0.0, level=1
    )

    def sides(hide: Hide) -> np.ndarray:
        z = hide.points[:, 2]
        return np.minimum(0.05 - np.abs(z - 1.33), 0.2 * (0.35 - arms(hide)))

    band = Piece(strip(body, sides, 0.0065), (0.10, 0.45, 0.62), 0.4)
    return (Legs(0.09, 0.96, 0.004, 0.0).layer(body, srgb, 0.4), plus(cloth.layer(body, srgb, 0.4), band))


def spacesuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A padded suit with gloves, boots, pack and helmet."""
    cloth = Top(
        sleeve=1.92, hem_z_m=0.94, neck_z_m=1.50, gap_m=0.028, loose_m=0.012, sleeve_loose_m=0.014, level=2
    )
    waist = Piece(strip(body, belt(0.99, 0.022), 0.050), (0.32, 0.34, 0.38), 0.6)
    pack = accessories.backpack(body, shade(srgb, 0.92), (0.40, 0.20, 0.58), straps=False)
    chest = accessories.chest_box(body)
    return (
        Legs(0.09, 1.0, 0.028, 0.010).layer(body, srgb, 0.7),
        plus(cloth.layer(body, srgb, 0.7), waist),
        pack,
        chest,
        accessories.gloves(body, shade(srgb, 0.85), 0.009),
        footwear.boots(body, shade(srgb, 0.85), 0.26),
        accessories.space_helmet(body, srgb),
    )


def knight(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """Mail and plate with a surcoat and a great helm."""
    mail = Top(
        sleeve=1.97, hem_z_m=0.82, gap_m=0.010, loose_m=0.012, sleeve_loose_m=0.004, level=2, neck_z_m=1.495
    )
    plate = Top(sleeve=0.03, hem_z_m=1.0, gap_m=0.016, loose_m=0.008, level=3, neck_z_m=1.45)
    surcoat = Skirt(0.62, 0.05, 1.03, 0.012, open_m=0.02, level=3).layer(body, srgb, 0.85)
    waist = Piece(strip(body, belt(1.005, 0.020), 0.050), LEATHER, 0.6)
    return (
        Legs(0.09, 1.0, 0.012, 0.0).layer(body, shade(_STEEL, 0.75), 0.45, 0.8),
        mail.layer(body, shade(_STEEL, 0.72), 0.55, 0.7),
        plus(plate.layer(body, _STEEL, 0.28, 0.92), waist),
        surcoat,
        accessories.pauldrons(_STEEL),
        accessories.gloves(body, shade(_STEEL, 0.7), 0.006, 0.4),
        footwear.boots(body, shade(_STEEL, 0.8), 0.32, 0.35, 0.85),
        accessories.great_helm(body, _STEEL),
    )


def robot(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A box for a head with lit eyes, a box for a chest, plates on jointed limbs."""
    joints = shade(srgb, 0.38)
    suit = Top(sleeve=1.97, hem_z_m=0.90, gap_m=0.006, loose_m=0.0, sleeve_loose_m=0.0, neck_z_m=1.50)
    legs = Legs(0.09, 1.0, 0.006, 0.0)
    return (
        legs.layer(body, joints, 0.5, 0.5),
        plus(suit.layer(body, joints, 0.5, 0.5), *plating.trunk(srgb), *plating.limbs(srgb)),
        accessories.gloves(body, joints, 0.008, 0.4),
        footwear.boots(body, srgb, 0.16, 0.35, 0.6),
        plating.boxed_head(body, srgb),
    )


def apron(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A bib with strings and a cloth over the thighs."""

    def bib(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        half = 0.105 + 0.12 * smoothstep(1.20, 1.02, z)
        return np.where(
            (y < 0.03) & (arms(hide) < 0.3),
            np.minimum(half - np.abs(x), np.minimum(z - 0.99, 1.36 - z)),
            -1.0,
        )

    gap = 0.027 + 2 * LAYER_M
    front = Piece(strip(body, bib, gap), srgb, 0.9)
    ties = Piece(strip(body, belt(1.03, 0.012), gap + 0.004), shade(srgb, 0.85), 0.9)
    lower = Skirt(0.56, 0.03, 1.04, 0.012, front=True, level=3).layer(body, srgb, 0.9)
    return (Layer((front, ties), bib, 3), lower)


def tracksuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A zipped top and trousers with stripes."""
    cloth = Top(
        sleeve=1.95,
        hem_z_m=0.90,
        neck_z_m=1.49,
        gap_m=0.010,
        loose_m=0.020,
        sleeve_loose_m=0.012,
        open_m=0.03,
        closes_z_m=1.36,
        level=2,
    )
    zipper = Piece(strip(body, lambda hide: placket(hide, 0.005), 0.010 + LAYER_M + 0.018), _WHITE, 0.5)
    leg_stripe = Piece(strip(body, _side_stripe, 0.033), _WHITE, 0.8)
    return (plus(Legs(0.075).layer(body, srgb, 0.7), leg_stripe), plus(cloth.layer(body, srgb, 0.7), zipper))


def uniform(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """Shirt with a badge, belt, darker trousers."""
    under = shirt(1.95, tucked=True)(body, srgb)[0]
    waist = Piece(strip(body, belt(0.995, 0.022), 0.020), _BLACK, 0.4)

    def badge(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(y < 0.0, 0.022 - np.hypot(x - 0.095, z - 1.33), -1.0)

    star = Piece(strip(body, badge, 0.016), (0.83, 0.66, 0.22), 0.3, 0.9)
    return (plus(under, waist, star), Legs().layer(body, shade(srgb, 0.55), 0.8))


def jersey(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A sleeveless sports shirt with stripes at the sides."""
    cloth = Top(sleeve=0.06, hem_z_m=0.90, neck_v_m=0.03, gap_m=0.009, loose_m=0.024)

    def sides(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(
            (np.abs(x) > 0.10) & (arms(hide) < 0.25),
            np.minimum(0.020 - np.abs(y), np.minimum(z - 0.905, 1.30 - z)),
            -1.0,
        )

    return (plus(cloth.layer(body, srgb, 0.75), Piece(strip(body, sides, 0.036), _WHITE, 0.8)),)


def overalls(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """Trousers with a bib on straps."""

    def bib(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        panel = np.minimum(0.115 - np.abs(x), np.minimum(z - 0.98, 1.31 - z))
        straps = np.minimum(0.018 - np.abs(np.abs(x) - 0.095), z - 1.0)
        return np.where(arms(hide) > 0.35, -1.0, np.where(y < 0.0, np.maximum(panel, straps), straps))

    upper = Piece(strip(body, bib, 0.044), srgb, 0.85)
    return (plus(Legs(0.075, 1.03, 0.016, level=3).layer(body, srgb), upper),)


def robe(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A belted robe to the floor with wide sleeves."""
    cloth = Top(
        sleeve=1.95, hem_z_m=1.0, neck_v_m=0.09, gap_m=0.012, loose_m=0.006, sleeve_loose_m=0.045, level=3
    )
    waist = Piece(strip(body, belt(1.045, 0.022), 0.046), shade(srgb, 0.55), 0.8)
    return (
        plus(cloth.layer(body, srgb, 0.9), waist),
        Skirt(0.19, 0.10, 1.08, 0.014, folds=9, level=3).layer(body, srgb, 0.9),
    )
