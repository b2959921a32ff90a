"""Where a shot plays when nobody says so: where such deeds, animals and things are usually met."""

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.vocabulary.settings import SETTING_TEXTS
from render_cluster.backends.physics.language.vocabulary.usual_places import (
    PLACE_OF_DEED,
    PLACE_OF_KIND,
    PLACE_OF_VERB,
)
from render_cluster.backends.physics.language.word_book import WordBook

_SIMILARITY_LEAST = 0.2
_FALLBACK = "park"


def hint_of_verb(lemma: str) -> str | None:
    """Where a deed is usually done."""
    return PLACE_OF_VERB.get(lemma)


def usual_setting(take: Take, cast: Cast, book: WordBook, nearest: Nearest) -> str:
    """The likeliest setting of a take that names none."""
    members = [cast[id] for id in take.subjects]
    if take.hints:
        return take.hints[0]
    things = [member for member in members if member.family != "person"]
    if things == members and any(_is_furniture(member, book) for member in things):
        things.sort(key=lambda member: not _is_food(member, book))
        return "kitchen" if _is_food(things[0], book) else "living_room"
    for member in things:
        setting = _usual_place(member, book)
        if setting is not None:
            # Whoever is with a turtle is not under water for that.
            return "beach" if setting == "underwater" and things != members else setting
    for action in take.actions:
        if action.verb in PLACE_OF_DEED:
            return PLACE_OF_DEED[action.verb]
    if members and all(member.family == "thing" for member in members):
        return "studio"
    return nearest.among("settings", SETTING_TEXTS, take.text, _SIMILARITY_LEAST) or _FALLBACK


def _is_furniture(member: Member, book: WordBook) -> bool:
    return "furniture" in book.kinds(member.word, "noun") or member.subject.kind in (
        "table",
        "coffee_table",
        "desk",
    )


def _is_food(member: Member, book: WordBook) -> bool:
    return bool(
        {"food", "foodstuff", "crockery", "tableware", "edible fruit"} & {*book.kinds(member.word, "noun")}
    )


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
