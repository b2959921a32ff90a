"""What stands around the action in each setting; one file a setting, listed here."""

from render_cluster.backends.physics.raster.sets import (
    beach,
    city_street,
    court,
    desert,
    forest,
    gym,
    kitchen,
    lake,
    living_room,
    meadow,
    moon,
    mountain,
    open_sea,
    park,
    plaza,
    rooftop,
    skate_park,
    snow_slope,
    studio,
    theatre,
    underwater,
)
from render_cluster.backends.physics.raster.sets.dressing import Dresser

DRESSERS: dict[str, Dresser] = {
    "court": court.dress,
    "plaza": plaza.dress,
    "skate_park": skate_park.dress,
    "park": park.dress,
    "meadow": meadow.dress,
    "beach": beach.dress,
    "open_sea": open_sea.dress,
    "lake": lake.dress,
    "underwater": underwater.dress,
    "forest": forest.dress,
    "mountain": mountain.dress,
    "snow_slope": snow_slope.dress,
    "desert": desert.dress,
    "moon": moon.dress,
    "city_street": city_street.dress,
    "rooftop": rooftop.dress,
    "kitchen": kitchen.dress,
    "living_room": living_room.dress,
    "stage": theatre.dress,
    "gym": gym.dress,
    "studio": studio.dress,
}


def dresser_of(setting: str) -> Dresser:
    """The dresser of a setting; one without its own gets a pleasant plaza."""
    return DRESSERS.get(setting, plaza.dress)
