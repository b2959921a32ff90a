"""What experiments on a table are made with: open boxes, pipes, grabbers, turntables, weights."""

import math

from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.forms import span
from render_cluster.backends.physics.things.thing import Shape, Thing

_STAVES = 8
# The share of a pipe's width that its wall takes on either side.
_WALL = 0.06


def _pipe() -> tuple[Shape, ...]:
    """A round wall of staves about a bore along x, which balls roll through."""
    radius = 0.5 - _WALL / 2.0
    wide = 2.0 * radius * math.tan(math.pi / _STAVES) + _WALL
    turns = [2.0 * math.pi * index / _STAVES for index in range(_STAVES)]
    return tuple(
        Shape(
            "box",
            (1.0, wide, _WALL),
            (0.0, -radius * math.sin(turn), radius * math.cos(turn)),
            (turn, 0.0, 0.0),
        )
        for turn in turns
    )


_PILE = forms.stacked((1.0, 0.0, 0.3, "cylinder"), (0.72, 0.3, 0.6, "cylinder"), (0.4, 0.6, 1.0, "cylinder"))
_KETTLEBELL = (span((0.1, 0.1, 0), (0.9, 0.9, 0.62), "cylinder"), span((0.15, 0.4, 0.6), (0.85, 0.6, 1)))

THINGS: tuple[Thing, ...] = (
    Thing("open_box", ("open box", "fabric box", "storage box", "shoebox"), (0.42, 0.36, 0.28), 1.2, "cloth",
        forms.tub(0.05, 0.05), ("held",)),
    Thing("open_crate", ("open crate", "plastic crate", "milk crate"), (0.48, 0.38, 0.30), 2.0, "plastic",
        forms.tub(0.05, 0.06), ("held",)),
    Thing("pipe", ("pipe", "tube", "plastic pipe", "cardboard tube", "drainpipe", "hollow tube"),
        (0.30, 0.10, 0.10), 0.5, "plastic", _pipe(), ("fixed",)),
    Thing("grabber", ("grabber", "grabber tool", "claw", "gripper", "reacher", "litter picker"),
        (0.145, 0.036, 0.62), 0.3, "plastic", (span((0.4, 0.3, 0.3), (0.6, 0.7, 1)),), ("fixed",)),
    Thing("sand_pile", ("sand pile", "kinetic sand", "sand heap", "heap of sand"), (0.34, 0.34, 0.10), 6.0,
        "sand", _PILE, ("fixed",)),
    Thing("stick", ("stick", "wooden stick", "rod", "dowel", "wooden rod"), (0.42, 0.024, 0.024), 0.2, "wood",
        forms.BOX, ("held",)),
    Thing("projection_screen", ("projection screen", "projector screen", "movie screen", "white screen"),
        (2.4, 0.5, 2.1), 12.0, "cloth", (span((0, 0.4, 0.2), (1, 0.6, 1)), span((0.2, 0, 0), (0.8, 1, 0.03))),
        ("fixed",)),
    Thing("turntable", ("turntable", "rotating platform", "rotating stand", "lazy susan", "revolving platform"),
        (0.34, 0.34, 0.05), 3.0, "wood", forms.DRUM, ("flat",)),
    Thing("candle_holder", ("candle holder", "candleholder"), (0.11, 0.11, 0.07), 0.4, "metal", forms.DRUM,
        ("held", "flat")),
    Thing("kettlebell", ("kettlebell", "kettle bell"), (0.20, 0.15, 0.27), 8.0, "metal", _KETTLEBELL,
        ("held",)),
    Thing("cradle_frame", ("cradle frame",), (0.34, 0.22, 0.30), 1.5, "metal",
        (span((0, 0, 0), (1, 1, 0.05)),), ("fixed",)),
    Thing("pendulum_frame", ("pendulum frame",), (0.9, 0.5, 1.5), 14.0, "metal",
        (span((0, 0, 0), (1, 1, 0.03)), span((0, 0.4, 0.97), (1, 0.6, 1))), ("fixed",)),
)  # fmt: skip
