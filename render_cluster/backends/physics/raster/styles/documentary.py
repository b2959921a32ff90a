"""As a reporter's camera saw it: a long lens in an unsteady hand, flat colours, plain light, a little noise."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Key, Lens, Look, Manner, Sky
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("film", lens_share=0.62, shake_m=0.035)
_SKY_DAY = Sky(
    (0.30, 0.42, 0.62), (0.58, 0.67, 0.78), (0.86, 0.88, 0.90), (1.05, 1.05, 1.05), (0.66, 0.69, 0.74), 0.34
)  # fmt: skip
_KEY_DAY = Key(0.95, -0.5, (3.1, 3.0, 2.85), (0.66, 0.70, 0.76), (0.32, 0.31, 0.28))
_LENS = Lens(
    exposure=0.80, aperture=0.35, glow_threshold=1.6, glow_share=0.05, saturation=0.86, contrast=0.06,
    vignette=0.15, grain=0.045, shadow_grade=(0.018, 0.018, 0.012), light_grade=(-0.006, 0.002, -0.008),
)  # fmt: skip

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(_SKY_DAY, _KEY_DAY, _LENS, light.SEA, 0.007),
    "golden_hour": Look(light.GOLD, light.KEY_GOLD, replace(_LENS, saturation=0.88), light.SEA, 0.008),
    "night": Look(
        light.NIGHT, light.KEY_NIGHT, replace(_LENS, exposure=1.3, grain=0.07), light.SEA, 0.009, True
    ),
}
