"""As it is drawn by hand: two flat tones, ink lines, heaped summer clouds."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Lens, Look, Manner
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("paint", drawn=True, drawn_sky=True, ink_px=1.15, shutter=0.0)
_LENS = Lens(glow_threshold=1.1, glow_share=0.14, shade_share=0.35, saturation=1.12, vignette=0.12)
_LENS_BY_DAY = replace(_LENS, exposure=1.22, saturation=1.2, contrast=0.1)
_LENS_AT_NIGHT = replace(_LENS, exposure=1.05, glow_share=0.3)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(light.DRAWN_DAY, light.DRAWN_KEY_DAY, _LENS_BY_DAY, light.DRAWN_SEA, 0.008),
    "golden_hour": Look(light.DRAWN_GOLD, light.DRAWN_KEY_GOLD, _LENS, light.DRAWN_SEA, 0.009),
    "night": Look(
        light.DRAWN_NIGHT, light.DRAWN_KEY_NIGHT, _LENS_AT_NIGHT, light.DRAWN_NIGHT_SEA, 0.009, True
    ),
}
