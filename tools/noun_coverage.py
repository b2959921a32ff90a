"""Counts which of the commonest things that captions name can be put on screen, and by what; run by hand.

    python tools/noun_coverage.py captions.jsonl docs/gallery/nouns.md

`concrete_nouns.txt` beside this file lists the nouns of what a camera can see. The 300 of them that most
captions hold are looked up; no caption is kept, only words and counts.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from render_cluster.backends.physics.anatomy import species
from render_cluster.backends.physics.things import catalogue

_NOUNS = Path(__file__).with_name("concrete_nouns.txt")
_COUNT = 300
_PEOPLE = frozenset({
    "person", "man", "woman", "girl", "boy", "child", "baby", "kid", "people", "couple", "friend", "family",
    "mother", "father", "player", "dancer", "chef", "astronaut", "cowboy", "artist", "student", "singer",
    "worker", "teenager", "toddler", "princess", "king", "knight", "monk", "farmer", "surfer", "runner",
    "diver", "scientist", "pirate", "skateboarder", "cyclist", "athlete", "actor", "audience", "crowd",
    "lifeguard", "merchant", "detective", "brother", "sister", "daughter", "parent", "vendor",
})  # fmt: skip
_BODY = frozenset({"eye", "face", "hand", "nose", "mouth", "arm", "leg", "foot", "finger", "hair", "beard"})
_WORN = frozenset({"shirt", "coat", "jacket", "jean", "suit", "sweater", "dress", "hat", "shoe", "boot"})
_PLACES = {
    "court": "court", "playground": "park", "park": "park", "garden": "park", "meadow": "meadow", "field": "meadow",
    "farm": "meadow", "beach": "beach", "sand": "beach", "ocean": "open_sea", "sea": "open_sea", "water": "lake",
    "lake": "lake", "pond": "lake", "river": "lake", "pool": "lake", "forest": "forest", "jungle": "forest",
    "mountain": "mountain", "cliff": "mountain", "canyon": "desert", "valley": "mountain", "hill": "meadow",
    "snow": "snow_slope", "street": "city_street", "city": "city_street", "road": "city_street",
    "highway": "city_street", "alley": "city_street", "traffic": "city_street", "path": "park",
    "rooftop": "rooftop", "kitchen": "kitchen", "room": "living_room", "bedroom": "living_room",
    "office": "living_room", "stage": "stage", "gym": "gym", "desert": "desert", "moon": "moon",
    "reef": "underwater", "market": "plaza", "platform": "stage",
}  # fmt: skip
_WEATHER = frozenset({"sky", "sun", "rain", "snow", "fog", "mist", "storm", "cloud", "lightning"})
_EFFECTS = frozenset({"fire", "flame", "smoke"})


def shown_by(noun: str) -> str:
    """What puts this noun on screen, in words; "missing" where nothing does."""
    if noun in _PEOPLE or noun in _BODY:
        return "person"
    if noun in _PLACES:
        return f"setting: {_PLACES[noun]}"
    if noun in _WEATHER:
        return "sky and weather"
    if noun in _EFFECTS:
        return "effect"
    animal = species.find(noun)
    if animal is not None:
        return f"animal: {animal.name}"
    if noun in _WORN:
        return "worn by a person"
    thing = catalogue.find(noun)
    if thing is None:
        return "missing"
    return f"picture: {thing.words[0]}" if thing.picture else f"thing: {thing.kind}"


def main() -> None:
    """Writes the list as a page and prints how many nouns are shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("captions", type=Path)
    parser.add_argument("page", type=Path)
    asked = parser.parse_args()
    counts = _counts(asked.captions)
    listed = dict.fromkeys(
        word for line in _NOUNS.read_text().splitlines() if not line.startswith("#") for word in line.split()
    )
    commonest = sorted(listed, key=lambda noun: (-counts[noun], noun))[:_COUNT]
    ways = {noun: shown_by(noun) for noun in commonest}
    shown = sum(way != "missing" for way in ways.values())
    rows = [f"| {noun} | {counts[noun]} | {ways[noun]} |" for noun in commonest]
    asked.page.parent.mkdir(parents=True, exist_ok=True)
    asked.page.write_text(_PAGE.format(shown=shown, count=len(commonest), rows="\n".join(rows)))
    print(
        f"{shown} of {len(commonest)} shown; missing: {', '.join(n for n in commonest if ways[n] == 'missing')}"
    )


_PAGE = """# Nouns on screen

The {count} nouns of visible things that most of 2,151 captions of short videos hold, and what shows each: a
thing with a model of its own, a thing blown up from a picture, an animal, a person, a setting or the weather.
{shown} of {count} are shown. `tools/noun_coverage.py` wrote this page.

| noun | captions | shown by |
|---|---|---|
{rows}
"""


def _counts(captions: Path) -> Counter[str]:
    """In how many captions each word stands, in its singular."""
    counts: Counter[str] = Counter()
    for line in captions.read_text().splitlines():
        counts.update({_singular(word) for word in re.findall(r"[a-z]+", json.loads(line)["text"].lower())})
    return counts


_ENDINGS = (
    ("ies", "y"),
    ("ves", "f"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("s", ""),
)
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "knives": "knife",
    "leaves": "leaf", "waves": "wave", "gloves": "glove", "glasses": "glasses", "sunglasses": "sunglasses",
    "canvas": "canvas", "bus": "bus", "octopus": "octopus", "movies": "movie", "cookies": "cookie",
    "tomatoes": "tomato", "potatoes": "potato", "heroes": "hero", "people": "people", "olives": "olive",
}  # fmt: skip


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, single in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + single
    return word


if __name__ == "__main__":
    main()
