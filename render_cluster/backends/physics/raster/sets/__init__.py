"""What stands around the action in each setting; one file a setting, listed here."""

from render_cluster.backends.physics.raster.sets import court, open_sea, plaza, skate_park
from render_cluster.backends.physics.raster.sets.dressing import Dresser

DRESSERS: dict[str, Dresser] = {
    "court": court.dress,
    "open_sea": open_sea.dress,
    "skate_park": skate_park.dress,
}


def dresser_of(setting: str) -> Dresser:
    """The dresser of a setting; one without its own gets a pleasant plaza."""
    return DRESSERS.get(setting, plaza.dress)
