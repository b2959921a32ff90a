"""What stands in rooms: tables, seats, beds, shelves, lamps and kitchen machines."""

from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.forms import span
from render_cluster.backends.physics.things.thing import Thing

_DESK = (span((0, 0, 0.94), (1, 1, 1)), span((0, 0, 0), (0.06, 1, 0.94)), span((0.72, 0, 0), (1, 1, 0.94)))
_SHELF = (
    span((0, 0, 0), (0.04, 1, 1)),
    span((0.96, 0, 0), (1, 1, 1)),
    span((0.04, 0.9, 0), (0.96, 1, 1)),
    *(span((0.04, 0, z), (0.96, 0.9, z + 0.03)) for z in (0.0, 0.25, 0.5, 0.75, 0.97)),
)
_BED = (span((0, 0, 0.1), (1, 1, 0.52)), span((0, 0.97, 0), (1, 1, 1)), span((0, 0, 0), (1, 0.03, 0.5)))
_TOILET = (
    span((0.22, 0.2, 0), (0.78, 0.8, 0.3)),
    span((0, 0, 0.3), (1, 0.72, 0.55)),
    span((0, 0.72, 0.35), (1, 1, 1)),
)
_STOOL = (span((0, 0, 0.94), (1, 1, 1), "cylinder"), *forms.legs(0.94, 0.1, 0.1))

THINGS: tuple[Thing, ...] = (
    Thing("table", ("table", "dining table", "kitchen table", "wooden table", "tabletop", "wooden tabletop"),
        (1.5, 0.85, 0.75), 32.0,
        "wood", forms.table()),
    Thing("coffee_table", ("coffee table", "side table", "nightstand"), (1.1, 0.6, 0.42), 16.0, "wood",
        forms.table(0.88)),
    Thing("desk", ("desk", "writing desk", "counter", "workbench"), (1.4, 0.7, 0.75), 38.0, "wood", _DESK),
    Thing("chair", ("chair", "wooden chair", "dining chair"), (0.45, 0.50, 0.90), 5.5, "wood",
        forms.seat(0.52, 0.05), ("seat",)),
    Thing("stool", ("stool", "bar stool"), (0.38, 0.38, 0.65), 4.0, "wood", _STOOL, ("seat",)),
    Thing("armchair", ("armchair", "easy chair", "recliner", "rocking chair", "throne"), (0.90, 0.90, 0.95),
        28.0, "cloth", forms.sofa(0.46, 0.2), ("seat",)),
    Thing("sofa", ("sofa", "couch", "settee", "loveseat"), (2.0, 0.90, 0.85), 48.0, "cloth",
        forms.sofa(0.5, 0.1), ("seat",)),
    Thing("bed", ("bed", "mattress", "bunk"), (1.6, 2.1, 0.95), 70.0, "cloth", _BED, ("seat",)),
    Thing("pillow", ("pillow", "cushion"), (0.60, 0.40, 0.16), 0.7, "cloth", forms.EGG, ("held",)),
    Thing("lamp", ("lamp", "table lamp", "desk lamp", "lampshade"), (0.32, 0.32, 0.55), 2.0, "ceramic",
        (span((0.2, 0.2, 0), (0.8, 0.8, 0.55), "cylinder"), span((0, 0, 0.55), (1, 1, 1), "cylinder")),
        ("breaks",), colour=(0.2, 0.46, 0.48), breaks_at_ns=7.0),
    Thing("floor_lamp", ("floor lamp", "standing lamp"), (0.45, 0.45, 1.6), 5.0, "metal",
        (*forms.post(0.08, 0.03, 0.7), span((0, 0, 0.8), (1, 1, 1), "cylinder"))),
    Thing("chandelier", ("chandelier",), (0.9, 0.9, 0.8), 9.0, "metal",
        forms.stacked((1.0, 0.0, 0.5, "cylinder"), (0.1, 0.5, 1.0, "cylinder"))),
    Thing("bookshelf", ("bookshelf", "bookcase", "shelf", "library shelf"), (0.9, 0.3, 1.9), 60.0, "wood",
        _SHELF),
    Thing("cabinet", ("cabinet", "cupboard", "dresser", "drawer", "chest of drawers", "furniture"),
        (1.0, 0.45, 0.9), 40.0, "wood"),
    Thing("wardrobe", ("wardrobe", "closet"), (1.1, 0.6, 2.0), 75.0, "wood"),
    Thing("door", ("door", "doorway"), (0.95, 0.16, 2.1), 28.0, "wood", traits=("fixed",)),
    Thing("window", ("window", "window frame"), (1.2, 0.12, 1.3), 30.0, "glass", traits=("fixed", "breaks"),
        breaks_at_ns=9.0),
    Thing("mirror", ("mirror",), (0.7, 0.052, 1.4), 9.0, "glass", traits=("breaks",), breaks_at_ns=8.0),
    Thing("picture",
        ("picture", "painting", "picture frame", "photo", "photograph", "portrait", "poster", "canvas"),
        (0.8, 0.05, 0.6), 2.5, "wood", traits=("flat", "held")),
    Thing("rug", ("rug", "carpet", "mat", "blanket", "yoga mat", "cloth", "fabric"), (2.0, 1.3, 0.025), 4.0,
        "cloth", traits=("flat",)),
    Thing("curtain", ("curtain", "drape", "red curtain"), (1.6, 0.16, 2.2), 3.0, "cloth",
        traits=("fixed",)),
    Thing("curtained_window", ("open window", "curtained window"), (4.4, 0.62, 2.75), 90.0, "stone",
        (span((0, 0.74, 0), (1, 1, 1)),), ("fixed",)),
    Thing("curtained_window_by_night", ("curtained window by night",), (4.4, 0.62, 2.75), 90.0, "stone",
        (span((0, 0.74, 0), (1, 1, 1)),), ("fixed",)),
    Thing("bathtub", ("bathtub", "bath", "tub", "hot tub"), (0.8, 1.7, 0.84), 60.0, "ceramic",
        forms.tub(0.08, 0.2, 0.71)),
    Thing("toilet", ("toilet", "toilet bowl"), (0.40, 0.68, 0.80), 32.0, "ceramic", _TOILET, ("seat",)),
    Thing("sink", ("sink", "washbasin", "basin"), (0.60, 0.48, 0.95), 22.0, "ceramic",
        (span((0, 0, 0.72), (1, 1, 0.86)), span((0.35, 0.35, 0), (0.65, 0.75, 0.72)),
            span((0.45, 0.7, 0.86), (0.55, 0.9, 1)))),
    Thing("refrigerator", ("refrigerator", "fridge", "freezer"), (0.75, 0.70, 1.8), 75.0, "metal"),
    Thing("oven", ("oven", "stove", "cooker", "kitchen range"), (0.60, 0.62, 0.95), 50.0, "metal"),
    Thing("microwave", ("microwave", "microwave oven"), (0.50, 0.38, 0.29), 12.0, "metal"),
    Thing("washing_machine", ("washing machine", "washer", "dryer", "dishwasher"), (0.60, 0.60, 0.85), 65.0,
        "metal"),
    Thing("toaster", ("toaster",), (0.30, 0.18, 0.20), 1.5, "metal"),
    Thing("fireplace", ("fireplace", "hearth"), (1.5, 0.6, 1.2), 400.0, "stone", traits=("fixed", "burns"),
        sources=("fire",)),
    Thing("stairs", ("stair", "stairs", "staircase", "step", "stairway"), (1.2, 2.0, 1.2), 500.0, "stone",
        tuple(span((0, i / 6, 0), (1, 1, (i + 1) / 6)) for i in range(6)), ("fixed",)),
    Thing("ladder", ("ladder", "stepladder"), (0.44, 0.07, 2.4), 7.0, "wood"),
)  # fmt: skip
