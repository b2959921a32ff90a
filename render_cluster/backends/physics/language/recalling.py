"""Whether a noun phrase speaks of somebody or something that is in the cast already."""

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.senses import Senses
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.vocabulary.colours import COLOUR_WORDS

_DEFINITE = frozenset("the this that these those his her its their both my our your".split())


def known_again(phrase: NounPhrase, take: Take, cast: Cast, senses: Senses) -> str | None:
    """The member that a phrase speaks of once more."""
    if phrase.number == "another" or phrase.determiner == "another" or (phrase.is_plural and phrase.number):
        return None
    for start in range(len(phrase.nouns)):
        noun = " ".join(phrase.nouns[start:])
        known = cast.known_as(noun)
        if known is None:
            continue
        subject = cast[known].subject
        asked = next((COLOUR_WORDS[word][0] for word in phrase.adjectives if word in COLOUR_WORDS), None)
        if asked not in (None, subject.colour):
            return None
        again = phrase.determiner in _DEFINITE or known not in take.subjects
        return known if again or (phrase.determiner is None and not phrase.is_plural) else None
    if phrase.determiner in _DEFINITE:
        return next((id for id in reversed(take.subjects) if _is_a(cast[id], phrase.head, senses)), None)
    return None


def _is_a(member: Member, noun: str, senses: Senses) -> bool:
    """Whether a member is also called so: a corgi is a dog, a basketball a ball, a claw a grabber."""
    if member.family == "animal" and noun in ("animal", "pet", "creature"):
        return True
    entry = senses.entry(noun)
    if member.family == "thing" and entry is not None and entry.kind == member.subject.kind:
        return True
    own = member.subject.kind
    return (own.endswith(noun) and own != noun) or senses.is_kind_of(member.word, noun)
