"""Reads a topic's words into the words and kinds that a clip may hold it by."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recommender.matching.mentions import terms
from recommender.matching.scenes import scenes
from recommender.matching.wordnet import Sense, WordNet

# A meaning that a word has less often than this is not what somebody asks for.
SENSE_SHARE_MIN = 0.12
# Words of the same stem (dance, dancer) and members of a group (people, person).
KIN_WEIGHT = 0.7
# What belongs to a field (football to sport), and adjectives like another.
FIELD_WEIGHT = 0.6

# WordNet files the human species under the animals, and everybody who belongs to it under people.
_SAME = {"n02472293": "n00007846", "n02472987": "n00007846"}

# The lexicographers' file of nouns for acts.
_ACTS = "04"

# What every clip is or has: such words do not say which one is meant, unless they stand alone.
_OF_ANY_CLIP = frozenset(
    """angle camera cinematography clip clips effect effects feel film footage kind look looks movie picture
    pictures place places recording scene scenes shot shots something stuff style styles thing things time type
    video videos view views vibe vibes""".split()
)


class WantedTerm(NamedTuple):
    """One word of a topic: its base forms, and each kind that fits it with its weight, 1 at most.

    `near` are kinds that do not fit but would be missed by nobody who wants none of it: lions of no cats.
    """

    lemmas: frozenset[str]
    concepts: dict[str, float]
    near: frozenset[str] = frozenset()


class Alternative(NamedTuple):
    """One of the things of which any will do, in its own words, and its terms, which belong together.

    Of a mood or a wide field, `scenes` are what is seen in clips of it, and `scenes_share` the share of its terms
    that are such.
    """

    words: str
    terms: tuple[WantedTerm, ...]
    scenes: tuple[str, ...] = ()
    scenes_share: float = 0.0


def read_wanted(words: str, wordnet: WordNet) -> tuple[Alternative, ...]:
    """The alternatives of a topic ("trains | planes | boats"); at least one."""
    parts = [part.strip() for part in words.split("|") if part.strip()] or [words]
    return tuple(_with_scenes(Alternative(part, _terms(part, wordnet))) for part in parts)


def _with_scenes(alternative: Alternative) -> Alternative:
    """The alternative with the scenes that its words are names of."""
    named = [known for term in alternative.terms if (known := scenes().keys() & term.lemmas)]
    if not named:
        return alternative
    seen = dict.fromkeys(
        scene for names in named for name in sorted(names) for scene in scenes()[name].split(" | ")
    )
    return alternative._replace(scenes=tuple(seen), scenes_share=len(named) / len(alternative.terms))


def _terms(words: str, wordnet: WordNet) -> tuple[WantedTerm, ...]:
    found = [term.word for term in terms(words, wordnet)]
    telling = [term for term in found if term not in _OF_ANY_CLIP]
    return tuple(_wanted(term, wordnet) for term in telling or found)


def _wanted(term: str, wordnet: WordNet) -> WantedTerm:
    weights: dict[str, float] = {}
    meant = [sense for sense in wordnet.senses(term) if sense.share >= SENSE_SHARE_MIN]
    for sense in (*meant, *_twins(term, meant, wordnet)):
        for concept, weight in _around(sense.synset, wordnet):
            weights[concept] = max(weight * sense.share, weights.get(concept, 0.0))
    most = max(weights.values(), default=1.0)
    lemmas = frozenset({term, *(lemma for lemma, _ in wordnet.base_forms(term))})
    near = frozenset((*_siblings(term, meant, wordnet), *_doers(meant, wordnet)))
    return WantedTerm(lemmas, {concept: weight / most for concept, weight in weights.items()}, near)


def _siblings(term: str, meant: Sequence[Sense], wordnet: WordNet) -> Iterator[str]:
    """Rarer meanings of the term right beside one that is meant: big cats, which are "cats" of the same family."""
    families = {kind for sense in meant for kind in wordnet.pointed(sense.synset, "@")}
    for sense in wordnet.senses(term):
        if sense not in meant and not families.isdisjoint(wordnet.pointed(sense.synset, "@")):
            yield sense.synset


def _doers(meant: Sequence[Sense], wordnet: WordNet) -> Iterator[str]:
    """Kin of an act's own kin: of singing, by way of "to sing", singers."""
    for sense in meant:
        if wordnet.synset(sense.synset).field == _ACTS:
            for kin in wordnet.pointed(sense.synset, "+"):
                yield from wordnet.pointed(kin, "+")


def _twins(term: str, meant: Sequence[Sense], wordnet: WordNet) -> Iterator[Sense]:
    """Rarer meanings that have two names in common with one that is meant: a child by age, and of its parents."""
    for sense in wordnet.senses(term):
        names = set(wordnet.synset(sense.synset).words)
        for other in meant:
            if sense not in meant and len(names.intersection(wordnet.synset(other.synset).words)) > 1:
                yield sense._replace(share=other.share)


def _around(synset: str, wordnet: WordNet) -> list[tuple[str, float]]:
    """A meaning itself, its kin, and its field with those of the kinds right below it."""
    found = [(synset, 1.0), (_SAME.get(synset, synset), 1.0)]
    found += [(kin, KIN_WEIGHT) for kin in wordnet.pointed(synset, "+", "%m")]
    found += [(member, FIELD_WEIGHT) for member in wordnet.pointed(synset, "-c", "&")]
    for kind in wordnet.pointed(synset, "~"):
        found += [(member, FIELD_WEIGHT) for member in wordnet.pointed(kind, "-c")]
    return found
