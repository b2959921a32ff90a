"""Makes any text readable: straight quotes, no control characters, pictographs by their names."""

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2018": "'", "\u2019": "'",
        "\u201a": "'", "\u2013": "-", "\u2014": ",", "\u2026": ".", "\u300c": '"', "\u300d": '"', "\u3002": ". ",
        "\u3001": ", ", "\ufe0f": None, "\u200d": None,
    }
)  # fmt: skip
_SHADED = re.compile(r"\b(light|dark|bright|pale|deep)[- ]colou?red\b", re.IGNORECASE)
# Names in which nobody owns anything.
_OWNED = re.compile(r"\b(newton)'s (cradle)\b", re.IGNORECASE)
_PICTOGRAPH = "So"
# Words of a pictograph's name that say how it is drawn, not what it is.
_DRAWN = re.compile(
    r"\b(face|with|symbol|sign|emoji|smiling|grinning|black|white|heavy|modifier fitzpatrick.*)\b"
)


def plain(prompt: str) -> str:
    """The prompt as words and common punctuation; never longer than a few times its length."""
    text = unicodedata.normalize("NFKC", prompt.encode("utf-8", "replace").decode()).translate(_QUOTES)
    text = re.sub(r"[^\S\n]+", " ", "".join(_readable(character) for character in text)).strip()
    return _SHADED.sub(r"\1", _OWNED.sub(r"\1s \2", text))


def _readable(character: str) -> str:
    category = unicodedata.category(character)
    if category == _PICTOGRAPH:
        return f" {_named(character)} "
    if character == "\n":
        return character
    # Controls, private use, surrogates and skin tones say nothing.
    return " " if category[0] in "CZ" or category == "Sk" else character


def _named(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return re.sub(r"\s+", " ", _DRAWN.sub(" ", name)).strip()
