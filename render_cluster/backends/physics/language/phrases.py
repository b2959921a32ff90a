"""Finds the phrases known by heart among the tokens, the longest first, and takes them out."""

from collections.abc import Sequence
from typing import NamedTuple

from render_cluster.backends.physics.language.tokens import Token
from render_cluster.backends.physics.language.vocabulary.closed_words import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    RELATIONS,
    SUBJECT_PRONOUNS,
)
from render_cluster.backends.physics.language.vocabulary.looks import INSTRUMENTS, MOODS, MUSIC, PHRASES
from render_cluster.backends.physics.language.vocabulary.meaning import Meaning

_LONGEST = max(len(words) for words in PHRASES)
_LEADS = frozenset(
    "in at on during with by under into from of to and featuring using as its an a the style".split()
)
_TAILS = frozenset(
    "style styled effect lighting light art filter aesthetic look shot view footage video of".split()
)
_LED_ROLES = frozenset(
    {"style", "time", "weather", "framing", "angle", "move", "speed", "mood", "wind", "unsupported", "ends"}
)
_NEGATIONS = frozenset({"no", "not", "without", "never"})
_SMALL = frozenset(RELATIONS) | CONJUNCTIONS | BE | DETERMINERS | SUBJECT_PRONOUNS | _NEGATIONS


class Phrase(NamedTuple):
    """A known phrase as it was written; `negated` after a "no" or "not"."""

    text: str
    meaning: Meaning
    negated: bool = False


class Sifted(NamedTuple):
    """The tokens that are left for grammar, each phrase that was taken out, and where in the rest it stood."""

    rest: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    positions: tuple[int, ...]


def sift(found: Sequence[Token]) -> Sifted:
    """Parts the phrases known by heart from the rest; words that only lead to a phrase go with it."""
    rest: list[Token] = []
    phrases: list[Phrase] = []
    positions: list[int] = []
    index = 0
    while index < len(found):
        length, meaning = _longest(found, index)
        if meaning is None or not _stands_alone(found, index, length):
            rest.append(found[index])
            index += 1
            continue
        text = " ".join(token.text for token in found[index : index + length])
        index += length
        negated = False
        if meaning.role in _LED_ROLES:
            while index < len(found) and found[index].lower in _TAILS:
                index += 1
            while rest and rest[-1].lower in _LEADS and not _describes(found, index):
                rest.pop()
            if rest and rest[-1].lower in _NEGATIONS:
                negated = rest.pop() is not None
        if meaning.role != "silent":
            phrases.append(Phrase(text, meaning, negated))
            positions.append(len(rest))
    return Sifted(tuple(rest), tuple(phrases), tuple(positions))


def _longest(found: Sequence[Token], start: int) -> tuple[int, Meaning | None]:
    words = []
    for token in found[start : start + _LONGEST]:
        if token.kind not in ("word", "number"):
            break
        words.append(token.lower)
    mood = _mood(words)
    for length in range(len(words), 0, -1):
        if mood is not None and length <= mood[0]:
            return mood
        meaning = PHRASES.get(tuple(words[:length]))
        if meaning is not None:
            return length, meaning
    return 1, None


def _mood(words: list[str]) -> tuple[int, Meaning] | None:
    """ "sad piano", "upbeat jazz music", "dramatic soundtrack": a feeling, then music."""
    if not words or (words[0] not in MOODS and words[0] not in ("background",)):
        return None
    for length in (2, 3, 4):
        between = words[1 : length - 1]
        if len(words) < length or not all(
            word in MOODS or word in INSTRUMENTS or word == "and" for word in between
        ):
            return None
        if words[length - 1] in MUSIC or (
            words[length - 1] in INSTRUMENTS and words[length : length + 1] != ["player"]
        ):
            longer = len(words) > length and words[length] in MUSIC
            return length + longer, Meaning("mood", MOODS[words[0]])
    return None


def _describes(found: Sequence[Token], after: int) -> bool:
    """Whether a noun follows that the phrase describes, so that its article is still needed: "in a rainy city"."""
    following = found[after] if after < len(found) else None
    return following is not None and following.kind == "word" and following.lower not in _SMALL


def _stands_alone(found: Sequence[Token], start: int, length: int) -> bool:
    """Whether the phrase speaks of the film: "pan left" does, a frying pan, a wide river, a clay pot do not."""
    before = found[start - 1] if start else None
    after = found[start + length] if start + length < len(found) else None
    if after is not None and after.lower in _HALVES:
        return False
    if tuple(token.lower for token in found[start : start + length]) == _BOTH_COLOURS:
        # "Black and white dominoes" are of two colours; a film, or nothing after it, is of none.
        return after is None or after.kind != "word" or after.lower in _SMALL | _TAILS | _PICTURES
    if length > 1 or found[start].lower not in _AMBIGUOUS:
        return True
    opens = (
        before is None or before.kind != "word" or before.lower in ("in", "camera", "slow", "gentle", "style")
    )
    return opens and (after is None or after.kind != "word" or after.lower in _TAILS)


_AMBIGUOUS = frozenset(
    "painting sketch clay wide pan pans panning crane orbit orbits orbiting tracking follows shot clip "
    "scene look view "
    "frame moment film effect steady dolly zoom zooming tilt tilting pixel comic animation illustration "
    "macro disney "
    "storm fresco lightning neon cartoon impressionist picasso storybook handheld arcade minecraft "
    "perspective "
    "showing illustrated painted morning afternoon evening high".split()
)
_BOTH_COLOURS = ("black", "and", "white")
_PICTURES = frozenset("film movie photo photograph photography picture image cinema noir".split())
_HALVES = frozenset(
    "pot pots bowl vase brick bricks tile tiles club market bag bags table lamp gown dress light lights "
    "bird owl cup "
    "book books strip character characters bus train bed stand shirt brush wall hall studio tower boots "
    "coat jacket "
    "umbrella drop drops puddle turbine turbines chime chimes mill mills game wear".split()
)
