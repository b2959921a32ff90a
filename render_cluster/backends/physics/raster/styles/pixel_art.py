"""As a game of the nineties: few lines, few colours, chequered half tones, dark outlines, held pictures."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Lens, Look, Manner
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner("pixels", drawn=True, drawn_sky=True, ink_px=2.2, holds_per_s=12, shutter=0.0)
_LENS = Lens(exposure=1.15, glow_share=0.0, shade_share=0.30, saturation=1.30, contrast=0.22, vignette=0.0)
_LENS_AT_NIGHT = replace(_LENS, exposure=1.2)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(light.DRAWN_DAY, light.DRAWN_KEY_DAY, _LENS, light.DRAWN_SEA, 0.004),
    "golden_hour": Look(light.DRAWN_GOLD, light.DRAWN_KEY_GOLD, _LENS, light.DRAWN_SEA, 0.005),
    "night": Look(
        light.DRAWN_NIGHT, light.DRAWN_KEY_NIGHT, _LENS_AT_NIGHT, light.DRAWN_NIGHT_SEA, 0.005, True
    ),
}
