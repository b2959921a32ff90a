"""All models by the kind of thing that they are of."""

from render_cluster.backends.physics.raster.things import (
    aircraft,
    apparatus,
    appliances,
    aquarium,
    baking,
    balls,
    boats,
    boughs,
    canvas,
    cars,
    clothes,
    cycles,
    devices,
    dishes,
    fruit,
    furniture,
    games,
    glassware,
    houses,
    instruments,
    kitchenware,
    laboratory,
    land,
    landmarks,
    lights,
    masonry,
    packing,
    plants,
    playground,
    rooms,
    sports,
    street,
    tools,
    toys,
    trees,
    vessels,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.kit import Model

_GROUPS = (
    aircraft, apparatus, appliances, aquarium, baking, balls, boats, boughs, canvas, cars, clothes, cycles, devices,
    dishes, fruit, furniture, games, glassware, houses, instruments, kitchenware, laboratory, land, landmarks, lights,
    masonry, packing, plants, playground, rooms, sports, street, tools, toys, trees, vessels,
)  # fmt: skip

MODELS: dict[str, Model] = {kind: model for group in _GROUPS for kind, model in group.MODELS.items()}
