"""The net under a rim: cords that catch a ball on its way through and let it drop."""

import numpy as np

NET_DEPTH_M = 0.42
NET_RADIUS_M = 0.225
_TAPER_M = 0.10
_DRAG_NSPM = 9.0
_FALL_DRAG_NSPM = 1.2
_CORD_NPM = 120.0


def net_force_n(ball_m: np.ndarray, velocity_mps: np.ndarray) -> np.ndarray:
    """Force of the net on a ball at `ball_m`, measured from the middle of the rim; zero outside the net.

    Cords pull a ball that strays from the axis back inwards and rub on it; they never add energy to a ball
    that leaves, as the pull acts inwards only while the ball moves outwards.
    """
    deep = -ball_m[2]
    aside = float(np.hypot(ball_m[0], ball_m[1]))
    if not 0.0 < deep < NET_DEPTH_M or aside > NET_RADIUS_M:
        return np.zeros(3)
    force = -np.array([_DRAG_NSPM, _DRAG_NSPM, _FALL_DRAG_NSPM]) * velocity_mps
    outwards = ball_m[:2] / max(aside, 1e-6)
    stretched = aside - (0.105 - _TAPER_M * deep / NET_DEPTH_M)
    if stretched > 0.0 and outwards @ velocity_mps[:2] > 0.0:
        force[:2] -= _CORD_NPM * stretched * outwards
    return force
