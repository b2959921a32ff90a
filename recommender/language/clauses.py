"""Cuts a line into clauses, each with what it asks for its words: to see them, never, less, or nothing else."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from recommender.language.chatter import is_backstory, is_chatter, stripped
from recommender.language.cues import Cue
from recommender.language.tokens import Token

Polarity = Literal["more", "less", "never", "only"]
_POLARITIES: dict[str, Polarity] = {
    "want": "more",
    "twice": "more",
    "less": "less",
    "never": "never",
    "only": "only",
}

_POINTING = frozenset("those that these them it this".split())


class Clause(NamedTuple):
    """Words under one polarity; list marks stand among them.

    `is_said` is whether a phrase set the polarity, `is_told` whether it may be about the speaker alone; `whole` is
    the clause before what carries no wish was taken off its ends.
    """

    polarity: Polarity
    tokens: tuple[Token, ...]
    is_said: bool
    is_told: bool = False
    whole: tuple[Token, ...] = ()


def clauses(tokens: Sequence[Token], found: Sequence[Cue], gaps: Iterable[int] = ()) -> tuple[Clause, ...]:
    """The clauses of a text. A denial holds over a list until something else is asked for, a "but" or a full stop."""
    reader = _Reader()
    at = 0
    closed = frozenset(gaps)
    for cue in (*found, Cue("stop", slice(len(tokens), len(tokens)))):
        for place in range(at, cue.place.start):
            if place in closed:
                reader.gap()
            else:
                reader.words.append(tokens[place])
        at = cue.place.stop
        reader.turn(cue, tokens)
    return tuple(reader.clauses)


class _Reader:
    """The clause that is being read and those that were."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.words: list[Token] = []
        self._polarity: Polarity = "more"
        self._is_said = False
        self._points_back = False

    def turn(self, cue: Cue, tokens: Sequence[Token]) -> None:
        """Goes on as a cue says."""
        kind = cue.turn
        if kind in _POLARITIES:
            turned = self._flush_before(_POLARITIES[kind])
            self._set("more" if kind == "twice" else turned, True)
            self._points_back = any(token.word in _POINTING for token in tokens[cue.place])
        elif kind in ("but", "stop"):
            self._flush()
            self._set("more", False)
        elif kind == "so":
            self._flush(is_reason=True)
            self._set("more", False)
        elif kind == "comma":
            self.gap()
        else:
            self.words.append(Token(kind, tokens[cue.place.start].source))

    def gap(self) -> None:
        """Something that was read already stood here: it ends what one may list, not what one denies."""
        if not self._is_said and is_backstory(self.words):
            self._flush()
        self.words.append(Token(",", ","))

    def _flush_before(self, polarity: Polarity) -> Polarity:
        """Ends the clause; the polarity that the next one has, where one cue stands right upon another."""
        is_upon = self._is_said and all(is_chatter(word.word) for word in self.words)
        before = self._polarity
        self._flush()
        if not is_upon or before == "more" or polarity == before:
            return polarity
        if polarity == "only":
            return "more" if before == "never" else "only"  # "not only birds"
        return before if polarity == "more" else polarity  # "do not | show me", "only | without"

    def _set(self, polarity: Polarity, is_said: bool) -> None:
        self._polarity, self._is_said, self._points_back = polarity, is_said, False

    def _flush(self, is_reason: bool = False) -> None:
        words = stripped(_trimmed(self.words))
        if words:
            is_told = not self._is_said and is_backstory(self.words, is_reason)
            self.clauses.append(Clause(self._polarity, words, self._is_said, is_told, tuple(self.words)))
        elif self._points_back and self._polarity in ("never", "less"):
            self._turn_last()
        self.words = []

    def _turn_last(self) -> None:
        """ "Dogs again? Enough of those": what was named just before is meant."""
        if self.clauses and not (self.clauses[-1].is_said or self.clauses[-1].is_told):
            self.clauses[-1] = self.clauses[-1]._replace(polarity=self._polarity, is_said=True)


def _trimmed(words: Sequence[Token]) -> list[Token]:
    """The words without list marks at the ends."""
    kept = list(words)
    while kept and kept[0].word in (",", "and", "or"):
        kept.pop(0)
    while kept and kept[-1].word in (",", "and", "or"):
        kept.pop()
    return kept
