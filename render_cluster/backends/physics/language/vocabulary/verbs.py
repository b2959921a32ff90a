"""Verbs by what people, animals and things do when they do that."""

from typing import NamedTuple


class Doing(NamedTuple):
    """The verb of `acting` for a person, an animal and a thing; None where that kind cannot do it.

    `target` is a thing that the verb brings along, `setting` where it is usually done, `near` whether it is
    only approximated, `holds` whether its object is in the hands. `tool` is what a person has in hand for it,
    `on_things` where that is so only for an object that is shown: bread is cut with a knife, hair is not.
    """

    person: str
    animal: str
    thing: str | None
    target: str | None = None
    setting: str | None = None
    near: bool = False
    holds: bool = False
    tool: str | None = None
    on_things: bool = False


_GROUPS: tuple[tuple[str, Doing], ...] = (
    ("stand stay wait pose remain exist gather queue line appear feature", Doing("stand", "stand", "rest")),
    ("rest lean", Doing("stand", "lie", "rest")),
    ("walk stroll wander march stride pace strut tiptoe hike step trek saunter amble patrol", Doing("walk", "walk", "slide")),
    ("cross approach enter leave arrive come go pass travel return visit follow roam move head proceed commute traverse exit "
     "advance depart progress continue journey shop browse", Doing("walk", "walk", "drive")),
    ("crawl creep slither sneak prowl limp", Doing("walk", "walk", "slide", near=True)),
    ("run jog sprint race dash rush gallop flee escape charge trot hurry scurry stampede chase pursue canter", Doing("run", "run", "roll")),
    ("jump leap hop skip vault pounce somersault cartwheel parachute skydive", Doing("jump", "jump", "bounce")),
    ("dive plunge", Doing("jump", "jump", "fall")),
    ("throw toss hurl fling pitch lob pass serve cast shoot flip launch juggle chuck shot_put fire", Doing("throw", "play", "fly", holds=True)),
    ("dunk", Doing("throw", "play", "fly", target="hoop", setting="court", near=True)),
    ("kick punt dribble", Doing("kick", "play", "roll")),
    ("dance waltz tango twirl boogie breakdance salsa cheerlead twerk groove pirouette", Doing("dance", "play", "spin")),
    ("sit seat squat perch", Doing("sit", "sit", "rest")),
    ("meditate", Doing("sit", "sit", "rest")),
    ("wave greet beckon salute hail", Doing("wave", "look", "swing")),
    ("clap applaud", Doing("clap", "look", None)),
    ("bow curtsy", Doing("bow", "look", "tip")),
    ("fall drop tumble stumble trip collapse plummet slip crash", Doing("fall", "fall", "fall")),
    ("wobble sway teeter stagger totter balance windmill rock", Doing("wobble", "walk", "swing")),
    ("push shove press nudge move_aside", Doing("push", "walk", "slide")),
    ("pull drag tug haul tow", Doing("push", "walk", "slide", near=True)),
    ("lift raise hoist heave deadlift pick weightlift", Doing("lift", "look", "rise", holds=True)),
    ("hold carry bring grab grip grasp clutch take lug cradle use show present deliver bear wield display brandish collect get "
     "have place put receive offer give hand serve lay insert remove grab", Doing("hold", "play", "rest", holds=True)),
    ("catch receive", Doing("catch", "jump", None, holds=True)),
    ("ride mount straddle", Doing("ride", "run", "drive")),
    ("surf", Doing("ride", "swim", "float", target="surfboard", setting="open_sea")),
    ("wakeboard kitesurf windsurf", Doing("ride", "swim", "float", target="surfboard", setting="open_sea", near=True)),
    ("skateboard skate", Doing("ride", "run", "roll", target="skateboard", setting="skate_park")),
    ("paddleboard", Doing("ride", "swim", "float", target="paddleboard", setting="open_sea")),
    ("ski", Doing("ride", "run", "slide", target="skis", setting="snow_slope")),
    ("snowboard", Doing("ride", "run", "slide", target="snowboard", setting="snow_slope")),
    ("sled sledge toboggan", Doing("ride", "run", "slide", setting="snow_slope")),
    ("cycle bike pedal bicycle", Doing("ride", "run", "roll", target="bicycle", setting="city_street")),
    ("drive steer race_car", Doing("ride", "run", "drive")),
    ("fly soar hover glide flutter flap", Doing("jump", "fly", "fly")),
    ("swim snorkel bathe wade scuba backstroke breaststroke", Doing("swim", "swim", "float")),
    ("float drift bob", Doing("swim", "swim", "float")),
    ("sail cruise voyage", Doing("row", "swim", "drive", setting="open_sea")),
    ("row paddle canoe kayak", Doing("row", "swim", "float", setting="lake")),
    ("talk speak say tell chat discuss argue explain whisper shout yell scream ask answer sing rap preach announce converse "
     "lecture present report debate teach recite narrate interview quarrel reply greet mutter exclaim call perform pray "
     "gossip instruct coach testify vlog host flirt joke", Doing("talk", "look", None)),
    ("laugh giggle chuckle snicker cackle", Doing("laugh", "look", None)),
    ("cry weep sob bawl", Doing("cry", "look", None)),
    ("look watch see stare gaze observe examine inspect check search peek glance notice admire face find "
     "read study listen hear smell browse scan wonder think daydream attend photograph gape squint aim peer "
     "film record explore hunt choose wake survey", Doing("look", "look", None)),
    ("stretch exercise yawn warm practise practice work_out workout flex pose do_yoga train exercise", Doing("stretch", "look", None)),
    ("cheer celebrate rejoice triumph party protest win", Doing("cheer", "jump", None)),
    ("crouch duck hide huddle cower", Doing("crouch", "lie", "rest")),
    ("kneel propose", Doing("kneel", "sit", "rest")),
    ("lie sleep nap recline snooze relax lounge sunbathe laze doze", Doing("lie", "lie", "rest")),
    ("eat bite chew munch taste devour nibble lick feed graze snack swallow peck", Doing("eat", "eat", None, holds=True)),
    ("drink sip gulp slurp guzzle smoke vape suck", Doing("drink", "eat", None, holds=True)),
    ("play strum", Doing("play", "play", "roll")),
    ("work type write cook bake clean wash knead mix draw iron sew knit build repair fix dig "
     "garden plant harvest pour scrub wipe peel fold shuffle tie open close make assemble pack prepare arrange "
     "season grill fry trim shave brush comb cure massage tattoo weld carve decorate fill boil wrap water "
     "harvest pluck squeeze grind sharpen sand polish operate squeegee groom shear milk edit code program text solve count "
     "sanitize craft apply garnish add stuff crack roast toast saute dust vacuum shovel drill attach "
     "stick set light extinguish water adopt pet stroke scratch tend inflate blow whittle sculpt barbecue shine adjust unpack "
     "sort feed nurse pick gather sift pat touch grate change move_things plaster squat_down frost ice glaze dye marry unbox "
     "turn_on turn_off spray marinate dip crush sprinkle put_on dress", Doing("work", "play", None)),
    ("paint", Doing("work", "play", None, target="easel", tool="brush")),
    ("sweep mop rake", Doing("work", "play", None, tool="broom")),
    ("hammer", Doing("work", "play", None, tool="hammer")),
    ("stir whisk", Doing("work", "play", None, tool="spoon")),
    ("cut chop slice saw", Doing("work", "play", None, tool="knife", on_things=True)),
    ("hoop hula_hoop", Doing("play", "play", "spin", target="hula hoop", setting="park")),
    ("rollerskate rollerblade", Doing("ride", "run", "roll", target="skateboard", setting="skate_park", near=True)),
    ("climb scale ascend clamber mount_up", Doing("climb", "jump", "rise")),
    ("spin rotate turn twist revolve whirl swirl circle", Doing("spin", "run", "spin")),
    ("point gesture indicate direct sign", Doing("point", "look", None)),
    ("hug embrace cuddle snuggle kiss comfort", Doing("hug", "sit", None)),
    ("fight box wrestle punch spar fence slap duel battle attack", Doing("push", "play", "collide", near=True)),
    ("hit strike swat bat whack smack", Doing("throw", "play", "collide", near=True)),
    ("roll", Doing("fall", "play", "roll")),
    ("slide skid", Doing("fall", "walk", "slide")),
    ("bounce ricochet rebound", Doing("jump", "jump", "bounce")),
    ("tip tilt overturn capsize flip_over lean_over keel", Doing("fall", "fall", "tip")),
    ("topple knock upset", Doing("push", "walk", "topple")),
    ("swing dangle suspend oscillate rock_back", Doing("wobble", "play", "swing")),
    ("sink submerge drown", Doing("swim", "swim", "sink")),
    ("shatter break smash crack_open crumble splinter burst pop split", Doing("throw", "play", "shatter")),
    ("burn blaze flame ignite smoulder glow flicker light_up melt shine glisten blink flash sparkle twinkle", Doing("look", "look", "burn")),
    ("rise ascend grow rise_up lift_off swell bloom blossom sprout", Doing("jump", "jump", "rise")),
    ("speed accelerate park navigate brake swerve chug steam taxi", Doing("run", "run", "drive")),
    ("flow pour spill leak drip gush stream cascade erupt flood spray splash lap ripple trickle melt", Doing("work", "play", "pour")),
    ("collide bump impact ram meet", Doing("push", "run", "collide")),
    ("explode detonate erupt", Doing("fall", "fall", "explode")),
    ("hang", Doing("hold", "lie", "hang")),
    ("shake vibrate shiver tremble wag jiggle", Doing("wave", "shake", "swing")),
    ("land", Doing("jump", "fly", "fall")),
    ("lower descend lay_down set_down", Doing("crouch", "lie", "fall")),
    ("release let let_go free", Doing("throw", "play", "fall", holds=True)),
    ("orbit circle_around", Doing("run", "run", "fly")),
    ("score", Doing("kick", "play", "roll")),
    ("wear dress don", Doing("stand", "stand", None)),
    ("golf", Doing("throw", "play", "roll", target="golf ball", setting="park")),
    ("bowl", Doing("throw", "play", "roll", target="bowling ball", setting="gym")),
    ("fish angle", Doing("hold", "look", None, setting="lake")),
    ("skydive parachute paraglide", Doing("jump", "fly", "fall", setting="meadow", near=True)),
    ("bungee", Doing("jump", "jump", "fall", setting="mountain")),
    ("smile grin frown nod wink blush beam", Doing("look", "look", None)),
    ("swaying", Doing("wobble", "walk", "swing")),
)  # fmt: skip


def _table() -> dict[str, Doing]:
    table: dict[str, Doing] = {}
    for words, doing in _GROUPS:
        for word in words.split():
            table.setdefault(word.replace("_", " "), doing)
    return table


VERBS: dict[str, Doing] = _table()
"""Every known verb, also with its particle ("let go"), in its plain form."""

PLACED = frozenset("place put lay park set surround cover locate attach mount seat suspend prop line stack fill illuminate "
                   "decorate pile arrange install scatter dress wear light display fix isolate point position build make "
                   "tie bind connect reflect leave top serve base blanket draw abandon draw know call name".split())  # fmt: skip
"""Verbs whose passive says only that something is somewhere: "a cup placed on a table"."""

EMPTY = frozenset("be have do begin start try keep continue want seem become get let go used need like love enjoy manage decide "
                  "attempt pretend happen stop prepare help assist include contain feature show wear represent provide look "
                  "resemble symbolize plan".split())  # fmt: skip
"""Verbs that say little by themselves: the verb that follows is what is done."""

OUTCOMES: dict[str, str] = {
    "miss": "misses", "score": "goes_in", "recover": "recovers", "land": "lands", "shatter": "shatters", "break": "shatters",
    "smash": "shatters", "fall": "falls", "tip": "tips", "capsize": "tips", "sink": "sinks", "float": "floats",
    "topple": "topples", "hit": "hits", "strike": "hits", "stop": "stops", "swish": "swish", "tumble": "falls",
    "collapse": "falls", "stumble": "falls", "overturn": "tips", "bounce": "bounces_off", "rebound": "bounces_off",
    "ricochet": "bounces_off", "crash": "falls", "survive": "stands", "slip": "falls", "trip": "falls", "bail": "falls",
    "flip": "tips", "drown": "sinks",
}  # fmt: skip
"""Verbs that may be the end of an action before them."""

OUTCOME_PHRASES: dict[tuple[str, str], str] = {
    ("go", "in"): "goes_in", ("go", "through"): "goes_in", ("drop", "in"): "goes_in", ("fall", "in"): "goes_in",
    ("catch", "himself"): "recovers", ("catch", "herself"): "recovers", ("catch", "themselves"): "recovers",
    ("keep", "balance"): "recovers", ("regain", "balance"): "recovers", ("stay", "up"): "recovers",
    ("stay", "afloat"): "floats", ("stay", "upright"): "stands", ("stand", "up"): "recovers", ("lose", "balance"): "falls",
    ("wipe", "out"): "falls", ("bounce", "in"): "goes_in", ("roll", "in"): "goes_in",
}  # fmt: skip
"""Verbs that end an action together with the word after them."""

PERSON_NEARLY = frozenset(
    "fly soar hover glide flutter flap roll bounce slide tip tilt rise grow burn glow shine drip flow sink shatter explode "
    "rebound orbit shake vibrate swing dangle hang skid collide".split()
)
"""Verbs that a person can do only nearly."""

IN_THE_WIND = frozenset(
    "wave flutter billow flap blow fly sway swing ripple stream flow move dance dry".split()
)
"""Verbs that cloth does where there is a wind."""

NEARLY = frozenset("almost nearly barely narrowly practically".split())
SLOW = frozenset(
    "slowly gently leisurely gradually lazily calmly carefully softly casually peacefully steadily".split()
)
FAST = frozenset(
    "quickly fast rapidly swiftly hurriedly suddenly frantically hastily energetically vigorously".split()
)
FEELINGS: dict[str, str] = {
    word: manner
    for manner, words in {
        "happy": "happy happily joyful joyfully cheerful cheerfully excited smiling merrily gleefully proudly playful cute",
        "bored": "bored tired sleepy weary exhausted",
        "sad": "sad sadly lonely gloomy depressed unhappy melancholic tearfully",
        "angry": "angry angrily furious mad fierce irritated annoyed aggressively furiously",
        "afraid": "scared afraid frightened nervous anxious terrified worried nervously surprised shocked",
        "graceful": "graceful gracefully elegantly elegant beautifully",
        "confident": "confident confidently bravely brave",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words for how somebody feels, by the manner in which they then act."""

VERB_TEXTS: dict[str, str] = {
    "stand": "standing still, waiting", "walk": "walking, going somewhere", "run": "running fast", "jump": "jumping, leaping",
    "throw": "throwing something", "kick": "kicking", "dance": "dancing to music", "sit": "sitting on a chair",
    "wave": "waving a hand", "clap": "clapping hands", "bow": "bowing", "fall": "falling down", "wobble": "losing balance, wobbling",
    "push": "pushing, fighting", "lift": "lifting a weight", "hold": "holding something in the hands", "catch": "catching something",
    "ride": "riding a vehicle or board", "swim": "swimming in water", "talk": "talking, singing", "look": "looking, reading, watching",
    "stretch": "stretching, gymnastics, yoga", "cheer": "cheering, celebrating", "crouch": "crouching down", "kneel": "kneeling",
    "lie": "lying down, sleeping", "eat": "eating food", "drink": "drinking", "play": "playing a musical instrument",
    "work": "working with the hands: cooking, cleaning, making", "climb": "climbing", "spin": "turning around, spinning",
    "laugh": "laughing", "cry": "crying, weeping", "point": "pointing, gesturing", "row": "rowing a boat", "hug": "hugging, kissing",
}  # fmt: skip
"""What each verb of a person is like, for finding the nearest by meaning."""

SPORTS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "basketball": ("throw", ("basketball", "hoop"), "court"), "free throw": ("throw", ("basketball", "hoop"), "court"),
    "hoop": ("throw", ("basketball", "hoop"), "court"), "three pointer": ("throw", ("basketball", "hoop"), "court"),
    "soccer": ("kick", ("soccer ball", "goal"), "park"), "football": ("kick", ("soccer ball", "goal"), "park"),
    "penalty": ("kick", ("soccer ball", "goal"), "park"), "goal": ("kick", ("soccer ball", "goal"), "park"),
    "tennis": ("throw", ("tennis ball", "tennis racket"), "court"), "volleyball": ("throw", ("volleyball",), "beach"),
    "badminton": ("throw", ("tennis ball", "tennis racket"), "gym"), "baseball": ("throw", ("baseball",), "park"),
    "golf": ("throw", ("golf ball",), "park"), "bowling": ("throw", ("bowling ball", "bowling pin"), "gym"),
    "cricket": ("throw", ("baseball", "baseball bat"), "park"), "rugby": ("throw", ("rugby ball",), "park"),
    "table tennis": ("throw", ("ping pong ball",), "gym"), "ping pong": ("throw", ("ping pong ball",), "gym"),
    "frisbee": ("throw", ("frisbee",), "park"), "hockey": ("run", (), "snow_slope"),
    "yoga": ("stretch", (), "gym"), "tai chi": ("dance", (), "park"), "parkour": ("jump", (), "city_street"),
    "karate": ("kick", (), "gym"), "push up": ("lie", (), "gym"), "hopscotch": ("jump", (), "park"), "ballet": ("dance", (), "stage"),
    "board game": ("sit", (), "living_room"), "game": ("sit", (), "living_room"), "card game": ("sit", (), "living_room"), "chess": ("work", ("chess piece",), "living_room"), "card": ("work", ("playing card",), "living_room"), "catch": ("throw", ("ball",), "park"),
    "video game": ("sit", ("television",), "living_room"),
}  # fmt: skip
"""What playing a sport or game comes to: the verb, the things, the place."""
