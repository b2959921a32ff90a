"""The rigid trunk of an animal: capsules and balls along its bones, with its whole mass."""

import math

import mujoco
import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird, Fish, Insect, Octopus, Quadruped, Snake
from render_cluster.backends.physics.anatomy.skeletons import unit_scale
from render_cluster.backends.physics.anatomy.species import species_of
from render_cluster.backends.physics.dynamics.animals.rig import Rig
from render_cluster.backends.physics.scene import Animal

_Limb = tuple[np.ndarray, np.ndarray, float]


def add_trunk(
    spec: mujoco.MjSpec, name: str, animal: Animal, rig: Rig, mass_kg: float, at_m: np.ndarray
) -> None:
    """Adds the body `name`, free to move, standing at `at_m` and turned as the scene says."""
    half = animal.yaw_rad / 2.0
    body = spec.worldbody.add_body(name=name, pos=at_m, quat=[math.cos(half), 0.0, 0.0, math.sin(half)])
    body.add_freejoint(name=f"{name.split('.')[0]}.root")
    limbs = limbs_of(animal, rig)
    volumes = np.array([volume_m3([limb]) for limb in limbs])
    origin = rig.head("trunk")
    for (start, end, radius), share in zip(limbs, volumes / volumes.sum(), strict=True):
        shared = {"mass": max(1e-5, mass_kg * float(share)), "friction": [0.8, 0.02, 0.002], "condim": 4}
        if np.linalg.norm(end - start) < 1e-4:
            body.add_geom(
                type=mujoco.mjtGeom.mjGEOM_SPHERE, pos=start - origin, size=[radius, 0.0, 0.0], **shared
            )
        else:
            ends = [*(start - origin), *(end - origin)]
            body.add_geom(type=mujoco.mjtGeom.mjGEOM_CAPSULE, fromto=ends, size=[radius, 0.0, 0.0], **shared)


def volume_m3(limbs: list[_Limb]) -> float:
    """The room that capsules take, overlaps counted twice."""
    return sum(math.pi * r * r * (float(np.linalg.norm(b - a)) + 4.0 / 3.0 * r) for a, b, r in limbs)


def limbs_of(animal: Animal, rig: Rig) -> list[_Limb]:
    """Capsules as (start, end, radius) in the rest pose, metres; a ball where both ends are one."""
    build = species_of(animal.species).build
    scale = animal.length_m * unit_scale(build)
    head, tail = rig.head, rig.tail
    if isinstance(build, Quadruped):
        chest, rump = 0.46 * build.chest_depth * scale, 0.46 * build.rump_depth * scale
        return [
            (head("trunk"), tail("chest"), chest),
            (head("trunk"), tail("pelvis") - (0.0, rump, 0.0), rump),
            (head("neck"), head("head"), 0.30 * build.neck_thick * scale),
            (0.5 * (head("head") + tail("head")),) * 2 + (0.45 * build.skull * scale,),
        ]
    if isinstance(build, Bird):
        middle = head("trunk")
        skull = head("head") + 0.3 * (tail("head") - head("head"))
        return [
            (middle, tail("trunk") * 0.4 + middle * 0.6, 0.46 * build.width * scale),
            (skull, skull, 0.45 * build.head * scale),
        ]
    if isinstance(build, Fish):
        radius = 0.5 * math.sqrt(build.depth * build.width) * scale
        return [(head("head"), head("tail_2"), 0.9 * radius), (head("tail_2"), head("fluke"), 0.45 * radius)]
    if isinstance(build, Insect):
        return [(tail("trunk"), tail("abdomen"), 0.45 * max(build.abdomen_thick, build.thorax_thick) * scale)]
    if isinstance(build, Snake):
        return [(tail("head"), tail("tail_3"), 0.5 * build.thick * scale)]
    assert isinstance(build, Octopus)
    return [(tail("head"),) * 2 + (0.14 * scale,), (head("trunk"),) * 2 + (0.11 * scale,)]
