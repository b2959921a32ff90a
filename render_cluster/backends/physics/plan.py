"""The shots of a clip staged and simulated: what frames, sound and receipt follow from."""

import hashlib
import itertools
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics import lips
from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.likenesses import opened
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.netting import nets
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.soft.hanging import cloths
from render_cluster.backends.physics.soft.skipping import jump_ropes
from render_cluster.backends.physics.sound.lines import Said, say
from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.backends.physics.staging.closing_in import with_close_ups
from render_cluster.backends.physics.staging.likening import with_likenesses
from render_cluster.backends.physics.staging.set_pieces import (
    set_piece_of,
    simulate_set_piece,
    stage_set_piece,
)
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.storyboard import Shot, Storyboard

FADE_S = 0.5


@dataclass(frozen=True, slots=True)
class Take:
    """One shot made: `motion` goes on after its `frames_count` frames for as long as the next fades in.

    `first` is its first frame in the clip; over its first `fade_count` frames the shot before is still seen.
    """

    scene: Scene
    motion: Motion
    said: tuple[Said, ...]
    first: int
    frames_count: int
    fade_count: int

    def cut(self) -> Motion:
        """The motion up to the cut, as sound and receipt know it."""
        ends_s = self.frames_count / self.motion.fps * self.scene.pace

        def shortened(tracks: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            return {name: track[: self.frames_count] for name, track in tracks.items()}

        motion = self.motion
        return replace(
            motion,
            frames_count=self.frames_count,
            poses=shortened(motion.poses),
            skins=shortened(motion.skins),
            faces=shortened(motion.faces),
            meshes=shortened(motion.meshes),
            shown=shortened(motion.shown),
            contacts=tuple(contact for contact in motion.contacts if contact.time_s < ends_s),
            energy=motion.energy[: self.frames_count],
        )


Plan = tuple[Take, ...]


def planned(
    spec: Spec, draft: Draft, speaker: Speaker, shots: range | None = None
) -> Generator[float, None, Plan]:
    """Stages, simulates and voices each shot on its own, or only these; yields the share that is done."""
    storyboard = draft.storyboard
    counts = frames_of_shots(storyboard, spec)
    fades = fades_of_shots(storyboard, counts, spec.fps)
    likenesses = opened(spec.likenesses, handles_in(storyboard))
    wanted = range(len(counts)) if shots is None else shots
    takes: list[Take] = []
    for done, index in enumerate(wanted):
        yield done / len(wanted)
        shot, count = storyboard.shots[index], counts[index]
        tail = fades[index + 1] if index + 1 < len(fades) else 0
        scene, motion = _made(shot, storyboard, count + tail, spec.fps)
        scene = with_close_ups(with_likenesses(scene, shot, likenesses), shot, motion)
        said = say(scene, count / spec.fps, speaker)
        faces = lips.faces(scene, spec.fps, motion.frames_count, said)
        motion = replace(motion, faces=faces, meshes=_with_soft_things(scene, motion))
        motion.check()
        takes.append(Take(scene, motion, said, sum(counts[:index]), count, fades[index]))
    speaker.rest()
    return tuple(takes)


def _with_soft_things(scene: Scene, motion: Motion) -> dict[str, np.ndarray]:
    return {**motion.meshes, **nets(scene, motion), **cloths(scene, motion), **jump_ropes(scene, motion)}


def _made(shot: Shot, storyboard: Storyboard, frames_count: int, fps: int) -> tuple[Scene, Motion]:
    # Shots end on frames, so that together they are as long as the clip.
    timed = msgspec.structs.replace(shot, duration_s=frames_count / fps)
    piece = set_piece_of(timed)
    if piece is not None:
        scene = stage_set_piece(piece, timed, storyboard.style, storyboard.seed)
        return scene, simulate_set_piece(piece, scene, timed, fps)
    scene = stage(timed, storyboard.style, storyboard.seed)
    return scene, simulate(scene, fps)


def frames_of_shots(storyboard: Storyboard, spec: Spec) -> list[int]:
    """How many frames each shot has; they add up to the clip's."""
    ends_s = np.cumsum([shot.duration_s for shot in storyboard.shots])
    cuts = [0, *(round(float(end) * spec.fps) for end in ends_s[:-1]), spec.frames_count]
    return [after - before for before, after in itertools.pairwise(cuts)]


def fades_of_shots(storyboard: Storyboard, counts: Sequence[int], fps: int) -> list[int]:
    """Over how many of its first frames each shot fades in; at most a third of the shot."""
    wanted = round(FADE_S * fps)
    return [
        min(wanted, count // 3) if index and shot.transition == "cross_fade" else 0
        for index, (shot, count) in enumerate(zip(storyboard.shots, counts, strict=True))
    ]


def key_of(take: Take, before: Take | None, made_by: str) -> str:
    """What the frames of a take depend on, as a SHA-256 in hexadecimal."""
    digest = hashlib.sha256(made_by.encode())
    for one in (take, before) if take.fade_count else (take,):
        if one is None:
            continue
        digest.update(msgspec.msgpack.encode((one.scene, one.frames_count, one.fade_count), order="sorted"))
        motion = one.motion
        for tracks in (motion.poses, motion.skins, motion.faces, motion.meshes, motion.shown):
            for name in sorted(tracks):
                digest.update(name.encode())
                digest.update(np.ascontiguousarray(tracks[name]).tobytes())
        digest.update(msgspec.msgpack.encode(motion.contacts))
    return digest.hexdigest()
