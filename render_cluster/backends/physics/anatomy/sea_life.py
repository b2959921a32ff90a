"""The species that live in water as data."""

from render_cluster.backends.physics.anatomy.builds import Fish, Octopus
from render_cluster.backends.physics.anatomy.kind import Coat, Species

_WHITE = (0.93, 0.93, 0.91)

SPECIES: tuple[Species, ...] = (
    Species(
        "fish", Fish(), 0.30, 0.5,
        ("fish", "salmon", "trout", "tuna", "carp", "cod", "bass", "herring", "sardine"),
        medium="water", coats=(Coat((0.46, 0.54, 0.58), (0.88, 0.90, 0.90)), Coat((0.34, 0.42, 0.30), _WHITE)),
        patterns=("scales",), hide="scale", iris=(0.75, 0.62, 0.20),
        kin=("piranha", "catfish",),
    ),
    Species(
        "goldfish",
        Fish(depth=0.38, width=0.22, deepest=0.34, snout=0.07, peduncle=0.09, tail="veil", tail_high=0.40,
             dorsal=0.18, dorsal_at=0.38, dorsal_long=0.30, pectoral=0.14, eye=0.036),
        0.14, 0.09, ("goldfish", "pet fish"), medium="water",
        coats=(Coat((0.96, 0.46, 0.08), (0.98, 0.78, 0.36)),), patterns=("scales",), hide="scale",
        iris=(0.05, 0.04, 0.03),
        kin=("koi", "betta",),
    ),
    Species(
        "clownfish",
        Fish(depth=0.40, width=0.18, deepest=0.38, snout=0.06, peduncle=0.12, tail="round", tail_high=0.28,
             dorsal=0.12, dorsal_at=0.30, dorsal_long=0.46, pectoral=0.16, eye=0.034),
        0.10, 0.03, ("clownfish", "tropical fish", "reef fish", "clown fish"), medium="water",
        coats=(Coat((0.96, 0.42, 0.06), _WHITE), Coat((0.10, 0.30, 0.80), (0.98, 0.80, 0.12))),
        patterns=("bands",), hide="scale", iris=(0.10, 0.06, 0.03),
        kin=("angelfish",),
    ),
    Species(
        "shark",
        Fish(depth=0.17, width=0.15, deepest=0.36, snout=0.05, peduncle=0.035, tail="lunate", tail_high=0.27,
             dorsal=0.12, dorsal_at=0.40, dorsal_long=0.12, pectoral=0.20, eye=0.011, extras=("gills",)),
        3.6, 650.0, ("shark", "great white", "great white shark"),
        medium="water", coats=(Coat((0.36, 0.41, 0.46), (0.90, 0.91, 0.90)),), hide="skin",
        iris=(0.02, 0.02, 0.02),
        kin=("swordfish", "hammerhead", "stingray",),
    ),
    Species(
        "dolphin",
        Fish(depth=0.20, width=0.18, deepest=0.36, snout=0.03, peduncle=0.045, level_tail=True, tail="lunate",
             tail_high=0.27, dorsal=0.12, dorsal_at=0.48, dorsal_long=0.14, pectoral=0.16, eye=0.010,
             extras=("beak",)),
        2.4, 180.0, ("dolphin", "porpoise"), ("dolphin calf",), medium="water",
        coats=(Coat((0.42, 0.49, 0.57), (0.86, 0.88, 0.90)),), hide="skin", iris=(0.05, 0.04, 0.04),
    ),
    Species(
        "orca",
        Fish(depth=0.25, width=0.22, deepest=0.38, snout=0.06, peduncle=0.05, level_tail=True, tail="lunate",
             tail_high=0.28, dorsal=0.19, dorsal_at=0.46, dorsal_long=0.12, pectoral=0.18, eye=0.008,
             extras=("blunt",)),
        6.5, 4500.0, ("orca", "killer whale"), medium="water", coats=(Coat((0.05, 0.055, 0.065), _WHITE),),
        patterns=("orca",), hide="skin", iris=(0.05, 0.04, 0.04),
    ),
    Species(
        "whale",
        Fish(depth=0.24, width=0.23, deepest=0.32, snout=0.08, peduncle=0.04, level_tail=True, tail="lunate",
             tail_high=0.30, dorsal=0.04, dorsal_at=0.66, dorsal_long=0.08, pectoral=0.24, eye=0.008,
             extras=("blunt",)),
        13.0, 28000.0, ("whale", "humpback", "humpback whale", "blue whale"),
        ("whale calf",), medium="water", coats=(Coat((0.20, 0.26, 0.33), (0.74, 0.77, 0.78)),), hide="skin",
        iris=(0.05, 0.04, 0.04),
        kin=("sperm whale", "narwhal", "beluga",),
    ),
    Species(
        "seal",
        Fish(depth=0.28, width=0.28, deepest=0.40, snout=0.10, peduncle=0.07, level_tail=True, tail="forked",
             tail_high=0.16, dorsal=0.0, pectoral=0.18, eye=0.022, extras=("blunt",)),
        1.6, 90.0, ("seal", "sea lion"), ("seal pup",), medium="water",
        coats=(Coat((0.40, 0.38, 0.36), (0.70, 0.67, 0.62)),), hide="skin", iris=(0.03, 0.02, 0.02),
        kin=("walrus", "otter", "manatee",),
    ),
    Species(
        "octopus", Octopus(), 0.9, 6.0, ("octopus", "kraken"), medium="water",
        coats=(Coat((0.78, 0.32, 0.22), (0.92, 0.66, 0.55)),), hide="skin", iris=(0.85, 0.70, 0.25),
        kin=("squid", "cuttlefish",),
    ),
)  # fmt: skip
