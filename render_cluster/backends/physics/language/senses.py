"""What a noun phrase means here: a person, an animal, a thing, a place, a garment, or nothing that is known."""

import itertools
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
    ONLY_WHERE,
    PLACE_WORDS,
    PRESENT_AS_THINGS,
    SETTING_TEXTS,
    Where,
)
from render_cluster.backends.physics.language.vocabulary.stand_ins import STAND_INS
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.storyboard import Sex

Family = Literal["person", "animal", "thing", "place", "garment", "part", "ground", "unknown"]
Use = Literal["shown", "where", "worn"]

NOUN_SIMILARITY_LEAST = 0.67
"""Cosine from which another noun may stand in. Measured on all-MiniLM-L6-v2: kinships lie above, chance below."""
_KINDS_MAX = 4
_SENSES_MAX = 2
# "board" alone is one to ride; a chopping board is not.
_ONLY_ALONE = frozenset({"board", "stand", "top", "can", "step", "mill", "bulb", "net", "light", "pin"})
_SHOWN = ("animal", "thing", "garment")
_TANGIBLE = frozenset({"artifact", "food", "substance", "plant", "animal", "object"})
_SHOWN_FILES = _TANGIBLE | {"person", "location", "group", "phenomenon", "body"}
_CITIES = frozenset({"city", "municipality", "national capital", "town", "urban area"})
_GROUND = frozenset({"ground", "floor", "earth", "pavement", "soil", "dirt"})
# Heads that say only which side of a place is meant: the word before them is the place.
_HOLLOW = frozenset(
    "landscape area view scene background side surface region interior exterior space environment center "
    "zone scenery "
    "corner edge shore bank top bottom middle floor wall walls entrance garden ground place site district "
    "spot "
    "branch trunk bark body species kind type shape piece image picture design decoration sculpture "
    "statue figure "
    "toy model dish meal fruit vegetable plant flower leaf equipment set collection breed breeze life "
    "scape object thing device tool item element stuff material footage animal".split()
)
# Kinds too general to stand in for what was asked.
_GENERAL = frozenset(
    "artifact object whole entity thing matter structure instrumentality device person organism animal "
    "being food plant "
    "solid substance part group body location region area point line surface unit container covering "
    "material bulb mill dish "
    "creation equipment system implement furnishing way article facility nutriment foodstuff ingredient "
    "beverage dish "
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
        if use == "worn":
            worn = next((words for words in _endings(phrase) if words.replace(" ", "_") in GARMENTS), None)
            if worn is not None:
                return _garment(worn)
        return (
            self._named(phrase, use)
            or self._akin(phrase.head, use)
            or self._by_modifier(phrase, use)
            or (use == "where" and self._near(phrase, use))
            or self._standing_in(phrase.head)
            or self._near(phrase, use)
            or Sense("unknown", "", phrase.head)
        )

    def _named(self, phrase: NounPhrase, use: Use) -> Sense | None:
        """What its own words say: a table's, the catalogue's, a person's name."""
        if use != "worn" and phrase.determiner is None and phrase.text[:1].isupper():
            sex = NAMES.get(phrase.text.split()[0].lower())
            if sex is not None:
                return Sense("person", "person", phrase.text, "a person", who=Who(sex=sex))
        for words in _endings(phrase):
            if words in _ONLY_ALONE and (phrase.deeds or phrase.nouns != (words,)):
                continue
            sense = self._known(words, use)
            if sense is not None:
                return sense
        if use == "shown" and _is_name(phrase) and not self._book.knows(phrase.head, "noun"):
            return Sense("person", "person", phrase.text, "a person", who=Who())
        return None

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
        if words in BODY_PARTS:
            return Sense("part", words, words)
        who = PEOPLE.get(words)
        if who is not None:
            return Sense("person", "person", words, who.by, who=who)
        if where is not None and words in ONLY_WHERE and (use != "where" or found is not None):
            where = None
        if where is not None and (use == "where" or found is None or words not in PRESENT_AS_THINGS):
            return Sense("place", where.setting, words, where.by, where=where)
        if found is not None:
            return _shown(found, words)
        if words in _GROUND:
            return Sense("ground", words, words)
        return _garment(words) if words.replace(" ", "_") in GARMENTS else None

    def _akin(self, head: str, use: Use) -> Sense | None:
        """What the dictionary says that the noun is a kind of, close by, in its commonest sense."""
        files = [sense.file for sense in self._book.senses(head, "noun")]
        if use == "where" and "location" in files:
            sense = files.index("location")
        else:
            sense = next((index for index, file in enumerate(files[:_SENSES_MAX]) if file in _SHOWN_FILES), 0)
        if use == "where" and not _CITIES.isdisjoint(self._book.kinds(head, "noun", sense)):
            where = PLACE_WORDS["city"]
            return Sense("place", where.setting, head, _spoken(where.setting), where=where)
        if files[sense : sense + 1] == ["person"]:
            # "dispenser" may be somebody, but hardly ever is.
            sex = self._sex(head, sense)
            return None if _TANGIBLE & set(files) else Sense("person", "person", head, who=Who(sex=sex))
        for kind in itertools.islice(self._book.kinds(head, "noun", sense), _KINDS_MAX):
            if kind in _GENERAL or files[sense] not in _SHOWN_FILES:
                continue
            known = self._known(kind, use)
            is_somewhere = use == "where" or files[sense] == "location"
            if known is not None and (known.family in _SHOWN or (known.family == "place" and is_somewhere)):
                by = None if kind == head else known.by or _spoken(known.kind)
                return known._replace(words=head, by=by)
        return None

    def _standing_in(self, head: str) -> Sense | None:
        """What stands for its wider family: a fox for a meerkat, a guitar for a harp."""
        files = [sense.file for sense in self._book.senses(head, "noun")]
        senses = [sense for sense in range(len(files)) if files[sense] in _TANGIBLE]
        # An onion to be cut is food before it is a bulb.
        for sense in sorted(senses, key=lambda sense: (files[sense] == "plant", sense)):
            for kind in self._book.kinds(head, "noun", sense):
                entry = self._lexicon.find(STAND_INS.get(kind, ""))
                if entry is not None:
                    return _shown(entry, head)._replace(by=STAND_INS[kind])
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
                hollow = phrase.head in _HOLLOW
                # A spider's web is nothing like a spider.
                families = ("thing", "place", "animal", "person") if hollow else ("thing", "place")
                if sense is not None and sense.family in families:
                    return sense._replace(words=phrase.text, by=sense.by or (None if hollow else words))
        return None

    def _near(self, phrase: NounPhrase, use: Use) -> Sense | None:
        """The noun of the catalogue, or for a place the setting, that is nearest in meaning."""
        files = {sense.file for sense in self._book.senses(phrase.head, "noun")[:_SENSES_MAX]}
        if use == "where" and files & {"location", "object", "artifact"}:
            setting = self._nearest.among("settings", SETTING_TEXTS, phrase.text, 0.35)
            return setting and Sense(
                "place", setting, phrase.text, _spoken(setting), where=Where(setting, setting)
            )
        if files and not files & _TANGIBLE:
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
    by = _spoken(entry.kind) if entry.is_near else None
    return Sense(family, entry.kind, words, by, traits=entry.traits, size=entry.size)


def _garment(words: str) -> Sense:
    kind, by = GARMENTS[words.replace(" ", "_")]
    return Sense("garment", kind, words, by)


def _spoken(kind: str) -> str:
    return kind.removeprefix("emoji_").replace("_", " ")
