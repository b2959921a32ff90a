"""Insects and snakes as data."""

from render_cluster.backends.physics.anatomy.builds import Insect, Snake
from render_cluster.backends.physics.anatomy.kind import Coat, Species

_BLACK = (0.06, 0.055, 0.05)

SPECIES: tuple[Species, ...] = (
    Species(
        "butterfly", Insect(abdomen_thick=0.13, thorax_thick=0.15, head=0.12, span=3.0, chord=1.35), 0.05, 0.0005,
        ("butterfly", "moth", "monarch butterfly"), medium="air",
        coats=(Coat((0.95, 0.50, 0.08), _BLACK), Coat((0.18, 0.42, 0.92), _BLACK), Coat((0.97, 0.88, 0.30), _BLACK)),
        patterns=("monarch",), hide="skin", iris=(0.03, 0.03, 0.03),
    ),
    Species(
        "bee",
        Insect(abdomen_thick=0.44, thorax_thick=0.40, head=0.28, span=1.9, chord=0.42, wings="clear", beat_hz=22.0),
        0.03, 0.0005, ("bee", "bumblebee", "honeybee"), medium="air",
        coats=(Coat((0.95, 0.70, 0.12), _BLACK),), patterns=("bands",), hide="fur", iris=(0.03, 0.03, 0.03),
        kin=("wasp", "hornet", "fly", "mosquito",),
    ),
    Species(
        "dragonfly",
        Insect(abdomen_thick=0.09, thorax_thick=0.16, head=0.14, span=1.6, chord=0.20, wings="clear", beat_hz=18.0),
        0.07, 0.001, ("dragonfly", "damselfly"), medium="air", coats=(Coat((0.10, 0.45, 0.62), _BLACK),),
        patterns=("bands",), hide="skin", iris=(0.10, 0.30, 0.25),
    ),
    Species(
        "ladybird",
        Insect(abdomen_thick=0.72, thorax_thick=0.42, head=0.24, span=2.0, chord=0.5, wings="case", beat_hz=20.0),
        0.02, 0.0002, ("ladybird", "ladybug", "ladybird beetle"), gaits=("walk",), top_froude=1.0,
        coats=(Coat((0.85, 0.08, 0.06), _BLACK),), patterns=("spots",), hide="skin", iris=(0.9, 0.9, 0.88),
        kin=("beetle",),
    ),
    Species(
        "ant", Insect(abdomen_thick=0.30, thorax_thick=0.16, head=0.24, span=0.0, chord=0.0, wings="none"), 0.02,
        0.0001, ("ant",), gaits=("walk",), top_froude=1.0,
        coats=(Coat((0.30, 0.13, 0.07), _BLACK),), patterns=("plain",), hide="skin", iris=(0.03, 0.03, 0.03),
        kin=("spider", "cricket", "grasshopper",),
    ),
    Species(
        "snake", Snake(), 1.4, 1.5, ("snake", "python", "cobra", "viper", "rattlesnake"),
        gaits=("crawl",), top_froude=1.0,
        coats=(Coat((0.42, 0.50, 0.20), (0.22, 0.18, 0.09)), Coat((0.72, 0.58, 0.34), (0.36, 0.22, 0.12))),
        patterns=("bands",), hide="scale", iris=(0.85, 0.65, 0.10),
        kin=("worm", "eel",),
    ),
)  # fmt: skip
