"""Small seamless textures made from sums of waves, so that no picture file is needed."""

import math
from functools import cache

import moderngl
import numpy as np

_SIDE_PX = 256
_DETAIL_SEED, _RIPPLE_SEED = 7, 11


def detail_texture(gl: moderngl.Context) -> moderngl.Texture:
    """Red: cloudy grain. Green: fine grain. Blue: upright strands. All about 0.5, seamless."""
    return _upload(gl, _detail())


def ripple_texture(gl: moderngl.Context) -> moderngl.Texture:
    """Red, green: slopes of small water waves; blue: their height; -4..4 kept as 0..1, seamless."""
    return _upload(gl, _ripples())


# Each takes longer than drawing a frame, and every camera of a process wants the same.
@cache
def _detail() -> np.ndarray:
    rng = np.random.default_rng(_DETAIL_SEED)
    cloudy = _noise(rng, 1.1)
    fine = _noise(rng, 0.2)
    strands = _noise(rng, 0.5, stretch=14.0)
    layers = np.stack([_spread(cloudy), _spread(fine), _spread(strands), np.ones_like(fine)], -1)
    return (layers * 255).astype(np.uint8)


@cache
def _ripples() -> np.ndarray:
    rng = np.random.default_rng(_RIPPLE_SEED)
    y, x = np.mgrid[0:_SIDE_PX, 0:_SIDE_PX] * (2 * math.pi / _SIDE_PX)
    slope_x, slope_y, height = (np.zeros_like(x) for _ in range(3))
    for _ in range(56):
        kx, ky = rng.integers(-11, 12, 2)
        k = math.hypot(kx, ky)
        if k < 1.5:
            continue
        amplitude, phase = k**-1.25, rng.uniform(0, 2 * math.pi)
        wave = kx * x + ky * y + phase
        height += amplitude * np.sin(wave)
        slope_x += amplitude * kx * np.cos(wave)
        slope_y += amplitude * ky * np.cos(wave)
    scale = 1.0 / np.abs(slope_x).std()
    layers = np.stack([slope_x * scale, slope_y * scale, height / height.std() * 0.35, np.ones_like(x)], -1)
    return (np.clip(layers / 8.0 + 0.5, 0, 1) * 255).astype(np.uint8)


def ground_texture(gl: moderngl.Context, painted: np.ndarray, rooted: bool = True) -> moderngl.Texture:
    """A set's ground (n, n, 4): colour in linear light and roughness; its root is kept, for even steps.

    Without `rooted` the four layers are kept as they are.
    """
    layers = painted.copy()
    if rooted:
        layers[..., :3] = np.sqrt(np.clip(layers[..., :3], 0, 1))
    return _upload(gl, (np.clip(layers, 0, 1) * 255).astype(np.uint8))


def face_texture(gl: moderngl.Context, picture: np.ndarray) -> moderngl.Texture:
    """A face (n, n, 3) in linear light, 0..1; its root is kept, for even steps."""
    root = np.sqrt(np.clip(picture, 0, 1))
    return _upload(gl, (np.dstack([root, np.ones(root.shape[:2])]) * 255).astype(np.uint8))


def _upload(gl: moderngl.Context, layers: np.ndarray) -> moderngl.Texture:
    texture = gl.texture(layers.shape[1::-1], 4, np.ascontiguousarray(layers).tobytes())
    texture.build_mipmaps()
    texture.filter = (moderngl.LINEAR_MIPMAP_LINEAR, moderngl.LINEAR)
    return texture


def _noise(rng: np.random.Generator, roughness: float, stretch: float = 1.0) -> np.ndarray:
    """White noise whose spectrum falls with frequency to the power `roughness`."""
    spectrum = np.fft.fft2(rng.standard_normal((_SIDE_PX, _SIDE_PX)))
    fy, fx = (np.fft.fftfreq(_SIDE_PX)[:, None] * _SIDE_PX, np.fft.fftfreq(_SIDE_PX)[None, :] * _SIDE_PX)
    k = np.hypot(fx, fy * stretch)
    falloff = np.where(k > 0, np.maximum(k, 1.0) ** -roughness, 0.0) * np.exp(-((k / 70.0) ** 2))
    return np.fft.ifft2(spectrum * falloff).real


def _spread(layer: np.ndarray) -> np.ndarray:
    return np.clip(0.5 + 0.18 * layer / layer.std(), 0.0, 1.0)
