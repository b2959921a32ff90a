"""Writes the words of other languages with their English ones, from what Unicode calls each emoji in each language.

Run once by hand on the folder of the npm package `cldr-annotations-full`:
`python tools/bake_translations.py DIR OUT.tsv`.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from recommender.language.lexicon import english_words

LANGUAGES = ("de", "es", "fr", "ja", "pt")
# The name of an emoji says more of it than one of its search words.
NAME_WEIGHT, WORD_WEIGHT = 2.0, 1.0
WORDS_MAX = 3
LIKENESS_MIN = 0.3
# Of words that are tied to nearly the same emoji the common one is meant.
COMMON_WEIGHT = 0.1

Weights = Mapping[str, float]


def main() -> None:
    """Reads the annotations and writes one row a word: language, word, English word."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    english = terms(folder, "en")
    rows = [row for language in LANGUAGES for row in rows_of(language, terms(folder, language), english)]
    out.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def terms(folder: Path, language: str) -> dict[str, dict[str, float]]:
    """Each term of a language, and how strongly each emoji is tied to it."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    noted = json.loads((folder / "annotations" / language / "annotations.json").read_text("utf-8"))
    for emoji, said in noted["annotations"]["annotations"].items():
        for kind, weight in (("default", WORD_WEIGHT), ("tts", NAME_WEIGHT)):
            for term in said.get(kind, ()):
                lower = term.lower()
                if len(lower.split()) <= WORDS_MAX and all(part.isalpha() for part in lower.split()):
                    found[lower][emoji] = max(weight, found[lower].get(emoji, 0.0))
    return found


def rows_of(
    language: str, foreign: Mapping[str, Weights], english: Mapping[str, Weights]
) -> Iterator[tuple[str, str, str]]:
    """The rows of one language: each term with the English one that stands for the most like emoji."""
    by_emoji: dict[str, set[str]] = defaultdict(set)
    for term, emoji in english.items():
        for each in emoji:
            by_emoji[each].add(term)
    for term, emoji in sorted(foreign.items()):
        candidates = sorted({near for each in emoji for near in by_emoji.get(each, ())})
        scored = [(likeness(emoji, english[near]) + commonness(near), near) for near in candidates]
        if scored and max(scored)[0] >= LIKENESS_MIN:
            yield language, term, max(scored)[1]


def commonness(term: str) -> float:
    """A small bonus for a single word that is met often."""
    return COMMON_WEIGHT * math.log10(english_words().get(term, 0) + 1)


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of two terms' weights over the emoji."""
    shared = sum(weight * other[emoji] for emoji, weight in one.items() if emoji in other)
    norms = [math.sqrt(sum(weight * weight for weight in each.values())) for each in (one, other)]
    return shared / (norms[0] * norms[1])


if __name__ == "__main__":
    main()
