"""The styles, each a page of data: how it draws, and its look at each time of day."""

from render_cluster.backends.physics.raster.looks import Look, Manner
from render_cluster.backends.physics.raster.styles import (
    anime,
    cinematic,
    claymation,
    documentary,
    noir,
    pixel_art,
    realistic,
    watercolour,
)
from render_cluster.storyboard import Style, TimeOfDay

_PAGES = {
    "realistic": realistic,
    "cinematic": cinematic,
    "anime": anime,
    "claymation": claymation,
    "watercolour": watercolour,
    "noir": noir,
    "pixel_art": pixel_art,
    "documentary": documentary,
}
MANNERS: dict[Style, Manner] = {style: page.MANNER for style, page in _PAGES.items()}
LOOKS: dict[tuple[Style, TimeOfDay], Look] = {
    (style, hour): look for style, page in _PAGES.items() for hour, look in page.LOOKS.items()
}
