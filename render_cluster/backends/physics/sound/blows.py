"""All that strikes, steps, splashes and breaks in a shot, each with the sound of what meets what."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.brush import swish
from render_cluster.backends.physics.sound.ground import YIELDS, give_way, hoof, step
from render_cluster.backends.physics.sound.modal import strike
from render_cluster.backends.physics.sound.onsets import Onset, bodies_of, energy_j, is_step
from render_cluster.backends.physics.sound.shatter import shatter
from render_cluster.backends.physics.sound.space import gains
from render_cluster.backends.physics.sound.splash import splash
from render_cluster.backends.physics.sound.timeline import chance

HOOFED = frozenset({"horse", "donkey", "cow", "goat", "sheep", "deer", "zebra", "pig", "camel", "giraffe"})
STAMP_J = 12.0
ATTACK_S = 0.0003  # nothing solid begins in one sample, and encoders cannot follow what does


def blows(scene: Scene, motion: Motion, heard: list[Onset], samples: int, seed: int) -> np.ndarray:
    """All impacts of a shot where they belong in the clip; float32 (2, samples)."""
    dry = np.zeros((2, samples), np.float32)
    for number, onset in enumerate(heard):
        first = round(onset.time_s * SAMPLE_RATE_HZ)
        if first >= samples:
            continue
        sound = _eased(voice(scene, onset.contact, chance(seed, "blow", onset.shot, number)))[
            : samples - first
        ]
        side = gains(scene, motion, onset.contact.time_s, onset.contact.position_m)
        loudness = 10 ** (onset.level_db / 20) / np.linalg.norm(side)
        dry[:, first : first + len(sound)] += (loudness * side[:, None] * sound).astype(np.float32)
    return dry


def voice(scene: Scene, contact: Contact, rng: np.random.Generator) -> np.ndarray:
    """The sound of one contact, float64 (samples,), peak 1, by what meets what."""
    first, second = bodies_of(scene, contact)
    stuffs = (contact.material_a, contact.material_b)
    broken = [
        body for body in (first, second) if body.breaks_at_ns and contact.impulse_ns >= body.breaks_at_ns
    ]
    if broken and not any(body.kind == "piece" for body in broken):
        return shatter(broken[0].material, max(broken[0].size_m), rng)
    if "water" in stuffs:
        other = second if contact.material_a == "water" else first
        return splash(energy_j(contact), max(other.size_m), rng)
    weight = min(energy_j(contact) / STAMP_J, 1.0)
    floor = contact.material_a if contact.body_a == "ground" else contact.material_b
    if is_step(contact):
        return hoof(floor, rng) if _is_hoofed(scene, contact) else step(floor, weight, rng)
    if "ground" in (contact.body_a, contact.body_b) and floor in YIELDS:
        return give_way(floor, weight, rng)
    if "cloth" in stuffs:
        return swish(rng)
    return strike(contact, first, second, rng)


def _eased(sound: np.ndarray) -> np.ndarray:
    rise = min(round(ATTACK_S * SAMPLE_RATE_HZ), len(sound))
    sound[:rise] *= np.linspace(0.1, 1.0, rise)
    return sound


def _is_hoofed(scene: Scene, contact: Contact) -> bool:
    owners = {contact.body_a.partition(".")[0], contact.body_b.partition(".")[0]}
    return any(animal.name in owners and animal.species in HOOFED for animal in scene.animals)
