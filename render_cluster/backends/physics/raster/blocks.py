"""The two uniform blocks that all shaders share, packed in the order of shaders/blocks.glsl."""

from dataclasses import dataclass, replace

import moderngl
import numpy as np

LAMPS_MAX = 4


@dataclass(frozen=True, slots=True)
class View:
    """One look at the scene: matrices (4, 4), eye in metres, size in pixels, depth range in metres."""

    view: np.ndarray
    projection: np.ndarray
    eye_m: np.ndarray
    size_px: tuple[int, int]
    near_m: float
    far_m: float
    time_s: float

    @property
    def whole(self) -> np.ndarray:
        """World to clip space."""
        return self.projection @ self.view

    def packed(self) -> bytes:
        """The bytes of `View`."""
        whole = self.whole
        eye = np.append(self.eye_m, self.time_s)
        tail = np.array([*self.size_px, self.near_m, self.far_m])
        return _bytes(whole.T, np.linalg.inv(whole).T, eye, tail)


def jittered(view: View, aside_px: tuple[float, float]) -> View:
    """The same view, its picture moved by a part of a pixel."""
    moved = view.projection.copy()
    # What is divided by -z later is moved by as much of z now.
    moved[0, 2] -= 2.0 * aside_px[0] / view.size_px[0]
    moved[1, 2] -= 2.0 * aside_px[1] / view.size_px[1]
    return replace(view, projection=moved)


@dataclass(frozen=True, slots=True)
class Lamp:
    """A bulb: where it hangs in metres and its light at one metre."""

    position_m: tuple[float, float, float]
    colour: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    """All light of one frame; beyond `fog_from_m` distance fades to the fog's colour by `fog_per_m`."""

    static_shadow: np.ndarray
    moving_shadow: np.ndarray
    sun_direction: np.ndarray
    sun_colour: tuple[float, float, float]
    sky_colour: tuple[float, float, float]
    ground_colour: tuple[float, float, float]
    fog_colour: tuple[float, float, float]
    fog_per_m: float
    lamps: tuple[Lamp, ...] = ()
    fog_from_m: float = 12.0

    def packed(self) -> bytes:
        """The bytes of `Light`."""
        flat = [
            (*self.sun_direction, self.fog_from_m),
            (*self.sun_colour, 0),
            (*self.sky_colour, 0),
            (*self.ground_colour, 0),
        ]
        flat.append((*self.fog_colour, self.fog_per_m))
        lamps = list(self.lamps[:LAMPS_MAX])
        lamps += [Lamp((0, 0, -1e4), (0, 0, 0))] * (LAMPS_MAX - len(lamps))
        flat += [(*lamp.position_m, 0) for lamp in lamps] + [(*lamp.colour, 0) for lamp in lamps]
        return _bytes(self.static_shadow.T, self.moving_shadow.T, np.array(flat, float))


class Blocks:
    """The buffers behind the blocks."""

    def __init__(self, gl: moderngl.Context) -> None:
        self._view = gl.buffer(reserve=160)
        self._light = gl.buffer(reserve=336)

    def bind(self) -> None:
        """Binds both where programs.py expects them."""
        self._view.bind_to_uniform_block(0)
        self._light.bind_to_uniform_block(1)

    def write_view(self, view: View) -> None:
        """Takes this view for the draws that follow."""
        self._view.write(view.packed())

    def write_light(self, light: Light) -> None:
        """Takes this light for the draws that follow."""
        self._light.write(light.packed())


def _bytes(*arrays: np.ndarray) -> bytes:
    return np.concatenate([np.ravel(array) for array in arrays]).astype(np.float32).tobytes()
