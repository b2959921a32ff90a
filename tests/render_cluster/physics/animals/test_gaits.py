"""Gaits without a solver: feet come down in order, stay where they stand, and the trunk keeps pace."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.anatomy.species import SPECIES, bone_index, bones_at, species_of
from render_cluster.backends.physics.dynamics.animals.errand import errand_at
from render_cluster.backends.physics.dynamics.animals.feet import LEG_BONES
from render_cluster.backends.physics.dynamics.animals.gaits import FOOTFALLS, LEGS, froude, stride_of
from render_cluster.backends.physics.dynamics.animals.reference import reference_skins
from render_cluster.backends.physics.dynamics.animals.rig import Root, facing
from render_cluster.backends.physics.dynamics.animals.walker import Walker
from render_cluster.backends.physics.scene import Animal, Move

G = 9.81


def doing(name: str, verb: str, **changes: object) -> Animal:
    one = species_of(name)
    animal = Animal("a", name, one.length_m, (0.5,) * 3, (0.9,) * 3, moves=(Move(verb, 0.0, 60.0),))
    return msgspec.structs.replace(animal, **changes)


def footfalls(name: str, speed_mps: float, seconds: float) -> tuple[list[int], float]:
    """The order in which feet come down at an even speed, and how far planted feet slid, in hips."""
    animal = doing(name, "walk")
    walker = Walker(animal, species_of(name), G)
    dt_s, order, slid = 1.0 / 480.0, [], 0.0
    velocity = np.array([0.0, -speed_mps, 0.0])
    root = Root(walker.trunk_m, facing(0.0), velocity)
    walker.begin(root)
    for step in range(int(seconds / dt_s)):
        before = [(walker.feet.place(leg).copy(), walker.feet.planted()[leg]) for leg in range(4)]
        root = root._replace(position_m=root.position_m + velocity * dt_s)
        walker.wish(errand_at(animal, step * dt_s, lambda _: None), root, dt_s)
        walker.advance(root, dt_s)
        order += [leg for leg, _ in walker.feet.falls]
        for leg, (place, planted) in enumerate(before):
            if planted and walker.feet.planted()[leg]:
                slid = max(slid, float(np.linalg.norm(walker.feet.place(leg) - place)))
    return order, slid / walker.hip_m


@pytest.mark.parametrize("name", ["dog", "horse", "elephant", "mouse"])
def test_a_walk_has_four_beats_in_lateral_sequence_and_no_foot_slides(name):
    speed = np.sqrt(0.16 * G * Walker(doing(name, "walk"), species_of(name), G).hip_m)
    order, slid = footfalls(name, float(speed), 4.0)
    steady = [LEGS[leg] for leg in order[-8:]]
    start = steady.index("hind_l")
    assert steady[start : start + 4] == ["hind_l", "fore_l", "hind_r", "fore_r"]
    assert slid == 0.0


def test_a_trot_sets_diagonal_feet_down_together():
    hip = Walker(doing("dog", "walk"), species_of("dog"), G).hip_m
    order, slid = footfalls("dog", float(np.sqrt(1.2 * G * hip)), 4.0)
    pairs = [{LEGS[a], LEGS[b]} for a, b in zip(order[-8::2], order[-7::2], strict=True)]
    diagonals = ({"hind_l", "fore_r"}, {"hind_r", "fore_l"})
    assert all(pair in diagonals for pair in pairs)
    assert slid == 0.0


def test_a_gallop_sets_both_hind_feet_before_both_fore_feet():
    hip = Walker(doing("horse", "run"), species_of("horse"), G).hip_m
    order, _ = footfalls("horse", float(np.sqrt(5.0 * G * hip)), 3.0)
    kinds = [LEGS[leg][:4] for leg in order[-12:]]
    start = next(i for i in range(4) if kinds[i : i + 2] == ["hind", "hind"])
    assert kinds[start : start + 8] == ["hind", "hind", "fore", "fore"] * 2


@pytest.mark.parametrize("gait", sorted(FOOTFALLS))
def test_offsets_are_shares_of_a_stride(gait):
    fall = FOOTFALLS[gait]
    assert all(0.0 <= offset < 1.0 for offset in fall.offsets)
    assert 0.2 < fall.duty < 0.8


def test_faster_animals_change_gait_and_keep_their_feet_down_for_less():
    gaits = species_of("horse").gaits
    hip = 1.2
    strides = [stride_of(gaits, speed, hip, G) for speed in (1.2, 3.2, 9.0)]
    assert [stride.gait for stride in strides] == ["walk", "trot", "gallop"]
    assert strides[0].duty > strides[1].duty > strides[2].duty
    assert strides[0].hz < strides[1].hz < strides[2].hz


def test_animals_of_different_size_move_alike_at_one_froude_number():
    assert froude(1.0, 0.25, G) == pytest.approx(froude(2.0, 1.0, G))
    gaits = ("walk", "trot", "gallop")
    small, large = stride_of(gaits, 1.0, 0.25, G), stride_of(gaits, 2.0, 1.0, G)
    assert small.gait == large.gait
    assert small.hz == pytest.approx(2.0 * large.hz)


def test_skins_begin_at_the_rest_pose_and_keep_bones_whole():
    animal = doing("dog", "run", position_m=(1.0, 2.0, 0.0))
    skins = reference_skins(animal, 24, 24)
    rest = bones_at("dog", animal.length_m)
    toe = np.append(rest[bone_index("dog")["foot_l"]].tail, 1.0)
    assert (skins[0, bone_index("dog")["foot_l"]] @ toe)[2] == pytest.approx(0.0, abs=0.02)
    turns = skins[..., :3, :3].astype(float)
    assert np.allclose(turns @ turns.swapaxes(-1, -2), np.eye(3), atol=1e-4)


def test_a_planted_toe_of_the_skin_stays_where_it_stands():
    animal = doing("horse", "walk")
    skins = reference_skins(animal, 24, 96)[48:]
    rest = bones_at("horse", animal.length_m)
    index = bone_index("horse")
    for bones in LEG_BONES.values():
        toe = np.append(rest[index[bones[2]]].tail, 1.0)
        track = (skins[:, index[bones[2]]] @ toe)[:, :3]
        down = track[:, 2] < 0.004 * animal.length_m
        both = down[1:] & down[:-1]
        assert both.sum() > 6
        step_m = np.linalg.norm(np.diff(track[:, :2], axis=0), axis=1)[both]
        assert np.median(step_m) < 0.002
        assert step_m.max() < 0.03


@pytest.mark.parametrize(
    ("name", "verb"),
    [("cat", "sit"), ("cow", "eat"), ("dog", "play"), ("frog", "jump"), ("pigeon", "fly"), ("chicken", "eat"),
     ("shark", "swim"), ("whale", "jump"), ("bee", "fly"), ("snake", "walk"), ("octopus", "swim"), ("ant", "run")],
)  # fmt: skip
def test_every_plan_moves_with_finite_skins(name, verb):
    skins = reference_skins(doing(name, verb, position_m=(0.0, 0.0, 0.0)), 12, 24)
    assert skins.shape == (24, len(bones_at(name, 1.0)), 4, 4)
    assert np.isfinite(skins).all()


def test_the_same_animal_moves_the_same_way_again():
    animal = doing("fox", "run")
    assert np.array_equal(reference_skins(animal, 12, 12), reference_skins(animal, 12, 12))


def test_eating_brings_the_nose_down():
    for name in ("horse", "dog"):
        animal = doing(name, "eat")
        skin = reference_skins(animal, 12, 36)[-1]
        index = bone_index(name)["head"]
        rest = bones_at(name, animal.length_m)
        nose = skin[index] @ np.append(rest[index].tail, 1.0)
        assert nose[2] < 0.35 * rest[bone_index(name)["trunk"]].head[2], name


def test_every_species_has_a_mover():
    for name in SPECIES:
        assert np.isfinite(reference_skins(doing(name, "stand"), 8, 1)).all()
