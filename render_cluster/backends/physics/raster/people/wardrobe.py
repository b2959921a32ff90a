"""Every kind of thing that people wear: the words for it, where on the body it sits, how it is made."""

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.people import accessories, footwear
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
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
    collar,
    strip,
)
from render_cluster.backends.physics.scene import Vector

Make = Callable[[Anatomy, Vector], tuple[Layer, ...]]

_WHITE: Vector = (0.93, 0.93, 0.92)
_BLACK: Vector = (0.05, 0.05, 0.06)
_STEEL: Vector = (0.62, 0.64, 0.67)
_LEATHER: Vector = (0.20, 0.12, 0.07)


class Kind(NamedTuple):
    """A kind of clothing; `slots` are the parts of the body that it takes, `words` what people call it."""

    words: tuple[str, ...]
    slots: tuple[str, ...]
    make: Make


def find(word: str) -> str | None:
    """The kind that people call by this word ("trench coat", "Trainers"), or None."""
    plain = re.sub(r"[\s_-]+", " ", word.strip().lower())
    return _BY_WORD.get(plain) or _BY_WORD.get(plain.removesuffix("s")) or _BY_WORD.get(plain + "s")


def layers(kind: str, body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A kind as worn by this body; KeyError for one that is not in KINDS."""
    return KINDS[kind].make(body, srgb)


def _shade(srgb: Vector, factor: float) -> Vector:
    red, green, blue = (min(1.0, channel * factor) for channel in srgb)
    return (red, green, blue)


def _plus(layer: Layer, *pieces: Piece) -> Layer:
    return layer._replace(pieces=(*layer.pieces, *pieces))


def _top(top: Top, rough: float = 0.85) -> Make:
    return lambda body, srgb: (top.layer(body, srgb, rough),)


def _legs(legs: Legs, rough: float = 0.85, darker_belt: bool = False) -> Make:
    def make(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
        layer = legs.layer(body, srgb, rough)
        if darker_belt:
            layer = _plus(layer, Piece(strip(body, belt(0.995, 0.016), legs.gap_m + 0.004), _LEATHER, 0.5))
        return (layer,)

    return make


def _placket(hide: Hide, half_m: float = 0.011) -> np.ndarray:
    x, y, z = hide.points.T
    return np.where(y < 0.0, np.minimum(half_m - np.abs(x), np.minimum(z - 0.93, 1.44 - z)), -1.0)


def _shirt(sleeve: float, tucked: bool = False) -> Make:
    def make(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
        top = Top(
            sleeve=sleeve,
            neck_v_m=0.05,
            hem_z_m=0.96 if tucked else 0.90,
            loose_m=0.004 if tucked else 0.016,
            level=1 if tucked else 2,
        )
        gap = top.gap_m + LAYER_M * (top.level - 1)
        neck = Piece(strip(body, collar(), gap + 0.008), _shade(srgb, 1.06), 0.8)
        front = Piece(strip(body, _placket, gap + 0.010 + 0.4 * top.loose_m), _shade(srgb, 0.92), 0.8)
        return (_plus(top.layer(body, srgb, 0.8), neck, front),)

    return make


def _blouse(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    return (
        Top(sleeve=1.72, neck_v_m=0.10, hem_z_m=0.93, sleeve_loose_m=0.024, loose_m=0.022).layer(
            body, srgb, 0.7
        ),
    )


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


def _jacket(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    gap = _JACKET.gap_m + 2 * LAYER_M
    neck = Piece(strip(body, collar(0.034), gap + 0.006), _shade(srgb, 0.85), 0.7)
    return (_plus(_JACKET.layer(body, srgb, 0.7), neck),)


def _suit_jacket(body: Anatomy, srgb: Vector) -> Layer:
    gap = _BLAZER.gap_m + 2 * LAYER_M
    lapel = Piece(strip(body, _lapels(_BLAZER, 0.050), gap + 0.006), _shade(srgb, 0.80), 0.7)
    neck = Piece(strip(body, collar(0.028), gap + 0.003), _shade(srgb, 0.85), 0.7)
    return _plus(_BLAZER.layer(body, srgb, 0.75), lapel, neck)


def _tie(hide: Hide) -> np.ndarray:
    x, y, z = hide.points.T
    half = 0.012 + 0.022 * smoothstep(1.44, 1.15, z) + 0.008 * (z > 1.435)
    return np.where(y < 0.0, np.minimum(half - np.abs(x), np.minimum(z - 1.06 - np.abs(x), 1.462 - z)), -1.0)


def _suit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    dark = sum(srgb) < 1.2
    tie = Piece(strip(body, _tie, 0.017), (0.50, 0.08, 0.10) if dark else (0.10, 0.12, 0.25), 0.5)
    shirt = _shirt(1.97, tucked=True)(body, _WHITE)[0]
    return (_plus(shirt, tie), Legs().layer(body, srgb, 0.75), _suit_jacket(body, srgb))


def _blazer(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    return (_suit_jacket(body, srgb),)


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


def _coat(body: Anatomy, srgb: Vector, hem_z_m: float = 0.44) -> tuple[Layer, ...]:
    lapel = Piece(strip(body, _lapels(_COAT, 0.060), 0.013 + 3 * LAYER_M + 0.006), _shade(srgb, 0.85), 0.8)
    skirt = Skirt(hem_z_m, 0.05, 1.08, 0.012, open_m=0.05, level=4).layer(body, srgb, 0.8)
    waist = Piece(strip(body, belt(1.035, 0.026), 0.013 + 3 * LAYER_M + 0.016), _shade(srgb, 0.72), 0.7)
    neck = Piece(strip(body, collar(0.036), 0.046), _shade(srgb, 0.85), 0.8)
    return (_plus(_COAT.layer(body, srgb, 0.8), lapel, neck, waist), skirt)


def _hoodie(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(
        sleeve=1.97, hem_z_m=0.89, gap_m=0.012, loose_m=0.024, sleeve_loose_m=0.014, level=2, neck_z_m=1.485
    )
    hood = Piece(strip(body, collar(0.030, 0.03), 0.044), _shade(srgb, 0.86), 0.9)

    def pocket(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(
            y < 0.0,
            np.minimum(0.105 - np.abs(x) - 0.4 * np.maximum(z - 1.02, 0.0), np.minimum(z - 0.945, 1.075 - z)),
            -1.0,
        )

    pouch = Piece(strip(body, pocket, top.gap_m + LAYER_M + 0.026), _shade(srgb, 0.90), 0.9)
    return (_plus(top.layer(body, srgb, 0.92), hood, pouch),)


def _dress(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(sleeve=0.32, hem_z_m=1.03, neck_z_m=1.455, neck_v_m=0.03, loose_m=0.0, sleeve_loose_m=0.008)
    waist = Piece(strip(body, belt(1.055, 0.014), 0.022), _shade(srgb, 0.72), 0.7)
    return (
        _plus(top.layer(body, srgb, 0.75), waist),
        Skirt(0.50, 0.13, 1.075, folds=12).layer(body, srgb, 0.75),
    )


def _gown(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(sleeve=0.04, hem_z_m=1.03, neck_z_m=1.415, neck_v_m=0.035, loose_m=0.0, gap_m=0.006)
    waist = Piece(strip(body, belt(1.06, 0.024), 0.020), _shade(srgb, 0.80), 0.4)
    return (
        _plus(top.layer(body, srgb, 0.45), waist),
        Skirt(0.165, 0.24, 1.085, folds=14).layer(body, srgb, 0.45),
    )


def _robe(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(
        sleeve=1.95, hem_z_m=1.0, neck_v_m=0.09, gap_m=0.012, loose_m=0.006, sleeve_loose_m=0.045, level=3
    )
    waist = Piece(strip(body, belt(1.045, 0.022), 0.046), _shade(srgb, 0.55), 0.8)
    return (
        _plus(top.layer(body, srgb, 0.9), waist),
        Skirt(0.19, 0.10, 1.08, 0.014, folds=9, level=3).layer(body, srgb, 0.9),
    )


def _skirt(hem_z_m: float, flare_m: float) -> Make:
    return lambda body, srgb: (Skirt(hem_z_m, flare_m, 1.04, 0.004, folds=12, level=1).layer(body, srgb),)


def _tutu(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(sleeve=0.02, hem_z_m=0.93, neck_z_m=1.42, neck_v_m=0.02, loose_m=0.0, gap_m=0.004, level=1)
    pieces = []
    for tier in range(3):

        def ruffle(u: np.ndarray, v: np.ndarray, tier: int = tier) -> np.ndarray:
            angle = 2.0 * np.pi * u
            radius = 0.13 + (0.27 - 0.03 * tier) * v
            z = 0.985 - 0.022 * tier - 0.05 * v**2 + 0.022 * v * np.sin(18.0 * angle + tier)
            return np.stack([np.cos(angle) * radius * 1.08, np.sin(angle) * radius - 0.01, z], -1)

        above = shapes.surface(ruffle, 96, 3)
        both = accessories.two_sided(above)
        pieces.append(Piece(accessories.on_bone(both, "pelvis"), _shade(srgb, 1.0 - 0.08 * tier), 0.9))
    tights = Legs(0.03, 1.0, 0.002, 0.0).layer(body, _shade(_WHITE, 0.98), 0.6)
    return (tights, _plus(top.layer(body, srgb, 0.6), *pieces))


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


def _swimsuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    covers = _torso_suit(hem_cut=True)
    shell = Shell(covers, lambda hide: np.full(len(hide.points), 0.003), 1)
    return (Layer((Piece(shell.over(body.parts["tights"]), srgb, 0.5),), covers, 1),)


def _wetsuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(
        sleeve=1.96, hem_z_m=0.93, neck_z_m=1.495, gap_m=0.004, loose_m=0.0, sleeve_loose_m=0.0, level=1
    )

    def sides(hide: Hide) -> np.ndarray:
        z = hide.points[:, 2]
        return np.where(arms(hide) > 0.3, -1.0, np.minimum(0.05 - np.abs(z - 1.34), 0.2))

    band = Piece(strip(body, sides, 0.0065), (0.10, 0.45, 0.62), 0.4)
    return (Legs(0.09, 0.96, 0.004, 0.0).layer(body, srgb, 0.4), _plus(top.layer(body, srgb, 0.4), band))


def _spacesuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(
        sleeve=1.92, hem_z_m=0.94, neck_z_m=1.50, gap_m=0.028, loose_m=0.012, sleeve_loose_m=0.014, level=2
    )
    waist = Piece(strip(body, belt(0.99, 0.022), 0.050), (0.32, 0.34, 0.38), 0.6)
    pack = accessories.backpack(body, _shade(srgb, 0.92), (0.40, 0.20, 0.58), straps=False)
    chest = accessories.chest_box(body)
    return (
        Legs(0.09, 1.0, 0.028, 0.010).layer(body, srgb, 0.7),
        _plus(top.layer(body, srgb, 0.7), waist),
        pack,
        chest,
        accessories.gloves(body, _shade(srgb, 0.85), 0.009),
        footwear.boots(body, _shade(srgb, 0.85), 0.26),
        accessories.space_helmet(body, srgb),
    )


def _knight(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    mail = Top(
        sleeve=1.97, hem_z_m=0.82, gap_m=0.010, loose_m=0.012, sleeve_loose_m=0.004, level=2, neck_z_m=1.495
    )
    plate = Top(sleeve=0.03, hem_z_m=1.0, gap_m=0.016, loose_m=0.008, level=3, neck_z_m=1.45)
    surcoat = Skirt(0.62, 0.05, 1.03, 0.012, open_m=0.02, level=3).layer(body, srgb, 0.85)
    waist = Piece(strip(body, belt(1.005, 0.020), 0.050), _LEATHER, 0.6)
    return (
        Legs(0.09, 1.0, 0.012, 0.0).layer(body, _shade(_STEEL, 0.75), 0.45, 0.8),
        mail.layer(body, _shade(_STEEL, 0.72), 0.55, 0.7),
        _plus(plate.layer(body, _STEEL, 0.28, 0.92), waist),
        surcoat,
        accessories.pauldrons(_STEEL),
        accessories.gloves(body, _shade(_STEEL, 0.7), 0.006, 0.4),
        footwear.boots(body, _shade(_STEEL, 0.8), 0.32, 0.35, 0.85),
        accessories.great_helm(body, _STEEL),
    )


def _apron(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    def bib(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        half = 0.105 + 0.12 * smoothstep(1.20, 1.02, z)
        return np.where(
            (y < 0.03) & (arms(hide) < 0.3),
            np.minimum(half - np.abs(x), np.minimum(z - 0.99, 1.36 - z)),
            -1.0,
        )

    gap = 0.014 + 2 * LAYER_M
    front = Piece(strip(body, bib, gap), srgb, 0.9)
    ties = Piece(strip(body, belt(1.03, 0.012), gap + 0.004), _shade(srgb, 0.85), 0.9)
    lower = Skirt(0.56, 0.03, 1.04, 0.012, front=True, level=3).layer(body, srgb, 0.9)
    return (Layer((front, ties), None, 3), lower)


def _tracksuit(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(
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
    zipper = Piece(strip(body, lambda hide: _placket(hide, 0.005), 0.010 + LAYER_M + 0.018), _WHITE, 0.5)
    leg_stripe = Piece(strip(body, _side_stripe, 0.033), _WHITE, 0.8)
    return (_plus(Legs(0.075).layer(body, srgb, 0.7), leg_stripe), _plus(top.layer(body, srgb, 0.7), zipper))


def _side_stripe(hide: Hide) -> np.ndarray:
    x, y, z = hide.points.T
    return np.where(
        (np.abs(x) > 0.13) & (arms(hide) < 0.3),
        np.minimum(0.014 - np.abs(y - 0.01), np.minimum(z - 0.10, 0.97 - z)),
        -1.0,
    )


def _uniform(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    shirt = _shirt(1.95, tucked=True)(body, srgb)[0]
    waist = Piece(strip(body, belt(0.995, 0.022), 0.020), _BLACK, 0.4)

    def badge(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(y < 0.0, 0.022 - np.hypot(x - 0.095, z - 1.33), -1.0)

    star = Piece(strip(body, badge, 0.016), (0.83, 0.66, 0.22), 0.3, 0.9)
    return (_plus(shirt, waist, star), Legs().layer(body, _shade(srgb, 0.55), 0.8))


def _jersey(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    top = Top(sleeve=0.06, hem_z_m=0.90, neck_v_m=0.03, gap_m=0.009, loose_m=0.024)

    def sides(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        return np.where(
            (np.abs(x) > 0.10) & (arms(hide) < 0.25),
            np.minimum(0.020 - np.abs(y), np.minimum(z - 0.905, 1.30 - z)),
            -1.0,
        )

    return (_plus(top.layer(body, srgb, 0.75), Piece(strip(body, sides, 0.036), _WHITE, 0.8)),)


def _one(make: Callable[[Anatomy, Vector], Layer]) -> Make:
    return lambda body, srgb: (make(body, srgb),)


def _overalls(body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    def bib(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        panel = np.minimum(0.115 - np.abs(x), np.minimum(z - 0.98, 1.31 - z))
        straps = np.minimum(0.018 - np.abs(np.abs(x) - 0.095), z - 1.0)
        return np.where(arms(hide) > 0.35, -1.0, np.where(y < 0.0, np.maximum(panel, straps), straps))

    upper = Piece(strip(body, bib, 0.030), srgb, 0.85)
    return (_plus(Legs(0.075, 1.03, 0.016, level=3).layer(body, srgb), upper),)


_TORSO, _LEGS, _BOTH = ("torso",), ("legs",), ("torso", "legs")

KINDS: dict[str, Kind] = {
    "t_shirt": Kind(("t-shirt", "tee shirt", "tee", "t shirt", "top"), _TORSO, _top(Top())),
    "sweater": Kind(("sweater", "jumper", "pullover", "sweatshirt", "cardigan", "jersey knit"), _TORSO, _top(Top(sleeve=1.95, neck_z_m=1.487, gap_m=0.011, sleeve_loose_m=0.014), 0.95)),
    "tank_top": Kind(("tank top", "vest", "singlet", "undershirt"), _TORSO, _top(Top(sleeve=0.03, neck_z_m=1.445, neck_v_m=0.02, loose_m=0.010))),
    "shirt": Kind(("shirt", "button-down", "dress shirt", "flannel", "polo", "collared shirt"), _TORSO, _shirt(1.93)),
    "blouse": Kind(("blouse", "tunic"), _TORSO, _blouse),
    "jacket": Kind(("jacket", "leather jacket", "denim jacket", "windbreaker", "parka", "anorak", "bomber"), ("over",), _jacket),
    "blazer": Kind(("blazer", "suit jacket", "sport coat"), ("over",), _blazer),
    "coat": Kind(("coat", "trench coat", "overcoat", "raincoat", "lab coat", "trenchcoat", "cloak", "cape"), ("over",), _coat),
    "hoodie": Kind(("hoodie", "hooded sweatshirt", "hoody"), _TORSO, _hoodie),
    "suit": Kind(("suit", "tuxedo", "business suit", "three-piece suit"), (*_BOTH, "over"), _suit),
    "dress": Kind(("dress", "sundress", "frock", "summer dress"), _BOTH, _dress),
    "gown": Kind(("gown", "evening gown", "ball gown", "wedding dress", "long dress", "sari"), _BOTH, _gown),
    "robe": Kind(("robe", "kimono", "bathrobe", "cassock", "habit", "toga", "wizard robe"), (*_BOTH, "over"), _robe),
    "skirt": Kind(("skirt", "long skirt", "kilt"), _LEGS, _skirt(0.48, 0.10)),
    "miniskirt": Kind(("miniskirt", "mini skirt", "short skirt"), _LEGS, _skirt(0.66, 0.08)),
    "shorts": Kind(("shorts", "swim trunks", "trunks", "bermudas", "boxers"), _LEGS, _legs(Legs(0.575, gap_m=0.008, loose_m=0.028))),
    "trousers": Kind(("trousers", "pants", "slacks", "chinos", "khakis"), _LEGS, _legs(Legs(), 0.85, darker_belt=True)),
    "jeans": Kind(("jeans", "denims", "denim"), _LEGS, _legs(Legs(gap_m=0.006, loose_m=0.010), 0.95, darker_belt=True)),
    "leggings": Kind(("leggings", "tights", "yoga pants"), _LEGS, _legs(Legs(0.085, 1.0, 0.002, 0.0), 0.6)),
    "overalls": Kind(("overalls", "dungarees", "boiler suit", "coveralls"), _LEGS, _overalls),
    "swimsuit": Kind(("swimsuit", "bathing suit", "bikini", "leotard", "swimwear", "one-piece"), _BOTH, _swimsuit),
    "wetsuit": Kind(("wetsuit", "wet suit", "diving suit", "bodysuit", "superhero suit", "costume"), _BOTH, _wetsuit),
    "spacesuit": Kind(("spacesuit", "space suit", "astronaut suit"), (*_BOTH, "over", "feet", "hands", "head", "back"), _spacesuit),
    "knight": Kind(("armour", "armor", "knight", "suit of armour", "chain mail", "plate armour", "suit of armor"), (*_BOTH, "over", "feet", "hands", "head"), _knight),
    "uniform": Kind(("uniform", "police uniform", "scrubs", "military uniform"), _BOTH, _uniform),
    "tracksuit": Kind(("tracksuit", "track suit", "sweatsuit", "jogging suit", "pyjamas", "pajamas"), _BOTH, _tracksuit),
    "jersey": Kind(("jersey", "sportswear", "basketball jersey", "football shirt", "kit", "sports shirt"), _TORSO, _jersey),
    "tutu": Kind(("tutu", "ballet dress", "ballet skirt"), _BOTH, _tutu),
    "apron": Kind(("apron", "pinafore"), ("apron",), _apron),
    "cap": Kind(("cap", "baseball cap", "visor"), ("head",), _one(accessories.cap)),
    "sun_hat": Kind(("sun hat", "hat", "straw hat", "sunhat", "sombrero", "bucket hat", "panama"), ("head",), _one(lambda body, srgb: accessories.brimmed(body, srgb, 0.85, 0.10))),
    "cowboy_hat": Kind(("cowboy hat", "fedora", "stetson", "ranger hat"), ("head",), _one(lambda body, srgb: accessories.brimmed(body, srgb, 0.60, -0.10, 1.25))),
    "beanie": Kind(("beanie", "woolly hat", "knit hat", "bobble hat", "winter hat"), ("head",), _one(accessories.beanie)),
    "helmet": Kind(("helmet", "bike helmet", "bicycle helmet", "skate helmet"), ("head",), _one(accessories.bike_helmet)),
    "chef_hat": Kind(("chef hat", "chef's hat", "toque"), ("head",), _one(accessories.chef_hat)),
    "crown": Kind(("crown", "tiara"), ("head",), _one(accessories.crown)),
    "hard_hat": Kind(("hard hat", "hardhat", "construction helmet", "safety helmet", "fire helmet"), ("head",), _one(accessories.hard_hat)),
    "top_hat": Kind(("top hat", "tophat"), ("head",), _one(accessories.top_hat)),
    "witch_hat": Kind(("witch hat", "wizard hat", "pointed hat", "party hat"), ("head",), _one(accessories.witch_hat)),
    "glasses": Kind(("glasses", "spectacles", "eyeglasses", "reading glasses"), ("face",), _one(accessories.glasses)),
    "sunglasses": Kind(("sunglasses", "shades", "goggles", "dark glasses"), ("face",), _one(lambda body, srgb: accessories.glasses(body, srgb, dark=True))),
    "scarf": Kind(("scarf", "shawl", "bandana", "neckerchief", "muffler"), ("neck",), _one(accessories.scarf)),
    "gloves": Kind(("gloves", "mittens", "boxing gloves"), ("hands",), _one(accessories.gloves)),
    "backpack": Kind(("backpack", "rucksack", "school bag", "bag", "knapsack"), ("back",), _one(accessories.backpack)),
    "shoes": Kind(("shoes", "sneakers", "trainers", "running shoes", "ballet shoes"), ("feet",), _one(footwear.shoes)),
    "dress_shoes": Kind(("dress shoes", "leather shoes", "heels", "high heels", "loafers", "pumps"), ("feet",), _one(lambda body, srgb: footwear.shoes(body, srgb, dressy=True))),
    "boots": Kind(("boots", "wellingtons", "wellies", "cowboy boots", "hiking boots", "rain boots"), ("feet",), _one(footwear.boots)),
    "sandals": Kind(("sandals", "flip-flops", "flip flops", "slippers"), ("feet",), _one(footwear.sandals)),
    "barefoot": Kind(("barefoot", "bare feet", "no shoes"), ("feet",), lambda _body, _srgb: ()),
}  # fmt: skip
"""All kinds by name; the order is that in which they are listed to people."""


def _by_word() -> dict[str, str]:
    found = {}
    for name, kind in KINDS.items():
        for word in (name.replace("_", " "), *kind.words):
            found.setdefault(re.sub(r"[\s_-]+", " ", word), name)
    return found


_BY_WORD = _by_word()
