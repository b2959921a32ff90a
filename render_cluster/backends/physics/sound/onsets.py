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
LEVEL_DB_MIN = -42.0
REFERENCE_J = 10.0  # a basketball dropped from shoulder height
REFERENCE_GAIN = 0.7
DEBOUNCE_S = 0.07
SPLASH_DEBOUNCE_S = 0.35
LOUDER_DB = 6.0  # a touch this much louder is a new blow even inside the debounce
STEP_DEBOUNCE_S = 0.12
ONSETS_PER_S_MAX = 14
CONTACTS_MAX = 100_000
QUIET_SHARE, LOUD_SHARE = 0.75, 0.25  # of its decibels: a crash must not silence all else, nor a step be lost
STEP_DB = -12.0  # a foot is set down; it is no dead weight that falls
MASKED_S, MASKED_DB = 0.06, 12.0
TOGETHER_S, TOGETHER_DB = 0.025, 4.0  # blows this close fuse into one for the ear
FEET = ("foot", "hoof", "paw", "hand")


class Onset(msgspec.Struct, frozen=True):
    """One audible contact: when it sounds on the clip's clock and how loud it reaches the camera.

    `level_db` is the peak at the camera before mastering, relative to full scale.
    """

    time_s: float
    shot: int
    level_db: float
    contact: Contact


def audible(scene: Scene, motion: Motion, shot: int, start_s: float) -> list[Onset]:
    """The contacts of one shot that are heard, by time; `start_s` is where the shot starts in the clip.

    Contacts happen on the world's clock and are heard on the film's, which runs 1 / pace as long.
    """
    if len(motion.contacts) > CONTACTS_MAX:
        raise ValueError(f"{len(motion.contacts)} contacts in one shot, at most {CONTACTS_MAX}")
    levels = [
        (contact, _level_db(scene, motion, contact)) for contact in motion.contacts if _is_blow(contact)
    ]
    heard = [
        Onset(
            time_s=start_s + contact.time_s / scene.pace,
            shot=shot,
            level_db=round(level_db, 2),
            contact=contact,
        )
        for contact, level_db in levels
        if level_db >= LEVEL_DB_MIN
    ]
    return _unmasked(_capped(_debounced(sorted(heard, key=_order))))


def energy_j(contact: Contact) -> float:
    """Energy of a blow, in joules: half of impulse times speed."""
    return contact.impulse_ns * contact.speed_mps / 2


def is_step(contact: Contact) -> bool:
    """Whether this is a foot, a paw or a hoof that is set down on the ground."""
    ground, other = (
        (contact.body_a, contact.body_b) if contact.body_a == "ground" else (contact.body_b, contact.body_a)
    )
    return ground == "ground" and other.partition(".")[2].startswith(FEET)


def bodies_of(scene: Scene, contact: Contact) -> tuple[Body, Body]:
    """The two bodies as the ear meets them, with the materials that the solver reported."""
    known = {body.name: body for body in scene.bodies}
    performers = {performer.name for performer in (*scene.people, *scene.animals)}
    return (
        _body(known, performers, contact.body_a, contact.material_a),
        _body(known, performers, contact.body_b, contact.material_b),
    )


def _body(known: dict[str, Body], performers: set[str], name: str, stuff: str) -> Body:
    """The named body; a limb stands for its owner, a piece for a smaller whole, all else is the ground."""
    if name in known:
        return msgspec.structs.replace(known[name], material=stuff)
    whole = known.get(name.partition("/")[0])
    if whole is not None:
        x, y, z = whole.size_m
        return msgspec.structs.replace(
            whole, name=name, kind="piece", material=stuff, size_m=(0.4 * x, 0.4 * y, 0.4 * z)
        )
    limb = stuff == "flesh" or _owner(name) in performers
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
    level_db = 20 * math.log10(max(amplitude, 1e-9)) + (STEP_DB if is_step(contact) else 0.0)
    return level_db * (LOUD_SHARE if level_db > 0 else QUIET_SHARE)


def _order(onset: Onset) -> tuple[float, str, str]:
    return onset.time_s, onset.contact.body_a, onset.contact.body_b


def _debounced(onsets: list[Onset]) -> list[Onset]:
    """Drops what touches the same again too soon, unless clearly louder; all limbs but feet are one person."""
    last: dict[frozenset[str], Onset] = {}
    kept = []
    for onset in onsets:
        contact = onset.contact
        names = (contact.body_a, contact.body_b)
        # Feet are told apart: a runner's come down within a tenth of a second of each other.
        pair = frozenset(names if is_step(contact) else map(_owner, names))
        wet = "water" in (contact.material_a, contact.material_b)
        wait_s = SPLASH_DEBOUNCE_S if wet else STEP_DEBOUNCE_S if is_step(contact) else DEBOUNCE_S
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


def _unmasked(onsets: list[Onset]) -> list[Onset]:
    """Leaves out what an ear cannot tell from a louder blow at the same moment or just before."""
    return [onset for onset in onsets if not any(_masks(other, onset) for other in onsets)]


def _masks(louder: Onset, onset: Onset) -> bool:
    late_s, above_db = onset.time_s - louder.time_s, louder.level_db - onset.level_db
    if abs(late_s) < TOGETHER_S:
        return above_db > TOGETHER_DB
    return 0 < late_s < MASKED_S and above_db > MASKED_DB
