"""Where a shot plays when nobody says so: where such deeds, animals and things are usually met."""

import re

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.vocabulary.settings import PLACE_WORDS, SETTING_TEXTS
from render_cluster.backends.physics.language.vocabulary.usual_places import (
    PLACE_OF_DEED,
    PLACE_OF_KIND,
    PLACE_OF_VERB,
)
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.backends.physics.soft.cuts import CLOTHS

_SIMILARITY_LEAST = 0.32
_FALLBACK = "park"
# A park bench is in a park, whoever reads what on it.
_OF_A_PLACE = re.compile(
    r"\b(park|kitchen|street|garden|beach|forest|city|gym|stage|desert|mountain) "
    r"(?:bench|floor|counter|table|sink|lamp|light|wall|chair|path|road|trail|scene)\b"
)
_FURNITURE = frozenset({"furniture", "table", "coffee_table", "desk"})
_TABLEWARE = frozenset({"crockery", "tableware", "plate", "cup", "bowl", "pan"})
_MEALS = _TABLEWARE | {"food", "foodstuff", "edible fruit", "nutriment", "beverage"}


def hint_of_verb(lemma: str) -> str | None:
    """Where a deed is usually done."""
    return PLACE_OF_VERB.get(lemma)


def usual_setting(take: Take, cast: Cast, book: WordBook, nearest: Nearest) -> str:
    """The likeliest setting of a take that names none."""
    members = [cast[id] for id in take.subjects]
    said = _OF_A_PLACE.search(take.text.lower())
    if said is not None:
        return PLACE_WORDS[said[1]].setting
    if take.hints:
        return take.hints[0]
    things = [member for member in members if member.family != "person"]
    if any(_is_of(member, book, _MEALS) for member in things) and not _is_alive(things, book):
        return "kitchen"
    if things == members and any(_is_of(member, book, _FURNITURE) for member in things):
        return "living_room"
    for member in things:
        setting = _usual_place(member, book)
        if setting is not None:
            # Whoever is with a turtle is not under water for that.
            return "beach" if setting == "underwater" and things != members else setting
    for action in take.actions:
        if action.verb in PLACE_OF_DEED:
            return PLACE_OF_DEED[action.verb]
    if members and all(member.family == "thing" for member in members):
        return "meadow" if any(member.subject.kind in CLOTHS for member in members) else "studio"
    return nearest.among("settings", SETTING_TEXTS, take.text, _SIMILARITY_LEAST) or _FALLBACK


def _is_of(member: Member, book: WordBook, kinds: frozenset[str]) -> bool:
    senses = (*book.kinds(member.word, "noun"), *book.kinds(member.word, "noun", 1))
    return member.subject.kind in kinds or not kinds.isdisjoint(senses)


def _is_alive(members: list[Member], book: WordBook) -> bool:
    """Whether there is an animal, and no plate on which it may lie."""
    animals = any(member.family == "animal" for member in members)
    return animals and not any(_is_of(member, book, _TABLEWARE) for member in members)


def _usual_place(member: Member, book: WordBook) -> str | None:
    if "floats" in member.traits and {"ridden", "vehicle"} & set(member.traits):
        return "open_sea"
    for word in (member.word, member.subject.kind.replace("_", " ")):
        if word in PLACE_OF_KIND:
            return PLACE_OF_KIND[word]
        for sense in (0, 1):
            for kind in book.kinds(word, "noun", sense):
                if kind in PLACE_OF_KIND:
                    return PLACE_OF_KIND[kind]
    return "city_street" if "vehicle" in member.traits else None
