"""What a noun phrase means here: a person, an animal, a thing, a place, a garment, or nothing that is known."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.lexicon import Entry, Lexicon
from render_cluster.backends.physics.language.vocabulary.people import (
    BODY_PARTS,
    GARMENTS,
    NAMES,
    PEOPLE,
    Who,
)
from render_cluster.backends.physics.language.vocabulary.settings import (
    PLACE_WORDS,
    PRESENT_AS_THINGS,
    SETTING_TEXTS,
    Where,
)
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.storyboard import Sex

Family = Literal["person", "animal", "thing", "place", "garment", "part", "ground", "unknown"]
Use = Literal["shown", "where", "worn"]

NOUN_SIMILARITY_LEAST = 0.6
"""Cosine from which another noun may stand in. Measured on all-MiniLM-L6-v2: kinships lie above, chance below."""
_KINDS_MAX = 4
_SENSES_MAX = 2
_TANGIBLE = frozenset({"artifact", "food", "substance", "plant", "animal", "object"})
_SHOWN_FILES = _TANGIBLE | {"person", "location", "group", "phenomenon", "body"}
_GROUND = frozenset({"ground", "floor", "earth", "pavement", "soil", "dirt"})
# Heads that say only which side of a place is meant: the word before them is the place.
_HOLLOW = frozenset(
    "landscape area view scene background side surface region interior exterior space environment center zone scenery "
    "corner edge shore bank top bottom middle floor wall walls entrance garden ground place site district spot "
    "branch trunk bark body species kind type shape piece image picture design decoration sculpture statue figure "
    "toy model dish meal fruit vegetable plant flower leaf equipment set collection breed breeze life scape object thing device tool item element stuff material footage animal".split()
)
# Kinds too general to stand in for what was asked.
_GENERAL = frozenset(
    "artifact object whole entity thing matter structure instrumentality device person organism animal being food plant "
    "solid substance part group body location region area point line surface unit container covering material "
    "creation equipment system implement furnishing way article facility nutriment foodstuff ingredient beverage "
    "drug product commodity vascular plant woody plant herb".split()
)


class Sense(NamedTuple):
    """What was understood: the family, the kind in it, the words that said so, and the stand-in's name if any."""

    family: Family
    kind: str
    words: str
    by: str | None = None
    who: Who | None = None
    where: Where | None = None
    traits: tuple[str, ...] = ()
    size: float = 1.0


class Senses:
    """Understands noun phrases with the help of the catalogue, the dictionary and meaning."""

    def __init__(self, book: WordBook, lexicon: Lexicon, nearest: Nearest) -> None:
        self._book = book
        self._lexicon = lexicon
        self._nearest = nearest

    def entry(self, noun: str) -> Entry | None:
        """The catalogue's own kind for a noun."""
        return self._lexicon.find(noun)

    def of(self, phrase: NounPhrase, use: Use) -> Sense:
        """The meaning of a phrase that is shown, says where, or is worn."""
        if use != "worn" and phrase.determiner is None and phrase.text[:1].isupper():
            sex = NAMES.get(phrase.text.split()[0].lower())
            if sex is not None:
                return Sense("person", "person", phrase.text, "a person", who=Who(sex=sex))
        for words in _endings(phrase):
            sense = self._known(words, use)
            if sense is not None:
                return sense
        if use == "shown" and _is_name(phrase) and not self._book.knows(phrase.head, "noun"):
            return Sense("person", "person", phrase.text, "a person", who=Who())
        return (
            self._akin(phrase.head, use)
            or self._by_modifier(phrase, use)
            or self._near(phrase, use)
            or Sense("unknown", "", phrase.head)
        )

    def thing_of(self, phrase: NounPhrase) -> Sense | None:
        """The thing or animal that a phrase names, even where it also names a place."""
        for words in _endings(phrase):
            found = self._lexicon.find(words)
            if found is not None:
                return _shown(found, words)
        return None

    def is_kind_of(self, word: str, noun: str) -> bool:
        """Whether the dictionary calls the one a kind of the other."""
        return noun in [*self._book.kinds(word, "noun")][1:_KINDS_MAX]

    def _known(self, words: str, use: Use) -> Sense | None:
        """Words that stand in a table or in the catalogue."""
        where = PLACE_WORDS.get(words)
        found = self._lexicon.find(words)
        if use == "worn" and words.replace(" ", "_") in GARMENTS:
            return _garment(words)
        who = PEOPLE.get(words)
        if who is not None:
            return Sense("person", "person", words, who.by, who=who)
        if where is not None and (use == "where" or found is None or words not in PRESENT_AS_THINGS):
            return Sense("place", where.setting, words, where.by, where=where)
        if found is not None:
            return _shown(found, words)
        if words in BODY_PARTS:
            return Sense("part", words, words)
        if words in _GROUND:
            return Sense("ground", words, words)
        return _garment(words) if words.replace(" ", "_") in GARMENTS else None

    def _akin(self, head: str, use: Use) -> Sense | None:
        """What the dictionary says that the noun is a kind of."""
        files = [sense.file for sense in self._book.senses(head, "noun")]
        is_person = "person" in files[:_SENSES_MAX] and not _TANGIBLE & set(files)
        for sense in range(min(_SENSES_MAX, len(files))):
            for depth, kind in enumerate(self._book.kinds(head, "noun", sense)):
                if kind == "person":
                    if is_person:
                        return Sense("person", "person", head, who=Who(sex=self._sex(head, sense)))
                    break
                if depth >= _KINDS_MAX or kind in _GENERAL or files[sense] not in _SHOWN_FILES:
                    continue
                known = self._known(kind, use)
                if known is not None and known.family != "part":
                    by = None if kind == head else known.by or kind
                    return known._replace(words=head, by=by)
        return None

    def _sex(self, head: str, sense: int) -> Sex | None:
        kinds = {*self._book.kinds(head, "noun", sense)}
        if kinds & {"woman", "female", "female child", "girl"}:
            return "woman"
        return "man" if kinds & {"man", "male", "male child", "boy"} else None

    def _by_modifier(self, phrase: NounPhrase, use: Use) -> Sense | None:
        """ "lake surface" is a lake; "tree branch" comes near to a tree."""
        for end in range(len(phrase.nouns) - 1, 0, -1):
            for start in range(end):
                words = " ".join(phrase.nouns[start:end])
                sense = self._known(words, use) or self._known(self._book.noun(words) or words, use)
                if sense is not None and sense.family in ("animal", "thing", "place", "person"):
                    hollow = phrase.head in _HOLLOW
                    return sense._replace(words=phrase.text, by=sense.by or (None if hollow else words))
        return None

    def _near(self, phrase: NounPhrase, use: Use) -> Sense | None:
        """The noun of the catalogue, or for a place the setting, that is nearest in meaning."""
        if not self._book.knows(phrase.head, "noun"):
            return None
        files = {sense.file for sense in self._book.senses(phrase.head, "noun")[:_SENSES_MAX]}
        if use == "where" and files & {"location", "object", "artifact"}:
            setting = self._nearest.among("settings", SETTING_TEXTS, phrase.text, 0.35)
            return setting and Sense(
                "place", setting, phrase.text, _spoken(setting), where=Where(setting, setting)
            )
        if not files & {"animal", "artifact", "food", "object", "plant", "substance"}:
            return None
        nouns = {noun: noun for noun in self._lexicon.nouns()}
        if phrase.head in _HOLLOW:
            return None
        noun = self._nearest.among("nouns", nouns, phrase.head, NOUN_SIMILARITY_LEAST)
        # "straw hat" is near to "straw" by its letters alone.
        sense = self._known(noun, use) if noun and phrase.head not in noun.split()[:-1] else None
        return sense and sense._replace(words=phrase.head, by=sense.by or noun)


def _endings(phrase: NounPhrase) -> Iterator[str]:
    """The whole phrase, then ever shorter ends of it: "golden retriever puppy", "retriever puppy", "puppy"."""
    names = (*phrase.adjectives[-1:], *phrase.nouns)
    for start in range(len(names)):
        yield " ".join(names[start:])


def _is_name(phrase: NounPhrase) -> bool:
    """Whether it is written as a person's name is."""
    words = phrase.text.split()
    return phrase.determiner is None and len(words) <= 3 and all(word[:1].isupper() for word in words)


def _shown(entry: Entry, words: str) -> Sense:
    family: Family = "animal" if entry.is_animal else "thing"
    by = entry.kind.replace("_", " ") if entry.is_near else None
    return Sense(family, entry.kind, words, by, traits=entry.traits, size=entry.size)


def _garment(words: str) -> Sense:
    kind, by = GARMENTS[words.replace(" ", "_")]
    return Sense("garment", kind, words, by)


def _spoken(setting: str) -> str:
    return setting.replace("_", " ")
