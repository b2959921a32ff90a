"""The species of birds as data."""

from msgspec.structs import replace

from render_cluster.backends.physics.anatomy.builds import Bird
from render_cluster.backends.physics.anatomy.kind import Coat, Species

_WHITE = (0.94, 0.93, 0.90)
_BLACK = (0.07, 0.07, 0.08)
_ORANGE = (0.93, 0.52, 0.10)

_SONGBIRD = Bird()
_EAGLE = Bird(
    posture_rad=0.75, depth=0.50, width=0.46, neck=0.20, neck_rad=1.0, head=0.30, eye=0.04, beak=0.19,
    beak_thick=0.14, beak_wide=0.10, beak_bend=-0.9, leg=0.42, leg_thick=0.10, foot="talon", tail=0.62,
    tail_wide=0.30, span=4.2, chord=0.85,
)  # fmt: skip
_DUCK = Bird(
    posture_rad=0.12, depth=0.50, width=0.54, neck=0.34, neck_rad=1.25, neck_thick=0.20, head=0.27, eye=0.036,
    beak=0.22, beak_thick=0.07, beak_wide=0.12, leg=0.28, leg_thick=0.06, foot="web", tail=0.28, tail_wide=0.24,
    span=2.5, chord=0.55,
)  # fmt: skip
_HEN = Bird(
    posture_rad=0.35, depth=0.62, width=0.52, neck=0.34, neck_rad=1.15, neck_thick=0.25, head=0.23, eye=0.034,
    beak=0.11, beak_thick=0.08, beak_wide=0.06, beak_bend=-0.25, leg=0.48, leg_thick=0.06, tail=0.48,
    tail_wide=0.20, span=2.0, chord=0.55, extras=("comb",),
)  # fmt: skip

SPECIES: tuple[Species, ...] = (
    Species(
        "bird", _SONGBIRD, 0.15, 0.022,
        ("bird", "sparrow", "robin", "songbird", "finch", "swallow", "wren", "bluebird",
         "blackbird", "canary", "lark", "nightingale", "starling"),
        ("chick bird", "fledgling"), medium="air",
        coats=(Coat((0.42, 0.30, 0.20), (0.88, 0.48, 0.22)), Coat((0.22, 0.42, 0.70), (0.92, 0.62, 0.34)),
               Coat((0.86, 0.74, 0.18), (0.94, 0.90, 0.62)), Coat((0.48, 0.38, 0.28), (0.86, 0.80, 0.72))),
        patterns=("chest",), hide="feather", iris=(0.04, 0.03, 0.03),
        kin=("hummingbird",),
        hops=True,
    ),
    Species(
        "pigeon", replace(_SONGBIRD, posture_rad=0.42, head=0.26, neck=0.26, beak=0.12, beak_thick=0.05, leg=0.36,
                          span=2.6, tail=0.50, eye=0.04),
        0.33, 0.32, ("pigeon", "dove"), medium="air",
        coats=(Coat((0.50, 0.53, 0.60), (0.22, 0.36, 0.36)), Coat(_WHITE, (0.88, 0.86, 0.84))),
        patterns=("hood",), hide="feather", iris=(0.80, 0.35, 0.12), legs=(0.80, 0.36, 0.34),
        kin=("cuckoo",),
        wing="marked",
    ),
    Species(
        "seagull", replace(_SONGBIRD, posture_rad=0.25, head=0.27, neck=0.26, beak=0.26, beak_thick=0.08, leg=0.42,
                           span=3.9, chord=0.50, tail=0.42, foot="web", eye=0.034),
        0.55, 0.9, ("seagull", "gull"), medium="air",
        coats=(Coat(_WHITE, (0.62, 0.66, 0.72)),), patterns=("saddle",), hide="feather", iris=(0.80, 0.72, 0.30),
        beak=(0.92, 0.72, 0.16), legs=(0.90, 0.66, 0.50),
        kin=("albatross", "tern", "stork", "pelican",),
        wing="tipped",
    ),
    Species(
        "crow", replace(_SONGBIRD, posture_rad=0.4, head=0.30, beak=0.26, beak_thick=0.11, span=3.0, chord=0.7,
                        eye=0.036),
        0.46, 0.5, ("crow", "raven", "jackdaw", "rook"), medium="air",
        coats=(Coat((0.075, 0.075, 0.095), (0.13, 0.13, 0.19)),), patterns=("plain",), hide="feather",
        iris=(0.05, 0.04, 0.04), beak=_BLACK, legs=_BLACK,
        kin=("magpie",),
        hops=True,
    ),
    Species(
        "eagle", _EAGLE, 0.88, 4.6, ("eagle", "bald eagle", "hawk", "falcon", "buzzard", "osprey"),
        ("eaglet",), medium="air", coats=(Coat((0.27, 0.17, 0.10), _WHITE),), patterns=("hood",), hide="feather",
        iris=(0.90, 0.75, 0.25), beak=(0.93, 0.72, 0.14), legs=(0.92, 0.74, 0.20),
        kin=("condor", "kite bird", "vulture",),
    ),
    Species(
        "owl",
        replace(_EAGLE, posture_rad=1.10, depth=0.58, width=0.54, neck=0.08, neck_thick=0.46, head=0.50, eye=0.105,
                beak=0.12, beak_thick=0.09, beak_wide=0.07, leg=0.30, span=3.4, chord=0.80, tail=0.36,
                extras=("face_disc", "tufts")),
        0.45, 1.2, ("owl", "barn owl", "snowy owl"), ("owlet",), medium="air",
        coats=(Coat((0.47, 0.34, 0.22), (0.86, 0.76, 0.60)), Coat((0.92, 0.90, 0.86), (0.55, 0.50, 0.44))),
        patterns=("chest",), hide="feather", iris=(0.93, 0.66, 0.10), beak=(0.30, 0.27, 0.25),
    ),
    Species(
        "parrot",
        replace(_EAGLE, posture_rad=0.9, depth=0.46, width=0.44, head=0.36, eye=0.045, beak=0.20, beak_thick=0.19,
                beak_wide=0.13, beak_bend=-1.3, leg=0.30, leg_thick=0.07, foot="perch", tail=1.0, tail_wide=0.16,
                span=2.9, chord=0.62),
        0.65, 1.0, ("parrot", "macaw", "parakeet", "cockatoo", "budgie"), medium="air",
        coats=(Coat((0.82, 0.12, 0.10), (0.12, 0.32, 0.78)), Coat((0.20, 0.62, 0.22), (0.90, 0.78, 0.16)),
               Coat((0.12, 0.40, 0.80), (0.95, 0.75, 0.12))),
        patterns=("bands",), hide="feather", iris=(0.85, 0.80, 0.55), beak=(0.86, 0.82, 0.72),
        legs=(0.32, 0.30, 0.30),
        kin=("toucan",),
        hops=True,
        wing="marked",
    ),
    Species(
        "chicken", _HEN, 0.44, 2.2, ("chicken", "hen", "rooster", "cockerel"), ("chick",),
        coats=(Coat((0.62, 0.32, 0.13), (0.20, 0.12, 0.08)), Coat(_WHITE, (0.90, 0.86, 0.78))),
        patterns=("hood",), hide="feather", iris=(0.85, 0.45, 0.12), beak=(0.92, 0.74, 0.30),
        legs=(0.92, 0.72, 0.26),
        kin=("turkey", "pheasant",),
        flightless=True,
    ),
    Species(
        "duck", _DUCK, 0.55, 1.2, ("duck", "mallard", "drake", "rubber duck"), ("duckling",), medium="air",
        coats=(Coat((0.56, 0.50, 0.44), (0.05, 0.32, 0.20)), Coat(_WHITE, _WHITE)), patterns=("hood",),
        hide="feather", iris=(0.06, 0.04, 0.03), beak=(0.92, 0.70, 0.14), legs=_ORANGE,
        wing="dark",
    ),
    Species(
        "swan", replace(_DUCK, neck=0.86, neck_thick=0.15, head=0.22, beak=0.19, span=3.0), 1.2, 10.0,
        ("swan",), ("cygnet", "gosling"), medium="air", coats=(Coat(_WHITE, _WHITE),),
        patterns=("plain",), hide="feather", iris=(0.04, 0.03, 0.03), beak=_ORANGE, legs=(0.12, 0.12, 0.12),
        kin=("goose", "gander",),
        wing="plain",
    ),
    Species(
        "penguin",
        Bird(posture_rad=1.42, depth=0.50, width=0.50, neck=0.08, neck_rad=1.4, neck_thick=0.34, head=0.30,
             eye=0.034, beak=0.18, beak_thick=0.06, beak_wide=0.05, beak_bend=-0.15, leg=0.14, leg_thick=0.11,
             foot="web", tail=0.14, tail_wide=0.14, span=1.35, chord=0.20),
        0.75, 14.0, ("penguin",), ("penguin chick",), coats=(Coat((0.09, 0.10, 0.12), _WHITE),),
        patterns=("tuxedo",), hide="feather", iris=(0.08, 0.05, 0.03), beak=(0.20, 0.16, 0.14),
        legs=(0.16, 0.14, 0.14),
        kin=("puffin",),
        flightless=True,
    ),
    Species(
        "flamingo",
        Bird(posture_rad=0.35, depth=0.50, width=0.44, neck=1.15, neck_rad=1.3, neck_thick=0.10, head=0.20,
             eye=0.026, beak=0.26, beak_thick=0.10, beak_wide=0.07, beak_bend=-1.1, leg=1.35, leg_thick=0.045,
             foot="web", tail=0.22, tail_wide=0.16, span=2.8, chord=0.62),
        0.80, 2.8, ("flamingo",), medium="air",
        coats=(Coat((0.95, 0.55, 0.55), (0.90, 0.30, 0.34)),), patterns=("bands",), hide="feather",
        iris=(0.90, 0.80, 0.40), beak=(0.92, 0.68, 0.60), legs=(0.92, 0.55, 0.54),
        kin=("heron", "crane bird", "ostrich", "emu", "egret",),
        wing="both",
    ),
    Species(
        "peacock",
        replace(_HEN, neck=0.52, neck_thick=0.18, head=0.20, tail=1.7, tail_wide=0.55, extras=("crest",)), 1.6,
        4.5, ("peacock", "peafowl"), coats=(Coat((0.06, 0.24, 0.62), (0.08, 0.46, 0.34)),), patterns=("bands",),
        hide="feather", iris=(0.20, 0.10, 0.05), legs=(0.50, 0.46, 0.42),
        flightless=True,
        wing="marked",
    ),
)  # fmt: skip
