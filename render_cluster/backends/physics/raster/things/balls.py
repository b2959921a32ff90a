"""Models of balls."""

import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    RED,
    WHITE,
    Model,
    Paint,
    Piece,
    bent,
    block,
    ring,
    tinted,
    turn,
)  # fmt: skip

_FINE = 72
_GOLDEN = (1 + math.sqrt(5)) / 2


def _basketball(main: Colour = (0.85, 0.36, 0.10)) -> list[Piece]:
    """The engine draws its seams itself."""
    return [Part(shapes.sphere(36, 20).scaled(0.12).painted(main, 0.62), Material.BALL)]


def _football(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """Dark patches where the twelve corners of an icosahedron lie."""
    corners = normalized(
        np.array(
            [p for a in (-1, 1) for b in (-_GOLDEN, _GOLDEN) for p in ((0, a, b), (a, b, 0), (b, 0, a))],
            float,
        )
    )
    return [tinted(_round(main, 0.11, 0.4), lambda p: (_unit(p) @ corners.T).max(1) > 0.925, BLACK)]


def _tennis_ball(main: Colour = (0.80, 0.92, 0.20)) -> list[Piece]:
    return [tinted(_round(main, 0.0335, 0.95), lambda p: np.abs(_seam(p)) < 0.055, WHITE)]


def _volleyball(main: Colour = (0.95, 0.80, 0.20)) -> list[Piece]:
    """Panels of three bands on the six sides of a cube."""

    def blue(p: np.ndarray) -> np.ndarray:
        q = _unit(p)
        side = np.abs(q).argmax(1)
        across = np.take_along_axis(q, ((side + 1) % 3)[:, None], 1)[:, 0]
        return np.abs(across) < 0.26

    return [tinted(_round(main, 0.105, 0.45), blue, Paint((0.12, 0.28, 0.62), 0.45))]


def _baseball(main: Colour = (0.95, 0.94, 0.90)) -> list[Piece]:
    return [tinted(_round(main, 0.037, 0.55), lambda p: np.abs(_seam(p)) < 0.045, RED)]


def _golf_ball(main: Colour = (0.97, 0.97, 0.96)) -> list[Piece]:
    """Dimples in rings."""
    mesh = _round(main, 0.0215, 0.25)

    def dimpled(p: np.ndarray) -> np.ndarray:
        q = _unit(p)
        polar, angle = np.arccos(np.clip(q[:, 2], -1, 1)), np.arctan2(q[:, 1], q[:, 0])
        dent = np.cos(polar * 18) * np.cos(np.round(np.sin(polar) * 16) * angle)
        return p * (1 - 0.022 * np.maximum(dent, 0))[:, None]

    return [bent(mesh, dimpled)]


def _bowling_ball(main: Colour = (0.10, 0.16, 0.42)) -> list[Piece]:
    holes = normalized(np.array([(0.12, -0.7, 0.75), (-0.12, -0.7, 0.75), (0.0, -0.45, 0.95)]))
    mesh = _round(main, 0.1085, 0.08)
    return [tinted(mesh, lambda p: (_unit(p) @ holes.T).max(1) > 0.993, BLACK)]


def _billiard_ball(main: Colour = (0.05, 0.05, 0.06)) -> list[Piece]:
    """The eight: two dark rings on a white spot."""
    mesh = tinted(_round(main, 0.0285, 0.05), lambda p: _unit(p)[:, 1] < -0.86, WHITE)
    rings = [turn(ring(BLACK, 0.0032, 0.0011), "x", 90).moved(0, -0.0277, z) for z in (0.0036, -0.0036)]
    return [mesh, *rings]


def _ping_pong_ball(main: Colour = (0.97, 0.97, 0.95)) -> list[Piece]:
    return [_round(main, 0.02, 0.45)]


def _beach_ball(main: Colour = (0.85, 0.15, 0.12)) -> list[Piece]:
    """Six gores in four colours."""
    stripes = (
        Paint(main, 0.2),
        WHITE,
        Paint((0.12, 0.35, 0.80), 0.2),
        WHITE,
        Paint((0.98, 0.80, 0.15), 0.2),
        WHITE,
    )
    mesh = _round(main, 0.2, 0.2)
    for i, paint in enumerate(stripes):
        mesh = tinted(mesh, lambda p, i=i: _gore(p, 6) == i, paint)
    return [turn(tinted(mesh, lambda p: np.abs(_unit(p)[:, 2]) > 0.97, WHITE), "x", 25)]


def _ball_(main: Colour = (0.82, 0.14, 0.12)) -> list[Piece]:
    """A toy ball with a star band."""
    mesh = tinted(_round(main, 0.11, 0.3), lambda p: np.abs(_unit(p)[:, 2]) < 0.18, WHITE)
    return [turn(mesh, "y", 20)]


def _rugby_ball(main: Colour = (0.48, 0.22, 0.12)) -> list[Piece]:
    mesh = tinted(_round(main, 1.0, 0.6), lambda p: np.abs(np.abs(p[:, 1]) - 0.62) < 0.06, WHITE)
    laces = [block(WHITE, (0.03, 0.006, 0.006), (0, y, 0.080)) for y in np.linspace(-0.04, 0.04, 6)]
    return [mesh.scaled(0.085, 0.145, 0.085), *laces, block(WHITE, (0.006, 0.10, 0.006), (0, 0, 0.081))]


def _round(main: Colour, radius: float, rough: float) -> Mesh:
    return shapes.sphere(_FINE, _FINE // 2).scaled(radius).painted(main, rough)


def _unit(points: np.ndarray) -> np.ndarray:
    return normalized(points)


def _seam(points: np.ndarray) -> np.ndarray:
    """Zero along the seam of a tennis ball or a baseball."""
    q = _unit(points)
    return (q[:, 0] ** 2 - q[:, 1] ** 2) * 0.95 - q[:, 2] * (1 - 0.35 * q[:, 2] ** 2)


def _gore(points: np.ndarray, count: int) -> np.ndarray:
    return (np.floor(np.arctan2(points[:, 1], points[:, 0]) / (2 * math.pi) * count) % count).astype(int)


MODELS: dict[str, Model] = {
    "ball": _ball_, "baseball": _baseball, "basketball": _basketball, "beach_ball": _beach_ball,
    "billiard_ball": _billiard_ball, "bowling_ball": _bowling_ball, "football": _football, "golf_ball":
    _golf_ball, "ping_pong_ball": _ping_pong_ball, "rugby_ball": _rugby_ball, "tennis_ball": _tennis_ball,
    "volleyball": _volleyball,
}  # fmt: skip
