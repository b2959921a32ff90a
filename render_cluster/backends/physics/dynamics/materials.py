"""What each material does in a collision: how much it gives back and how much it holds."""

from typing import NamedTuple


class Surface(NamedTuple):
    """Coefficients of one side of a contact.

    Restitution and friction of a pair are the product and the geometric mean of the two sides,
    so a hard surface has a bounce of 1 and leaves the other side to decide.
    """

    bounce: float
    friction: float


MATERIALS: dict[str, Surface] = {
    "rubber": Surface(bounce=0.84, friction=0.9),
    "wood": Surface(bounce=0.7, friction=0.5),
    "metal": Surface(bounce=0.72, friction=0.4),
    "plastic": Surface(bounce=0.7, friction=0.4),
    "stone": Surface(bounce=1.0, friction=0.8),
    "glass": Surface(bounce=0.9, friction=0.3),
    "flesh": Surface(bounce=0.2, friction=0.8),
    "water": Surface(bounce=0.0, friction=0.0),
    "asphalt": Surface(bounce=1.0, friction=0.8),
    "cloth": Surface(bounce=0.1, friction=0.7),
    "concrete": Surface(bounce=1.0, friction=0.8),
    "tiles": Surface(bounce=1.0, friction=0.5),
    "grass": Surface(bounce=0.75, friction=0.7),
    "earth": Surface(bounce=0.7, friction=0.8),
    "sand": Surface(bounce=0.25, friction=0.9),
    "dust": Surface(bounce=0.3, friction=0.9),
    "snow": Surface(bounce=0.15, friction=0.12),
    "ice": Surface(bounce=0.9, friction=0.03),
    "ceramic": Surface(bounce=0.5, friction=0.4),
    "leather": Surface(bounce=0.6, friction=0.7),
    "foam": Surface(bounce=0.3, friction=0.8),
    "paper": Surface(bounce=0.2, friction=0.5),
    "food": Surface(bounce=0.25, friction=0.6),
    "fur": Surface(bounce=0.15, friction=0.8),
}


def surface(material: str) -> Surface:
    """The coefficients of `material`; KeyError where it is not in MATERIALS."""
    return MATERIALS[material]
