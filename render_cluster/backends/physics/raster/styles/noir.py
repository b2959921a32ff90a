"""As a crime film of the forties: black and white, one hard lamp, deep shadow, light through a blind."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Key, Lens, Look, Manner, Sea, Sky
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("film", slats=True, fill=0.55)
_SKY_DAY = Sky(
    (0.05, 0.05, 0.05), (0.16, 0.16, 0.16), (0.20, 0.20, 0.20), (0.80, 0.80, 0.80), (0.10, 0.10, 0.10), 0.38
)  # fmt: skip
_SKY_GOLD = Sky(
    (0.03, 0.03, 0.03), (0.12, 0.12, 0.12), (0.24, 0.24, 0.24), (0.85, 0.85, 0.85), (0.07, 0.07, 0.07), 0.36
)  # fmt: skip
_SKY_NIGHT = Sky(
    (0.002, 0.002, 0.002), (0.010, 0.010, 0.010), (0.040, 0.040, 0.040), (0.10, 0.10, 0.10),
    (0.01, 0.01, 0.01), 0.42, 0.0010, 0.7,
)  # fmt: skip
_KEY_DAY = Key(0.50, 1.35, (5.6, 5.6, 5.6), (0.20, 0.20, 0.20), (0.09, 0.09, 0.09))
_KEY_GOLD = Key(0.20, 1.7, (6.6, 6.6, 6.6), (0.22, 0.22, 0.22), (0.09, 0.09, 0.09))
# A street lamp close by, from the side but before them: who walks there must be more than a shadow.
_KEY_NIGHT = Key(0.38, 0.85, (7.4, 7.4, 7.4), (0.20, 0.20, 0.20), (0.12, 0.12, 0.12))
_LENS = Lens(
    exposure=1.2, aperture=0.6, glow_threshold=0.75, glow_share=0.34, saturation=0.0, contrast=1.0,
    vignette=1.25, grain=0.07, shadow_grade=(-0.020, -0.020, -0.022), light_grade=(0.016, 0.012, 0.004),
)  # fmt: skip
_SEA = Sea((0.012, 0.012, 0.012), (0.06, 0.06, 0.06), (0.9, 0.9, 0.9))

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(_SKY_DAY, _KEY_DAY, _LENS, _SEA, 0.008),
    "golden_hour": Look(_SKY_GOLD, _KEY_GOLD, _LENS, _SEA, 0.009),
    "night": Look(_SKY_NIGHT, _KEY_NIGHT, replace(_LENS, exposure=1.45), _SEA, 0.018, True),
}
