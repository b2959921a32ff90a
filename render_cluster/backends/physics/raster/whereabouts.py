"""Where every body and performer of a shot is in each frame: middles, bones and outermost points."""

import numpy as np

from render_cluster.backends.physics.anatomy.species import bones_at
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.matrices import rotation
from render_cluster.backends.physics.scene import Animal, Body, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES, Bone, scale_of

# The outermost points of a person in the rest pose, by the bone that carries them.
_PERSON_ENDS = (
    ("head", (0.0, -0.02, 1.79)),
    ("head", (0.0, -0.12, 1.62)),
    ("foot_l", (0.15, -0.20, 0.0)),
    ("foot_r", (-0.15, -0.20, 0.0)),
    ("foot_l", (0.14, 0.08, 0.0)),
    ("foot_r", (-0.14, 0.08, 0.0)),
    ("forearm_l", (0.66, -0.03, 0.94)),
    ("forearm_r", (-0.66, -0.03, 0.94)),
)
# What a close-up of a head holds: crown, chin, both ears.
_HEAD_ENDS = ((0.0, -0.02, 1.80), (0.0, -0.12, 1.50), (0.11, -0.02, 1.62), (-0.11, -0.02, 1.62))
_BONE_HALF_M = 0.12
# How far flesh and fur reach beyond a bone, in lengths of the animal.
_FLESH = 0.07


def path_of(name: str, scene: Scene, motion: Motion) -> np.ndarray:
    """A body's middle, a person's pelvis, an animal's middle or a bone `name.bone`: (frames, 3) metres.

    Raises KeyError for a name that the scene does not have.
    """
    if name in motion.skins:
        for person in scene.people:
            if person.name == name:
                pelvis = BONE_INDEX["pelvis"]
                return _bone_path(motion.skins[name], pelvis, BONES[pelvis], scale_of(person.height_m))
        for animal in scene.animals:
            if animal.name == name:
                return _bone_path(motion.skins[name], 0, bones_at(animal.species, animal.length_m)[0])
    points = outline_of(name, scene, motion)
    return (points.min(1) + points.max(1)) / 2.0


def outline_of(name: str, scene: Scene, motion: Motion) -> np.ndarray:
    """The outermost points (frames, points, 3) of what `name` names: a body, a performer, a performer's bone."""
    whose, _, bone = name.partition(".")
    for person in scene.people:
        if person.name == whose and whose in motion.skins:
            scale = scale_of(person.height_m)
            return _carried(motion.skins[whose], _bone_ends(bone) if bone else _PERSON_ENDS, scale)
    for animal in scene.animals:
        if animal.name == whose and whose in motion.skins:
            return _animal_outline(animal, motion.skins[whose], bone)
    for body in scene.bodies:
        if body.name == whose:
            return body_outline(body, motion)
    for performer in (*scene.people, *scene.animals):
        if performer.name == whose:
            # Nobody moved them: they are looked for where they were put.
            return np.tile(np.array(performer.position_m), (motion.frames_count, 1, 1))
    raise KeyError(f"the camera looks for {name!r}, which is not in scene {scene.name!r}")


def moving_points(scene: Scene, motion: Motion) -> np.ndarray:
    """The outermost points of everyone and everything that moves: (frames, points, 3) metres."""
    names = [one.name for one in (*scene.people, *scene.animals) if one.name in motion.skins]
    names += [
        body.name
        for body in scene.bodies
        if body.name in motion.meshes or (body.name in motion.poses and not body.fixed)
    ]
    found = [outline_of(name, scene, motion) for name in names]
    return np.concatenate(found, axis=1) if found else np.zeros((motion.frames_count, 0, 3))


def body_outline(body: Body, motion: Motion) -> np.ndarray:
    """The middles of a body's six sides (frames, 6, 3); of a soft one the two ends of the box about it."""
    if body.name in motion.meshes:
        points = motion.meshes[body.name].astype(float)
        return np.stack([pick(points, axis=1) for pick in (np.min, np.max)], axis=1)
    half = np.array(body.size_m) / 2.0
    sides = np.concatenate([np.diag(half), -np.diag(half)])
    track = motion.poses.get(body.name)
    if track is None:
        still = np.array(body.position_m) + sides @ rotation(np.array(body.rotation)).T
        return np.tile(still, (motion.frames_count, 1, 1))
    turns = np.array([rotation(quaternion) for quaternion in track[:, 3:]])
    return track[:, None, :3] + np.einsum("fij,pj->fpi", turns, sides)


def _bone_path(skins: np.ndarray, index: int, bone: Bone, scale: float = 1.0) -> np.ndarray:
    return (skins[:, index].astype(float) @ np.append(np.multiply(bone.head, scale), 1.0))[:, :3]


def _bone_ends(bone: str) -> tuple[tuple[str, tuple[float, float, float]], ...]:
    if bone == "head":
        return tuple(("head", point) for point in _HEAD_ENDS)
    if bone not in BONE_INDEX:
        raise KeyError(f"the camera looks for the bone {bone!r}, which a person does not have")
    middle = np.add(BONES[BONE_INDEX[bone]].head, BONES[BONE_INDEX[bone]].tail) / 2.0
    around = [middle + side * _BONE_HALF_M for side in (*np.eye(3), *-np.eye(3))]
    return tuple((bone, tuple(map(float, point))) for point in around)


def _carried(
    skins: np.ndarray, ends: tuple[tuple[str, tuple[float, float, float]], ...], scale: float
) -> np.ndarray:
    rest = np.array([(*np.multiply(point, scale), 1.0) for _, point in ends])
    bones = [BONE_INDEX[bone] for bone, _ in ends]
    return np.einsum("fpij,pj->fpi", skins[:, bones].astype(float), rest)[..., :3]


def _animal_outline(animal: Animal, skins: np.ndarray, bone: str) -> np.ndarray:
    """Both ends of its bones, or of the one of this name, with flesh above and below."""
    bones = bones_at(animal.species, animal.length_m)
    picked = [index for index, one in enumerate(bones) if one.name == bone] or range(len(bones))
    flesh = np.array([0.0, 0.0, _FLESH * animal.length_m])
    found = []
    for index in picked:
        ends = [
            end + side for end in np.array([bones[index].head, bones[index].tail]) for side in (flesh, -flesh)
        ]
        found.append(skins[:, index].astype(float) @ np.column_stack([ends, np.ones(len(ends))]).T)
    return np.concatenate(found, axis=2)[:, :3].swapaxes(1, 2)
