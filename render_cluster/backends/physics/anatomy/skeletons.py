"""The bones of each body plan in the rest pose, from the proportions of a build.

All face -y with their feet at z = 0; what swims is centred on z = 0. Bone 0 is "trunk", and every animal has
a "head". The left side, "_l", is at +x.
"""

import math
from collections.abc import Callable, Iterator

from render_cluster.backends.physics.anatomy.builds import (
    Bird,
    Build,
    Fish,
    Insect,
    Octopus,
    Quadruped,
    Snake,
)
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import Bone

SNAKE_LINKS = 12
FISH_TAIL_LINKS = 4
OCTOPUS_ARMS = 8
TRUNK_LINKS = 3
_SIDES = (("l", 1.0), ("r", -1.0))


def quadruped_bones(build: Quadruped) -> Iterator[Bone]:
    """Trunk between chest and pelvis, neck, head with jaw and ears, tail, four legs of three bones."""
    fore_axis = build.withers - build.chest_depth * 0.42
    hind_axis = build.rump - build.rump_depth * 0.42
    middle = (fore_axis + hind_axis) / 2.0
    neck = (0.0, -0.52, fore_axis + 0.12 * build.chest_depth)
    nape = _ahead(neck, build.neck, build.neck_rad)
    nose = _ahead(nape, build.head, -build.head_rad)
    yield Bone("trunk", None, (0.0, 0.06, middle), (0.0, -0.06, middle))
    yield Bone("chest", "trunk", (0.0, -0.06, middle), (0.0, -0.52, fore_axis))
    yield Bone("pelvis", "trunk", (0.0, 0.06, middle), (0.0, 0.58, hind_axis))
    yield Bone("neck", "chest", neck, nape)
    yield Bone("head", "neck", nape, nose)
    jaw = _ahead(nape, 0.30 * build.head, -build.head_rad - 0.5)
    yield Bone("jaw", "head", jaw, _below(nose, 0.35 * build.muzzle_thick))
    for side, sign in _SIDES:
        ear = ear_root(build, sign)
        yield Bone(f"ear_{side}", "head", ear, (ear[0] * 1.3, ear[1], ear[2] + build.ear_long))
    yield from _tail(build, (0.0, 0.58, hind_axis + 0.30 * build.rump_depth))
    for side, sign in _SIDES:
        yield from _fore_leg(build, side, sign, fore_axis)
        yield from _hind_leg(build, side, sign, hind_axis)
    if "trunk" in build.extras:
        yield from _elephant_trunk(nose)


def ear_root(build: Quadruped, sign: float) -> Vector:
    """Where an ear grows, on the top of the skull."""
    nape = _ahead((0.0, -0.52, _neck_height(build)), build.neck, build.neck_rad)
    skull = _ahead(nape, 0.30 * build.head, -build.head_rad)
    aside = {"fan": 0.46, "leaf": 0.44, "floppy": 0.42, "round": 0.38}.get(build.ear, 0.28)
    height = {"fan": 0.12, "leaf": 0.26, "floppy": 0.26, "round": 0.34}.get(build.ear, 0.38)
    back = 0.06 * build.skull
    return (sign * aside * build.skull, skull[1] + back, skull[2] + height * build.skull)


def bird_bones(build: Bird) -> Iterator[Bone]:
    """Trunk, neck, head with jaw, tail, two spread wings of three bones, two legs of three bones."""
    tilt = build.posture_rad
    # The body turns about its middle, which stands one leg and half a depth above the ground.
    low = 0.5 * (build.depth * math.cos(tilt) + 0.55 * math.sin(tilt))
    high = max(build.leg + 0.80 * low, 0.42 * math.sin(tilt) + 0.08)
    breast, rump = _ahead((0.0, 0.0, high), 0.36, tilt), _ahead((0.0, 0.0, high), -0.42, tilt)
    neck = _ahead((0.0, 0.0, high), 0.34, tilt)
    neck = (0.0, neck[1], neck[2] + 0.10 * math.cos(tilt))
    nape = _ahead(neck, build.neck, max(build.neck_rad, 0.6 * tilt))
    face = _ahead(nape, 0.5 * build.head + build.beak, -0.06)
    yield Bone("trunk", None, (0.0, 0.0, high), breast)
    yield Bone("neck", "trunk", neck, nape)
    yield Bone("head", "neck", nape, face)
    yield Bone("jaw", "head", _ahead(nape, 0.36 * build.head, -0.3), _below(face, 0.03))
    # The tail of one who stands steeply would stick in the ground.
    droop = min(0.75 * tilt, math.asin(min(1.0, max(0.0, (rump[2] - 0.03) / build.tail))))
    yield Bone("tail", "trunk", rump, _ahead(rump, -build.tail, droop))
    for side, sign in _SIDES:
        half = sign * build.span / 2.0
        root = _ahead((sign * 0.36 * build.width, 0.0, high + 0.24 * build.depth), 0.18, tilt)
        marks = [(root[0] + share * (half - root[0]), root[1], root[2]) for share in (0.0, 0.24, 0.52, 1.0)]
        for index, name in enumerate(("arm", "forearm", "hand")):
            parent = "trunk" if index == 0 else f"{('arm', 'forearm')[index - 1]}_{side}"
            yield Bone(f"{name}_{side}", parent, marks[index], marks[index + 1])
    for side, sign in _SIDES:
        aside = sign * 0.24 * build.width
        hip = high - 0.10 * build.depth
        knee = (aside * 1.15, -0.10, build.leg * 0.86)
        ankle = (aside, 0.10 * min(1.0, build.leg * 2.0), build.leg * 0.42)
        toe = (aside, -0.02, 0.04 * build.leg)
        yield Bone(f"thigh_{side}", "trunk", (aside, 0.06, max(hip, build.leg)), knee)
        yield Bone(f"shin_{side}", f"thigh_{side}", knee, ankle)
        yield Bone(f"foot_{side}", f"shin_{side}", ankle, toe)


def fish_bones(build: Fish) -> Iterator[Bone]:
    """A trunk that carries the head and the fins, then a chain of tail bones and the tail fin."""
    yield Bone("trunk", None, (0.0, -0.12, 0.0), (0.0, -0.22, 0.0))
    yield Bone("head", "trunk", (0.0, -0.24, 0.0), (0.0, -0.5, 0.0))
    yield Bone("jaw", "head", (0.0, -0.34, -0.2 * build.depth), (0.0, -0.48, -0.1 * build.depth))
    first, last = -0.06, 0.36
    step = (last - first) / FISH_TAIL_LINKS
    for index in range(FISH_TAIL_LINKS):
        start = first + index * step
        parent = "trunk" if index == 0 else f"tail_{index}"
        yield Bone(f"tail_{index + 1}", parent, (0.0, start, 0.0), (0.0, start + step, 0.0))
    yield Bone("fluke", f"tail_{FISH_TAIL_LINKS}", (0.0, last, 0.0), (0.0, 0.5, 0.0))
    for side, sign in _SIDES:
        root = (sign * 0.40 * build.width, -0.20, -0.22 * build.depth)
        tip = (sign * (0.40 * build.width + build.pectoral), -0.10, -0.30 * build.depth)
        yield Bone(f"fin_{side}", "trunk", root, tip)


def insect_bones(build: Insect) -> Iterator[Bone]:
    """Thorax, head, abdomen, a fore and a hind wing and three legs a side."""
    high = 0.20 + 0.5 * max(build.abdomen_thick, build.thorax_thick)
    yield Bone("trunk", None, (0.0, -0.10, high), (0.0, -0.28, high))
    yield Bone("head", "trunk", (0.0, -0.28, high), (0.0, -0.5, high - 0.02))
    yield Bone("abdomen", "trunk", (0.0, 0.02, high), (0.0, 0.5, high - 0.05))
    for side, sign in _SIDES:
        root = (sign * 0.3 * build.thorax_thick, -0.14, high + 0.4 * build.thorax_thick)
        tip = (sign * max(0.1, build.span / 2.0), -0.25, root[2])
        yield Bone(f"fore_wing_{side}", "trunk", root, tip)
        yield Bone(f"hind_wing_{side}", "trunk", (root[0], -0.04, root[2]), (tip[0] * 0.8, 0.25, root[2]))
    for side, sign in _SIDES:
        for index, along in enumerate((-0.24, -0.12, 0.0)):
            hip = (sign * 0.3 * build.thorax_thick, along, high - 0.3 * build.thorax_thick)
            foot = (sign * (0.34 + 0.5 * build.thorax_thick), along + (index - 1) * 0.22, 0.0)
            yield Bone(f"leg_{index + 1}_{side}", "trunk", hip, foot)


def snake_bones(build: Snake) -> Iterator[Bone]:
    """A chain of links behind the head, the trunk its foremost third."""
    high = build.thick * 0.5
    step = 0.94 / SNAKE_LINKS
    start = -0.5 + 0.06
    yield Bone("trunk", None, (0.0, start + step, high), (0.0, start, high))
    yield Bone("head", "trunk", (0.0, start, high), (0.0, -0.5, high))
    for index in range(1, SNAKE_LINKS):
        at = start + index * step
        parent = "trunk" if index == 1 else f"tail_{index - 1}"
        yield Bone(f"tail_{index}", parent, (0.0, at, high), (0.0, at + step, high))


def octopus_bones(build: Octopus) -> Iterator[Bone]:
    """A mantle above eight arms of three bones, spread a little."""
    reach = 1.0 - build.mantle
    neck = reach * 0.9
    yield Bone("trunk", None, (0.0, 0.0, neck), (0.0, 0.0, neck + 0.1))
    yield Bone("head", "trunk", (0.0, 0.02, neck + 0.05), (0.0, 0.10, neck + build.mantle))
    for arm in range(OCTOPUS_ARMS):
        angle = 2.0 * math.pi * (arm + 0.5) / OCTOPUS_ARMS
        out = (math.sin(angle), -math.cos(angle))
        marks = [
            (out[0] * r, out[1] * r, z * neck)
            for r, z in ((0.07, 0.95), (0.24, 0.55), (0.36, 0.2), (0.50, 0.0))
        ]
        for index in range(3):
            parent = "trunk" if index == 0 else f"arm_{arm + 1}_{index}"
            yield Bone(f"arm_{arm + 1}_{index + 1}", parent, marks[index], marks[index + 1])


PLANS: dict[type, Callable[..., Iterator[Bone]]] = {
    Quadruped: quadruped_bones,
    Bird: bird_bones,
    Fish: fish_bones,
    Insect: insect_bones,
    Snake: snake_bones,
    Octopus: octopus_bones,
}


def bones_of_build(build: Build) -> tuple[Bone, ...]:
    """The bones of a build, scaled so that the animal is 1 long."""
    bones = tuple(PLANS[type(build)](build))
    return scaled(bones, 1.0 / _length(build, bones))


def unit_scale(build: Build) -> float:
    """Metres of an animal 1 long for each unit of its build."""
    return 1.0 / _length(build, tuple(PLANS[type(build)](build)))


def scaled(bones: tuple[Bone, ...], factor: float) -> tuple[Bone, ...]:
    """The same bones in another size."""
    return tuple(
        Bone(bone.name, bone.parent, _times(bone.head, factor), _times(bone.tail, factor)) for bone in bones
    )


def _length(build: Build, bones: tuple[Bone, ...]) -> float:
    """Nose to rump, or beak to tail's end, in the units of the build."""
    if isinstance(build, Octopus):
        return 1.0
    ends = {bone.name: bone.tail[1] for bone in bones}
    # An upright bird is as long as it is high.
    if isinstance(build, Bird):
        tails = {bone.name: bone.tail for bone in bones}
        return math.dist(tails["head"], tails["tail"])
    if isinstance(build, Quadruped):
        return 0.66 - ends["head"]
    return max(ends.values()) - ends["head"]


def _neck_height(build: Quadruped) -> float:
    return build.withers - build.chest_depth * 0.30


def _tail(build: Quadruped, root: Vector) -> Iterator[Bone]:
    # A tail of three links bows: up then over where it is carried high, down then level where it hangs.
    bow = {"curl": 0.9, "hair": -0.35, "tuft": -0.05}.get(build.tail, 0.18)
    angle, at, parent = build.tail_rad, root, "pelvis"
    for index in range(3):
        end = _ahead(at, -build.tail_long / 3.0, -angle)
        yield Bone(f"tail_{index + 1}", parent, at, end)
        angle, at, parent = angle + bow, end, f"tail_{index + 1}"


def _fore_leg(build: Quadruped, side: str, sign: float, axis: float) -> Iterator[Bone]:
    top = axis - 0.06 * build.chest_depth
    x = sign * build.stance / 2.0
    spread = sign * build.sprawl * 0.5
    shoulder = (x, -0.46, top)
    elbow = (x + 0.7 * spread, -0.36, top * (0.56 + 0.24 * build.sprawl))
    wrist = (x + spread, -0.45, top * build.wrist)
    toe = (x + spread, -0.47 - 0.45 * build.foot_long, 0.0)
    yield Bone(f"upper_arm_{side}", "chest", shoulder, elbow)
    yield Bone(f"forearm_{side}", f"upper_arm_{side}", elbow, wrist)
    yield Bone(f"hand_{side}", f"forearm_{side}", wrist, toe)


def _hind_leg(build: Quadruped, side: str, sign: float, axis: float) -> Iterator[Bone]:
    top = axis - 0.04 * build.rump_depth
    x = sign * build.stance / 2.0
    spread = sign * build.sprawl * 0.5
    hip = (x, 0.46, top)
    knee = (x + 0.7 * spread, 0.34, top * (0.60 + 0.22 * build.sprawl))
    hock = (x + spread, 0.56, top * build.hock)
    toe = (x + spread, 0.52 - 0.45 * build.foot_long, 0.0)
    yield Bone(f"thigh_{side}", "pelvis", hip, knee)
    yield Bone(f"shin_{side}", f"thigh_{side}", knee, hock)
    yield Bone(f"foot_{side}", f"shin_{side}", hock, toe)


def _elephant_trunk(nose: Vector) -> Iterator[Bone]:
    at, parent, angle = nose, "head", -1.15
    for index in range(TRUNK_LINKS):
        end = _ahead(at, 0.29 - 0.02 * index, angle)
        yield Bone(f"nose_{index + 1}", parent, at, end)
        at, parent, angle = end, f"nose_{index + 1}", angle - 0.20


def _ahead(start: Vector, distance: float, rise_rad: float) -> Vector:
    """The point `distance` ahead (-y) of `start`, rising by `rise_rad`."""
    return (start[0], start[1] - distance * math.cos(rise_rad), start[2] + distance * math.sin(rise_rad))


def _below(point: Vector, drop: float) -> Vector:
    return (point[0], point[1], point[2] - drop)


def _times(point: Vector, factor: float) -> Vector:
    return (point[0] * factor, point[1] * factor, point[2] * factor)
