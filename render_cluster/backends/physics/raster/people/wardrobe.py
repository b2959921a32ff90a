"""Every kind of thing that people wear: the words for it, where on the body it sits, how it is made."""

import re
from collections.abc import Callable
from typing import NamedTuple

from render_cluster.backends.physics.raster.people import accessories, costumes, everyday, footwear
from render_cluster.backends.physics.raster.people.body import Anatomy
from render_cluster.backends.physics.raster.people.everyday import Make
from render_cluster.backends.physics.raster.people.garments import Layer, Legs, Top
from render_cluster.backends.physics.scene import Vector


class Kind(NamedTuple):
    """A kind of clothing; `words` is what people call it, `slots` are the parts of the body that it takes."""

    words: str
    slots: tuple[str, ...]
    make: Make


def find(word: str) -> str | None:
    """The kind that people call by this word ("trench coat", "Trainers"), or None."""
    plain = re.sub(r"[\s_-]+", " ", word.strip().lower())
    return _BY_WORD.get(plain) or _BY_WORD.get(plain.removesuffix("s")) or _BY_WORD.get(plain + "s")


def layers(kind: str, body: Anatomy, srgb: Vector) -> tuple[Layer, ...]:
    """A kind as worn by this body; KeyError for one that is not in KINDS."""
    return KINDS[kind].make(body, srgb)


def _one(make: Callable[[Anatomy, Vector], Layer]) -> Make:
    return lambda body, srgb: (make(body, srgb),)


_TORSO, _LEGS, _BOTH = ("torso",), ("legs",), ("torso", "legs")

KINDS: dict[str, Kind] = {
    "t_shirt": Kind("t-shirt, tee shirt, tee, t shirt, top", _TORSO, everyday.top(Top())),
    "sweater": Kind(
        "sweater, jumper, pullover, sweatshirt, cardigan, jersey knit",
        _TORSO,
        everyday.top(Top(sleeve=1.95, neck_z_m=1.487, gap_m=0.011, sleeve_loose_m=0.014), 0.95),
    ),
    "tank_top": Kind(
        "tank top, vest, singlet, undershirt",
        _TORSO,
        everyday.top(Top(sleeve=0.03, neck_z_m=1.445, neck_v_m=0.02, loose_m=0.010)),
    ),
    "shirt": Kind(
        "shirt, button-down, dress shirt, flannel, polo, collared shirt", _TORSO, everyday.shirt(1.93)
    ),
    "blouse": Kind("blouse, tunic", _TORSO, everyday.blouse),
    "jacket": Kind(
        "jacket, leather jacket, denim jacket, windbreaker, parka, anorak, bomber", ("over",), everyday.jacket
    ),
    "blazer": Kind("blazer, suit jacket, sport coat", ("over",), everyday.blazer),
    "coat": Kind(
        "coat, trench coat, overcoat, raincoat, lab coat, trenchcoat, cloak, cape", ("over",), everyday.coat
    ),
    "hoodie": Kind("hoodie, hooded sweatshirt, hoody", _TORSO, everyday.hoodie),
    "suit": Kind("suit, tuxedo, business suit, three-piece suit", (*_BOTH, "over"), everyday.suit),
    "dress": Kind("dress, sundress, frock, summer dress", _BOTH, everyday.dress),
    "gown": Kind("gown, evening gown, ball gown, wedding dress, long dress, sari", _BOTH, everyday.gown),
    "robe": Kind(
        "robe, kimono, bathrobe, cassock, habit, toga, wizard robe", (*_BOTH, "over"), costumes.robe
    ),
    "skirt": Kind("skirt, long skirt, kilt", _LEGS, everyday.skirt(0.48, 0.10)),
    "miniskirt": Kind("miniskirt, mini skirt, short skirt", _LEGS, everyday.skirt(0.66, 0.08)),
    "shorts": Kind(
        "shorts, swim trunks, trunks, bermudas, boxers",
        _LEGS,
        everyday.legs(Legs(0.575, gap_m=0.008, loose_m=0.028)),
    ),
    "trousers": Kind(
        "trousers, pants, slacks, chinos, khakis", _LEGS, everyday.legs(Legs(), 0.85, darker_belt=True)
    ),
    "jeans": Kind(
        "jeans, denims, denim", _LEGS, everyday.legs(Legs(gap_m=0.006, loose_m=0.010), 0.95, darker_belt=True)
    ),
    "leggings": Kind("leggings, tights, yoga pants", _LEGS, everyday.legs(Legs(0.085, 1.0, 0.002, 0.0), 0.6)),
    "overalls": Kind("overalls, dungarees, boiler suit, coveralls", _LEGS, costumes.overalls),
    "swimsuit": Kind(
        "swimsuit, bathing suit, bikini, leotard, swimwear, one-piece", _BOTH, costumes.swimsuit
    ),
    "wetsuit": Kind(
        "wetsuit, wet suit, diving suit, bodysuit, superhero suit, costume", _BOTH, costumes.wetsuit
    ),
    "spacesuit": Kind(
        "spacesuit, space suit, astronaut suit",
        (*_BOTH, "over", "feet", "hands", "head", "back"),
        costumes.spacesuit,
    ),
    "knight": Kind(
        "armour, armor, knight, suit of armour, chain mail, plate armour, suit of armor",
        (*_BOTH, "over", "feet", "hands", "head"),
        costumes.knight,
    ),
    "robot": Kind("robot suit, robot costume", (*_BOTH, "over", "feet", "hands", "head"), costumes.robot),
    "uniform": Kind("uniform, police uniform, scrubs, military uniform", _BOTH, costumes.uniform),
    "tracksuit": Kind(
        "tracksuit, track suit, sweatsuit, jogging suit, pyjamas, pajamas", _BOTH, costumes.tracksuit
    ),
    "jersey": Kind(
        "jersey, sportswear, basketball jersey, football shirt, kit, sports shirt", _TORSO, costumes.jersey
    ),
    "tutu": Kind("tutu, ballet dress, ballet skirt", _BOTH, costumes.tutu),
    "apron": Kind("apron, pinafore", ("apron",), costumes.apron),
    "cap": Kind("cap, baseball cap, visor", ("head",), _one(accessories.cap)),
    "sun_hat": Kind(
        "sun hat, hat, straw hat, sunhat, sombrero, bucket hat, panama",
        ("head",),
        _one(lambda body, srgb: accessories.brimmed(body, srgb, 0.85, 0.10)),
    ),
    "cowboy_hat": Kind(
        "cowboy hat, fedora, stetson, ranger hat",
        ("head",),
        _one(lambda body, srgb: accessories.brimmed(body, srgb, 0.60, -0.10, 1.25)),
    ),
    "beanie": Kind(
        "beanie, woolly hat, knit hat, bobble hat, winter hat", ("head",), _one(accessories.beanie)
    ),
    "helmet": Kind(
        "helmet, bike helmet, bicycle helmet, skate helmet", ("head",), _one(accessories.bike_helmet)
    ),
    "chef_hat": Kind("chef hat, chef's hat, toque", ("head",), _one(accessories.chef_hat)),
    "crown": Kind("crown, tiara", ("head",), _one(accessories.crown)),
    "hard_hat": Kind(
        "hard hat, hardhat, construction helmet, safety helmet, fire helmet",
        ("head",),
        _one(accessories.hard_hat),
    ),
    "top_hat": Kind("top hat, tophat", ("head",), _one(accessories.top_hat)),
    "witch_hat": Kind(
        "witch hat, wizard hat, pointed hat, party hat", ("head",), _one(accessories.witch_hat)
    ),
    "glasses": Kind("glasses, spectacles, eyeglasses, reading glasses", ("face",), _one(accessories.glasses)),
    "sunglasses": Kind(
        "sunglasses, shades, goggles, dark glasses",
        ("face",),
        _one(lambda body, srgb: accessories.glasses(body, srgb, dark=True)),
    ),
    "scarf": Kind("scarf, shawl, bandana, neckerchief, muffler", ("neck",), _one(accessories.scarf)),
    "gloves": Kind("gloves, mittens, boxing gloves", ("hands",), _one(accessories.gloves)),
    "backpack": Kind("backpack, rucksack, school bag, bag, knapsack", ("back",), _one(accessories.backpack)),
    "shoes": Kind("shoes, sneakers, trainers, running shoes, ballet shoes", ("feet",), _one(footwear.shoes)),
    "dress_shoes": Kind(
        "dress shoes, leather shoes, heels, high heels, loafers, pumps",
        ("feet",),
        _one(lambda body, srgb: footwear.shoes(body, srgb, dressy=True)),
    ),
    "boots": Kind(
        "boots, wellingtons, wellies, cowboy boots, hiking boots, rain boots", ("feet",), _one(footwear.boots)
    ),
    "sandals": Kind("sandals, flip-flops, flip flops, slippers", ("feet",), _one(footwear.sandals)),
    "barefoot": Kind("barefoot, bare feet, no shoes", ("feet",), lambda _body, _srgb: ()),
}
"""All kinds by name; the order is that in which they are listed to people."""


def _by_word() -> dict[str, str]:
    found = {}
    for name, kind in KINDS.items():
        for word in (name, *kind.words.split(", ")):
            found.setdefault(re.sub(r"[\s_-]+", " ", word), name)
    return found


_BY_WORD = _by_word()
