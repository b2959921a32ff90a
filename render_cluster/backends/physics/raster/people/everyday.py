"""Everyday clothes: tops, jackets, dresses, skirts, trousers."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.fields import arms, smoothstep
from render_cluster.backends.physics.raster.people.garments import (
    LAYER_M,
    Collar,
    Layer,
    Legs,
    Piece,
    Skirt,
    Top,
    belt,
    strip,
)
from render_cluster.backends.physics.scene import Vector

Make = Callable[[Anatomy, Vector], tuple[Layer, ...]]

_WHITE: Vector = (0.93, 0.93, 0.92)
LEATHER: Vector = (0.20, 0.12, 0.07)
_JACKET = Top(
    sleeve=1.95, hem_z_m=0.86, open_m=0.085, closes_z_m=0.70, gap_m=0.010, sleeve_loose_m=0.008, level=3
)
_BLAZER = Top(
    sleeve=1.90,
    hem_z_m=0.84,
    open_m=0.085,
    closes_z_m=1.16,
    gap_m=0.010,
    loose_m=0.016,
    sleeve_loose_m=0.006,
    level=3,
)
_COAT = Top(
    sleeve=1.97,
    hem_z_m=0.985,
    open_m=0.060,
    closes_z_m=1.10,
    gap_m=0.013,
    loose_m=0.010,
    sleeve_loose_m=0.012,
    level=4,
)


def shade(srgb: Vector, factor: float) -> Vector:
    """The same colour, darker or lighter by a factor."""
    red, green, blue = (min(1.0, channel * factor) for channel in srgb)
    return (red, green, blue)


def plus(layer: Layer, *pieces: Piece) -> Layer:
    """A layer with more pieces."""
    return layer._replace(pieces=(*layer.pieces, *pieces))


def top(top: Top, rough: float = 0.85) -> Make:
    """A plain top."""
    return lambda body, srgb: (top.layer(body, srgb, rough),)


def legs(legs: Legs, rough: float = 0.85, darker_belt: bool = False) -> Make:
    """Plain legwear, with a leather belt where asked for."""

    def make(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
        layer = legs.layer(body, srgb, rough)
        if darker_belt:
            layer = plus(layer, Piece(strip(body, belt(0.995, 0.016), legs.gap_m + 0.004), LEATHER, 0.5))
        return (layer,)

    return make


def placket(hide: Hide, half_m: float = 0.011) -> np.ndarray:
    """The strip of buttons down the front."""
    x, y, z = hide.points.T
    return np.where(y < 0.0, np.minimum(half_m - np.abs(x), np.minimum(z - 0.93, 1.44 - z)), -1.0)


def shirt(sleeve: float, tucked: bool = False) -> Make:
    """A collared shirt with a placket; a tucked one ends in the trousers."""

    def make(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
        cloth = Top(
            sleeve=sleeve,
            neck_z_m=1.468,
            neck_v_m=0.03,
            hem_z_m=0.96 if tucked else 0.90,
            loose_m=0.004 if tucked else 0.016,
            level=1 if tucked else 2,
        )
        gap = cloth.gap_m + LAYER_M * (cloth.level - 1)
        neck = Piece(Collar(gap_m=gap + 0.001).hide(body), shade(srgb, 1.04), 0.8)
        front = Piece(strip(body, placket, gap + 0.010 + 0.4 * cloth.loose_m), shade(srgb, 0.92), 0.8)
        return (plus(cloth.layer(body, srgb, 0.8), neck, front),)

    return make


def blouse(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A blouse with wide sleeves."""
    return (
        Top(sleeve=1.72, neck_v_m=0.10, hem_z_m=0.93, sleeve_loose_m=0.024, loose_m=0.022).layer(
            body, srgb, 0.7
        ),
    )


def _lapels(top: Top, wide_m: float) -> Callable[[Hide], np.ndarray]:
    def field(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        share = np.clip((z - top.closes_z_m) / (1.46 - top.closes_z_m), 0.0, 1.0)
        edge = top.open_m * share
        return np.where(
            (y < 0.02) & (arms(hide) < 0.4),
            np.minimum(
                np.minimum(np.abs(x) - edge, edge + wide_m * share**0.5 - np.abs(x)),
                np.minimum(z - max(top.closes_z_m, 0.95), 1.47 - z),
            ),
            -1.0,
        )

    return field


def jacket(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """An open jacket."""
    gap = _JACKET.gap_m + 2 * LAYER_M
    neck = Piece(Collar(0.034, gap - 0.002, parted_rad=0.5, fold_m=0.038).hide(body), shade(srgb, 0.85), 0.7)
    return (plus(_JACKET.layer(body, srgb, 0.7), neck),)


def _suit_jacket(body: Anatomy, srgb: Vector) -> Layer:
    gap = _BLAZER.gap_m + 2 * LAYER_M
    lapel = Piece(strip(body, _lapels(_BLAZER, 0.050), gap + 0.006), shade(srgb, 0.80), 0.7)
    neck = Piece(Collar(0.026, gap - 0.004, parted_rad=0.75, fold_m=0.032).hide(body), shade(srgb, 0.80), 0.7)
    return plus(_BLAZER.layer(body, srgb, 0.75), lapel, neck)


def _tie(hide: Hide) -> np.ndarray:
    x, y, z = hide.points.T
    half = 0.012 + 0.022 * smoothstep(1.44, 1.15, z) + 0.008 * (z > 1.435)
    return np.where(y < 0.0, np.minimum(half - np.abs(x), np.minimum(z - 1.06 - np.abs(x), 1.462 - z)), -1.0)


def suit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """Jacket, trousers, white shirt and tie."""
    dark = sum(srgb) < 1.2
    tie = Piece(strip(body, _tie, 0.017), (0.50, 0.08, 0.10) if dark else (0.10, 0.12, 0.25), 0.5)
    under = shirt(1.97, tucked=True)(body, _WHITE)[0]
    return (plus(under, tie), Legs().layer(body, srgb, 0.75), _suit_jacket(body, srgb))


def blazer(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A suit jacket."""
    return (_suit_jacket(body, srgb),)


def coat(body: Anatomy, srgb: Vector, hem_z_m: float = 0.44) -> tuple[Layer, ...]:
    """A belted coat to the knee."""
    lapel = Piece(strip(body, _lapels(_COAT, 0.060), 0.013 + 3 * LAYER_M + 0.006), shade(srgb, 0.85), 0.8)
    lower = Skirt(hem_z_m, 0.05, 1.08, 0.012, open_m=0.05, level=4).layer(body, srgb, 0.8)
    waist = Piece(strip(body, belt(1.045, 0.030), 0.013 + 3 * LAYER_M + 0.020), shade(srgb, 0.72), 0.7)
    neck = Piece(Collar(0.036, 0.030, parted_rad=0.6, fold_m=0.045).hide(body), shade(srgb, 0.85), 0.8)
    return (plus(_COAT.layer(body, srgb, 0.8), lapel, neck, waist), lower)


def hoodie(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A hooded sweatshirt with a pouch."""
    cloth = Top(
        sleeve=1.97, hem_z_m=0.89, gap_m=0.012, loose_m=0.024, sleeve_loose_m=0.014, level=2, neck_z_m=1.465
    )
    hood = Piece(Collar(0.026, 0.022, 0.020, 0.045, 0.06, 0.075).hide(body), shade(srgb, 0.88), 0.9)

    def pocket(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(
            y < 0.0,
            np.minimum(0.105 - np.abs(x) - 0.4 * np.maximum(z - 1.02, 0.0), np.minimum(z - 0.945, 1.075 - z)),
            -1.0,
        )

    pouch = Piece(strip(body, pocket, cloth.gap_m + LAYER_M + 0.026), shade(srgb, 0.90), 0.9)
    return (plus(cloth.layer(body, srgb, 0.92), hood, pouch),)


def dress(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A short-sleeved dress to the knee."""
    cloth = Top(
        sleeve=0.32, hem_z_m=1.0, neck_z_m=1.44, neck_v_m=0.02, loose_m=0.0, sleeve_loose_m=0.008, level=1
    )
    waist = Piece(strip(body, belt(1.06, 0.018), 0.030), shade(srgb, 0.72), 0.7)
    return (
        plus(cloth.layer(body, srgb, 0.75), waist),
        Skirt(0.50, 0.13, 1.075, folds=12).layer(body, srgb, 0.75),
    )


def gown(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A sleeveless gown to the floor."""
    cloth = Top(sleeve=0.04, hem_z_m=1.0, neck_z_m=1.415, neck_v_m=0.035, loose_m=0.0, gap_m=0.006, level=1)
    waist = Piece(strip(body, belt(1.065, 0.024), 0.030), shade(srgb, 0.80), 0.4)
    return (
        plus(cloth.layer(body, srgb, 0.45), waist),
        Skirt(0.165, 0.24, 1.085, folds=14).layer(body, srgb, 0.45),
    )


def skirt(hem_z_m: float, flare_m: float) -> Make:
    """A skirt that ends at `hem_z_m`."""
    return lambda body, srgb: (Skirt(hem_z_m, flare_m, 1.04, 0.004, folds=12, level=1).layer(body, srgb),)
