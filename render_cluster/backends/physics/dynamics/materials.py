"""What each material does in a collision: how much it gives back and how much it holds."""

from typing import NamedTuple


class Surface(NamedTuple):
    """Coefficients of one side of a contact.

    Restitution and friction of a pair are the product and the geometric mean of the two sides,
    so a hard surface has a bounce of 1 and leaves the other side to decide. `rolling_m` is how far ahead of
    its middle a rolling thing is held up: the lever with which a soft ground brakes it.
    """

    bounce: float
    friction: float
    rolling_m: float = 0.0


MATERIALS: dict[str, Surface] = {
    "rubber": Surface(bounce=0.84, friction=0.9),
    "wood": Surface(bounce=0.7, friction=0.5),
    "metal": Surface(bounce=0.72, friction=0.4),
    "hard_steel": Surface(bounce=0.985, friction=0.2),
    "plastic": Surface(bounce=0.7, friction=0.4),
    "stone": Surface(bounce=1.0, friction=0.8),
    "glass": Surface(bounce=0.9, friction=0.3),
    "flesh": Surface(bounce=0.2, friction=0.8),
    "water": Surface(bounce=0.0, friction=0.0),
    "asphalt": Surface(bounce=1.0, friction=0.8),
    "cloth": Surface(bounce=0.1, friction=0.7, rolling_m=0.002),
    "concrete": Surface(bounce=1.0, friction=0.8),
    "tiles": Surface(bounce=1.0, friction=0.5),
    "grass": Surface(bounce=0.75, friction=0.7, rolling_m=0.004),
    "earth": Surface(bounce=0.7, friction=0.8, rolling_m=0.002),
    "sand": Surface(bounce=0.25, friction=0.9, rolling_m=0.02),
    "dust": Surface(bounce=0.3, friction=0.9, rolling_m=0.01),
    "snow": Surface(bounce=0.15, friction=0.12, rolling_m=0.008),
    "ice": Surface(bounce=0.9, friction=0.03),
    "ceramic": Surface(bounce=0.5, friction=0.4),
    "leather": Surface(bounce=0.6, friction=0.7),
    "foam": Surface(bounce=0.3, friction=0.8, rolling_m=0.003),
    "paper": Surface(bounce=0.2, friction=0.5),
    "food": Surface(bounce=0.25, friction=0.6),
    "fur": Surface(bounce=0.15, friction=0.8, rolling_m=0.003),
}


def surface(material: str) -> Surface:
    """The coefficients of `material`; KeyError where it is not in MATERIALS."""
    return MATERIALS[material]
