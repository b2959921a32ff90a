"""Cuts a plain text into words, marks and spoken lines."""

import re
from typing import Literal, NamedTuple

from domain.limits import HANDLE_CHARS_MAX, HANDLE_CHARS_MIN

TokenKind = Literal["word", "number", "stop", "comma", "speech", "handle"]
_TOKEN = re.compile(
    r'"(?P<double>[^"\n]+)"'
    r"|(?<!\w)'(?P<single>[^'\n]+(?:'\w[^'\n]*)*)'(?!\w)"
    rf"|(?<![\w@])@(?P<handle>[a-z0-9_]{{{HANDLE_CHARS_MIN},{HANDLE_CHARS_MAX}}})(?!\w)(?P<tail>'s\b)?"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:e\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)"
    r"|(?P<stop>[.;!?\n]+)"
    r"|(?P<comma>[,:()])",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"^(\w+)n't$")
# Above this a pair of single quotes holds a stray passage, not a line that is said.
_SPEECH_CHARS_MAX = 600


class Token(NamedTuple):
    """One word or mark; `text` as it was written, `lower` for looking up; a handle is "@" and the handle."""

    text: str
    kind: TokenKind

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a plain text in order; a hyphen parts words, "doesn't" becomes "does" and "not"."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match["double"] or match["single"]:
            said = (match["double"] or match["single"]).strip()
            if said:
                found.append(Token(said[:_SPEECH_CHARS_MAX], "speech"))
        elif match["handle"]:
            found.append(Token("@" + match["handle"].lower(), "handle"))
            if match["tail"]:
                found.append(Token("'s", "word"))
        elif match["number"]:
            found.append(Token(match["number"], "number"))
        elif match["word"]:
            found.extend(_words(match["word"]))
        else:
            found.append(Token(match[0], "stop" if match["stop"] else "comma"))
    return tuple(found)


def _words(word: str) -> list[Token]:
    contracted = _CONTRACTED.match(word.lower())
    if contracted:
        return [Token(contracted[1], "word"), Token("not", "word")]
    base, apostrophe, tail = word.partition("'")
    if apostrophe and tail.lower() in ("s", "re", "m", "ll", "ve", "d"):
        return [Token(base, "word"), Token("'" + tail, "word")]
    return [Token(word, "word")]
