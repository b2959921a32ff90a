"""All models by the kind of thing that they are of."""

from render_cluster.backends.physics.raster.things import furniture, nature, sports, vehicles
from render_cluster.backends.physics.raster.things.kit import Model

MODELS: dict[str, Model] = {**furniture.MODELS, **nature.MODELS, **sports.MODELS, **vehicles.MODELS}
