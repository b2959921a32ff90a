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
    _SEXES.update({word: (_age, _sex) for word in _words.split()})

_MANY = {
    "couple": 2, "people": 4, "crowd": 12, "family": 4, "audience": 10, "team": 5, "group": 5, "band": 4, "duo": 2, "trio": 3,
    "children": 3, "class": 8, "army": 12, "choir": 8, "orchestra": 10, "everyone": 5, "folks": 4, "pedestrians": 5,
    "twins": 2, "gang": 5, "staff": 4, "police": 2, "public": 8, "mob": 10, "parents": 2, "grandparents": 2, "newlyweds": 2,
    "troupe": 5, "crew": 4, "squad": 5, "quartet": 4, "passengers": 4, "workers": 4,
}  # fmt: skip

_DRESSED: dict[str, str] = {
    "chef": "white apron, white chef_hat", "cook": "white apron", "baker": "white apron, white chef_hat",
    "astronaut": "white spacesuit, white helmet", "cosmonaut": "white spacesuit, white helmet",
    "spaceman": "white spacesuit, white helmet", "firefighter": "yellow coat, red helmet",
    "fireman": "yellow coat, red helmet", "doctor": "white coat", "nurse": "light blue shirt, light blue trousers",
    "surgeon": "mint shirt, mint trousers", "scientist": "white coat", "knight": "silver armour, silver helmet",
    "policeman": "navy shirt, navy trousers, navy cap", "policewoman": "navy shirt, navy trousers, navy cap",
    "cop": "navy shirt, navy trousers, navy cap", "police": "navy shirt, navy trousers, navy cap",
    "officer": "navy shirt, navy trousers, navy cap",
    "soldier": "olive shirt, olive trousers, olive helmet", "cowboy": "brown hat, boots", "cowgirl": "brown hat, boots",
    "businessman": "navy suit", "businesswoman": "navy suit", "waiter": "white shirt, black trousers",
    "waitress": "white shirt, black skirt", "bride": "white dress", "groom": "black suit", "ballerina": "pink dress",
    "king": "gold crown, red coat", "queen": "gold crown, red dress", "princess": "gold crown, pink dress",
    "prince": "gold crown", "witch": "black dress, black hat", "wizard": "purple dress, purple hat", "monk": "orange dress",
    "nun": "black dress", "pirate": "white shirt, black hat", "farmer": "jeans, tan hat", "builder": "yellow helmet",
    "santa": "red coat, red trousers, red hat", "ninja": "black shirt, black trousers", "judge": "black coat",
    "detective": "tan coat, hat", "spy": "black suit", "superhero": "red shirt, blue trousers", "geisha": "red dress",
    "coach": "blue hoodie, cap", "boxer": "red shorts", "cheerleader": "red t_shirt, red skirt", "sailor": "white shirt, white trousers",
    "lifeguard": "red shorts", "diver": "black wetsuit", "miner": "yellow helmet", "clown": "yellow t_shirt, red trousers, red hat",
    "samurai": "black armour", "viking": "brown coat, helmet", "referee": "black t_shirt, black shorts",
    "mechanic": "blue shirt, blue trousers", "lawyer": "grey suit", "gladiator": "armour, helmet", "magician": "black suit, black hat",
    "pilot": "navy suit, cap", "mermaid": "turquoise dress", "vampire": "black coat", "conductor": "black suit", "angel": "white dress",
    "explorer": "tan hat",
}  # fmt: skip

# word: gear, what is done with it, where, and what is worn.
_GEARED: dict[str, tuple[str, str, str | None, str]] = {
    "skater": ("skateboard", "ride", "skate_park", ""), "skateboarder": ("skateboard", "ride", "skate_park", ""),
    "surfer": ("surfboard", "ride", "open_sea", "black wetsuit"), "cyclist": ("bicycle", "ride", "city_street", "helmet"),
    "biker": ("motorcycle", "ride", "city_street", "black jacket, helmet"), "bicyclist": ("bicycle", "ride", "city_street", ""),
    "motorcyclist": ("motorcycle", "ride", "city_street", "black jacket, helmet"),
    "paddler": ("paddleboard", "ride", "open_sea", ""), "paddleboarder": ("paddleboard", "ride", "open_sea", ""),
    "snowboarder": ("snowboard", "ride", "snow_slope", "jacket, hat"), "skier": ("skis", "ride", "snow_slope", "jacket, hat"),
    "kayaker": ("kayak", "row", "lake", ""), "rower": ("rowboat", "row", "lake", ""), "canoeist": ("canoe", "row", "lake", ""),
    "guitarist": ("guitar", "play", "stage", ""), "pianist": ("piano", "play", "stage", "black suit"),
    "violinist": ("violin", "play", "stage", ""), "cellist": ("cello", "play", "stage", ""), "drummer": ("drum", "play", "stage", ""),
    "saxophonist": ("saxophone", "play", "stage", ""), "trumpeter": ("trumpet", "play", "stage", ""),
    "flutist": ("flute", "play", "stage", ""), "footballer": ("soccer ball", "kick", "park", "red t_shirt, white shorts"),
    "goalkeeper": ("goal", "stand", "park", "yellow t_shirt, black shorts"),
    "golfer": ("golf club", "throw", "park", "white shirt, cap"), "jockey": ("horse", "ride", "meadow", "helmet"),
    "equestrian": ("horse", "ride", "meadow", "helmet"), "scooterist": ("scooter", "ride", "city_street", "helmet"),
    "weightlifter": ("barbell", "lift", "gym", "t_shirt, shorts"), "archer": ("bow", "hold", "meadow", ""),
    "rollerskater": ("roller skate", "ride", "skate_park", "helmet"), "windsurfer": ("surfboard", "ride", "open_sea", "black wetsuit"),
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
            wears=(("armour", "silver"),) if word in ("robot", "android", "cyborg") else (), by="a person"
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
        ("t_shirt", "t_shirt tshirt tee t-shirt top", "jersey vest tank_top undershirt crop_top singlet polo uniform"),
        ("shirt", "shirt blouse button_up", "tunic scrubs"),
        ("hoodie", "hoodie", "sweatshirt tracksuit"),
        ("sweater", "sweater jumper pullover", "cardigan turtleneck"),
        ("jacket", "jacket leather_jacket", "blazer parka windbreaker bomber denim_jacket"),
        ("coat", "coat trench_coat trenchcoat raincoat lab_coat", "cloak cape poncho overcoat robe bathrobe shawl"),
        ("dress", "dress gown sundress wedding_dress", "kimono sari robe tutu frock hanbok toga abaya nightgown formal_wear evening_wear"),
        ("skirt", "skirt miniskirt", "kilt sarong"),
        ("trousers", "trousers pants slacks", "leggings overalls dungarees sweatpants tights pajamas pyjamas"),
        ("jeans", "jeans", ""),
        ("shorts", "shorts", "trunks swimming_trunks"),
        ("suit", "suit tuxedo business_suit", "costume formal_attire"),
        ("wetsuit", "wetsuit diving_suit", ""),
        ("swimsuit", "swimsuit bikini bathing_suit swimwear", ""),
        ("spacesuit", "spacesuit space_suit", ""),
        ("armour", "armour armor suit_of_armor", "chainmail"),
        ("apron", "apron", ""),
        ("shoes", "shoe sneaker trainer", "sandal heel high_heel slipper flip_flop loafer running_shoe"),
        ("boots", "boot", "cowboy_boot"),
        ("hat", "hat sun_hat straw_hat top_hat cowboy_hat", "bonnet sombrero beret fedora turban bandana headscarf hijab veil santa_hat"),
        ("cap", "cap baseball_cap", "visor"),
        ("chef_hat", "chef_hat", ""),
        ("helmet", "helmet hard_hat", "headgear"),
        ("crown", "crown tiara", ""),
        ("scarf", "scarf", "tie necktie bow_tie necklace"),
        ("glasses", "glasses eyeglasses spectacles", "goggles"),
        ("sunglasses", "sunglasses shades", ""),
        ("gloves", "glove mitten", ""),
        ("mask", "mask face_mask", ""),
    )
    for words, stand_in in ((exact, None), (near, f"a {kind}".replace("_", " ")))
    for word in words.split()
}  # fmt: skip
"""Each word for a garment, "_" for a space: its kind and what stands in where that only comes near."""

BODY_PARTS = frozenset(
    "hair face eye hand arm leg foot head finger beard mouth lip nose ear neck back chest shoulder skin moustache mustache knee "
    "smile body elbow tear palm fist thumb cheek tongue tail paw wing fur feather toe nail tooth fingernail balance turn way "
    "weight lap hip waist belly".split()
)
"""Parts that are there wherever their owner is."""
