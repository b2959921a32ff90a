"""All models by the kind of thing that they are of."""

from render_cluster.backends.physics.raster.things import (
    food,
    furniture,
    household,
    nature,
    sports,
    street,
    toys,
    vehicles,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.kit import Model

MODELS: dict[str, Model] = {
    kind: model
    for group in (food, furniture, household, nature, sports, street, toys, vehicles)
    for kind, model in group.MODELS.items()
}
