"""Instructions that nobody would write: random scripts and lengths, and real phrases that were damaged."""

import random
from collections.abc import Callable

from domain.limits import INSTRUCTION_CHARS_MAX

_SCRIPTS = (
    (0x20, 0x7E),  # Latin
    (0xC0, 0x24F),  # Latin with marks
    (0x370, 0x3FF),  # Greek
    (0x400, 0x4FF),  # Cyrillic
    (0x590, 0x5FF),  # Hebrew
    (0x600, 0x6FF),  # Arabic
    (0x900, 0x97F),  # Devanagari
    (0xE00, 0xE7F),  # Thai
    (0x3040, 0x30FF),  # kana
    (0x4E00, 0x9FFF),  # Han
    (0xAC00, 0xD7A3),  # Hangul
    (0x1F300, 0x1FAFF),  # pictographs
    (0x0, 0x10FFFF),  # anything, unpaired surrogates included
)
_PHRASES = (
    "only", "never", "no", "not", "without", "but", "except", "less", "more", "nothing over", "under", "10 s",
    "99999999999999999999 minutes", "-3 seconds", "until", "tonight", "next friday", "31 february", "from", "@maya",
    "@", "people I follow", "this week", "with sound", "cats", "dogs", "or", "and", ",", ".", "!!", "?", "kids",
    "slow motion", "keine Hunde", "sin perros", "pas de chiens", "sem cachorros", "犬なし", "please", "I'm tired of",
)  # fmt: skip


def some_words(chance: random.Random) -> str:
    """One text, up to twice as long as an instruction may be."""
    return chance.choice(_MAKERS)(chance)


def _one_script(chance: random.Random) -> str:
    first, last = chance.choice(_SCRIPTS)
    return "".join(chr(chance.randint(first, last)) for _ in range(_length(chance)))


def _all_scripts(chance: random.Random) -> str:
    return "".join(chr(chance.randint(*chance.choice(_SCRIPTS))) for _ in range(_length(chance)))


def _phrases(chance: random.Random) -> str:
    return " ".join(chance.choices(_PHRASES, k=chance.randint(1, 24)))


def _damaged(chance: random.Random) -> str:
    letters = list(_phrases(chance))
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(("", letters[place] * 2, chr(chance.randint(0, 0x2FFF))))
    return "".join(letters)


def _length(chance: random.Random) -> int:
    # Mostly short, now and then at the bound or past it.
    return int(2 * INSTRUCTION_CHARS_MAX * chance.random() ** 3)


_MAKERS: tuple[Callable[[random.Random], str], ...] = (_one_script, _all_scripts, _phrases, _damaged)
