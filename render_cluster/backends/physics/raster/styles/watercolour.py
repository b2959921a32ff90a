"""As if painted wet on rough paper: soft washes, dark rims where pigment dried, an unpainted border."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Key, Lens, Look, Manner, Sea, Sky
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("paper", drawn=True, drawn_sky=True, holds_per_s=12, shutter=0.0)
_SKY_DAY = Sky(
    (0.13, 0.36, 0.78), (0.40, 0.66, 0.92), (0.86, 0.93, 0.97), (1.0, 1.0, 0.99), (0.72, 0.80, 0.92), 0.40
)  # fmt: skip
_SKY_GOLD = Sky(
    (0.34, 0.34, 0.66), (0.95, 0.62, 0.52), (1.1, 0.84, 0.58), (1.1, 0.88, 0.74), (0.80, 0.52, 0.60), 0.42
)  # fmt: skip
_SKY_NIGHT = Sky(
    (0.016, 0.030, 0.11), (0.06, 0.10, 0.26), (0.16, 0.20, 0.36), (0.22, 0.26, 0.42), (0.09, 0.11, 0.26), 0.44,
    0.0012, 1.5,
)  # fmt: skip
_KEY_DAY = Key(0.78, -0.80, (3.3, 3.15, 2.8), (0.62, 0.62, 0.92), (0.46, 0.40, 0.50))
_KEY_GOLD = Key(0.30, -1.0, (3.0, 2.0, 1.2), (0.62, 0.50, 0.76), (0.44, 0.32, 0.38))
_KEY_NIGHT = Key(0.95, -0.6, (1.2, 1.2, 1.2), (0.22, 0.26, 0.50), (0.15, 0.15, 0.27))
_LENS = Lens(
    exposure=1.25, glow_threshold=1.6, glow_share=0.05, shade_share=0.45, saturation=1.05, vignette=0.0
)
_SEA = Sea((0.04, 0.22, 0.44), (0.16, 0.52, 0.66), (1.0, 1.0, 1.0), 0.10)
_SEA_AT_NIGHT = Sea((0.02, 0.08, 0.22), (0.08, 0.22, 0.42), (0.6, 0.7, 0.9), 0.10)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(_SKY_DAY, _KEY_DAY, _LENS, _SEA, 0.014),
    "golden_hour": Look(_SKY_GOLD, _KEY_GOLD, replace(_LENS, exposure=1.1), _SEA, 0.014),
    "night": Look(_SKY_NIGHT, _KEY_NIGHT, replace(_LENS, exposure=1.3), _SEA_AT_NIGHT, 0.012, True),
}
