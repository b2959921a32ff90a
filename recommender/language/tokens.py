"""Cuts a tidied text into lower-case words and marks, contractions unfolded."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# Contracted forms and what they stand for; without their apostrophe they are typed as often.
_UNFOLDED = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not", "arent": "are not",
    "cant": "can not", "wont": "will not", "im": "i am", "ive": "i have", "wanna": "want to", "gonna": "going to",
    "gimme": "give me", "lemme": "let me", "w/o": "without", "w/": "with", "&": "and", "+": "and", "/": "or",
    "sci-fi": "science fiction", "scifi": "science fiction", "pls": "please", "plz": "please", "vids": "videos", "vid": "video", "ain't": "is not", "kinda": "kind of",
}  # fmt: skip
_ENDINGS = (
    ("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"),
)  # fmt: skip
# "It's scary" says "is"; "the dog's bowl" says whose.
_BEFORE_IS = frozenset("it that he she what there where who how here this everything nothing".split())
_TOKEN = re.compile(
    r"(?<![\w@])@\w+|w/o\b|w/|(?:[23]d|8mm|16mm|35mm|sci-fi)\b|\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*|[&+/]|[,:;()\"–—…]|[.!?]+|(?<=\s)-(?=\s)|-"
)
_STOPS = frozenset(".!?;…")
_COMMAS = frozenset(',:()"–—')


class Token(NamedTuple):
    """One word in lower case and the text it was read from; marks are the words "," and "."."""

    word: str
    source: str

    @property
    def is_mark(self) -> bool:
        """Whether it is a comma or a full stop rather than a word."""
        return self.word in (",", ".")


def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a tidied text; a hyphen joins nothing but "X-free", which becomes "without X"."""
    found: list[Token] = []
    matches = list(
        _TOKEN.finditer(text.replace("’", "'").replace("‘", "'").replace("、", ",").replace("。", "."))
    )
    for index, match in enumerate(matches):
        piece = match[0]
        if piece == "-":
            alone = match.start() == 0 or text[match.start() - 1] == " "
            if (
                not alone
                and match.end() < len(text)
                and text[match.start() - 1].isdigit()
                and text[match.end()].isdigit()
            ):
                found.append(Token("to", piece))
            elif alone and match.end() < len(text) and text[match.end()] != " " and index < len(matches) - 1:
                found.append(Token("without", piece))
            elif alone:
                found.append(Token(",", piece))
        elif piece[0] in _STOPS:
            found.append(Token(".", piece))
        elif piece in _COMMAS:
            found.append(Token(",", piece))
        elif piece == "free" and found and text[match.start() - 1] == "-":
            # "People-free landscapes": what it is said of is no part of what is not there.
            found[-1:] = [Token("without", "-free"), found[-1], Token(".", "-free")]
        elif piece.lower() == "free" and found and not found[-1].is_mark and _ends_clause(matches, index):
            found[-1:] = [Token("without", piece), found[-1], Token(".", piece)]
        else:
            found.extend(_words(piece))
    return tuple(found)


def _ends_clause(matches: Sequence[re.Match[str]], index: int) -> bool:
    """Whether "free" closes what is said, as in "people free", and is not a free thing."""
    following = matches[index + 1][0].lower() if index + 1 < len(matches) else "."
    return index > 0 and following in {".", ",", "please", "and", "videos", "clips"}


def _words(piece: str) -> list[Token]:
    lower = piece.lower()
    if lower in _UNFOLDED:
        return [Token(word, piece) for word in _UNFOLDED[lower].split()]
    for ending, word in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending):
            return [Token(lower[: -len(ending)], piece), Token(word, piece)]
    if lower.endswith("'s"):
        base = lower[:-2]
        return [Token(base, piece), Token("is", piece)] if base in _BEFORE_IS else [Token(base, piece)]
    return [Token(lower, piece)]


def sources(some: Iterable[Token]) -> str:
    """What was typed for these tokens, each piece once, single spaces between."""
    shown: list[str] = []
    for token in some:
        if not shown or shown[-1] != token.source:
            shown.append(token.source)
    return " ".join(shown)
