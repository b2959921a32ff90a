"""Reads Japanese: words without blanks between, and what is asked of them said after them."""

import re
from collections.abc import Iterator

from recommender.language.foreign import Translation
from recommender.language.tokens import Token
from recommender.language.word_pairs import word_pairs

_WORD_CHARS_MAX = 10
_OBJECT = r"(?:が|は|を|も|の)?"
# What is said of the words before: English cue, pattern.
_SAID = (
    (
        "no",
        rf"{_OBJECT}(?:出て(?:こ|来)ない|出ない|いない|映っていない|入っていない|なしで|なし|無し|抜きで|抜き|以外で|以外|見たくない(?:です)?|いらない(?:です)?|要らない|"
        r"見せないで(?:ください)?|嫌い(?:です|だ|な)?|きらい(?:です)?|苦手(?:です)?|のない|ではない|じゃない|除いて|除く|飽きた|うんざり|やめて)",
    ),
    ("only", r"(?:だけ|のみ|ばかり)(?:を|が)?(?:見せて(?:ください)?|見たい(?:です)?)?"),
    ("less", r"(?:を|は)?(?:少なめ(?:に)?|減らして|控えめに)"),
    (
        "show me",
        r"(?:が|を|も)?(?:もっと)?(?:見せて(?:ください)?|見たい(?:です)?|好き(?:です|だ|な)?|ください|下さい|お願い(?:します)?|お願いします|欲しい|ほしい|探して(?:います|いる)?|多め(?:に)?)",
    ),
)  # fmt: skip
_CUE = re.compile("|".join(f"(?P<c{place}>{pattern})" for place, (_, pattern) in enumerate(_SAID)))
_PARTICLES = {
    "と": "and", "や": "and", "か": "or", "または": "or", "それとも": "or", "で": "in", "に": "in", "の中": "in",
    "でも": "but", "けど": "but", "だけど": "but", "が": "", "は": "", "を": "", "の": "", "も": "", "へ": "", "から": "",
    "もっと": "", "です": "", "ます": "", "いる": "", "している": "", "ている": "", "する": "", "した": "", "な": "", "い": "", "よ": "", "ね": "",
    "みたいな": "", "ような": "", "という": "", "ある": "", "出る": "", "出てくる": "", "映る": "",
}  # fmt: skip
_STOPS = ",.;、。"


def japanese(text: str) -> Translation:
    """The English tokens of a Japanese text, each clause's cue put before its words."""
    tokens: list[Token] = []
    unread: list[str] = []
    for clause in re.split(r"[、。,.!?！？\s]+", text):
        at = 0
        for cue in _CUE.finditer(clause):
            english = _SAID[int(str(cue.lastgroup)[1:])][0]
            tokens += _clause(clause[at : cue.start()], english, cue[0], unread)
            at = cue.end()
        tokens += _clause(clause[at:], "show me", "", unread)
    return Translation(tuple(tokens), tuple(unread))


def _clause(words: str, cue: str, cue_source: str, unread: list[str]) -> Iterator[Token]:
    found = list(_words(words, unread))
    if any(token.word not in ("and", "or", "in", "but") for token in found):
        yield from (Token(word, cue_source or words) for word in cue.split())
        yield from found
        yield Token(".", "")


def _words(text: str, unread: list[str]) -> Iterator[Token]:
    """The words of a text without blanks, the longest known ones first."""
    pairs = word_pairs()["ja"]
    at = 0
    lost = ""
    while at < len(text):
        for length in range(min(_WORD_CHARS_MAX, len(text) - at), 0, -1):
            piece = text[at : at + length]
            english = pairs.get(piece, _PARTICLES.get(piece))
            if english is not None and not (length == 1 and lost and piece not in _PARTICLES):
                break
        else:
            lost += text[at]
            at += 1
            continue
        if lost:
            unread.append(lost)
            lost = ""
        yield from (Token(word, piece) for word in english.split())
        at += length
    if lost:
        unread.append(lost)
