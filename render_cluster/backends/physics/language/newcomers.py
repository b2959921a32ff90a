"""A new member of the cast, made of what its noun phrase says."""

from render_cluster.backends.physics.language.cast import Member
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.describing import Looks
from render_cluster.backends.physics.language.senses import Sense
from render_cluster.backends.physics.language.vocabulary.people import Who
from render_cluster.storyboard import Garment, Subject

_YOUNG = 0.55


def newcomer(phrase: NounPhrase, sense: Sense, looks: Looks, count: int) -> Member:
    """Someone or something not met before, known from now on by each ending of the phrase."""
    endings = (" ".join(phrase.nouns[start:]) for start in range(len(phrase.nouns)))
    subject = _subject(phrase, sense, sense.who or Who(), looks, count)
    nouns = {*endings, sense.words, phrase.handle or phrase.head}
    return Member(subject, sense.family, frozenset(nouns), sense.traits, phrase.head)


def _subject(phrase: NounPhrase, sense: Sense, who: Who, looks: Looks, count: int) -> Subject:
    if sense.family == "person":
        wears = tuple(Garment(kind, colour) for kind, colour in who.wears)
        return Subject(
            "new",
            "person",
            count=1 if phrase.handle else count,
            size=looks.size,
            age=looks.age or who.age,
            sex=looks.sex or who.sex,
            wardrobe=wears,
            likeness=phrase.handle,
        )
    size = looks.size * (_YOUNG if "baby" in (*phrase.adjectives, *phrase.nouns[:-1]) else sense.size)
    return Subject("new", sense.kind, count=count, colour=looks.colour, material=looks.material, size=size)
