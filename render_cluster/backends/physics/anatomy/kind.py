"""What the simulator knows of one species of animal."""

from typing import Literal, NamedTuple

import msgspec

from render_cluster.backends.physics.anatomy.builds import Build

Medium = Literal["ground", "air", "water"]
Gait = Literal["walk", "trot", "pace", "amble", "gallop", "bound", "hop", "crawl"]
Pattern = Literal[
    "plain", "belly", "spots", "rosettes", "stripes", "tabby", "patches", "tuxedo", "saddle", "points", "socks",
    "panda", "net", "chest", "mask", "bands", "hood", "monarch", "scales", "orca", "blaze",
]  # fmt: skip
Wing = Literal["dark", "marked", "tipped", "both", "plain"]


class Coat(NamedTuple):
    """The two colours of a coat, sRGB in 0..1: the ground and what is drawn on it."""

    coat: tuple[float, float, float]
    markings: tuple[float, float, float]


class Saddle(NamedTuple):
    """Where a rider sits: a bone and a point of the unit-length rest pose, metres."""

    bone: str
    point: tuple[float, float, float]


class Species(msgspec.Struct, frozen=True):
    """One species; `length_m` is from the nose to the rump, from the beak to the tail's end for birds, from
    the nose to the tail's end for what swims, from head to abdomen for insects.

    `young` are the words for its children, `YOUNG_SHARE` as long as `length_m`; `kin` the words for relatives
    that it stands in for. `gaits` run from slow to fast.
    `patterns` are those that a coat of the species may have. `top_froude` bounds its speed on the ground:
    v^2 / (g h) with h the height of its hips. `wags` are those whose tail tells that they are glad, `hops` birds
    that move both feet together. `wing` says whether flight feathers are darker, in the second colour, with
    black tips, both, or as all the rest.
    """

    name: str
    build: Build
    length_m: float
    mass_kg: float
    words: tuple[str, ...]
    young: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    medium: Medium = "ground"
    gaits: tuple[Gait, ...] = ("walk", "trot", "gallop")
    top_froude: float = 6.0
    coats: tuple[Coat, ...] = (Coat((0.45, 0.33, 0.22), (0.9, 0.86, 0.8)),)
    patterns: tuple[Pattern, ...] = ("belly",)
    iris: tuple[float, float, float] = (0.16, 0.09, 0.05)
    beak: tuple[float, float, float] = (0.25, 0.23, 0.22)
    legs: tuple[float, float, float] = (0.35, 0.30, 0.26)
    hide: Literal["fur", "skin", "feather", "scale"] = "fur"
    rideable: bool = False
    wags: bool = False
    hops: bool = False
    flightless: bool = False
    wing: Wing = "dark"
    nose: tuple[float, float, float] = (0.06, 0.05, 0.05)


YOUNG_SHARE = 0.55
