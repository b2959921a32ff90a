"""What the receipt says of a simulated film: its causes, ends, contacts, energy and onsets."""

from collections.abc import Sequence
from typing import Any

import msgspec

from render_cluster.backends.physics.motion import Contact, EnergySample
from render_cluster.backends.physics.plan import Plan, Take
from render_cluster.backends.physics.sound.lines import account_of_lines
from render_cluster.backends.physics.sound.onsets import Onset


def account_of(plan: Plan, heard: Sequence[Onset]) -> dict[str, Any]:
    """The shots with what happened in each, and every onset; all times are seconds of film."""
    return {
        "simulated": True,
        "shots": [_account_of_take(take) for take in plan],
        "lines": [
            line for take in plan for line in account_of_lines(take.said, take.first / take.motion.fps)
        ],
        "onsets": [_onset_line(onset) for onset in heard],
    }


def _account_of_take(take: Take) -> dict[str, Any]:
    motion = take.cut()
    start_s = take.first / motion.fps
    pace = take.scene.pace
    return {
        "scene": take.scene.name,
        "setting": take.scene.setting,
        "start_s": round(start_s, 6),
        "duration_s": round(take.frames_count / motion.fps, 6),
        "pace": pace,
        "outcome": motion.outcome,
        "outcome_met": motion.outcome_met,
        "causes": motion.causes,
        "contacts": [_contact_line(contact, start_s, pace) for contact in motion.contacts],
        "energy": [_energy_line(sample, start_s, pace) for sample in motion.energy],
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


def _contact_line(contact: Contact, start_s: float, pace: float) -> dict[str, Any]:
    return {**msgspec.to_builtins(contact), "time_s": round(start_s + contact.time_s / pace, 6)}


def _energy_line(sample: EnergySample, start_s: float, pace: float) -> dict[str, Any]:
    return {**msgspec.to_builtins(sample), "time_s": round(start_s + sample.time_s / pace, 6)}
