"""Puts what people type into one form: composed, without the characters that only machines and tricksters use."""

import unicodedata

_KEPT_CONTROLS = frozenset("\n\t")
# Zero-width joiner and non-joiner: emoji and several scripts are written with them. The other format
# characters can turn a line around on the page, or hide words in it.
_JOINERS = frozenset("\u200c\u200d")
# From here on they are the tags that some flags are spelt with.
_FIRST_TAG = "\U000e0000"


def tidy(text: str) -> str:
    """The text in NFC, less control characters, lone surrogates and white space around it; perhaps empty."""
    kept = "".join(character for character in text if _stands(character))
    tidied = unicodedata.normalize("NFC", kept).strip()
    return tidied if set(tidied) - _JOINERS else ""


def _stands(character: str) -> bool:
    match unicodedata.category(character):
        case "Cc":
            return character in _KEPT_CONTROLS
        case "Cf":
            return character in _JOINERS or character >= _FIRST_TAG
        case category:
            return category != "Cs"
