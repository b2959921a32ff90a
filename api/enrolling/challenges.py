"""What a person is asked to record when they enrol, so that neither a photo nor an old video will do."""

import secrets
from datetime import timedelta
from typing import NamedTuple

from domain.events import Turn
from render_cluster.likeness.challenge import make_challenge
from render_cluster.likeness.thresholds import Thresholds

CHALLENGE_LASTS = timedelta(minutes=10)
RECORDING_S_MIN, RECORDING_S_MAX = Thresholds().duration_s_min, Thresholds().duration_s_max

NOTICE = (
    "Notice 1. Your recording is examined on this server to check that it is you, live, and then deleted; "
    "where a check is unsure, a reviewer of this community looks at it first. Kept are a template, which tells "
    "your face from others, and a small texture of it, which puts your face on a figure. Both are sealed under "
    "a key of their own. Nobody but you can cast you until you say so. You can take that back, "
    "or erase all of it, at any time."
)
"""What a person is told before they record; a changed text takes the next number, and the log keeps both."""


class Challenge(NamedTuple):
    """Six digits to speak, none twice, and head turns in the order to make them."""

    digits: str
    turns: tuple[Turn, ...]


def mint_challenge() -> Challenge:
    """A challenge that nobody can foresee."""
    made = make_challenge(secrets.SystemRandom())
    return Challenge(made.digits, made.turns)
