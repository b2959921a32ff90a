"""What a person is asked to record when they enrol, so that neither a photo nor an old video will do."""

import secrets
from datetime import timedelta
from typing import NamedTuple, get_args

from domain.events import Turn

DIGITS_COUNT = 6
TURNS_COUNT = 3
CHALLENGE_LASTS = timedelta(minutes=10)
RECORDING_S_MIN, RECORDING_S_MAX = 2.0, 15.0

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
    chance = secrets.SystemRandom()
    digits = "".join(chance.sample("0123456789", DIGITS_COUNT))
    return Challenge(digits, tuple(chance.sample(get_args(Turn), TURNS_COUNT)))
