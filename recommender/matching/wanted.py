"""Reads a topic's words into the words and kinds that a clip may hold it by."""

from typing import NamedTuple

from recommender.matching.mentions import terms
from recommender.matching.wordnet import WordNet

# A meaning that a word has less often than this is not what somebody asks for.
SENSE_SHARE_MIN = 0.12
# Words of the same stem (dance, dancer) and members of a group (people, person).
KIN_WEIGHT = 0.7
# What belongs to a field (football to sport), and adjectives like another.
FIELD_WEIGHT = 0.6

# What every clip is or has: such words do not say which one is meant, unless they stand alone.
_OF_ANY_CLIP = frozenset(
    """angle camera cinematography clip clips effect effects feel film footage kind look looks movie picture
    pictures place places recording scene scenes shot shots something stuff style styles thing things time type
    video videos view views vibe vibes""".split()
)


class WantedTerm(NamedTuple):
    """One word of a topic: its base forms, and each kind that fits it with its weight, 1 at most."""

    lemmas: frozenset[str]
    concepts: dict[str, float]


class Alternative(NamedTuple):
    """One of the things of which any will do, in its own words, and its terms, which belong together."""

    words: str
    terms: tuple[WantedTerm, ...]


def read_wanted(words: str, wordnet: WordNet) -> tuple[Alternative, ...]:
    """The alternatives of a topic ("trains | planes | boats"); at least one."""
    parts = [part.strip() for part in words.split("|") if part.strip()] or [words]
    return tuple(Alternative(part, _terms(part, wordnet)) for part in parts)


def _terms(words: str, wordnet: WordNet) -> tuple[WantedTerm, ...]:
    found = [term.word for term in terms(words, wordnet)]
    telling = [term for term in found if term not in _OF_ANY_CLIP]
    return tuple(_wanted(term, wordnet) for term in telling or found)


def _wanted(term: str, wordnet: WordNet) -> WantedTerm:
    weights: dict[str, float] = {}
    for sense in wordnet.senses(term):
        if sense.share >= SENSE_SHARE_MIN:
            for concept, weight in _around(sense.synset, wordnet):
                weights[concept] = max(weight * sense.share, weights.get(concept, 0.0))
    most = max(weights.values(), default=1.0)
    lemmas = frozenset({term, *(lemma for lemma, _ in wordnet.base_forms(term))})
    return WantedTerm(lemmas, {concept: weight / most for concept, weight in weights.items()})


def _around(synset: str, wordnet: WordNet) -> list[tuple[str, float]]:
    """A meaning itself, its kin, and its field with those of the kinds right below it."""
    found = [(synset, 1.0)]
    found += [(kin, KIN_WEIGHT) for kin in wordnet.pointed(synset, "+", "%m")]
    found += [(member, FIELD_WEIGHT) for member in wordnet.pointed(synset, "-c", "&")]
    for kind in wordnet.pointed(synset, "~"):
        found += [(member, FIELD_WEIGHT) for member in wordnet.pointed(kind, "-c")]
    return found
