"""Which contacts are heard: the solver's thousand touches, thinned to the blows that an ear tells apart."""

import math
from bisect import bisect_left, insort

import msgspec
import numpy as np

from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.sound.materials import material
from render_cluster.backends.physics.sound.space import gains

SPEED_MPS_MIN = 0.2  # below this a body rests, rolls or shifts its weight
LEVEL_DB_MIN = -55.0
REFERENCE_J = 10.0  # a basketball dropped from shoulder height
REFERENCE_GAIN = 0.7
DEBOUNCE_S = 0.07
SPLASH_DEBOUNCE_S = 0.35
LOUDER_DB = 6.0  # a touch this much louder is a new blow even inside the debounce
ONSETS_PER_S_MAX = 14
CONTACTS_MAX = 100_000


class Onset(msgspec.Struct, frozen=True):
    """One audible contact: when it sounds on the clip's clock and how loud it reaches the camera.

    `level_db` is the peak at the camera before mastering, relative to full scale.
    """

    time_s: float
    shot: int
    level_db: float
    contact: Contact


def audible(scene: Scene, motion: Motion, shot: int, start_s: float) -> list[Onset]:
    """The contacts of one shot that are heard, by time; `start_s` is where the shot starts in the clip."""
    if len(motion.contacts) > CONTACTS_MAX:
        raise ValueError(f"{len(motion.contacts)} contacts in one shot, at most {CONTACTS_MAX}")
    levels = [
        (contact, _level_db(scene, motion, contact)) for contact in motion.contacts if _is_blow(contact)
    ]
    heard = [
        Onset(time_s=start_s + contact.time_s, shot=shot, level_db=round(level_db, 2), contact=contact)
        for contact, level_db in levels
        if level_db >= LEVEL_DB_MIN
    ]
    return _capped(_debounced(sorted(heard, key=_order)))


def energy_j(contact: Contact) -> float:
    """Energy of a blow, in joules: half of impulse times speed."""
    return contact.impulse_ns * contact.speed_mps / 2


def bodies_of(scene: Scene, contact: Contact) -> tuple[Body, Body]:
    """The two bodies as the ear meets them, with the materials that the solver reported."""
    known = {body.name: body for body in scene.bodies}
    people = {person.name for person in scene.people}
    return (
        _body(known, people, contact.body_a, contact.material_a),
        _body(known, people, contact.body_b, contact.material_b),
    )


def _body(known: dict[str, Body], people: set[str], name: str, stuff: str) -> Body:
    """The named body; a limb stands for a person, and what the scene does not list is the ground."""
    if name in known:
        return msgspec.structs.replace(known[name], material=stuff)
    limb = stuff == "flesh" or _owner(name) in people
    size_m, mass_kg = ((0.4, 0.25, 0.25), 8.0) if limb else ((20.0, 20.0, 1.0), 0.0)
    kind = "person" if limb else "ground"
    return Body(
        name=name, kind=kind, material=stuff, size_m=size_m, mass_kg=mass_kg, position_m=(0.0, 0.0, 0.0)
    )


def _owner(name: str) -> str:
    """Whose a thing is: `skater.foot_l` belongs to `skater`, a ball to itself."""
    return name.partition(".")[0]


def _is_blow(contact: Contact) -> bool:
    numbers = (contact.time_s, contact.impulse_ns, contact.speed_mps, *contact.position_m)
    if not all(map(math.isfinite, numbers)) or contact.time_s < 0:
        raise ValueError(f"contact of {contact.body_a} and {contact.body_b} has a number that is none")
    return contact.speed_mps >= SPEED_MPS_MIN and contact.impulse_ns > 0


def _level_db(scene: Scene, motion: Motion, contact: Contact) -> float:
    voice = max(material(contact.material_a).voice, material(contact.material_b).voice)
    reach = float(np.linalg.norm(gains(scene, motion, contact.time_s, contact.position_m)))
    amplitude = REFERENCE_GAIN * math.sqrt(energy_j(contact) / REFERENCE_J) * voice * reach
    return 20 * math.log10(max(amplitude, 1e-9))


def _order(onset: Onset) -> tuple[float, str, str]:
    return onset.time_s, onset.contact.body_a, onset.contact.body_b


def _debounced(onsets: list[Onset]) -> list[Onset]:
    """Drops what touches the same again too soon, unless clearly louder; all limbs of a person are one."""
    last: dict[frozenset[str], Onset] = {}
    kept = []
    for onset in onsets:
        contact = onset.contact
        pair = frozenset((_owner(contact.body_a), _owner(contact.body_b)))
        wet = "water" in (contact.material_a, contact.material_b)
        wait_s = SPLASH_DEBOUNCE_S if wet else DEBOUNCE_S
        before = last.get(pair)
        if before and onset.time_s - before.time_s < wait_s and onset.level_db < before.level_db + LOUDER_DB:
            continue
        last[pair] = onset
        kept.append(onset)
    return kept


def _capped(onsets: list[Onset]) -> list[Onset]:
    """Keeps the loudest where more than ONSETS_PER_S_MAX crowd into one second."""
    times_s: list[float] = []
    kept = []
    for onset in sorted(onsets, key=lambda onset: -onset.level_db):
        crowd = bisect_left(times_s, onset.time_s + 0.5) - bisect_left(times_s, onset.time_s - 0.5)
        if crowd < ONSETS_PER_S_MAX:
            insort(times_s, onset.time_s)
            kept.append(onset)
    return sorted(kept, key=_order)
