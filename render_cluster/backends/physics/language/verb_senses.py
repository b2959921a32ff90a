"""What a verb comes to, by whether a person, an animal or a thing does it."""

from typing import NamedTuple

from render_cluster.backends.physics.language.cast import Member
from render_cluster.backends.physics.language.chunks import VerbGroup
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.vocabulary.verbs import (
    IN_THE_WIND,
    PERSON_NEARLY,
    VERB_TEXTS,
    VERBS,
    Doing,
)
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.backends.physics.soft.cuts import CLOTHS, FLUTTER

VERB_SIMILARITY_LEAST = 0.35
_KINDS_MAX = 5
# What remains of a verb that is known only by the dictionary's file.
_BY_FILE: dict[str, Doing] = {
    "motion": Doing("walk", "walk", "slide"),
    "consumption": Doing("eat", "eat", None, holds=True),
    "communication": Doing("talk", "look", None),
    "contact": Doing("work", "play", "collide"),
    "creation": Doing("work", "play", None),
    "perception": Doing("look", "look", None),
    "cognition": Doing("look", "look", None),
    "body": Doing("stretch", "look", None),
    "change": Doing("work", "play", "rest"),
    "competition": Doing("push", "play", "collide"),
    "possession": Doing("hold", "play", "rest", holds=True),
    "social": Doing("talk", "look", "rest"),
    "emotion": Doing("look", "look", None),
    "stative": Doing("stand", "stand", "rest"),
}
_NONE = Doing("stand", "stand", "rest", near=True)


class VerbSense(NamedTuple):
    """The row of the verb table that a verb comes to, and whether only nearly."""

    doing: Doing
    is_near: bool


class VerbSenses:
    """Understands verbs by the table, by the dictionary, by meaning."""

    def __init__(self, book: WordBook, nearest: Nearest) -> None:
        self._book = book
        self._nearest = nearest

    def of(self, verb: VerbGroup) -> VerbSense:
        """What the verb comes to; there is always something."""
        for words in (f"{verb.lemma} {verb.particle}", verb.lemma):
            if words in VERBS:
                return VerbSense(VERBS[words], VERBS[words].near)
        for depth, kind in enumerate(self._book.kinds(verb.lemma, "verb")):
            if (
                kind in VERBS
                and kind not in ("move", "act", "change", "be", "make", "get", "touch")
                and depth < _KINDS_MAX
            ):
                return VerbSense(VERBS[kind], True)
        near = self._nearest.among("verbs", VERB_TEXTS, verb.text, VERB_SIMILARITY_LEAST)
        if near is not None:
            return VerbSense(VERBS.get(near, Doing(near, "stand", "rest")), True)
        for sense in self._book.senses(verb.lemma, "verb"):
            if sense.file in _BY_FILE:
                return VerbSense(_BY_FILE[sense.file], True)
        return VerbSense(_NONE, True)


class Done(NamedTuple):
    """A verb of `acting` and whether it is just what was said."""

    verb: str
    is_near: bool


def verb_for(member: Member, lemma: str, sense: VerbSense) -> Done:
    """What this member does when it does that."""
    doing = sense.doing
    if member.family == "person":
        return Done(doing.person, sense.is_near or lemma in PERSON_NEARLY)
    if member.family == "animal":
        stands_in = doing.animal in ("look", "play") and doing.person != doing.animal
        return Done(doing.animal, sense.is_near or stands_in)
    if member.subject.kind in CLOTHS and lemma in IN_THE_WIND:
        return Done(FLUTTER, False)
    return _thing_verb(member, sense)


def _thing_verb(member: Member, sense: VerbSense) -> Done:
    verb, traits = sense.doing.thing, member.traits
    if verb is None:
        return Done("rest", True)
    if verb == "drive" or (verb in ("slide", "roll") and "vehicle" in traits):
        # A boat drives over water as a car does over a road; what has no motor rolls or slides.
        if "vehicle" in traits:
            return Done("fly" if "flies" in traits else "drive", sense.is_near)
        if "flies" in traits:
            return Done("fly", sense.is_near)
        if "rolls" in traits:
            return Done("roll", sense.is_near)
        return Done("float" if "floats" in traits else "slide", True)
    if verb == "roll" and "rolls" not in traits:
        return Done("slide", sense.is_near)
    return Done(verb, sense.is_near)
