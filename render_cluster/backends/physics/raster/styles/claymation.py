"""As if kneaded of plasticine on a table top: fingerprints, matte colours, shallow focus, held pictures."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Key, Lens, Look, Manner, Sea, Sky
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("film", drawn_sky=True, clay=True, holds_per_s=12, shutter=0.0)
_SKY_DAY = Sky(
    (0.16, 0.40, 0.78), (0.36, 0.62, 0.88), (0.66, 0.80, 0.86), (1.0, 0.98, 0.92), (0.62, 0.70, 0.78), 0.42
)  # fmt: skip
# A studio lamp, near and warm, and a room that is bright all round.
_KEY_DAY = Key(0.88, -0.70, (3.7, 3.45, 2.95), (0.62, 0.66, 0.74), (0.40, 0.34, 0.28))
_KEY_GOLD = Key(0.36, -1.3, (4.9, 2.9, 1.3), (0.44, 0.38, 0.46), (0.32, 0.22, 0.16))
_KEY_NIGHT = Key(0.9, -0.6, (1.15, 1.15, 1.25), (0.10, 0.12, 0.22), (0.07, 0.07, 0.10))
_LENS = Lens(
    exposure=0.95, aperture=1.15, glow_threshold=1.5, glow_share=0.08, shade_share=1.0, saturation=1.34,
    contrast=0.20, vignette=0.45,
)  # fmt: skip
_SEA = Sea((0.010, 0.16, 0.30), (0.05, 0.42, 0.52), (0.92, 0.95, 0.96), 0.10)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(_SKY_DAY, _KEY_DAY, _LENS, _SEA, 0.005),
    "golden_hour": Look(light.DRAWN_GOLD, _KEY_GOLD, _LENS, _SEA, 0.007),
    "night": Look(light.DRAWN_NIGHT, _KEY_NIGHT, replace(_LENS, exposure=1.15), _SEA, 0.007, True),
}
