"""When the camera comes near those who are cast, so that one sees who they are: as they speak, or about a deed."""

from collections.abc import Iterator

import msgspec
import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import CloseUp, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX
from render_cluster.backends.physics.sound.speech import speech_length_s
from render_cluster.storyboard import Camera, Shot

# While one does these, all that there is to see is the face.
_CALM = frozenset({"talk", "stand", "look", "sit", "laugh", "cry", "hold", "read", "eat", "drink", "sleep"})
_SHARE, _OPENS_S, _LEAST_S = 0.45, 0.6, 0.5
_EARLY_S, _LATE_S = 0.15, 0.4
# A head that lies, or hangs down, is seen better from where the action is.
_UPRIGHT_LEAST = 0.7


def with_close_ups(scene: Scene, shot: Shot, motion: Motion) -> Scene:
    """The scene with close-ups of its cast, unless the shot asks for a camera of its own or nobody is cast."""
    asked = shot.camera
    if (asked.framing, asked.angle, asked.move, asked.ends) != _UNASKED:
        return scene
    parts = tuple(one for one in _wished(scene, shot) if _shows_a_face(one, motion))
    return msgspec.structs.replace(scene, close_ups=parts)


_UNASKED = (Camera().framing, Camera().angle, Camera().move, None)


def _wished(scene: Scene, shot: Shot) -> Iterator[CloseUp]:
    cast = [one.name for one in scene.people if one.likeness is not None]
    ends_s = scene.duration_s / scene.pace
    if not cast:
        return
    spoken = [line for line in scene.speech if line.speaker is not None]
    if spoken:
        yield from _in_turn(scene, cast, ends_s)
    elif all(action.verb in _CALM for action in shot.actions):
        yield from _shared(cast, 0.0, _SHARE * ends_s)
    else:
        # The deed lies in the middle: faces before it, and the doer's after it.
        opening_s = min(_OPENS_S * len(cast), 0.5 * _SHARE * ends_s)
        yield from _shared(cast, 0.0, opening_s)
        yield CloseUp(cast[0], round(ends_s - (_SHARE * ends_s - opening_s), 3), ends_s)


def _in_turn(scene: Scene, cast: list[str], ends_s: float) -> Iterator[CloseUp]:
    """Whoever of the cast speaks, from just before their words to those of the next, or to just after."""
    lines = scene.speech
    for index, line in enumerate(lines):
        from_s = line.start_s - _EARLY_S if index else 0.0
        to_s = line.start_s + speech_length_s(line.text) + _LATE_S
        is_last = index + 1 == len(lines)
        to_s = max(to_s, _SHARE * ends_s) if is_last else lines[index + 1].start_s - _EARLY_S
        if line.speaker in cast:
            yield CloseUp(line.speaker, round(from_s, 3), round(min(to_s, ends_s), 3))


def _shared(cast: list[str], from_s: float, to_s: float) -> Iterator[CloseUp]:
    """As many of the cast as there is time for, one after the other."""
    shown = cast[: max(1, int((to_s - from_s) / _LEAST_S))]
    each_s = (to_s - from_s) / len(shown)
    for index, name in enumerate(shown):
        yield CloseUp(name, round(from_s + index * each_s, 3), round(from_s + (index + 1) * each_s, 3))


def _shows_a_face(one: CloseUp, motion: Motion) -> bool:
    """Whether there is time for it, and the head is upright over all of it."""
    first, last = round(one.from_s * motion.fps), round(one.to_s * motion.fps)
    if last - first < _LEAST_S * motion.fps or one.person not in motion.skins:
        return False
    up = motion.skins[one.person][first:last, BONE_INDEX["head"], 2, 2]
    return bool(np.all(up > _UPRIGHT_LEAST))
