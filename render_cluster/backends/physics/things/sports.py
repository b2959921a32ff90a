"""Balls, boards, bats and what is played upon."""

from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.forms import span
from render_cluster.backends.physics.things.thing import Shape, Thing

_BOARD = ("floats", "ridden", "flat")


def _ball(kind: str, size_m: float, mass_kg: float, material: str, *words: str) -> Thing:
    return Thing(kind, words, (size_m,) * 3, mass_kg, material, forms.BALL, ("rolls", "held"))


_HOOP = (
    span((0.46, 0.80, 0.0), (0.54, 0.92, 0.75)),
    span((0.0, 0.66, 0.73), (1.0, 0.72, 1.0)),
    Shape("torus", (0.26, 0.37, 0.008), (0.0, -0.20, 0.28)),
    span((0.40, 0.55, 0.0), (0.60, 1.0, 0.03)),
    span((0.46, 0.70, 0.80), (0.54, 0.90, 0.84)),
)
_GOAL = (
    span((0.0, 0.0, 0.0), (0.03, 0.08, 1.0)),
    span((0.97, 0.0, 0.0), (1.0, 0.08, 1.0)),
    span((0.0, 0.0, 0.95), (1.0, 0.08, 1.0)),
    span((0.0, 0.95, 0.0), (1.0, 1.0, 0.6)),
    span((0.0, 0.08, 0.0), (0.02, 1.0, 0.5)),
    span((0.98, 0.08, 0.0), (1.0, 1.0, 0.5)),
)
_TRAMPOLINE = (span((0, 0, 0.80), (1, 1, 1), "cylinder"), *forms.legs(0.8, 0.05, 0.15))
_SEESAW = (span((0, 0, 0.72), (1, 1, 0.86)), span((0.42, 0.1, 0), (0.58, 0.9, 0.72)))
_SWING = (
    *(span((x, y, 0), (x + 0.05, y + 0.08, 1)) for x in (0.0, 0.95) for y in (0.0, 0.92)),
    span((0, 0.46, 0.95), (1, 0.54, 1)),
    span((0.38, 0.40, 0.2), (0.62, 0.60, 0.23)),
)

THINGS: tuple[Thing, ...] = (
    _ball("basketball", 0.24, 0.62, "rubber", "basketball"),
    _ball("football", 0.22, 0.43, "leather", "football", "soccer ball"),
    _ball("tennis_ball", 0.067, 0.058, "rubber", "tennis ball"),
    _ball("volleyball", 0.21, 0.27, "leather", "volleyball"),
    _ball("baseball", 0.074, 0.145, "leather", "baseball"),
    _ball("golf_ball", 0.043, 0.046, "plastic", "golf ball"),
    _ball("bowling_ball", 0.217, 6.4, "plastic", "bowling ball"),
    _ball("billiard_ball", 0.057, 0.17, "plastic", "billiard ball", "pool ball", "snooker ball",
        "eight ball"),
    _ball("ping_pong_ball", 0.04, 0.0027, "plastic", "ping pong ball", "table tennis ball"),
    _ball("beach_ball", 0.40, 0.10, "plastic", "beach ball"),
    _ball("ball", 0.22, 0.35, "rubber", "ball", "toy ball", "bouncy ball", "rubber ball", "exercise ball"),
    Thing("rugby_ball", ("rugby ball", "american football"), (0.17, 0.29, 0.17), 0.42, "leather",
        (Shape("ellipsoid"),), ("rolls", "held")),
    Thing("bowling_pin", ("bowling pin", "skittle", "pin"), (0.12, 0.12, 0.38), 1.5, "wood",
        forms.stacked((0.62, 0.0, 0.08, "cylinder"), (1.0, 0.08, 0.5, "cylinder"),
            (0.5, 0.5, 1.0, "cylinder"))),
    Thing("hoop", ("hoop", "basketball hoop", "basketball net", "basket hoop"), (1.8, 1.25, 3.95), 120.0,
        "metal", _HOOP, ("fixed",)),
    Thing("goal", ("goal", "soccer goal", "football goal", "net"), (3.0, 1.2, 2.0), 60.0, "metal", _GOAL,
        ("fixed",)),
    Thing("baseball_bat", ("baseball bat", "bat"), (0.07, 0.85, 0.07), 0.95, "wood",
        (span((0, 0.35, 0), (1, 1, 1)), span((0.25, 0, 0.25), (0.75, 0.35, 0.75))), ("rolls", "held")),
    Thing("baseball_glove", ("baseball glove", "mitt", "catcher mitt"), (0.26, 0.13, 0.27), 0.6, "leather",
        forms.BOX, ("held",)),
    Thing("tennis_racket", ("tennis racket", "racket", "racquet", "tennis racquet"), (0.27, 0.69, 0.03),
        0.31, "plastic", (span((0, 0.5, 0), (1, 1, 1)), span((0.42, 0, 0), (0.58, 0.5, 1))),
        ("held", "flat")),
    Thing("frisbee", ("frisbee", "flying disc", "disc"), (0.27, 0.27, 0.03), 0.175, "plastic", forms.DRUM,
        ("flies", "held", "flat", "floats")),
    Thing("skateboard", ("skateboard", "board", "longboard"), (0.21, 0.8, 0.16), 2.6, "wood",
        (span((0, 0, 0.55), (1, 1, 0.85)), span((0.05, 0.16, 0), (0.95, 0.28, 0.55)),
            span((0.05, 0.72, 0), (0.95, 0.84, 0.55))), ("rolls", "ridden")),
    Thing("surfboard", ("surfboard", "surf board"), (0.54, 2.1, 0.23), 3.6, "foam",
        (span((0, 0, 0.5), (1, 1, 1)),), _BOARD),
    Thing("paddleboard", ("paddleboard", "paddle board", "sup board"), (0.80, 3.2, 0.13), 11.0, "foam",
        forms.BOX, _BOARD),
    Thing("paddle", ("paddle", "oar"), (0.19, 0.04, 1.85), 0.8, "plastic", forms.BOX, ("floats", "held")),
    Thing("snowboard", ("snowboard",), (0.29, 1.55, 0.10), 3.2, "wood", (span((0, 0, 0), (1, 1, 0.4)),),
        ("ridden", "flat")),
    Thing("skis", ("ski", "skis"), (0.26, 1.70, 0.12), 4.5, "plastic",
        (span((0, 0, 0), (0.42, 1, 0.4)), span((0.58, 0, 0), (1, 1, 0.4))), ("ridden", "flat")),
    Thing("dumbbell", ("dumbbell", "weight", "barbell"), (0.3, 0.11, 0.13), 8.0, "metal",
        (span((0, 0, 0), (0.3, 1, 1)), span((0.7, 0, 0), (1, 1, 1)), span((0.3, 0.4, 0.4),
            (0.7, 0.6, 0.6))), ("held",)),
    Thing("trampoline", ("trampoline",), (3.0, 3.0, 0.9), 70.0, "rubber", _TRAMPOLINE, ("fixed",)),
    Thing("seesaw", ("seesaw", "teeter totter"), (3.0, 0.45, 0.75), 35.0, "wood", _SEESAW, ("seat",)),
    Thing("swing", ("swing", "playground swing", "swing set"), (2.6, 1.8, 2.3), 60.0, "metal", _SWING,
        ("fixed", "seat")),
    Thing("slide", ("slide", "playground slide"), (0.8, 3.0, 2.0), 70.0, "plastic",
        (span((0, 0.72, 0), (1, 1, 0.8)), span((0, 0, 0), (1, 0.36, 0.25)), span((0, 0.36, 0.0),
            (1, 0.72, 0.5))), ("fixed",)),
)  # fmt: skip
