"""The close-ups of a take: over them a second camera films a face, eyes on the upper third."""

import math

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.bounds import bounds_of, outside
from render_cluster.backends.physics.raster.film import Take, smoothed
from render_cluster.backends.physics.raster.whereabouts import outline_of
from render_cluster.backends.physics.scene import CloseUp, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX

_FOV_RAD = 0.50
# So much of the height of a picture is head and chest; a face is a quarter of it, 90 of 360 lines.
_HIGH_M, _WIDE_M = 0.78, 0.62
_FOLLOWING_S = 0.12
# The eye stands between the face and the action's own camera, at most so far aside of the face.
_ASIDE_RAD = math.radians(15.0)


def closed_in(take: Take, scene: Scene, motion: Motion, aspect: float, bar: float = 0.0) -> Take:
    """The take with its scene's close-ups cut in; `bar` is the share of the height of each black bar."""
    eyes, aims, subject, lenses = (
        one.copy() for one in (take.eyes_m, take.aims_m, take.subject_m, take.fovs_rad)
    )
    cuts, bounds = set(take.cuts), bounds_of(scene)
    for one in scene.close_ups:
        span = frames_of(one, motion)
        if not span:
            continue
        part = slice(span.start, span.stop)
        head = smoothed(outline_of(f"{one.person}.head", scene, motion).mean(1), _FOLLOWING_S * motion.fps)
        high_m = max(_HIGH_M, _WIDE_M / aspect) / (1.0 - 2.0 * bar)
        away = _away(one.person, motion, span, take.eyes_m[part].mean(0) - head[part].mean(0))
        near = head + away * high_m / 2.0 / math.tan(_FOV_RAD / 2.0)
        near = bounds.within(outside(bounds.within(near), scene, motion))[part]
        eyes[part], subject[part], lenses[part] = near, head[part], _FOV_RAD
        # Eyes lie on the line between the upper two thirds, which black bars make narrower.
        aims[part] = head[part] - (0.0, 0.0, high_m * (1.0 - 2.0 * bar) / 6.0)
        cuts |= {span.start, span.stop} - {0, motion.frames_count}
    return Take(eyes, aims, subject, lenses, frozenset(cuts))


def frames_of(one: CloseUp, motion: Motion) -> range:
    """The frames over which a close-up lasts."""
    first, last = (min(motion.frames_count, round(at_s * motion.fps)) for at_s in (one.from_s, one.to_s))
    return range(first, last)


def _away(person: str, motion: Motion, span: range, whole_m: np.ndarray) -> np.ndarray:
    """The level direction (3,) from a face to the eye: before the face, on the side of the whole view's eye."""
    turned = motion.skins[person][span.start : span.stop, BONE_INDEX["head"], :3, :3].astype(float)
    facing = (turned @ (0.0, -1.0, 0.0)).mean(0)
    angle = math.atan2(facing[1], facing[0])
    aside = math.remainder(math.atan2(whole_m[1], whole_m[0]) - angle, 2.0 * math.pi)
    angle += max(-_ASIDE_RAD, min(_ASIDE_RAD, aside))
    return np.array([math.cos(angle), math.sin(angle), 0.0])
