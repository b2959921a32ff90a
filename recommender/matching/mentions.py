"""Finds what a text speaks of: its words in their base forms, and every kind that they fall under."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recommender.matching.wordnet import ALL_PARTS, WordNet

COMPOUND_WORDS_MAX = 3
# A rarer meaning than this is taken for a mistake of ours sooner than for what the text says.
CONCEPT_SHARE_MIN = 0.02
DENIED_WORDS_MAX = 3
# What looks like a compound may be none ("the cat sleeps"): its words keep half of what they mean alone.
LOOSE_SHARE = 0.5

_SENTENCE = re.compile(r"[^.;!?]+")
_WORD = re.compile(r"[a-z]+|[0-9]+[a-z]*")
_POSSESSIVE = re.compile(r"['’]s?\b")
_DENIALS = frozenset(["no", "without", "never"])
# Words of the closed classes, whose look-alikes in WordNet ("a" the vitamin) are never meant.
CLOSED_CLASS = frozenset(
    """a about above across after again against all along also am among an and another any are around
    as at away back be because been before behind being below beneath beside between beyond both but
    by can could did do does doing down during each either every few for from get gets getting had
    has have having he her here hers him his how i if in inside into is it its itself just like many
    may me might more most much must my near neither no nor not of off on one onto or other our out
    outside over own per same she should since so some such than that the their theirs them
    themselves then there these they this those through to too toward towards under until up upon us
    very was we were what when where which while who whose why will with within without would you
    your""".split()
)


# A pronoun tells of somebody as the noun does.
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "man"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "woman"),
    **dict.fromkeys(("someone", "somebody", "everyone", "everybody", "anyone"), "person"),
}
# What a noun or its adjectives follow, and the endings of what seldom stands before it.
_BEFORE_NOUN = frozenset(
    """a about across along an another around at beside between by each every for from her his in inside into its
    many my near of on onto our over several some that the their these this those three through toward two under
    with without your""".split()
)
_SELDOM_NOUN = ("ing", "ed", "ly")
_JOINING = frozenset(("and", "or"))


class Term(NamedTuple):
    """A word or a compound, its words joined by "_", and the parts of speech that its place leaves it."""

    word: str
    parts: str


class Mentions(NamedTuple):
    """The base forms in a text, and each kind (a synset's name) with the share of meaning that falls under it."""

    lemmas: frozenset[str]
    concepts: dict[str, float]


def read_mentions(text: str, wordnet: WordNet) -> Mentions:
    """What the text speaks of; what stands behind "no" or "without" is not spoken of."""
    lemmas: set[str] = set()
    concepts: dict[str, float] = {}
    for word, parts in terms(text, wordnet):
        lemmas.update(lemmas_of(word, wordnet))
        _raise(concepts, concepts_of(word, wordnet, parts), 1.0)
        if "_" in word:
            for piece in word.split("_"):
                _raise(concepts, concepts_of(piece, wordnet), LOOSE_SHARE)
    for pronoun in _PRONOUNS.keys() & set(_WORD.findall(text.lower())):
        _raise(concepts, concepts_of(_PRONOUNS[pronoun], wordnet), 1.0)
    return Mentions(frozenset(lemmas), concepts)


def terms(text: str, wordnet: WordNet) -> Iterator[Term]:
    """The content words, and with them the compounds that WordNet knows ("hot_dog")."""
    for sentence in _SENTENCE.findall(_POSSESSIVE.sub("", text.lower())):
        words = _affirmed(_WORD.findall(sentence))
        start, is_nominal = 0, True
        while start < len(words):
            taken = _compound_length(words, start, wordnet)
            word = words[start]
            if taken > 1:
                yield Term("_".join(words[start : start + taken]), ALL_PARTS)
            elif word in CLOSED_CLASS:
                is_nominal = word in _BEFORE_NOUN or (is_nominal and word in _JOINING)
            else:
                # What ends in s behind a noun is its verb more often than one more of them: "a bear plays".
                opens = start == 0 or words[start - 1] in CLOSED_CLASS
                is_nominal = (
                    is_nominal and not word.endswith(_SELDOM_NOUN) and (opens or not word.endswith("s"))
                )
                yield Term(word, _nominal_parts(word, wordnet) if is_nominal else ALL_PARTS)
            start += taken


def _nominal_parts(word: str, wordnet: WordNet) -> str:
    """Those of a noun or its adjective, where the word can be a noun at all."""
    return "na" if any(part == "n" for _, part in wordnet.base_forms(word)) else ALL_PARTS


def lemmas_of(term: str, wordnet: WordNet) -> frozenset[str]:
    """Base forms of a term and, where its gloss speaks of them too, of the words that it is a compound of.

    So a coffee cup is about coffee, and a hot dog about no dog.
    """
    lemmas = _base(term, wordnet)
    if "_" not in term:
        return lemmas
    explained = _base_of_all(_WORD.findall(_gloss(term, wordnet)), wordnet)
    return lemmas.union(*(_base(word, wordnet) & explained for word in term.split("_")))


def concepts_of(term: str, wordnet: WordNet, parts: str = ALL_PARTS) -> dict[str, float]:
    """Every kind that the term may fall under, with the share of its meanings that do."""
    shares: dict[str, float] = {}
    for sense in wordnet.senses(term, parts):
        for concept in wordnet.kinds(sense.synset):
            shares[concept] = shares.get(concept, 0.0) + sense.share
    return {concept: share for concept, share in shares.items() if share >= CONCEPT_SHARE_MIN}


def _raise(concepts: dict[str, float], shares: dict[str, float], weight: float) -> None:
    for concept, share in shares.items():
        concepts[concept] = max(weight * share, concepts.get(concept, 0.0))


def _base(term: str, wordnet: WordNet) -> frozenset[str]:
    return frozenset({term, *(lemma for lemma, _ in wordnet.base_forms(term))})


def _base_of_all(words: list[str], wordnet: WordNet) -> frozenset[str]:
    return frozenset().union(*(_base(word, wordnet) for word in words if word not in CLOSED_CLASS))


def _gloss(term: str, wordnet: WordNet) -> str:
    senses = wordnet.senses(term)
    return wordnet.synset(senses[0].synset).gloss.lower() if senses else ""


def _affirmed(words: list[str]) -> list[str]:
    kept, denied = [], 0
    for word in words:
        denied = DENIED_WORDS_MAX if word in _DENIALS else denied - 1
        if denied < 0:
            kept.append(word)
    return kept


def _compound_length(words: list[str], start: int, wordnet: WordNet) -> int:
    for length in range(min(COMPOUND_WORDS_MAX, len(words) - start), 1, -1):
        ends = words[start], words[start + length - 1]
        if not CLOSED_CLASS.intersection(ends) and wordnet.base_forms(
            "_".join(words[start : start + length])
        ):
            return length
    return 1
