"""Bakes WordNet's dictionary files into the small word book that the prompt compiler reads.

Run once by hand on the `dict` folder of WordNet 3.1: `python tools/bake_word_book.py DICT OUT.txt.gz`.
Left out: names of people, scientific names and long phrases, which no prompt needs to be understood.
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

NOUN, VERB = "noun", "verb"
_INSTANCE_OF, _IS_A = "@i", "@"
_LIVING, _PERSON = ("05", "20"), "18"
_CONCRETE = ("05", "06", "08", "13", "14", "15", "17", "18", "19", "20", "27")
_SENSES_MAX = 4
_WORDS_MAX = 3
_JOINTS = str.maketrans("", "", "_-'.")


class Synset(NamedTuple):
    """One meaning: its lexicographer's file, its first word, what it is a kind of."""

    file: str
    word: str
    parent: str | None
    is_instance: bool


def read_synsets(path: Path) -> dict[str, Synset]:
    """The synsets of a data file by their offset."""
    synsets = {}
    for line in path.read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        words_count = int(fields[3], 16)
        pointers = fields[5 + 2 * words_count :]
        parents = {
            kind: pointers[index + 1]
            for index, kind in reversed(list(enumerate(pointers)))
            if kind in (_IS_A, _INSTANCE_OF)
        }
        parent = parents.get(_IS_A) or parents.get(_INSTANCE_OF)
        synsets[fields[0]] = Synset(fields[1], fields[4], parent, _IS_A not in parents and parent is not None)
    return synsets


def read_counts(path: Path) -> dict[tuple[str, str], int]:
    """How often each word was met as each part of speech, by WordNet's own count."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    for line in path.read_text().splitlines():
        key, _, _, count = line.split()
        lemma, tail = key.split("%", 1)
        counts[lemma, parts[tail[0]]] += int(count)
    return counts


def read_index(path: Path) -> dict[str, list[str]]:
    """The offsets of each lemma's senses, the commonest first."""
    lemmas = {}
    for line in path.read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split()
            lemmas[fields[0]] = fields[-int(fields[2]) :]
    return lemmas


def wanted(lemma: str, senses: dict[str, Synset]) -> list[str]:
    """The offsets of those senses of a noun that a prompt may well mean, none of a noun that it never holds."""
    if not lemma.translate(_JOINTS).isalpha():
        return []
    offsets = [offset for offset, synset in senses.items() if not _is_name(synset)]
    words = lemma.count("_") + 1
    concrete = bool(offsets) and senses[offsets[0]].file in _CONCRETE
    return offsets if words == 1 or (words <= _WORDS_MAX and concrete) else []


def _is_name(synset: Synset) -> bool:
    """Whether it is a person of history or a scientific name."""
    if synset.file == _PERSON:
        return synset.is_instance
    return synset.file in _LIVING and synset.word[0].isupper() and not synset.is_instance


def bake(folder: Path) -> list[str]:
    """The lines of the word book: synsets `S`, then lemmas `N`, `V`, `A`, `R` with their counts."""
    counts = read_counts(folder / "index.sense")
    numbers: dict[tuple[str, str], int] = {}
    synset_lines: list[str] = []
    lemma_lines: list[str] = []

    def number_of(part: str, offset: str, synsets: dict[str, Synset]) -> int:
        if (part, offset) not in numbers:
            synset = synsets[offset]
            parent = "" if synset.parent is None else str(number_of(part, synset.parent, synsets))
            numbers[part, offset] = len(synset_lines)
            synset_lines.append(f"S\t{int(synset.file)}\t{synset.word.lower().replace('_', ' ')}\t{parent}")
        return numbers[part, offset]

    for part, letter in ((NOUN, "N"), (VERB, "V")):
        synsets = read_synsets(folder / f"data.{part}")
        for lemma, offsets in sorted(read_index(folder / f"index.{part}").items()):
            senses_of = {offset: synsets[offset] for offset in offsets if offset in synsets}
            kept = (wanted(lemma, senses_of) if part == NOUN else list(senses_of))[:_SENSES_MAX]
            if not kept:
                continue
            senses = ",".join(str(number_of(part, offset, synsets)) for offset in kept)
            lemma_lines.append(f"{letter}\t{lemma.replace('_', ' ')}\t{counts[lemma, part]}\t{senses}")
    for part, letter in (("adj", "A"), ("adv", "R")):
        for lemma in sorted(read_index(folder / f"index.{part}")):
            if "_" not in lemma and lemma.replace("-", "").isalpha():
                lemma_lines.append(f"{letter}\t{lemma}\t{counts[lemma, part]}\t")
    return synset_lines + lemma_lines


def main(folder: str, out: str) -> None:
    """Writes the word book, the same bytes each time."""
    text = "\n".join(bake(Path(folder))) + "\n"
    Path(out).write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
