"""The proportions of each body plan: what tells a cat from a horse, in shares of the body."""

from typing import Literal

import msgspec

Ear = Literal["pricked", "floppy", "round", "long", "leaf", "fan", "none"]
Tail = Literal["plain", "bushy", "thin", "tuft", "stub", "curl", "hair", "none"]
Foot = Literal["paw", "hoof", "pad"]
Extra = Literal[
    "mane", "crest", "antlers", "horns", "trunk", "tusks", "hump", "ossicones", "wool", "shell", "snout", "ruff",
    "beard", "bare_face", "goggle_eyes", "nose_horn",
]  # fmt: skip


class Quadruped(msgspec.Struct, frozen=True):
    """Four legs under a trunk; the distance from the shoulders to the hips is 1.

    `withers` and `rump` are the heights of the back line; `wrist` and `hock` the heights of those joints as
    shares of the leg. `neck_rad` and `tail_rad` rise from level, `head_rad` is how far the nose points down.
    `sprawl` above 0 spreads the legs sideways, as a frog or a turtle has them. Thicknesses are diameters.
    """

    withers: float = 1.02
    rump: float = 1.0
    chest_depth: float = 0.50
    chest_width: float = 0.36
    waist_depth: float = 0.38
    rump_depth: float = 0.42
    neck: float = 0.42
    neck_rad: float = 0.75
    neck_thick: float = 0.27
    head: float = 0.46
    head_rad: float = 0.30
    skull: float = 0.28
    muzzle: float = 0.46
    muzzle_thick: float = 0.15
    eye: float = 0.055
    leg_thick: float = 0.20
    ankle_thick: float = 0.085
    foot_long: float = 0.16
    foot: Foot = "paw"
    wrist: float = 0.24
    hock: float = 0.30
    stance: float = 0.24
    sprawl: float = 0.0
    ear: Ear = "pricked"
    ear_long: float = 0.19
    tail: Tail = "plain"
    tail_long: float = 0.62
    tail_rad: float = 0.3
    tail_thick: float = 0.09
    extras: tuple[Extra, ...] = ()


class Bird(msgspec.Struct, frozen=True):
    """Two legs and two wings; the body from breast to the root of the tail is 1.

    `posture_rad` is how steeply the body stands. `span` is from tip to tip of the spread wings, `chord` their
    depth. `beak_bend` below 0 hooks the beak downwards.
    """

    posture_rad: float = 0.5
    depth: float = 0.52
    width: float = 0.48
    neck: float = 0.22
    neck_rad: float = 1.0
    neck_thick: float = 0.30
    head: float = 0.36
    eye: float = 0.055
    beak: float = 0.20
    beak_thick: float = 0.11
    beak_wide: float = 0.09
    beak_bend: float = 0.0
    leg: float = 0.50
    leg_thick: float = 0.045
    foot: Literal["perch", "web", "talon"] = "perch"
    tail: float = 0.55
    tail_wide: float = 0.22
    span: float = 2.6
    chord: float = 0.62
    extras: tuple[Literal["comb", "face_disc", "crest", "tufts"], ...] = ()


class Fish(msgspec.Struct, frozen=True):
    """A body that swims with its tail; its whole length is 1.

    `deepest` is where along the length the body is deepest. `level_tail` beats up and down, as whales do;
    others beat from side to side. Fins are given by their length.
    """

    depth: float = 0.26
    width: float = 0.13
    deepest: float = 0.36
    snout: float = 0.05
    peduncle: float = 0.05
    level_tail: bool = False
    tail: Literal["forked", "round", "lunate", "veil"] = "forked"
    tail_high: float = 0.24
    dorsal: float = 0.12
    dorsal_at: float = 0.42
    dorsal_long: float = 0.28
    pectoral: float = 0.12
    eye: float = 0.022
    extras: tuple[Literal["beak", "gills", "blunt"], ...] = ()


class Insect(msgspec.Struct, frozen=True):
    """Six legs and four wings about a short thorax; the body is 1 long without its feelers."""

    abdomen_thick: float = 0.22
    thorax_thick: float = 0.20
    head: float = 0.16
    span: float = 2.2
    chord: float = 0.9
    wings: Literal["broad", "clear", "case", "none"] = "broad"
    beat_hz: float = 8.0


class Snake(msgspec.Struct, frozen=True):
    """A chain without limbs, 1 long."""

    thick: float = 0.035
    head: float = 0.05


class Octopus(msgspec.Struct, frozen=True):
    """A mantle over eight arms; with its arms hanging it is 1 long."""

    mantle: float = 0.36
    arm_thick: float = 0.075


Build = Quadruped | Bird | Fish | Insect | Snake | Octopus
