"""Bakes lists of names into the small file by which real people are noticed in a prompt.

Run once by hand: `python tools/bake_person_names.py DICT NAMES OUT.txt.gz`, where DICT is the `dict` folder of
WordNet 3.1 and NAMES the folder of the package `names` 0.3.0, which carries lists of the US census of 1990.
Kept are first names, surnames in the order of how common they are, and the people whom WordNet names.
Gods, figures of stories and places are kept apart: they are nobody's likeness.
"""

import gzip
import re
import sys
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

_PERSON_FILE, _PLACE_FILES = "18", ("15", "17")
_INSTANCE_OF, _IS_A = "@i", "@"
_SURNAMES_MAX = 60_000
_UNREAL = re.compile(
    r"god|deity|myth|legend|fiction|character|imaginary|spiritual_being|goddess|angel|monster|titan|hero_of|folklore|"
    r"giant|muse|sorceress|demigod|fairy|devil"
)
_UNREAL_GLOSS = re.compile(
    r"\((?:Greek|Roman|Norse|Celtic|Hindu|Egyptian|Old Testament|New Testament|Babylonian|Welsh|Irish|Germanic|"
    r"classical|Teutonic|Arthurian|Mesopotamian|Sumerian|Akkadian|Semitic|Hinduism|Islam|Judaism|bible|Bible)"
    r"[^)]*\)|mytholog|legend|fictional|character in|fairy tale|folklore|imaginary|hero of (?:a|the) |nursery"
)


class Synset(NamedTuple):
    """One meaning of a noun: its words, what it is an instance or a kind of, and the gloss."""

    words: tuple[str, ...]
    parents: tuple[str, ...]
    file: str
    gloss: str


def read_synsets(path: Path) -> dict[str, Synset]:
    """The nouns of a data file by their offset; what is no instance of anything has no file."""
    synsets = {}
    for line in path.read_text().splitlines():
        if line.startswith(" "):
            continue
        facts, _, gloss = line.partition(" | ")
        fields = facts.split()
        words_count = int(fields[3], 16)
        pointers = fields[5 + 2 * words_count :]
        kinds = [(kind, pointers[place + 1]) for place, kind in enumerate(pointers) if kind in ("@", "@i")]
        is_instance = any(kind == _INSTANCE_OF for kind, _ in kinds)
        synsets[fields[0]] = Synset(
            tuple(fields[4 : 4 + 2 * words_count : 2]),
            tuple(parent for _, parent in kinds),
            fields[1] if is_instance else "",
            gloss,
        )
    return synsets


def is_real(synset: Synset, synsets: dict[str, Synset]) -> bool:
    """Whether a named person lived, as far as WordNet lets one know."""
    above = [word.lower() for parent in synset.parents for word in synsets[parent].words]
    return not any(_UNREAL.search(word) for word in above) and not _UNREAL_GLOSS.search(synset.gloss)


def names_of(synsets: Iterable[Synset]) -> set[str]:
    """Their names in lower case, words parted by a space."""
    return {re.sub(r"[._]+", " ", word).strip().lower() for synset in synsets for word in synset.words}


def listed(path: Path) -> list[str]:
    """The names of a census list, the commonest first, in lower case."""
    return [line.split()[0].lower() for line in path.read_text().splitlines() if line.strip()]


def main(dict_folder: str, names_folder: str, out: str) -> None:
    """Writes the file."""
    names = Path(names_folder)
    firsts = dict.fromkeys(
        name
        for pair in zip_longest(listed(names / "dist.male.first"), listed(names / "dist.female.first"))
        for name in pair
        if name is not None
    )
    surnames = listed(names / "dist.all.last")[:_SURNAMES_MAX]
    synsets = read_synsets(Path(dict_folder) / "data.noun")
    persons = [synset for synset in synsets.values() if synset.file == _PERSON_FILE]
    people = names_of(synset for synset in persons if is_real(synset, synsets))
    unreal = names_of(synset for synset in persons if not is_real(synset, synsets))
    places = names_of(synset for synset in synsets.values() if synset.file in _PLACE_FILES)
    nobody = (unreal | places) - people
    with gzip.GzipFile(out, "wb", mtime=0) as file:
        for letter, found in (("F", firsts), ("L", surnames), ("P", sorted(people)), ("N", sorted(nobody))):
            file.write("".join(f"{letter}\t{name}\n" for name in found).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
