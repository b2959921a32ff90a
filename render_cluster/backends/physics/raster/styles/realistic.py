"""As an eye would see it: clear light, nothing added."""

from msgspec.structs import replace

from render_cluster.backends.physics.raster.looks import Lens, Look, Manner
from render_cluster.backends.physics.raster.styles import light
from render_cluster.storyboard import TimeOfDay

MANNER = Manner()
_LENS = Lens(
    exposure=0.92, glow_threshold=1.4, glow_share=0.10, saturation=1.04, contrast=0.12, vignette=0.25
)
_LENS_AT_NIGHT = replace(_LENS, exposure=1.15, glow_share=0.2)

LOOKS: dict[TimeOfDay, Look] = {
    "day": Look(light.DAY, light.KEY_DAY, _LENS, light.SEA),
    "golden_hour": Look(light.GOLD, light.KEY_GOLD, _LENS, light.SEA, 0.008),
    "night": Look(light.NIGHT, light.KEY_NIGHT, _LENS_AT_NIGHT, light.SEA, 0.008, True),
}
