"""The few colours of pixel art: ramps of a hue that grow yellow towards the light and violet in the shade."""

import math

import moderngl
import numpy as np

SIDE = 32
# Hue and chroma of each ramp in OKLCH (Ottosson, 2020); lightness of its steps.
_RAMPS = ((0.10, 0.15), (0.62, 0.14), (1.15, 0.13), (1.75, 0.15), (2.35, 0.14), (3.4, 0.09), (4.0, 0.11),
          (4.55, 0.15), (5.3, 0.13), (1.0, 0.035), (0.85, 0.07))  # fmt: skip
_STEPS = (0.22, 0.38, 0.54, 0.70, 0.85)
_GREYS = (0.10, 0.24, 0.38, 0.52, 0.66, 0.79, 0.90, 0.985)
_SHADE_HUE, _LIGHT_HUE, _HUE_PULL = 4.9, 1.7, 0.22


def colours() -> np.ndarray:
    """All colours of the palette: (n, 3), sRGB in 0..1."""
    ramps = [
        _oklch(step, chroma * math.sin(math.pi * (0.15 + 0.75 * step)), _pulled(hue, step))
        for hue, chroma in _RAMPS
        for step in _STEPS
    ]
    greys = [_oklch(step, 0.012, _SHADE_HUE if step < 0.6 else _LIGHT_HUE) for step in _GREYS]
    return np.array(ramps + greys)


def palette_texture(gl: moderngl.Context) -> moderngl.Texture3D:
    """A cube of SIDE colours a side that tells the nearest colour of the palette."""
    ladder = (np.arange(SIDE) + 0.5) / SIDE
    blue, green, red = np.meshgrid(ladder, ladder, ladder, indexing="ij")
    asked = np.stack([red, green, blue], -1).reshape(-1, 3)
    known = colours()
    apart = np.linalg.norm(_oklab(asked)[:, None] - _oklab(known)[None], axis=2)
    nearest = known[apart.argmin(1)]
    cube = np.concatenate([nearest, np.ones((len(nearest), 1))], 1)
    texture = gl.texture3d((SIDE, SIDE, SIDE), 4, np.round(cube * 255).astype(np.uint8).tobytes())
    texture.filter = (moderngl.NEAREST, moderngl.NEAREST)
    texture.repeat_x = texture.repeat_y = texture.repeat_z = False
    return texture


def _pulled(hue: float, lightness: float) -> float:
    """The hue turned a little towards that of shade or of light, the short way round."""
    goal = _LIGHT_HUE if lightness > 0.55 else _SHADE_HUE
    return hue + _HUE_PULL * abs(lightness - 0.55) * 2.0 * math.remainder(goal - hue, 2 * math.pi)


_TO_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929],
     [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468],
     [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def _oklab(srgb: np.ndarray) -> np.ndarray:
    return np.cbrt(np.power(srgb, 2.2) @ _TO_LMS.T) @ _TO_LAB.T


def _oklch(lightness: float, chroma: float, hue: float) -> np.ndarray:
    lab = np.array([lightness, chroma * math.cos(hue), chroma * math.sin(hue)])
    light = np.linalg.inv(_TO_LMS) @ (np.linalg.inv(_TO_LAB) @ lab) ** 3
    return np.power(np.clip(light, 0.0, 1.0), 1 / 2.2)
