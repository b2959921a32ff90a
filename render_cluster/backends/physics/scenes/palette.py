"""What the people of the set pieces wear: an outfit by chance, with the colour that was asked for."""

import msgspec

from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.raster.people.outfits import person_of
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import REST_HEIGHT_M

__all__ = ["COLOURS", "REST_HEIGHT_M", "dressed"]


def dressed(seed: int, name: str, top: str | None, legs: str = "trousers", shod: bool = True) -> Person:
    """A person drawn from `seed` and `name`: the same in every scene of a clip; `top` names an asked colour."""
    asked = (
        ("t_shirt", COLOURS[top] if top else None),
        (legs, None),
        ("shoes" if shod else "barefoot", None),
    )
    # The set pieces' solver knows one size of people.
    return msgspec.structs.replace(
        person_of(seed, name, setting="studio", asked=asked), height_m=REST_HEIGHT_M
    )
