"""What stands in for a noun that the catalogue lacks, by what the dictionary calls it a kind of."""

STAND_INS: dict[str, str] = {
    kind: noun
    for noun, kinds in {
        # animals
        "fox": "viverrine|carnivore|mustelid", "squirrel": "rodent|placental|lagomorph", "rabbit": "marsupial", "deer": "ungulate",
        "hamster": "edentate|insectivore|anteater|sloth|monotreme", "bird": "bird", "fish": "fish|aquatic vertebrate|crustacean|shellfish",
        "bee": "insect|winged insect", "ant": "arachnid|arthropod|myriapod", "lizard": "reptile|dinosaur", "frog": "amphibian",
        "monkey": "primate", "whale": "cetacean|aquatic mammal", "octopus": "mollusk|cephalopod|coelenterate", "snake": "worm|annelid",
        "dog": "canine", "cat": "feline|big cat", "horse": "equine",
        # music
        "guitar": "stringed instrument", "trumpet": "wind instrument|brass", "drum": "percussion instrument", "piano": "keyboard instrument",
        # vehicles
        "tractor": "farm machine|harvester|earthmover|bulldozer", "truck": "truck|tracked vehicle", "car": "motor vehicle|wheeled vehicle",
        "ship": "ship", "boat": "boat|watercraft|submersible", "airplane": "aircraft|heavier-than-air craft", "train": "train|railcar",
        "spaceship": "spacecraft",
        # buildings
        "building": "building|place of worship|establishment|housing", "house": "dwelling|house", "tower": "tower", "bridge": "bridge",
        "wall": "wall|barrier|obstruction", "statue": "sculpture|memorial|plastic art", "stairs": "stairway|way of access",
        # household
        "chair": "chair|seat", "table": "table|workbench", "bed": "bedroom furniture", "cabinet": "cabinet|furniture", "lamp": "lamp|source of illumination",
        "bottle": "bottle|flask|toiletry|perfume|cosmetic", "cup": "cup|hot drink|coffee|tea", "bowl": "bowl|soup|stew|porridge", "jar": "jar|spice|condiment|jam",
        "box": "box|case|chest", "handbag": "bag|baggage", "basket": "basket", "knife": "edge tool|knife|weapon", "hammer": "hand tool",
        "plate": "crockery|pasta|salad", "pan": "cooking utensil", "clock": "timepiece", "phone": "telephone", "laptop": "portable computer",
        "book": "book|publication", "paper": "paper|document", "washing machine": "home appliance|white goods", "rope": "rope|cord|line",
        "doll": "doll|puppet", "teddy bear": "toy|plaything", "ring": "jewelry|jewellery", "shoe": "footwear", "hat": "hat|headdress",
        "flag": "flag", "candle": "candle", "coin": "coin", "camera": "camera", "dumbbell": "exercise device|weight", "picture": "picture|graphic art",
        "wheel": "wheel", "ball": "ball", "umbrella": "canopy",
        # food
        "cocktail": "alcohol|mixed drink", "wine glass": "wine", "beer": "brew|beer", "milk": "dairy product|juice|fruit juice|soft drink|potion|milk",
        "bread": "bread|baked goods|flour", "cake": "cake|dessert|sweet", "cookie": "cookie", "pie": "pastry", "apple": "edible fruit|pome",
        "cherry": "berry|drupe", "tomato": "solanaceous vegetable", "broccoli": "cruciferous vegetable|greens|salad green", "carrot": "root vegetable|vegetable",
        "steak": "meat|cut of meat", "sandwich": "sandwich", "hot dog": "sausage", "sushi": "seafood", "cheese": "cheese", "chocolate": "confectionery|candy",
        "egg": "egg", "pizza": "dish",
        # nature
        "tree": "tree", "bush": "shrub", "flower": "flower|herb|blossom|bulbous plant", "grass": "gramineous plant|grass", "plant": "houseplant|vascular plant|plant",
        "mushroom": "fungus", "cactus": "cactus", "leaf": "leaf|leafage|plant organ", "rock": "rock|stone|mineral|crystal|gem|coral", "bamboo": "reed",
        "planet": "celestial body|planet", "mountain": "natural elevation|mountain",
    }.items()
    for kind in kinds.split("|")
}  # fmt: skip
"""A noun of the catalogue by the dictionary's kind; the nearest kind above a word decides."""
