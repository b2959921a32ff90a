"""What the people of the set pieces wear: an outfit by chance, with the clothes that were asked for."""

import msgspec

from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.raster.people.outfits import person_of
from render_cluster.backends.physics.raster.people.wardrobe import KINDS
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import REST_HEIGHT_M
from render_cluster.storyboard import Shot


def dressed(shot: Shot, seed: int, name: str, legs: str = "trousers", shod: bool = True) -> Person:
    """The shot's person in the clothes that were asked for, the rest drawn from `seed` and `name`.

    The same in every scene of a clip. A colour of the person's own is that of the shirt.
    """
    who = next((subject for subject in shot.subjects if subject.kind == "person"), None)
    own = () if who is None else tuple((one.kind, COLOURS.get(one.colour or "")) for one in who.wardrobe)
    usual = (
        ("t_shirt", COLOURS.get(who.colour or "") if who else None),
        (legs, None),
        ("shoes" if shod else "barefoot", None),
    )
    taken = {slot for kind, _ in own if kind in KINDS for slot in KINDS[kind].slots}
    asked = (*own, *(one for one in usual if not taken & {*KINDS[one[0]].slots}))
    person = person_of(seed, name, who.sex if who else None, setting="studio", asked=asked)
    # The set pieces' solver knows one size of people.
    return msgspec.structs.replace(person, height_m=REST_HEIGHT_M)
