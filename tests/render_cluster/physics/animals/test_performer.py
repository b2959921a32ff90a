"""Animals in the real world: they get where they want, leave the ground by force, and fall when struck."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.anatomy.species import species_of
from render_cluster.backends.physics.dynamics.animals.performer import AnimalPerformer
from render_cluster.backends.physics.dynamics.world import World, steps_per_frame
from render_cluster.backends.physics.scene import Animal, Body, Camera, Move, Scene

CAMERA = Camera(((3.0, -3.0, 1.0),), ((0.0, 0.0, 0.4),), 0.6)


def doing(name: str, *moves: Move, **changes: object) -> Animal:
    one = species_of(name)
    animal = Animal("pet", name, one.length_m, (0.5,) * 3, (0.9,) * 3, moves=moves)
    return msgspec.structs.replace(animal, **changes)


def played(
    animal: Animal, seconds: float, setting: str = "park", bodies: tuple[Body, ...] = ()
) -> tuple[np.ndarray, AnimalPerformer, World]:
    """Where the trunk's middle was (frames, 3), the performer and the world at the end."""
    scene = Scene("s", setting, "day", seconds, 1, bodies, (), CAMERA, animals=(animal,))
    performer = AnimalPerformer(animal, 1)
    steps = steps_per_frame(24)
    world = World(scene, [performer], 1.0 / (24 * steps))
    path = []
    for _ in range(round(24 * seconds)):
        for _ in range(steps):
            world.step()
        path.append(world.data.xipos[world.id_of("pet.trunk")].copy())
    assert np.isfinite(performer.skins(world)).all()
    return np.array(path), performer, world


def test_a_dog_walks_to_its_goal_and_stops_there():
    goal = (1.2, -1.6, 0.0)
    path, performer, world = played(doing("dog", Move("walk", 0.0, 6.0, toward_m=goal)), 5.0)
    assert np.linalg.norm(path[-1, :2] - goal[:2]) < 0.8
    assert np.linalg.norm(path[-1] - path[-12]) < 0.05
    assert performer.outcome() == ""
    steps = [contact for contact in world.contacts() if contact.body_b.startswith("pet.")]
    assert len(steps) > 6
    assert all(contact.body_a == "ground" for contact in steps)


def test_a_leap_follows_the_parabola_and_lands():
    path, performer, _ = played(doing("cat", Move("jump", 0.1, 1.2)), 1.4)
    heights = path[:, 2]
    top = int(heights.argmax())
    assert heights[top] > heights[0] + 0.1
    # Free flight: the second difference of the height is -g.
    fall = np.diff(heights[top - 2 : top + 2], 2) * 24.0**2
    assert np.allclose(fall, -9.81, rtol=1e-3)
    assert performer.outcome() == "lands"


def test_a_heavy_blow_throws_a_cat_over_and_a_light_one_does_not():
    blow = Body(
        "rock", "sphere", "stone", (0.3, 0.3, 0.3), 25.0, (-0.9, 0.0, 0.32), velocity_mps=(7.0, 0.0, 0.6)
    )
    _, struck, world = played(doing("cat", Move("stand", 0.0, 9.0)), 0.6, bodies=(blow,))
    assert any({contact.body_a, contact.body_b} == {"pet.trunk", "rock"} for contact in world.contacts())
    assert struck.outcome() in ("falls", "recovers")
    light = msgspec.structs.replace(blow, mass_kg=0.02, velocity_mps=(2.0, 0.0, 1.0))
    _, calm, _ = played(doing("cat", Move("stand", 0.0, 9.0)), 0.6, bodies=(light,))
    assert calm.outcome() == ""


def test_one_who_is_asked_to_fall_lies_on_the_ground():
    path, performer, _ = played(doing("sheep", Move("fall", 0.2, 9.0)), 1.4)
    assert performer.outcome() == "falls"
    assert path[-1, 2] < 0.75 * path[0, 2]


def test_a_bird_takes_off_and_comes_down_again():
    path, performer, _ = played(doing("pigeon", Move("fly", 0.1, 2.0)), 5.5)
    assert path[:, 2].max() > 1.0
    assert path[-1, 2] < 0.4
    assert performer.outcome() == "lands"


def test_a_fish_swims_at_its_depth():
    path, _, _ = played(
        doing("fish", Move("swim", 0.0, 9.0), position_m=(0.0, 0.0, -2.0)), 2.5, setting="underwater"
    )
    assert np.abs(path[:, 2] + 2.0).max() < 0.25
    assert np.linalg.norm(np.diff(path, axis=0), axis=1).sum() > 0.5


def test_a_dolphin_leaps_out_of_the_sea():
    path, performer, world = played(
        doing("dolphin", Move("jump", 0.0, 9.0), position_m=(0.0, 0.0, -2.0)), 3.0, setting="open_sea"
    )
    assert path[:, 2].max() > 0.4
    assert performer.outcome() == "lands"
    assert any("water" in (contact.body_a, contact.body_b) for contact in world.contacts())


def test_a_dog_keeps_its_head_above_the_lake():
    path, _, _ = played(doing("dog", Move("swim", 0.0, 9.0)), 2.0, setting="lake")
    assert path[-1, 2] > -0.05
    assert np.linalg.norm(path[-1, :2] - path[0, :2]) > 0.4


@pytest.mark.parametrize("verb", ["run", "shake"])
def test_the_same_seed_gives_the_same_bytes(verb):
    first, one, world = played(doing("fox", Move(verb, 0.0, 9.0)), 0.5)
    again, other, second = played(doing("fox", Move(verb, 0.0, 9.0)), 0.5)
    assert np.array_equal(first, again)
    assert np.array_equal(one.skins(world), other.skins(second))
