"""What someone wears and looks like where nobody said: drawn from seed, age, sex and setting."""

import zlib
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.raster.people.wardrobe import KINDS
from render_cluster.backends.physics.scene import Clothing, Person, Vector
from render_cluster.storyboard import Age, Sex

Asked = tuple[tuple[str, Vector | None], ...]


class _Dress(NamedTuple):
    """The kinds that a setting asks for: tops, bottoms, feet, and what may be put over them."""

    tops: tuple[str, ...]
    bottoms: tuple[str, ...]
    feet: tuple[str, ...]
    extras: tuple[str, ...] = ()


_TOWN = _Dress(
    ("t_shirt", "shirt", "sweater", "hoodie", "blouse"),
    ("jeans", "trousers", "skirt"),
    ("shoes", "shoes", "boots"),
    ("jacket", "", "", "", "scarf"),
)
_SPORT = _Dress(("jersey", "t_shirt", "tank_top"), ("shorts", "shorts", "leggings"), ("shoes",))
_SUMMER = _Dress(("tank_top", "t_shirt"), ("shorts",), ("barefoot", "sandals"), ("", "sunglasses", "sun_hat"))
_WILD = _Dress(
    ("shirt", "sweater", "t_shirt"),
    ("trousers", "jeans", "shorts"),
    ("boots", "shoes"),
    ("backpack", "", "cap", "jacket"),
)
_SNOW = _Dress(("sweater",), ("trousers",), ("boots",), ("coat", "jacket"))
_HOME = _Dress(
    ("t_shirt", "sweater", "shirt", "blouse"), ("jeans", "leggings", "trousers"), ("barefoot", "shoes")
)
_STAGE = _Dress(
    ("shirt", "blouse", "t_shirt"),
    ("trousers", "jeans", "skirt"),
    ("dress_shoes", "boots"),
    ("blazer", "", ""),
)
_WATER = _Dress(("swimsuit",), (), ("barefoot",))
_MOON = _Dress(("spacesuit",), (), ())

_BY_SETTING: dict[str, _Dress] = {
    "court": _SPORT,
    "gym": _SPORT,
    "skate_park": _Dress(
        ("t_shirt", "hoodie", "shirt"),
        ("jeans", "shorts", "trousers"),
        ("shoes",),
        ("cap", "", "beanie", "helmet"),
    ),
    "beach": _SUMMER,
    "open_sea": _Dress(("wetsuit", "t_shirt", "tank_top"), ("shorts",), ("barefoot",)),
    "lake": _SUMMER,
    "underwater": _Dress(("wetsuit", "swimsuit"), (), ("barefoot",)),
    "forest": _WILD,
    "mountain": _WILD,
    "desert": _Dress(
        ("shirt", "t_shirt"), ("trousers", "shorts"), ("boots",), ("sun_hat", "scarf", "sunglasses")
    ),
    "snow_slope": _SNOW,
    "kitchen": _Dress(
        ("shirt", "t_shirt", "blouse"), ("trousers", "jeans"), ("shoes",), ("apron", "apron", "")
    ),
    "living_room": _HOME,
    "stage": _STAGE,
    "moon": _MOON,
}
# Skin and hair as albedo under a full sun, from fair to deep; hair that goes with each.
SKINS: tuple[Vector, ...] = (
    (0.80, 0.61, 0.52),
    (0.76, 0.56, 0.45),
    (0.70, 0.49, 0.37),
    (0.60, 0.40, 0.28),
    (0.47, 0.31, 0.21),
    (0.36, 0.23, 0.16),
    (0.28, 0.18, 0.13),
)
_SKIN_WORDS = {"pale": 0, "fair": 0, "light": 1, "tanned": 3, "olive": 2, "brown": 4, "dark": 5, "black": 6}
_BLACK_HAIR: Vector = (0.07, 0.06, 0.055)
_HAIRS: tuple[Vector, ...] = (
    (0.10, 0.07, 0.05),
    (0.22, 0.14, 0.08),
    (0.34, 0.22, 0.12),
    (0.62, 0.45, 0.24),
    (0.78, 0.62, 0.38),
    (0.45, 0.17, 0.07),
)
_GREYS: tuple[Vector, ...] = ((0.72, 0.72, 0.73), (0.56, 0.56, 0.58), (0.86, 0.86, 0.87))
_STYLES: dict[tuple[Sex, bool], tuple[str, ...]] = {
    ("woman", False): ("long", "bob", "ponytail", "bun", "curly", "long", "ponytail"),
    ("man", False): ("short", "short", "buzz", "beard", "short", "curly"),
    ("woman", True): ("afro", "braids", "bun", "curly", "ponytail"),
    ("man", True): ("buzz", "afro", "beard", "buzz", "short"),
}
_ELDER_STYLES: dict[Sex, tuple[str, ...]] = {
    "woman": ("bun", "bob", "curly"),
    "man": ("short", "bald", "beard", "buzz"),
}
_CHILD_STYLES: dict[Sex, tuple[str, ...]] = {
    "woman": ("ponytail", "braids", "bob", "long"),
    "man": ("short", "curly", "short"),
}
_HEIGHTS_M: dict[tuple[Age, Sex], tuple[float, float]] = {
    ("adult", "woman"): (1.66, 0.05),
    ("adult", "man"): (1.78, 0.055),
    ("elder", "woman"): (1.60, 0.045),
    ("elder", "man"): (1.72, 0.05),
    ("child", "woman"): (1.24, 0.07),
    ("child", "man"): (1.26, 0.07),
}
_CLOTH = tuple(
    COLOURS[word]
    for word in (
        "red",
        "yellow",
        "turquoise",
        "blue",
        "purple",
        "white",
        "green",
        "orange",
        "pink",
        "teal",
        "coral",
        "mint",
        "navy",
        "cream",
        "sky",
    )
)
_DENIM: tuple[Vector, ...] = ((0.20, 0.29, 0.46), (0.13, 0.18, 0.30), (0.36, 0.45, 0.58))
_QUIET = tuple(
    COLOURS[word] for word in ("charcoal", "black", "navy", "beige", "khaki", "grey", "olive", "brown")
)
_SHOES = (COLOURS["white"], COLOURS["red"], COLOURS["black"], COLOURS["navy"])
_LEATHERS: tuple[Vector, ...] = ((0.20, 0.12, 0.07), (0.08, 0.06, 0.05), (0.36, 0.22, 0.12))
_FIXED: dict[str, Vector] = {
    "spacesuit": COLOURS["white"],
    "knight": COLOURS["silver"],
    "robot": (0.70, 0.74, 0.79),
    "chef_hat": COLOURS["white"],
    "crown": COLOURS["gold"],
    "wetsuit": COLOURS["charcoal"],
    "apron": COLOURS["cream"],
    "uniform": COLOURS["navy"],
    "hard_hat": COLOURS["yellow"],
    "sun_hat": (0.86, 0.74, 0.50),
    "cowboy_hat": COLOURS["brown"],
    "sunglasses": COLOURS["black"],
    "glasses": COLOURS["charcoal"],
    "tutu": COLOURS["pink"],
    "top_hat": COLOURS["black"],
    "witch_hat": COLOURS["indigo"],
}
# Kinds that nothing else is put over, and kinds that want better shoes.
_WHOLE = {
    "hoodie",
    "suit",
    "dress",
    "gown",
    "robe",
    "tutu",
    "swimsuit",
    "wetsuit",
    "spacesuit",
    "knight",
    "robot",
    "uniform",
}
_FORMAL = {"suit", "gown", "blazer", "dress"}
_WOMENS = ("blouse", "dress", "gown", "skirt", "miniskirt", "leggings", "swimsuit", "tutu")
# Cloth nearer to the skin or to other cloth than this reads as bare skin or as one piece, seen small.
_APART_LEAST = 0.30


def outfit(rng: np.random.Generator, sex: Sex, age: Age, setting: str, asked: Asked) -> tuple[Clothing, ...]:
    """A whole outfit round what is asked for, each kind with a colour or None; kinds unknown are passed over."""
    wanted = [(kind, colour) for kind, colour in asked if kind in KINDS]
    taken = {name for kind, _ in wanted for name in (kind, *KINDS[kind].slots)}
    dress = _BY_SETTING.get(setting, _TOWN)
    for offered in (dress.tops, dress.bottoms, dress.feet, dress.extras):
        kind = _drawn(rng, offered, sex, age)
        if taken & _WHOLE and offered in (dress.tops, dress.extras):
            continue
        if kind and "feet" in KINDS[kind].slots and taken & _FORMAL:
            kind = "dress_shoes"
        if kind and "feet" in KINDS[kind].slots and taken & {"swimsuit", "wetsuit"}:
            kind = "barefoot"
        if kind and not taken & set(KINDS[kind].slots):
            wanted.append((kind, None))
            taken |= {*KINDS[kind].slots, kind}
    # A swimsuit of men is a pair of trunks.
    wanted = [("shorts" if kind == "swimsuit" and sex == "man" else kind, colour) for kind, colour in wanted]
    for slot, kind in (("torso", "t_shirt"), ("legs", "jeans")):
        bathing = sex == "man" and setting in ("beach", "lake", "underwater")
        if slot not in {slot for kind, _ in wanted for slot in KINDS[kind].slots} and not (
            bathing and slot == "torso"
        ):
            wanted.append((kind, None))
    worn: list[Clothing] = []
    for kind, colour in wanted:
        worn.append(
            Clothing(
                kind,
                colour if colour is not None else _colour(rng, kind, tuple(one.colour for one in worn[-2:])),
            )
        )
    return tuple(worn)


def person_of(
    seed: int,
    name: str,
    sex: Sex | None = None,
    age: Age = "adult",
    setting: str = "plaza",
    asked: Asked = (),
    skin: str | None = None,
) -> Person:
    """A person drawn from `seed` and `name`: the same in every shot of a clip, whatever the setting.

    `skin` is a word ("dark", "pale") or None. The face, the build and the hair hang on seed and name alone.
    """
    rng = np.random.default_rng([seed, zlib.crc32(name.encode()), 7])
    drawn_sex: Sex = "woman" if rng.random() < 0.5 else "man"
    sex = drawn_sex if sex is None else sex
    tone = int(rng.integers(len(SKINS)))
    tone = _SKIN_WORDS.get(skin or "", tone)
    deep = tone >= 4
    hair = (
        _BLACK_HAIR
        if deep or rng.random() < 0.2
        else _HAIRS[int(rng.integers(3 if tone >= 2 else len(_HAIRS)))]
    )
    styles = _STYLES[sex, deep]
    if age == "elder":
        hair, styles = _GREYS[int(rng.integers(len(_GREYS)))], _ELDER_STYLES[sex]
    if age == "child" and not deep:
        styles = _CHILD_STYLES[sex]
    style = styles[int(rng.integers(len(styles)))]
    if age == "child" and style == "beard":
        style = "short"
    mean_m, spread_m = _HEIGHTS_M[age, sex]
    height_m = round(
        float(np.clip(rng.normal(mean_m, spread_m), mean_m - 2 * spread_m, mean_m + 2 * spread_m)), 3
    )
    weight = round(float(np.clip(rng.normal(0.5, 0.16), 0.1, 0.95)), 3)
    wardrobe = outfit(rng, sex, age, setting, asked)
    return Person(
        name, height_m, SKINS[tone], hair, wardrobe, sex=sex, age=age, weight=weight, hair_style=style
    )


def _drawn(rng: np.random.Generator, offered: tuple[str, ...], sex: Sex, age: Age) -> str:
    fitting = [kind for kind in offered if not (kind in _WOMENS and sex == "man" and kind != "swimsuit")]
    fitting = [
        kind for kind in fitting if not (age == "elder" and kind in ("hoodie", "tank_top", "leggings"))
    ]
    return fitting[int(rng.integers(len(fitting)))] if fitting else ""


def _colour(rng: np.random.Generator, kind: str, others: tuple[Vector, ...]) -> Vector:
    if kind in _FIXED:
        return _FIXED[kind]
    offered = _CLOTH
    if kind in ("jeans", "overalls"):
        offered = _DENIM
    elif kind in ("trousers", "suit", "blazer", "coat", "shorts", "leggings", "robe"):
        offered = _QUIET
    elif kind == "shoes":
        offered = _SHOES
    elif kind in ("boots", "dress_shoes", "sandals"):
        offered = _LEATHERS
    return _apart_from(others, offered, rng)


def _apart_from(others: tuple[Vector, ...], offered: tuple[Vector, ...], rng: np.random.Generator) -> Vector:
    """One of the colours that none of `others` is near to; the farthest where all are near."""
    if not others:
        return offered[int(rng.integers(len(offered)))]
    nearest = [min(float(np.linalg.norm(np.subtract(one, other))) for other in others) for one in offered]
    fit = [one for one, apart in zip(offered, nearest, strict=True) if apart >= _APART_LEAST]
    return fit[int(rng.integers(len(fit)))] if fit else offered[int(np.argmax(nearest))]
