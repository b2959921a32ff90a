"""The settings as data: what the ground is made of, what lies over it, how heavy things are."""

from typing import Literal, NamedTuple

from render_cluster.storyboard import Wind

Medium = Literal["ground", "water", "snow", "sand"]


class Setting(NamedTuple):
    """What a setting means to solver and sound; its look is one of `raster/sets`.

    `room_m` is the free floor (x, y) about the origin of an indoor place, whose ceiling is `ceiling_m` high.
    In a watery one the surface is at z = 0 and there is no ground above `depth_m` below it.
    """

    ground: str
    medium: Medium = "ground"
    gravity_mps2: float = 9.81
    room_m: tuple[float, float] | None = None
    ceiling_m: float = 3.0
    depth_m: float = 0.0
    wave_m: float = 0.0
    wind_mps: float = 0.0

    @property
    def submerged(self) -> bool:
        """Whether everything happens under water, above a floor `depth_m` below the surface."""
        return self.medium == "water" and self.ground != "water"

    @property
    def floor_m(self) -> float:
        """Where the ground lies: nought everywhere but at the bottom of the sea."""
        return -self.depth_m if self.submerged else 0.0

    @property
    def indoor(self) -> bool:
        """Whether walls stand around it: no weather, no wind."""
        return self.room_m is not None


WINDS_MPS: dict[Wind, float] = {"calm": 0.0, "breeze": 4.0, "wind": 7.5, "strong_wind": 13.0, "storm": 20.0}
"""How hard each wind of a storyboard blows: Beaufort 0, 3, 5, 6 to 7, 8 to 9."""


SETTINGS: dict[str, Setting] = {
    "court": Setting("asphalt"),
    "plaza": Setting("stone"),
    "skate_park": Setting("concrete"),
    "park": Setting("grass"),
    "meadow": Setting("grass", wind_mps=2.0),
    "beach": Setting("sand", "sand", wind_mps=3.0),
    "open_sea": Setting("water", "water", depth_m=40.0, wave_m=0.16, wind_mps=4.0),
    "lake": Setting("water", "water", depth_m=6.0, wave_m=0.03),
    "underwater": Setting("sand", "water", depth_m=6.0),
    "forest": Setting("earth"),
    "mountain": Setting("stone", wind_mps=4.0),
    "snow_slope": Setting("snow", "snow"),
    "city_street": Setting("asphalt"),
    "rooftop": Setting("concrete", wind_mps=2.0),
    "kitchen": Setting("tiles", room_m=(5.0, 5.0)),
    "living_room": Setting("wood", room_m=(6.0, 6.0)),
    "stage": Setting("wood", room_m=(12.0, 8.0), ceiling_m=7.0),
    "gym": Setting("wood", room_m=(16.0, 12.0), ceiling_m=7.0),
    "studio": Setting("plastic"),
    "desert": Setting("sand", "sand", wind_mps=2.0),
    "moon": Setting("dust", "sand", gravity_mps2=1.62),
}
