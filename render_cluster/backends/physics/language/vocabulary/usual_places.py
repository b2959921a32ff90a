"""Where things are usually met and deeds usually done."""

PLACE_OF_KIND: dict[str, str] = {
    word: setting
    for setting, words in {
        "underwater": "fish|shark|dolphin|octopus|squid|jellyfish|coral|seahorse|crab|lobster|turtle|aquatic vertebrate|cetacean|starfish",
        "lake": "duck|swan|goose|waterfowl|frog|beaver|otter|flamingo|hippopotamus|crocodile|crocodilian reptile|wading bird",
        "snow_slope": "penguin|polar bear|ice bear|seal|walrus|husky|snowman|sled|reindeer|ice bear",
        "desert": "camel|scorpion|cactus|lizard|rattlesnake",
        "forest": "bear|wolf|fox|deer|monkey|ape|primate|owl|squirrel|tiger|panda|giant panda|snake|mushroom|hedgehog|boar|moose|raccoon|sloth|koala|gorilla",
        "meadow": "cow|cattle|horse|sheep|goat|pig|rabbit|donkey|ungulate|insect|butterfly|elephant|lion|zebra|giraffe|tractor|kite|aircraft|airplane|"
                  "balloon|hot-air balloon|windmill|kangaroo|chicken|poultry|spider|flower|rodent|rainbow|sun|star|scarecrow|clothesline|laundry|farm machine|bird",
        "open_sea": "whale|boat|ship|vessel|watercraft|sailboat|yacht|surfboard|buoy|raft|submarine",
        "city_street": "car|motor vehicle|wheeled vehicle|bus|truck|train|bicycle|motorcycle|public transport|traffic light|street sign|building|tower|"
                       "skyscraper|tram|house|self-propelled vehicle|conveyance|bench",
        "kitchen": "food|dish|fruit|edible fruit|vegetable|foodstuff|nutriment|baked goods|beverage|kitchen utensil|tableware|crockery|cup|glass|bottle|"
                   "cake|bread|kitchen appliance|cutlery|cookware|bowl|plate|teapot|kettle|toaster|home appliance|drinking vessel",
        "living_room": "furniture|seat|cat|book|television|computer|lamp|clock|toy|telephone|laptop|electronic device|candle|vase|houseplant|hamster|kitten|"
                       "curtain|publication|electronic equipment|snow globe|aquarium|paperweight",
        "stage": "musical instrument|microphone|stage|curtain|spotlight",
        "court": "basketball|tennis ball|tennis racket",
        "park": "dog|tree|swing|fountain|frisbee|soccer ball|plant|woody plant|slide|playground|statue",
        "moon": "rocket|spacecraft|spaceship|astronaut|planet|satellite|celestial body|rover|ufo|flying saucer",
        "gym": "dumbbell|barbell|weight|sports equipment|treadmill|bowling pin",
    }.items()
    for word in words.split("|")
}  # fmt: skip
"""Where animals and things are usually met, by their kind or by what the dictionary calls them a kind of."""

PLACE_OF_DEED: dict[str, str] = {
    "swim": "lake", "row": "lake", "climb": "mountain", "lift": "gym", "stretch": "gym", "dance": "stage", "bow": "stage",
    "throw": "park", "kick": "park",
}  # fmt: skip
"""Where people do what `acting` calls so."""

PLACE_OF_VERB: dict[str, str] = {
    word: setting
    for setting, words in {
        "kitchen": "barbecue cook bake fry chop knead stir boil grill slice peel whisk roast cut wash pour toast eat drink taste",
        "living_room": "read type write study sleep watch knit sew draw paint nap clean sweep mop vacuum text use talk cuddle iron massage",
        "stage": "sing perform applaud rap play juggle",
        "city_street": "drive cross park commute protest shop patrol busk",
        "gym": "exercise cheerlead box wrestle train flex fence spar squat workout weld drill repair build",
        "mountain": "hike trek ski_jump rappel", "beach": "sunbathe", "meadow": "graze harvest farm plow herd sheer",
        "park": "jog walk run picnic garden stroll dig plant rake water", "forest": "camp hunt", "lake": "fish paddle",
        "snow_slope": "sled skate_on_ice",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Where a verb is usually done, by its plain form."""
