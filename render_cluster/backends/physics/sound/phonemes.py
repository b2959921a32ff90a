"""Turns written words into the phonemes that the speech model reads, in pieces that it can say in one breath."""

import re
import unicodedata
from collections.abc import Callable

TEXT_CHARS_MAX = 240
BREATH_PHONEMES_MAX = 64  # about four seconds: the model's memory grows with what it says at once
DIGITS_MAX = 9

_SIGNS = {
    "&": " and ", "%": " percent ", "@": " at ", "+": " plus ", "=": " equals ", "#": " number ",
    "°": " degrees ", "€": " euros ", "£": " pounds ", "/": " ", "_": " ", "*": " ", "~": " ", "^": " ",
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": ", ", "—": ", ", "…": ". ", "|": ", ", "\\": " ",
}  # fmt: skip
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_LONG_NUMBER = re.compile(rf"\d{{{DIGITS_MAX + 1},}}")
_SPEAKABLE = re.compile(r"[A-Za-z0-9]")
_NOT_READ = re.compile(r"[^A-Za-z0-9 .,!?;:'\"$()-]")
_BREATHS = (re.compile(r"(?<=[.!?;:…])\s+"), re.compile(r"(?<=,)\s+"), re.compile(r"\s+"))


def readable(text: str) -> str:
    """The text in letters, digits and stops that the phonemizer knows; "" where nothing of it can be read.

    Accents are taken off, signs become words, other scripts and pictures are left out.
    """
    plain = unicodedata.normalize("NFKC", text[:TEXT_CHARS_MAX])
    for sign, word in _SIGNS.items():
        plain = plain.replace(sign, word)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _NOT_READ.sub(" ", plain)
    plain = _CLOCK.sub(_clock_words, plain)
    plain = _LONG_NUMBER.sub(lambda number: " ".join(number[0]), plain)
    plain = " ".join(plain.split())
    return plain if _SPEAKABLE.search(plain) else ""


def breaths(text: str, phonemize: Callable[[str], str]) -> list[str]:
    """Phonemes of a readable text, a string a breath, each at most BREATH_PHONEMES_MAX long.

    `phonemize` may refuse a phrase with ValueError: it is left out and the rest is said.
    """
    return [
        breath
        for phrase in _BREATHS[0].split(text)
        for breath in _short(_phonemes_of(phrase, phonemize), _BREATHS)
        if breath
    ]


def _phonemes_of(phrase: str, phonemize: Callable[[str], str]) -> str:
    try:
        return phonemize(phrase).strip()
    except (ValueError, RuntimeError, IndexError, KeyError):  # odd spellings trip the phonemizer's tables
        return ""


def _short(phonemes: str, breaks: tuple[re.Pattern[str], ...]) -> list[str]:
    """A run of phonemes cut at its stops, else at its gaps, so that no part is too long."""
    if len(phonemes) <= BREATH_PHONEMES_MAX:
        return [phonemes]
    if not breaks:
        return [phonemes[:BREATH_PHONEMES_MAX], *_short(phonemes[BREATH_PHONEMES_MAX:], ())]
    parts = breaks[0].split(phonemes)
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1]) + 1 + len(part) <= BREATH_PHONEMES_MAX:
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return [piece for part in joined for piece in _short(part, breaks[1:])]


def _clock_words(clock: re.Match[str]) -> str:
    """10:30 is ten thirty, 7:05 seven oh five, 9:00 nine o'clock."""
    hour, minute = int(clock[1]), int(clock[2])
    if minute == 0:
        return f"{hour} o'clock"
    return f"{hour} oh {minute}" if minute < 10 else f"{hour} {minute}"
