"""What drives, floats and flies."""

from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.forms import span
from render_cluster.backends.physics.things.thing import Thing

_DRIVES = ("vehicle", "ridden")
_FLIES = ("vehicle", "flies")
_SAILS = ("vehicle", "floats", "ridden")
_BICYCLE = (
    span((0.4, 0.0, 0.0), (0.6, 0.38, 0.63)),
    span((0.4, 0.62, 0.0), (0.6, 1.0, 0.63)),
    span((0.4, 0.3, 0.5), (0.6, 0.75, 0.85)),
    span((0.0, 0.2, 0.9), (1.0, 0.32, 1.0)),
)
_MOTORCYCLE = (
    span((0.35, 0.0, 0.0), (0.65, 0.32, 0.55)),
    span((0.35, 0.68, 0.0), (0.65, 1.0, 0.55)),
    span((0.25, 0.25, 0.2), (0.75, 0.85, 0.75)),
    span((0.0, 0.2, 0.85), (1.0, 0.3, 1.0)),
)
_HULL = (
    span((0.08, 0.05, 0.0), (0.92, 0.95, 0.35)),
    span((0, 0.1, 0.35), (0.1, 0.9, 1)),
    span((0.9, 0.1, 0.35), (1, 0.9, 1)),
)
_SAILBOAT = (
    span((0.05, 0.05, 0.0), (0.95, 0.95, 0.16)),
    span((0.46, 0.42, 0.16), (0.54, 0.46, 1.0)),
    span((0.47, 0.45, 0.25), (0.53, 0.85, 0.8)),
)
_SHIP = (
    span((0.05, 0.02, 0.0), (0.95, 0.98, 0.42)),
    span((0.2, 0.45, 0.42), (0.8, 0.9, 0.8)),
    span((0.4, 0.6, 0.8), (0.6, 0.75, 1)),
)
_PLANE = (
    span((0.44, 0.0, 0.25), (0.56, 1.0, 0.6)),
    span((0.0, 0.40, 0.30), (1.0, 0.58, 0.40)),
    span((0.32, 0.86, 0.5), (0.68, 1.0, 0.56)),
    span((0.48, 0.84, 0.5), (0.52, 1.0, 1.0)),
    span((0.40, 0.1, 0.0), (0.60, 0.55, 0.25)),
)
_HELICOPTER = (
    span((0.40, 0.05, 0.12), (0.60, 0.55, 0.85)),
    span((0.47, 0.5, 0.5), (0.53, 1.0, 0.65)),
    span((0.0, 0.28, 0.94), (1.0, 0.32, 1.0)),
    span((0.37, 0.1, 0.0), (0.63, 0.5, 0.12)),
)
_ROCKET = forms.stacked(
    (1.0, 0.0, 0.22, "box"), (0.55, 0.22, 0.78, "cylinder"), (0.35, 0.78, 1.0, "cylinder")
)

THINGS: tuple[Thing, ...] = (
    Thing("car", ("car", "automobile", "sedan", "vehicle", "taxi", "cab"), (1.8, 4.3, 1.45), 1300.0,
        "metal", forms.car(0.16, 0.6, (0.28, 0.84), (0.2, 0.8)), _DRIVES),
    Thing("sports_car", ("sports car", "race car", "racecar", "racing car", "convertible"),
        (1.9, 4.4, 1.15), 1250.0, "metal", forms.car(0.14, 0.64, (0.34, 0.8), (0.2, 0.8)), _DRIVES),
    Thing("jeep", ("jeep", "suv", "off-road vehicle"), (1.9, 4.2, 1.85), 1800.0, "metal",
        forms.car(0.2, 0.6, (0.32, 0.98), (0.2, 0.8)), _DRIVES),
    Thing("bus", ("bus", "coach", "school bus", "double decker"), (2.5, 9.0, 3.0), 9000.0, "metal",
        (span((0, 0, 0.12), (1, 1, 1)), span((0.02, 0.1, 0), (0.98, 0.9, 0.12))), _DRIVES),
    Thing("truck", ("truck", "lorry", "delivery truck", "semi truck"), (2.4, 6.5, 2.9), 5500.0, "metal",
        (span((0, 0, 0.15), (1, 0.28, 0.85)), span((0, 0.3, 0.2), (1, 1, 1)), span((0.02, 0.08, 0),
            (0.98, 0.92, 0.2))), _DRIVES),
    Thing("van", ("van", "minivan", "camper van", "ambulance", "camper"), (1.95, 4.9, 2.1), 2000.0, "metal",
        (span((0, 0, 0.14), (1, 1, 1)), span((0.02, 0.1, 0), (0.98, 0.9, 0.14))), _DRIVES),
    Thing("pickup", ("pickup", "pickup truck"), (1.95, 5.2, 1.75), 1900.0, "metal",
        forms.car(0.2, 0.6, (0.26, 0.58), (0.18, 0.8)), _DRIVES),
    Thing("tractor", ("tractor",), (1.9, 3.4, 2.4), 3200.0, "metal",
        forms.car(0.25, 0.6, (0.5, 0.95), (0.2, 0.75)), _DRIVES),
    Thing("train", ("train", "locomotive", "steam train", "subway", "tram", "railway carriage"),
        (2.8, 14.0, 3.7), 60000.0, "metal",
        (span((0, 0, 0.1), (1, 1, 1)), span((0.15, 0.05, 0), (0.85, 0.95, 0.1))), ("vehicle",)),
    Thing("bicycle", ("bicycle", "bike", "mountain bike"), (0.60, 1.75, 1.08), 13.0, "metal", _BICYCLE,
        ("vehicle", "ridden", "rolls")),
    Thing("motorcycle", ("motorcycle", "motorbike"), (0.80, 2.1, 1.15), 190.0, "metal", _MOTORCYCLE,
        ("vehicle", "ridden", "rolls")),
    Thing("scooter", ("scooter", "moped", "vespa"), (0.68, 1.75, 1.15), 105.0, "metal", _MOTORCYCLE,
        ("vehicle", "ridden", "rolls")),
    Thing("sailing_boat", ("sailing boat", "sailboat", "yacht", "dinghy"), (2.4, 6.5, 8.5), 1200.0,
        "plastic", _SAILBOAT, _SAILS),
    Thing("rowing_boat", ("rowing boat", "rowboat", "boat", "gondola", "fishing boat"), (1.35, 3.6, 0.62),
        90.0, "wood", _HULL, _SAILS),
    Thing("kayak", ("kayak", "canoe"), (0.65, 3.8, 0.38), 24.0, "plastic", _HULL, _SAILS),
    Thing("speedboat", ("speedboat", "motorboat", "jet ski"), (2.2, 6.0, 1.6), 1100.0, "plastic", _HULL,
        _SAILS),
    Thing("ship", ("ship", "cruise ship", "ferry", "cargo ship", "vessel", "ocean liner"),
        (14.0, 80.0, 24.0), 2.6e6, "metal", _SHIP, _SAILS),
    Thing("pirate_ship", ("pirate ship", "galleon", "tall ship"), (7.0, 28.0, 24.0), 3.0e5, "wood", _SHIP,
        _SAILS),
    Thing("raft", ("raft",), (1.8, 2.6, 0.3), 110.0, "wood", forms.BOX, ("floats", "ridden", "flat")),
    Thing("aeroplane", ("aeroplane", "airplane", "plane", "jet", "airliner", "aircraft", "jetliner"),
        (28.0, 30.0, 9.5), 42000.0, "metal", _PLANE, _FLIES),
    Thing("propeller_plane", ("propeller plane", "biplane", "small plane"), (9.0, 7.0, 2.7), 800.0, "metal",
        _PLANE, _FLIES),
    Thing("helicopter", ("helicopter", "chopper"), (8.3, 12, 3.5), 2200.0, "metal", _HELICOPTER, _FLIES),
    Thing("drone", ("drone", "quadcopter"), (0.42, 0.42, 0.14), 0.9, "plastic", forms.BOX, ("flies",)),
    Thing("rocket", ("rocket", "rocket ship", "missile"), (3.3, 3.3, 22), 30000.0, "metal", _ROCKET,
        ("vehicle", "flies")),
    Thing("spaceship", ("spaceship", "ufo", "flying saucer", "spacecraft"), (9.0, 9.0, 3.2), 8000.0,
        "metal", forms.EGG, _FLIES),
    Thing("hot_air_balloon", ("hot air balloon", "hot-air balloon"), (13.0, 13.0, 18.0), 500.0, "cloth",
        forms.stacked((0.12, 0.0, 0.09, "box"), (1.0, 0.24, 1.0, "ellipsoid")), _FLIES),
    Thing("wheelbarrow", ("wheelbarrow", "cart", "wagon", "trolley", "shopping cart"), (0.65, 1.4, 0.68),
        14.0, "metal",
        (span((0, 0.2, 0.4), (1, 0.7, 1)), span((0.4, 0, 0), (0.6, 0.25, 0.55)), span((0.1, 0.6, 0),
            (0.9, 0.7, 0.4))), ("rolls",)),
)  # fmt: skip
