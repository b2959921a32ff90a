"""Says whether one thing is a kind of another: a cat of an animal, a dog in the snow of a dog."""

from recommender.language.conflicts import IsKind
from recommender.matching.wordnet import WordNet

# A word may mean much; only what it means in at least this share of its uses is asked.
SHARE_MIN = 0.2


def kinds_of(wordnet: WordNet) -> IsKind:
    """The relation as WordNet has it, between the heads of what words name."""

    def is_kind(words: str, of: str) -> bool:
        if words == of:
            return True
        wanted, kind = _head(words), _head(of)
        if wanted == kind:
            # "Black dogs" are dogs; that dogs are "black dogs" is not said.
            return " " not in of.strip()
        above = {sense.synset for sense in wordnet.senses(kind)[:1]}
        return any(
            above & wordnet.ancestors(sense.synset)
            for sense in wordnet.senses(wanted)
            if sense.share >= SHARE_MIN
        )

    return is_kind


def _head(words: str) -> str:
    """The last word of a name, which says what kind of thing it is."""
    return words.split()[-1] if words.split() else ""
