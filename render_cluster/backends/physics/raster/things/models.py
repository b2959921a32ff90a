"""All models by the kind of thing that they are of."""

from render_cluster.backends.physics.raster.things import furniture, household, nature, sports, street, vehicles
from render_cluster.backends.physics.raster.things.kit import Model

MODELS: dict[str, Model] = {**furniture.MODELS, **household.MODELS, **nature.MODELS, **sports.MODELS, **street.MODELS, **vehicles.MODELS}
