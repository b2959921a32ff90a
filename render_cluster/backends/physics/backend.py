"""The physics backend: from a sentence to a storyboard, a simulation, a film with sound."""

import importlib.metadata
import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.compiler import compile_prompt
from render_cluster.backends.physics.motion import Contact, EnergySample, Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.scene_finder import Embed
from render_cluster.backends.physics.scenes import SCENES, kind_of
from render_cluster.backends.physics.sound.mix import onsets, soundtrack
from render_cluster.backends.physics.sound.onsets import Onset
from render_cluster.storyboard import Style

Plan = list[tuple[Scene, Motion]]
"""The shots in order, each staged and simulated."""

_SOLVERS = ("rapier3d", "mujoco", "numpy")


class PhysicsBackend:
    """Simulates and films; `embed` finds the nearest scene for prompts that name none.

    One instance belongs to one thread: it keeps a renderer for each picture size and style it has drawn.
    """

    name = "physics"
    version = "1"

    def __init__(self, embed: Embed | None = None) -> None:
        self._embed = embed
        self._rasters: dict[tuple[int, int, Style], Any] = {}

    def draft(self, spec: Spec) -> Draft:
        """The storyboard and coverage of a spec; StoryboardRefused for one outside the limits."""
        return compile_prompt(spec, self._embed)

    def simulate(self, spec: Spec, draft: Draft) -> Plan:
        """Stages and simulates each shot on its own; OutcomeMissed where one cannot end as asked."""
        storyboard = draft.storyboard
        plan: Plan = []
        for index, frames_count in enumerate(_frames_of_shots(spec, draft)):
            # Shots end on frames, so that together they are as long as the clip.
            shot = msgspec.structs.replace(storyboard.shots[index], duration_s=frames_count / spec.fps)
            kind = SCENES[kind_of(shot) or "skater"]
            scene = kind.stage(shot, storyboard.style, storyboard.seed)
            motion = kind.simulate(scene, shot, spec.fps)
            motion.check()
            plan.append((scene, motion))
        return plan

    def frames(self, spec: Spec, draft: Draft, plan: Plan, first: int, last: int) -> Iterator[np.ndarray]:
        """Frames `first` to `last` (exclusive) of the whole clip, each uint8 (height_px, width_px, 3)."""
        raster = self._raster(spec.width_px, spec.height_px, draft.storyboard.style)
        start = 0
        for scene, motion in plan:
            wanted = range(max(first, start), min(last, start + motion.frames_count))
            if wanted:
                raster.load(scene)
            for index in wanted:
                yield raster.frame(motion, index - start)
            start += motion.frames_count

    def sound(self, spec: Spec, draft: Draft, plan: Plan) -> np.ndarray:
        """The soundtrack of all contacts: float32 (2, samples)."""
        return soundtrack(plan, spec.duration_s, draft.storyboard.seed)

    def account(self, spec: Spec, draft: Draft, plan: Plan) -> dict[str, Any]:
        """Plain data for the receipt: each shot's causes, outcome, contacts, energy; onsets; versions."""
        shots = []
        start_s = 0.0
        for scene, motion in plan:
            shots.append(_account_of_shot(scene, motion, start_s))
            start_s += motion.frames_count / spec.fps
        return {
            "backend": self.name,
            "version": self.version,
            "seed": draft.storyboard.seed,
            "shots": shots,
            "onsets": [_onset_line(onset) for onset in onsets(plan)],
            "versions": {package: importlib.metadata.version(package) for package in _SOLVERS},
        }

    def close(self) -> None:
        """Gives back all renderers."""
        for raster in self._rasters.values():
            raster.close()
        self._rasters.clear()

    def _raster(self, width_px: int, height_px: int, style: Style) -> Any:
        # Imported here: planning and simulating must not need a graphics context.
        from render_cluster.backends.physics.raster.raster import Raster

        key = (width_px, height_px, style)
        if key not in self._rasters:
            self._rasters[key] = Raster(width_px, height_px, style)
        return self._rasters[key]


def _frames_of_shots(spec: Spec, draft: Draft) -> list[int]:
    """How many frames each shot has; they add up to the clip's."""
    ends_s = np.cumsum([shot.duration_s for shot in draft.storyboard.shots])
    cuts = [0, *(round(float(end) * spec.fps) for end in ends_s[:-1]), spec.frames_count]
    return [after - before for before, after in itertools.pairwise(cuts)]


def _account_of_shot(scene: Scene, motion: Motion, start_s: float) -> dict[str, Any]:
    return {
        "scene": scene.name,
        "start_s": round(start_s, 6),
        "duration_s": scene.duration_s,
        "outcome": motion.outcome,
        "causes": motion.causes,
        "contacts": [_contact_line(contact, start_s) for contact in motion.contacts],
        "energy": [_energy_line(sample, start_s) for sample in motion.energy],
    }


def _onset_line(onset: Onset) -> dict[str, Any]:
    """Where in the clip a contact is heard; between which bodies, the contact's own line says."""
    contact = onset.contact
    return {
        "time_s": round(onset.time_s, 6),
        "shot": onset.shot,
        "level_db": round(onset.level_db, 2),
        "body_a": contact.body_a,
        "body_b": contact.body_b,
    }


def _contact_line(contact: Contact, start_s: float) -> dict[str, Any]:
    return {**msgspec.to_builtins(contact), "time_s": round(start_s + contact.time_s, 6)}


def _energy_line(sample: EnergySample, start_s: float) -> dict[str, Any]:
    return {**msgspec.to_builtins(sample), "time_s": round(start_s + sample.time_s, 6)}
