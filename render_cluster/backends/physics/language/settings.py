"""Where a shot plays when nobody says so: where such deeds, animals and things are usually met."""

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.vocabulary.settings import SETTING_TEXTS
from render_cluster.backends.physics.language.word_book import WordBook

_BY_KIND: dict[str, str] = {
    word: setting
    for setting, words in {
        "underwater": "fish|shark|whale|dolphin|octopus|squid|jellyfish|coral|seahorse|crab|lobster|turtle|aquatic vertebrate|cetacean|starfish",
        "lake": "duck|swan|goose|waterfowl|frog|beaver|otter|flamingo|hippopotamus|crocodile|crocodilian reptile|wading bird",
        "snow_slope": "penguin|polar bear|ice bear|seal|walrus|husky|snowman|sled|reindeer|ice bear",
        "desert": "camel|scorpion|cactus|lizard|rattlesnake",
        "forest": "bear|wolf|fox|deer|monkey|ape|primate|owl|squirrel|tiger|panda|giant panda|snake|mushroom|hedgehog|boar|moose|raccoon|sloth|koala|gorilla",
        "meadow": "cow|cattle|horse|sheep|goat|pig|rabbit|donkey|ungulate|insect|butterfly|elephant|lion|zebra|giraffe|tractor|kite|aircraft|airplane|"
                  "balloon|hot-air balloon|windmill|kangaroo|chicken|poultry|spider|flower|rodent|rainbow|sun|star|scarecrow|farm machine|bird",
        "open_sea": "boat|ship|vessel|watercraft|sailboat|yacht|surfboard|buoy|raft|submarine",
        "city_street": "car|motor vehicle|wheeled vehicle|bus|truck|train|bicycle|motorcycle|public transport|traffic light|street sign|building|tower|"
                       "skyscraper|tram|house|self-propelled vehicle|conveyance|bench",
        "kitchen": "food|dish|fruit|edible fruit|vegetable|foodstuff|nutriment|baked goods|beverage|kitchen utensil|tableware|crockery|cup|glass|bottle|"
                   "cake|bread|kitchen appliance|cutlery|cookware|bowl|plate|teapot|kettle|toaster|home appliance|drinking vessel",
        "living_room": "furniture|seat|cat|book|television|computer|lamp|clock|toy|telephone|laptop|electronic device|candle|vase|houseplant|hamster|kitten|"
                       "curtain|publication|electronic equipment",
        "stage": "musical instrument|microphone|stage|curtain|spotlight",
        "court": "basketball|tennis ball|tennis racket",
        "park": "dog|tree|swing|fountain|frisbee|soccer ball|plant|woody plant|slide|playground|statue",
        "moon": "rocket|spacecraft|spaceship|astronaut|planet|satellite|celestial body|rover|ufo|flying saucer",
        "gym": "dumbbell|barbell|weight|sports equipment|treadmill|bowling pin",
    }.items()
    for word in words.split("|")
}  # fmt: skip
_BY_VERB: dict[str, str] = {
    "swim": "lake", "row": "lake", "climb": "mountain", "lift": "gym", "stretch": "gym", "dance": "stage", "bow": "stage",
    "throw": "park", "kick": "park",
}  # fmt: skip
_BY_WORD: dict[str, str] = {
    word: setting
    for setting, words in {
        "kitchen": "cook bake fry chop knead stir boil grill slice peel whisk roast cut wash pour toast eat drink taste",
        "living_room": "read type write study sleep watch knit sew draw paint nap clean sweep mop vacuum text use talk cuddle iron massage",
        "stage": "sing perform applaud rap play juggle",
        "city_street": "drive cross park commute protest shop patrol busk",
        "gym": "exercise box wrestle train flex fence spar squat workout weld drill repair build",
        "mountain": "hike trek ski_jump rappel", "beach": "sunbathe", "meadow": "graze harvest farm plow herd sheer",
        "park": "jog walk run picnic garden stroll dig plant rake water", "forest": "camp hunt", "lake": "fish paddle",
        "snow_slope": "sled skate_on_ice",
    }.items()
    for word in words.split()
}  # fmt: skip
_SIMILARITY_LEAST = 0.2
_FALLBACK = "park"


def hint_of_verb(lemma: str) -> str | None:
    """Where a deed is usually done."""
    return _BY_WORD.get(lemma)


def usual_setting(take: Take, cast: Cast, book: WordBook, nearest: Nearest) -> str:
    """The likeliest setting of a take that names none."""
    members = [cast[id] for id in take.subjects]
    if take.hints:
        return take.hints[0]
    for member in members:
        if not member.family == "person":
            setting = _usual_place(member, book)
            if setting is not None:
                return setting
    for action in take.actions:
        if action.verb in _BY_VERB:
            return _BY_VERB[action.verb]
    if members and all(member.family == "thing" for member in members):
        return "studio"
    return nearest.among("settings", SETTING_TEXTS, take.text, _SIMILARITY_LEAST) or _FALLBACK


def _usual_place(member: Member, book: WordBook) -> str | None:
    if "floats" in member.traits and {"ridden", "vehicle"} & set(member.traits):
        return "open_sea"
    for word in (member.subject.kind.replace("_", " "), member.word):
        if word in _BY_KIND:
            return _BY_KIND[word]
        for sense in (0, 1):
            for kind in book.kinds(word, "noun", sense):
                if kind in _BY_KIND:
                    return _BY_KIND[kind]
    return "city_street" if "vehicle" in member.traits else None
