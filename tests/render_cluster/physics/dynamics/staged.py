"""Scenes of a few people and things, written by hand for the solver's tests."""

from render_cluster.backends.physics.scene import Body, Camera, Clothing, Person, Scene

FPS = 24
CAMERA = Camera(((0.0, -5.0, 1.5),), ((0.0, 0.0, 1.0),), 0.8)


def person(*moves, name="ann", **more):
    """Someone who does `moves`."""
    wardrobe = (Clothing("t_shirt", (0.8, 0.2, 0.2)), Clothing("trousers", (0.2, 0.2, 0.5)))
    more.setdefault("height_m", 1.76)
    return Person(
        name=name, skin=(0.8, 0.6, 0.5), hair=(0.2, 0.1, 0.1), wardrobe=wardrobe, moves=moves, **more
    )


def ball(place_m, name="ball", **more):
    """A football."""
    return Body(name, "football", "leather", (0.22, 0.22, 0.22), 0.43, place_m, **more)


def staged(people=(), bodies=(), setting="plaza", duration_s=2.0, seed=0, **more):
    """A scene of them."""
    return Scene("test", setting, "day", duration_s, seed, tuple(bodies), tuple(people), CAMERA, **more)
