"""People to try clothes, hair and faces on."""

from render_cluster.backends.physics.scene import Clothing, Person
from render_cluster.storyboard import Age, Sex

SKIN, HAIR = (0.7, 0.5, 0.4), (0.2, 0.14, 0.08)


def person(
    name: str = "ada",
    sex: Sex = "woman",
    age: Age = "adult",
    weight: float = 0.5,
    wardrobe: tuple[Clothing, ...] = (),
    hair_style: str = "short",
    height_m: float = 1.76,
) -> Person:
    """Someone who stands at the origin."""
    return Person(name, height_m, SKIN, HAIR, wardrobe, sex, age, weight, hair_style)
