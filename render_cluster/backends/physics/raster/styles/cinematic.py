"""As a feature film shows it: light from the side, shallow focus, teal shadows, bars above and below."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Key, Lens, Look, Manner
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner()
_BAR = 0.5 - 0.5 * (16 / 9) / 2.39
_KEY_DAY = Key(0.62, 2.2, (5.2, 4.6, 3.7), (0.40, 0.50, 0.68), (0.22, 0.19, 0.16))
_KEY_GOLD = Key(0.17, 2.45, (7.4, 3.6, 1.30), (0.40, 0.40, 0.56), (0.24, 0.18, 0.15))
_KEY_NIGHT = Key(0.95, 2.0, (1.5, 1.42, 1.30), (0.040, 0.060, 0.120), (0.030, 0.034, 0.046))
_LENS = Lens(
    exposure=0.86, aperture=1.0, glow_threshold=0.95, glow_share=0.26, saturation=1.04, contrast=0.30,
    vignette=0.75, grain=0.030, bar=_BAR,
    shadow_grade=(-0.012, 0.006, 0.026), light_grade=(0.028, 0.010, -0.026),
)  # fmt: skip
_LENS_AT_NIGHT = replace(_LENS, exposure=1.15, contrast=0.2)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(light.DAY, _KEY_DAY, _LENS, light.SEA, 0.010),
    "golden_hour": Look(light.GOLD, _KEY_GOLD, _LENS, light.SEA, 0.012),
    "night": Look(light.NIGHT, _KEY_NIGHT, _LENS_AT_NIGHT, light.SEA, 0.010, True),
}
