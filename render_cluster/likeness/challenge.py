"""What a person is asked to do in front of the camera, so that an old recording will not serve."""

import random
from typing import Literal, get_args

import msgspec

Turn = Literal["left", "right", "up", "down"]
"""A turn of the head and back, named from the person's own side; the recording must not be mirrored."""

TURNS: tuple[Turn, ...] = get_args(Turn)
DIGITS_COUNT, TURNS_COUNT = 6, 3


class Challenge(msgspec.Struct, frozen=True):
    """Digits to speak, none of them twice, and turns of the head to make in this order, none twice in a row."""

    digits: str
    turns: tuple[Turn, ...]

    def __post_init__(self) -> None:
        """ValueError for digits that repeat or are too few or many, and for no turns."""
        plain = self.digits.isascii() and self.digits.isdecimal()
        if not plain or len(self.digits) != DIGITS_COUNT or len(set(self.digits)) != DIGITS_COUNT:
            raise ValueError(f"a challenge has {DIGITS_COUNT} digits, none of them twice")
        if not self.turns or any(
            one == next_ for one, next_ in zip(self.turns, self.turns[1:], strict=False)
        ):
            raise ValueError("a challenge has turns, none of them twice in a row")


def make_challenge(rng: random.Random) -> Challenge:
    """A challenge out of `rng`: one of 151,200 strings of digits and of 12 orders of turns.

    Give it a `random.SystemRandom` in earnest. Both sideways turns are always there: the depth of a face shows
    in them.
    """
    turns = ["left", "right", rng.choice(("up", "down"))]
    rng.shuffle(turns)
    return Challenge("".join(rng.sample("0123456789", DIGITS_COUNT)), tuple(turns))
