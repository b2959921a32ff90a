"""Paints grounds: tiles, slabs and lines as (n, n, 4) arrays of linear colour and roughness."""

import numpy as np
from scipy import ndimage

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour


class Ground:
    """A square of ground around the origin that layers are painted on; it repeats beyond its edge."""

    def __init__(self, side_m: float, side_px: int, colour: Colour, roughness: float) -> None:
        self.side_m = side_m
        steps = ((np.arange(side_px) + 0.5) / side_px * side_m - side_m / 2).astype(np.float32)
        self.x_m, self.y_m = np.meshgrid(steps, steps)
        self.texel_m = side_m / side_px
        self.layers = np.empty((side_px, side_px, 4), np.float32)
        self.layers[..., :3] = linear(colour)
        self.layers[..., 3] = roughness

    def fill(
        self, inside_m: np.ndarray, colour: Colour, roughness: float | None = None, share: float = 1.0
    ) -> None:
        """Paints where the signed distance `inside_m` is negative, with an edge as soft as a texel."""
        touched = inside_m < 0.5 * self.texel_m
        cover = share * np.clip(0.5 - inside_m[touched] / self.texel_m, 0.0, 1.0)[:, None]
        under = self.layers[touched]
        target = np.array([*linear(colour), 0.0 if roughness is None else roughness], np.float32)
        if roughness is None:
            target = np.hstack([np.broadcast_to(target[:3], (len(under), 3)), under[:, 3:]])
        self.layers[touched] = under + (target - under) * cover.astype(np.float32)

    def line(self, distance_m: np.ndarray, width_m: float, colour: Colour, share: float = 0.9) -> None:
        """Paints a line of this width where `distance_m` is nought."""
        self.fill(np.abs(distance_m) - width_m / 2, colour, None, share)

    def weather(self, rng: np.random.Generator, amount: float, blur_m: float) -> None:
        """Makes it lighter and darker in patches of about `blur_m`."""
        side_px = len(self.layers)
        coarse = rng.standard_normal((128, 128))
        patches = ndimage.gaussian_filter(coarse, max(0.6, blur_m / self.side_m * 128), mode="wrap")
        patches = ndimage.zoom(patches / patches.std(), side_px / 128, order=1, mode="grid-wrap")
        factor = np.clip(1.0 + amount * patches[:side_px, :side_px], 0.5, 1.5)
        edge = np.minimum(self.side_m / 2 - np.abs(self.x_m), self.side_m / 2 - np.abs(self.y_m))
        fade = np.clip(edge / 2.0, 0.0, 1.0)
        self.layers[..., :3] *= (1.0 + (factor - 1.0) * fade)[..., None].astype(np.float32)


def box_distance(x_m: np.ndarray, y_m: np.ndarray, half_x_m: float, half_y_m: float) -> np.ndarray:
    """Signed distance to a rectangle around the origin: negative inside."""
    dx, dy = np.abs(x_m) - half_x_m, np.abs(y_m) - half_y_m
    outside = np.hypot(np.maximum(dx, 0), np.maximum(dy, 0))
    return outside + np.minimum(np.maximum(dx, dy), 0)


def nearest_joint(x_m: np.ndarray, spacing_m: float) -> np.ndarray:
    """Distance to the nearest of the joints that lie `spacing_m` apart."""
    return np.abs(np.mod(x_m + spacing_m / 2, spacing_m) - spacing_m / 2)


def relief(
    rng: np.random.Generator,
    side_px: int = 512,
    roughness: float = 1.2,
    strength: float = 1.0,
    flecks: float = 0.0,
) -> np.ndarray:
    """Seamless natural ground (n, n, 4) for Material.TERRAIN: slopes about 0.5, tone, flecks.

    `roughness` is how fast its spectrum falls; `flecks` the share of texels that hold a pale speck.
    """
    return _relief_of(seamless(rng, side_px, roughness), rng, strength, flecks)


def ripples(
    rng: np.random.Generator, waves_count: int, side_px: int = 512, strength: float = 1.0
) -> np.ndarray:
    """Wind ripples of sand, `waves_count` of them over the side, bent and broken by seamless noise."""
    steps = (np.arange(side_px) + 0.5) / side_px
    x, y = np.meshgrid(steps, steps)
    warp = seamless(rng, side_px, 2.4)
    phase = 2 * np.pi * (waves_count * y + round(waves_count * 0.3) * x + 0.55 * warp)
    crest = 1.0 - np.abs(np.sin(phase / 1.0 * 0.5)) ** 1.4
    shown = np.clip(0.7 + 0.45 * seamless(rng, side_px, 1.8), 0.1, 1.3)
    height = crest * shown * 1.6 + 0.22 * seamless(rng, side_px, 0.7)
    return _relief_of(height, rng, strength, 0.0)


def seamless(rng: np.random.Generator, side_px: int, roughness: float) -> np.ndarray:
    """Noise (n, n) of mean 0 and deviation 1 that repeats without a seam."""
    spectrum = np.fft.rfft2(rng.standard_normal((side_px, side_px)))
    fy = np.fft.fftfreq(side_px)[:, None] * side_px
    fx = np.fft.rfftfreq(side_px)[None, :] * side_px
    # The longest waves would show where the ground repeats.
    k = np.maximum(np.hypot(fx, fy), 3.0)
    noise = np.fft.irfft2(spectrum * k**-roughness, s=(side_px, side_px))
    return (noise - noise.mean()) / noise.std()


def _relief_of(height: np.ndarray, rng: np.random.Generator, strength: float, flecks: float) -> np.ndarray:
    slope_x = np.roll(height, -1, 1) - np.roll(height, 1, 1)
    slope_y = np.roll(height, -1, 0) - np.roll(height, 1, 0)
    scale = 0.11 * strength / max(float(slope_x.std()), float(slope_y.std()), 1e-6)
    layers = np.empty((*height.shape, 4), np.float32)
    layers[..., 0] = 0.5 + scale * slope_x
    layers[..., 1] = 0.5 + scale * slope_y
    layers[..., 2] = 0.5 + 0.17 * height / height.std()
    layers[..., 3] = 0.0
    if flecks > 0.0:
        seeds = (rng.random(height.shape) < flecks).astype(np.float32)
        layers[..., 3] = np.clip(4.0 * ndimage.gaussian_filter(seeds, 0.9, mode="wrap") * 1.6, 0.0, 1.0)
    return layers
