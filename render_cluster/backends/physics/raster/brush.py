"""How the surfaces of a shot answer to light: what the shaders are built for."""

from dataclasses import dataclass

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.blocks import LAMPS_MAX
from render_cluster.backends.physics.raster.looks import Manner
from render_cluster.backends.physics.raster.shot import Shot


@dataclass(frozen=True, slots=True)
class Brush:
    """How surfaces answer in this shot: drawn or physical, by how many lamps, wet, in water; the ground's side."""

    toon: bool
    lamps: int
    ground_side_m: float
    wet: bool = False
    submerged: bool = False
    clay: bool = False
    slats: bool = False
    snowy: bool = False

    def defines(self) -> dict[str, int]:
        """The #define values of it."""
        return {
            "TOON": int(self.toon),
            "LAMPS": self.lamps,
            "WET": int(self.wet),
            "CAUSTICS": int(self.submerged),
            "CLAY": int(self.clay),
            "SLATS": int(self.slats),
            "SNOWY": int(self.snowy),
        }


def brush_of(shot: Shot, manner: Manner) -> Brush:
    """What a shot's style, place and weather make of all its surfaces."""
    place = SETTINGS.get(shot.scene.setting)
    return Brush(
        manner.drawn,
        min(LAMPS_MAX, len(shot.lamps(0.0))),
        shot.dressing.ground_side_m,
        shot.look.wet,
        place is not None and place.submerged,
        manner.clay,
        manner.slats and place is not None and place.indoor,
        shot.look.snowy,
    )
