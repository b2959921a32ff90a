"""What English knows of a word: its parts of speech, its plain form, what it is a kind of."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from render_cluster.backends.physics.language.vocabulary.irregulars import NOUNS, VERBS

_DATA = Path(__file__).parent / "data" / "words.txt.gz"
_LETTERS = {"N": "noun", "V": "verb", "A": "adj", "R": "adv"}
_CHAIN_MAX = 20
# WordNet's numbers of the files in which nouns and verbs are kept.
_FILES = {
    5: "animal", 6: "artifact", 7: "attribute", 8: "body", 13: "food", 14: "group", 15: "location", 17: "object",
    18: "person", 19: "phenomenon", 20: "plant", 27: "substance", 28: "time",
    29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition", 34: "consumption",
    35: "contact", 36: "creation", 37: "emotion", 38: "motion", 39: "perception", 40: "possession",
    41: "social", 42: "stative", 43: "weather",
}  # fmt: skip
_VOWELS = "aeiou"


class Synset(NamedTuple):
    """One meaning of a word: the file that it stands in, its commonest word, the meaning above it."""

    file: str
    word: str
    parent: int | None


class WordBook:
    """The dictionary, read-only; words go in and come out in lower case."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._synsets: list[Synset] = []
        self._lemmas: dict[str, dict[str, str]] = {part: {} for part in _LETTERS.values()}
        for line in lines:
            letter, rest = line.rstrip("\n").split("\t", 1)
            if letter == "S":
                file, word, parent = rest.split("\t")
                self._synsets.append(
                    Synset(_FILES.get(int(file), "abstract"), word, int(parent) if parent else None)
                )
            else:
                lemma, entry = rest.split("\t", 1)
                self._lemmas[_LETTERS[letter]][lemma] = entry

    def knows(self, lemma: str, part: str) -> bool:
        """Whether a plain form is in the book as that part of speech."""
        return lemma in self._lemmas[part]

    def count(self, lemma: str, part: str) -> int:
        """How often the lemma was met as that part of speech, and one more; 0 where it never is."""
        entry = self._lemmas[part].get(lemma)
        return 0 if entry is None else 1 + int(entry.split("\t", 1)[0])

    def noun(self, word: str) -> str | None:
        """The singular of a noun, None if the word is none."""
        irregular = NOUNS.get(word)
        if irregular is not None:
            return irregular
        return self._first(singulars(word), "noun")

    def verb(self, word: str) -> tuple[str, str] | None:
        """The plain form of a verb and which form it stands in: base, s, ing or ed; None if it is none."""
        irregular = VERBS.get(word)
        if irregular is not None:
            return irregular, "ed"
        for form, candidates in _verb_forms(word):
            lemma = self._first(candidates, "verb")
            if lemma is not None:
                return lemma, form
        return None

    def senses(self, lemma: str, part: str) -> tuple[Synset, ...]:
        """The commonest meanings of a plain form, in order."""
        return tuple(self._synsets[index] for index in self._sense_indices(lemma, part))

    def kinds(self, lemma: str, part: str, sense: int = 0) -> Iterator[str]:
        """What a sense of a plain form is a kind of, from the nearest to the most general."""
        indices = self._sense_indices(lemma, part)
        index: int | None = indices[sense] if sense < len(indices) else None
        for _ in range(_CHAIN_MAX):
            if index is None:
                return
            synset = self._synsets[index]
            yield synset.word
            index = synset.parent

    def _sense_indices(self, lemma: str, part: str) -> tuple[int, ...]:
        entry = self._lemmas[part].get(lemma)
        if entry is None:
            return ()
        return tuple(int(number) for number in entry.split("\t", 1)[1].split(",") if number)

    def _first(self, candidates: tuple[str, ...], part: str) -> str | None:
        # The commonest candidate: "axes" may be of axe and axis, "shoes" never of "shoe" the verb alone.
        known = [candidate for candidate in candidates if candidate in self._lemmas[part]]
        return max(known, key=lambda lemma: self.count(lemma, part)) if known else None


def singulars(word: str) -> tuple[str, ...]:
    """What a noun may be the plural of, itself first."""
    found = [word]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        found.append(word[:-1])
    if word.endswith("ies") and len(word) > 4:
        found.append(word[:-3] + "y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found.append(word[:-2])
    if word.endswith("men") and len(word) > 3:
        found.append(word[:-2] + "an")
    return tuple(found)


def _verb_forms(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "base", (word,)
    if word.endswith("s") and not word.endswith("ss"):
        stems = [word[:-1]]
        if word.endswith("ies"):
            stems.append(word[:-3] + "y")
        if word.endswith("es"):
            stems.append(word[:-2])
        yield "s", tuple(stems)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield ending, _stems(word[: -len(ending)], ending)


def _stems(stem: str, ending: str) -> tuple[str, ...]:
    """What may stand before -ing or -ed: "runn" of run, "danc" of dance, "carri" of carry."""
    found = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        found.append(stem[:-1])
    if ending == "ed" and stem.endswith("i"):
        found.append(stem[:-1] + "y")
    if ending == "ing" and stem.endswith("y"):
        found.append(stem[:-1] + "ie")
    if ending == "ing" and stem.endswith("ck"):
        found.append(stem[:-1])
    return tuple(found)


@cache
def word_book() -> WordBook:
    """The book that comes along, read once."""
    with gzip.open(_DATA, "rt", encoding="utf-8") as lines:
        return WordBook(iter(lines))
