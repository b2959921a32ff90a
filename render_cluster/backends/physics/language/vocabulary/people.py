"""Words for people: who they are, what they wear, what they bring."""

from typing import NamedTuple

from render_cluster.storyboard import Age, Sex


class Who(NamedTuple):
    """What a word says of a person; `gear` is the thing that comes with them and `verb` what they do with it."""

    age: Age = "adult"
    sex: Sex | None = None
    count: int = 1
    wears: tuple[tuple[str, str | None], ...] = ()
    gear: str | None = None
    verb: str | None = None
    setting: str | None = None
    by: str | None = None


def _wears(text: str) -> tuple[tuple[str, str | None], ...]:
    """ "white apron, hat" as garments with their colours."""
    garments = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        colour, _, kind = part.rpartition(" ")
        garments.append((kind, colour or None))
    return tuple(garments)


_SEXES: dict[str, tuple[Age, Sex | None]] = {}
for _words, _age, _sex in (
    ("woman lady female mother mom mum wife girlfriend sister aunt bride nun princess queen madame actress waitress "
     "businesswoman policewoman witch ballerina goddess hostess heroine daughter-in-law housewife stewardess mermaid "
     "bridesmaid niece saleswoman sportswoman geisha cheerleader", "adult", "woman"),
    ("man guy gentleman male father dad husband boyfriend brother uncle groom monk prince king sir actor waiter "
     "businessman policeman fireman fisherman wizard priest knight samurai cowboy lumberjack viking gladiator dude "
     "bloke sailor emperor hunk bodybuilder nephew salesman sportsman postman mailman milkman caveman sultan fellow "
     "handyman swordsman horseman pope bishop", "adult", "man"),
    ("girl daughter schoolgirl granddaughter", "child", "woman"),
    ("boy son schoolboy grandson", "child", "man"),
    ("child kid baby toddler infant pupil youngster newborn preschooler schoolchild grandchild kindergartner", "child", None),
    ("grandmother grandma granny nana grandmom", "elder", "woman"),
    ("grandfather grandpa granddad", "elder", "man"),
    ("elder senior pensioner retiree grandparent oldster", "elder", None),
    ("person human someone somebody adult individual friend stranger neighbor neighbour figure character tourist visitor "
     "passenger pedestrian traveler traveller worker customer guest host student teacher coach trainer instructor "
     "dancer singer musician artist painter model leader speaker presenter reporter journalist writer scientist "
     "engineer lawyer judge driver player athlete runner jogger hiker swimmer gymnast boxer wrestler fighter climber "
     "opponent colleague coworker employee boss manager employer partner lover fan audience spectator performer "
     "comedian clown magician mime juggler acrobat soldier warrior ninja pirate thief robber detective spy hero villain "
     "farmer gardener carpenter mechanic builder plumber electrician cleaner butcher baker barista bartender cook vendor "
     "cashier clerk librarian barber hairdresser tailor potter blacksmith photographer conductor shopper rider "
     "owner parent sibling twin cousin volunteer protester hunter fencer yogi survivor explorer commuter "
     "camper hitchhiker bystander winner loser referee goalkeeper goalie hostage prisoner patient victim zombie vampire "
     "elf dwarf fairy angel superhero robber backpacker bystander biologist programmer hacker", "adult", None),
):  # fmt: skip
    _SEXES.update(dict.fromkeys(_words.split(), (_age, _sex)))

_MANY = {
    "couple": 2, "people": 4, "crowd": 12, "family": 4, "audience": 10, "team": 5, "group": 5, "band": 4, "duo": 2, "trio": 3,
    "children": 3, "class": 8, "army": 12, "choir": 8, "orchestra": 10, "everyone": 5, "folks": 4, "pedestrians": 5,
    "twins": 2, "gang": 5, "staff": 4, "police": 2, "public": 8, "mob": 10, "parents": 2, "grandparents": 2, "newlyweds": 2,
    "troupe": 5, "crew": 4, "squad": 5, "quartet": 4, "passengers": 4, "workers": 4,
}  # fmt: skip

_DRESSED: dict[str, str] = {
    "chef": "white apron, white chef_hat", "cook": "white apron", "baker": "white apron, white chef_hat",
    "astronaut": "white spacesuit", "cosmonaut": "white spacesuit",
    "spaceman": "white spacesuit", "firefighter": "yellow coat, red hard_hat",
    "fireman": "yellow coat, red hard_hat", "doctor": "white coat", "nurse": "sky uniform",
    "surgeon": "mint uniform", "scientist": "white coat", "knight": "silver knight",
    "policeman": "navy uniform, navy cap", "policewoman": "navy uniform, navy cap",
    "cop": "navy uniform, navy cap", "police": "navy uniform, navy cap",
    "officer": "navy uniform, navy cap",
    "soldier": "olive uniform, olive cap", "cowboy": "brown cowboy_hat, boots", "cowgirl": "brown cowboy_hat, boots",
    "businessman": "navy suit", "businesswoman": "navy suit", "waiter": "white shirt, black trousers",
    "waitress": "white shirt, black skirt", "bride": "white gown", "groom": "black suit", "ballerina": "pink tutu",
    "king": "gold crown, red coat", "queen": "gold crown, red gown", "princess": "gold crown, pink gown",
    "prince": "gold crown", "witch": "black gown, black witch_hat", "wizard": "purple robe, purple witch_hat", "monk": "orange robe",
    "nun": "black robe", "pirate": "white shirt, black sun_hat", "farmer": "jeans, tan sun_hat", "builder": "yellow hard_hat",
    "santa": "red coat, red trousers, red beanie", "ninja": "black shirt, black trousers", "judge": "black coat",
    "detective": "tan coat, cowboy_hat", "spy": "black suit", "superhero": "blue wetsuit", "geisha": "red robe",
    "coach": "blue hoodie, cap", "boxer": "red shorts", "cheerleader": "red t_shirt, red skirt", "sailor": "white shirt, white trousers",
    "lifeguard": "red shorts", "diver": "black wetsuit", "miner": "yellow hard_hat", "clown": "yellow t_shirt, red trousers, red top_hat",
    "samurai": "black knight", "viking": "brown coat", "referee": "black t_shirt, black shorts",
    "mechanic": "blue shirt, blue trousers", "lawyer": "grey suit", "gladiator": "knight", "magician": "black suit, black top_hat",
    "pilot": "navy suit, cap", "mermaid": "turquoise gown", "vampire": "black coat", "conductor": "black suit", "angel": "white robe",
    "explorer": "tan sun_hat",
}  # fmt: skip

# word: gear, what is done with it, where, and what is worn.
_GEARED: dict[str, tuple[str, str, str | None, str]] = {
    "skater": ("skateboard", "ride", "skate_park", ""), "skateboarder": ("skateboard", "ride", "skate_park", ""),
    "surfer": ("surfboard", "ride", "open_sea", "black wetsuit"), "cyclist": ("bicycle", "ride", "city_street", "helmet"),
    "biker": ("motorcycle", "ride", "city_street", "black jacket, helmet"), "bicyclist": ("bicycle", "ride", "city_street", ""),
    "motorcyclist": ("motorcycle", "ride", "city_street", "black jacket, helmet"),
    "paddler": ("paddleboard", "ride", "open_sea", ""), "paddleboarder": ("paddleboard", "ride", "open_sea", ""),
    "snowboarder": ("snowboard", "ride", "snow_slope", "jacket, beanie"), "skier": ("skis", "ride", "snow_slope", "jacket, beanie"),
    "kayaker": ("kayak", "row", "lake", ""), "rower": ("rowboat", "row", "lake", ""), "canoeist": ("kayak", "row", "lake", ""),
    "guitarist": ("guitar", "play", "stage", ""), "pianist": ("piano", "play", "stage", "black suit"),
    "violinist": ("violin", "play", "stage", ""), "cellist": ("cello", "play", "stage", ""), "drummer": ("drum kit", "play", "stage", ""),
    "saxophonist": ("saxophone", "play", "stage", ""), "trumpeter": ("trumpet", "play", "stage", ""),
    "flutist": ("flute", "play", "stage", ""), "footballer": ("soccer ball", "kick", "park", "red t_shirt, white shorts"),
    "goalkeeper": ("goal", "stand", "park", "yellow t_shirt, black shorts"),
    "golfer": ("golf ball", "throw", "park", "white shirt, cap"), "jockey": ("horse", "ride", "meadow", "helmet"),
    "equestrian": ("horse", "ride", "meadow", "helmet"), "scooterist": ("scooter", "ride", "city_street", "helmet"),
    "weightlifter": ("dumbbell", "lift", "gym", "t_shirt, shorts"),
    "rollerskater": ("skateboard", "ride", "skate_park", "helmet"), "windsurfer": ("surfboard", "ride", "open_sea", "black wetsuit"),
    "bodyboarder": ("surfboard", "ride", "open_sea", "black wetsuit"),
}  # fmt: skip

_SETTINGS: dict[str, str] = {
    "astronaut": "moon", "cosmonaut": "moon", "spaceman": "moon", "chef": "kitchen", "cook": "kitchen", "baker": "kitchen",
    "ballerina": "stage", "singer": "stage", "band": "stage", "orchestra": "stage", "choir": "stage", "comedian": "stage",
    "magician": "stage", "boxer": "gym", "gymnast": "gym", "fencer": "gym", "wrestler": "gym", "swimmer": "lake",
    "diver": "underwater", "farmer": "meadow", "lifeguard": "beach", "cowboy": "desert", "climber": "mountain",
    "hiker": "mountain", "jogger": "park", "runner": "park", "student": "living_room", "teacher": "living_room",
    "doctor": "living_room", "nurse": "living_room", "pedestrian": "city_street", "mechanic": "gym", "dancer": "stage",
    "knight": "meadow", "sailor": "open_sea", "pirate": "open_sea", "barista": "living_room", "protester": "city_street",
    "mermaid": "underwater", "policeman": "city_street", "shopper": "city_street", "worker": "city_street",
}  # fmt: skip


_ROBOTS = ("robot", "android", "cyborg")


_ROBOTS = ("robot", "android", "cyborg")


def _table() -> dict[str, Who]:
    words = {**dict.fromkeys((*_MANY, *_DRESSED, *_GEARED, *_SETTINGS), ("adult", None)), **_SEXES}
    table = {}
    for word, (age, sex) in words.items():
        gear, verb, place, worn = _GEARED.get(word, (None, None, None, ""))
        table[word] = Who(
            age="child" if word == "children" else "elder" if word == "grandparents" else age,
            sex=sex,
            count=_MANY.get(word, 1),
            wears=_wears(_DRESSED.get(word, worn)),
            gear=gear,
            verb=verb,
            setting=place or _SETTINGS.get(word),
        )
    for word in ("teenager", "teen", "adolescent", "youth"):
        table[word] = Who(by="a young adult")
    for word in (
        "robot",
        "android",
        "cyborg",
        "alien",
        "humanoid",
        "monster",
        "giant",
        "ogre",
        "goblin",
        "troll",
        "mannequin",
    ):
        table[word] = Who(
            wears=(("robot", "silver"),) if word in _ROBOTS else (),
            by=None if word in _ROBOTS else "a person",
        )
    for word in (
        "zombie",
        "vampire",
        "mermaid",
        "elf",
        "dwarf",
        "fairy",
        "angel",
        "character",
        "witch",
        "wizard",
        "superhero",
    ):
        table[word] = table[word]._replace(by="a person in costume")
    return table


PEOPLE: dict[str, Who] = _table()
"""Every known word for a person or several, singular except where only the plural is one."""

AGE_WORDS: dict[str, Age] = {
    **dict.fromkeys("old elderly aged senior ancient retired".split(), "elder"),
    **dict.fromkeys("little baby".split(), "child"),
}
SEX_WORDS: dict[str, Sex] = {
    "female": "woman",
    "male": "man",
    "lady": "woman",
    "women": "woman",
    "pregnant": "woman",
    "bearded": "man",
}

NAMES: dict[str, Sex] = {
    name: sex
    for sex, names in (
        ("woman", "anna emma maria sarah laura julia lisa kate katie mary jane alice sophie sophia olivia mia lily chloe "
         "zoe ella grace hannah emily rachel jessica linda susan karen nina eva lucy amy maya aisha fatima mei yuki sakura "
         "gwen stacy barbie cleopatra mona elsa helen martha ruth clara nora ines carmen lucia"),
        ("man", "tom john peter paul james bob mike michael david daniel ben sam max leo jack harry george william oliver noah "
         "liam ethan adam alex andrew chris mark luke jake ryan kevin steve henry charlie carlos juan jose pedro ali omar "
         "ahmed ivan hiro kenji ken einstein napoleon santa superman batman spiderman sherlock robinson joe fred frank"),
    )
    for name in names.split()
}  # fmt: skip
"""First names that are often given to people in stories."""

PRONOUNS: dict[str, Sex | None] = {
    "he": "man",
    "him": "man",
    "she": "woman",
    "her": "woman",
    "himself": "man",
    "herself": "woman",
}

GARMENTS: dict[str, tuple[str, str | None]] = {
    word: (kind, stand_in)
    for kind, exact, near in (
        ("t_shirt", "t_shirt tshirt tee t-shirt top", "crop_top"),
        ("tank_top", "tank_top vest singlet undershirt", ""),
        ("shirt", "shirt button_up polo polo_shirt flannel_shirt", ""),
        ("blouse", "blouse tunic", ""),
        ("hoodie", "hoodie", "sweatshirt"),
        ("sweater", "sweater jumper pullover cardigan", "turtleneck"),
        ("jersey", "jersey football_shirt basketball_jersey sportswear", "kit"),
        ("jacket", "jacket leather_jacket windbreaker parka denim_jacket bomber_jacket anorak", "bomber"),
        ("blazer", "blazer suit_jacket", ""),
        ("coat", "coat trench_coat trenchcoat raincoat lab_coat overcoat cloak cape fur_coat", "poncho"),
        ("dress", "dress sundress frock summer_dress", "hanbok nightgown clothing clothes"),
        ("gown", "gown wedding_dress evening_gown ball_gown sari long_dress", "formal_wear evening_wear abaya"),
        ("robe", "robe kimono bathrobe toga", "yukata cassock"),
        ("skirt", "skirt kilt", "sarong"),
        ("miniskirt", "miniskirt mini_skirt", ""),
        ("trousers", "trousers pants slacks chinos", ""),
        ("leggings", "leggings tights yoga_pants", "stocking"),
        ("jeans", "jeans denims", ""),
        ("overalls", "overalls dungarees coveralls", ""),
        ("shorts", "shorts swim_trunks swimming_trunks trunks", "underwear"),
        ("suit", "suit tuxedo business_suit", "formal_attire attire"),
        ("wetsuit", "wetsuit diving_suit bodysuit superhero_suit", "costume"),
        ("swimsuit", "swimsuit bikini bathing_suit swimwear leotard", ""),
        ("spacesuit", "spacesuit space_suit", ""),
        ("knight", "armour armor suit_of_armor chainmail plate_armor", ""),
        ("uniform", "uniform scrubs police_uniform military_uniform", ""),
        ("tracksuit", "tracksuit pajamas pyjamas jogging_suit", ""),
        ("tutu", "tutu ballet_dress", ""),
        ("apron", "apron", ""),
        ("shoes", "shoe shoes sneaker trainer running_shoe", ""),
        ("dress_shoes", "high_heel heel loafer heels", ""),
        ("sandals", "sandal flip_flop slipper", ""),
        ("boots", "boot boots cowboy_boot rain_boot", ""),
        ("sun_hat", "hat sun_hat straw_hat sombrero panama", "bonnet turban headscarf hijab veil"),
        ("cowboy_hat", "cowboy_hat fedora stetson", ""),
        ("beanie", "beanie woolly_hat winter_hat", "santa_hat beret"),
        ("top_hat", "top_hat", ""),
        ("witch_hat", "witch_hat wizard_hat party_hat", ""),
        ("cap", "cap baseball_cap visor", ""),
        ("chef_hat", "chef_hat", ""),
        ("helmet", "helmet", "headgear"),
        ("hard_hat", "hard_hat", ""),
        ("crown", "crown tiara", "headband"),
        ("scarf", "scarf bandana shawl", "tie necktie bow_tie necklace"),
        ("glasses", "glasses eyeglasses spectacles", ""),
        ("sunglasses", "sunglasses shades goggles", "mask face_mask"),
        ("gloves", "glove gloves mitten boxing_glove", ""),
        ("backpack", "backpack rucksack knapsack", ""),
    )
    for words, stand_in in ((exact, None), (near, f"a {kind}".replace("_", " ")))
    for word in words.split()
}  # fmt: skip
"""Each word for a garment, "_" for a space: its kind of `raster/people/wardrobe` and what stands in, if anything."""

BODY_PARTS = frozenset(
    "hair face eye hand arm leg foot head finger beard mouth lip nose ear neck back chest shoulder skin moustache mustache knee "
    "smile body elbow tear palm fist thumb cheek tongue tail paw wing fur feather toe nail tooth fingernail balance turn way "
    "weight lap hip waist belly".split()
)
"""Parts that are there wherever their owner is."""
