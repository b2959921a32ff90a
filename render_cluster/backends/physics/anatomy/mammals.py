"""The four-legged species as data."""

from msgspec.structs import replace

from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.anatomy.kind import Coat, Species

_WHITE = (0.93, 0.91, 0.87)
_CREAM = (0.90, 0.82, 0.68)
_BLACK = (0.07, 0.065, 0.065)
_BROWN = (0.36, 0.22, 0.13)
_DARK_BROWN = (0.22, 0.14, 0.09)
_GOLD = (0.80, 0.58, 0.32)
_GREY = (0.50, 0.49, 0.48)
_PINK = (0.92, 0.70, 0.66)

_DOG = Quadruped(withers=1.24, rump=1.21, ear="floppy", tail_rad=0.75)
_CAT = Quadruped(
    withers=0.98, rump=1.0, chest_depth=0.40, chest_width=0.30, waist_depth=0.37, rump_depth=0.42, neck=0.24,
    neck_rad=0.75, neck_thick=0.24, head=0.36, head_rad=0.25, skull=0.31, muzzle=0.20, muzzle_thick=0.15,
    eye=0.054, leg_thick=0.17, ankle_thick=0.085, foot_long=0.12, stance=0.19, ear_long=0.17, tail_long=0.95,
    tail_thick=0.075, tail_rad=0.9,
)  # fmt: skip
_BIG_CAT = replace(
    _CAT, withers=1.12, rump=1.08, chest_depth=0.48, chest_width=0.36, waist_depth=0.42, rump_depth=0.46,
    neck=0.30, neck_rad=0.45, neck_thick=0.34, head=0.42, skull=0.31, muzzle=0.32, muzzle_thick=0.19, eye=0.045,
    leg_thick=0.23, ankle_thick=0.12, foot_long=0.17, stance=0.24, ear="round", ear_long=0.10, tail_long=0.95,
    tail_rad=-0.7,
)  # fmt: skip
_HORSE = Quadruped(
    withers=1.48, rump=1.46, chest_depth=0.62, chest_width=0.46, waist_depth=0.56, rump_depth=0.60, neck=0.72,
    neck_rad=0.85, neck_thick=0.38, head=0.58, head_rad=0.75, skull=0.26, muzzle=0.58, muzzle_thick=0.17,
    eye=0.045, leg_thick=0.25, ankle_thick=0.085, foot_long=0.13, foot="hoof", wrist=0.36, hock=0.42, stance=0.26,
    ear="pricked", ear_long=0.15, tail="hair", tail_long=0.85, tail_rad=-0.9, tail_thick=0.16, extras=("mane",),
)  # fmt: skip
_COW = Quadruped(
    withers=1.14, rump=1.14, chest_depth=0.64, chest_width=0.48, waist_depth=0.62, rump_depth=0.58, neck=0.40,
    neck_rad=0.30, neck_thick=0.38, head=0.46, head_rad=0.55, skull=0.28, muzzle=0.55, muzzle_thick=0.20,
    eye=0.045, leg_thick=0.22, ankle_thick=0.09, foot_long=0.12, foot="hoof", wrist=0.36, hock=0.42, stance=0.28,
    ear="leaf", ear_long=0.18, tail="tuft", tail_long=0.75, tail_rad=-1.35, tail_thick=0.05, extras=("horns",),
)  # fmt: skip
_DEER = replace(
    _HORSE, withers=1.32, rump=1.32, chest_depth=0.46, chest_width=0.32, waist_depth=0.40, rump_depth=0.44,
    neck=0.52, neck_rad=0.95, neck_thick=0.24, head=0.40, head_rad=0.45, skull=0.21, muzzle=0.52,
    muzzle_thick=0.12, eye=0.05, leg_thick=0.17, ankle_thick=0.055, foot_long=0.09, stance=0.20, ear="leaf",
    ear_long=0.19, tail="stub", tail_long=0.14, tail_thick=0.10, tail_rad=0.2, extras=("antlers",),
)  # fmt: skip
_BEAR = Quadruped(
    withers=1.10, rump=1.04, chest_depth=0.64, chest_width=0.52, waist_depth=0.60, rump_depth=0.58, neck=0.30,
    neck_rad=0.25, neck_thick=0.46, head=0.46, head_rad=0.20, skull=0.36, muzzle=0.42, muzzle_thick=0.19,
    eye=0.036, leg_thick=0.30, ankle_thick=0.18, foot_long=0.22, wrist=0.14, hock=0.16, stance=0.30, ear="round",
    ear_long=0.11, tail="stub", tail_long=0.10, tail_thick=0.10, tail_rad=0.0,
)  # fmt: skip
_RODENT = Quadruped(
    withers=0.62, rump=0.72, chest_depth=0.48, chest_width=0.44, waist_depth=0.56, rump_depth=0.60, neck=0.14,
    neck_rad=0.35, neck_thick=0.36, head=0.44, head_rad=0.25, skull=0.36, muzzle=0.42, muzzle_thick=0.14,
    eye=0.07, leg_thick=0.20, ankle_thick=0.07, foot_long=0.16, wrist=0.20, hock=0.20, stance=0.26, ear="round",
    ear_long=0.24, tail="thin", tail_long=1.2, tail_rad=-0.1, tail_thick=0.05,
)  # fmt: skip
_ELEPHANT = Quadruped(
    withers=1.52, rump=1.42, chest_depth=0.84, chest_width=0.66, waist_depth=0.84, rump_depth=0.76, neck=0.22,
    neck_rad=0.35, neck_thick=0.58, head=0.44, head_rad=0.75, skull=0.52, muzzle=0.40, muzzle_thick=0.28,
    eye=0.035, leg_thick=0.36, ankle_thick=0.25, foot_long=0.20, foot="pad", wrist=0.22, hock=0.22, stance=0.36,
    ear="fan", ear_long=0.56, tail="tuft", tail_long=0.60, tail_rad=-1.3, tail_thick=0.05,
    extras=("trunk", "tusks"),
)  # fmt: skip

SPECIES: tuple[Species, ...] = (
    Species(
        "dog", _DOG, 0.85, 26.0,
        ("dog", "hound", "labrador", "retriever", "golden retriever", "spaniel", "beagle", "collie",
         "border collie", "mutt", "doggy", "pointer dog"),
        ("puppy", "pup"), gaits=("walk", "trot", "gallop"), top_froude=14.0,
        coats=(Coat(_GOLD, _CREAM), Coat(_BROWN, _WHITE), Coat(_BLACK, (0.62, 0.38, 0.18)), Coat(_CREAM, _GOLD),
               Coat((0.62, 0.36, 0.17), _WHITE)),
        patterns=("belly", "patches", "socks"),
        kin=("poodle", "bulldog", "pug", "greyhound", "terrier", "boxer dog",),
        wags=True,
    ),
    Species(
        "shepherd", replace(_DOG, ear="pricked", tail="bushy", tail_rad=-0.7, tail_thick=0.13), 0.95, 32.0,
        ("shepherd", "german shepherd", "husky", "malamute", "sheepdog", "police dog", "sled dog"),
        top_froude=14.0,
        coats=(Coat((0.62, 0.42, 0.22), _BLACK), Coat((0.88, 0.87, 0.86), (0.24, 0.24, 0.26))),
        patterns=("saddle",), iris=(0.30, 0.17, 0.07),
        wags=True,
    ),
    Species(
        "corgi",
        replace(_DOG, withers=0.80, rump=0.78, ear="pricked", ear_long=0.22, tail="stub", tail_long=0.12,
                leg_thick=0.17, head=0.44, chest_depth=0.46),
        0.62, 11.0, ("corgi",), top_froude=12.0,
        coats=(Coat((0.80, 0.50, 0.22), _WHITE),), patterns=("tuxedo",),
        kin=("dachshund", "chihuahua", "sausage dog",),
        wags=True,
    ),
    Species(
        "dalmatian", replace(_DOG, withers=1.30, rump=1.27), 0.90, 25.0, ("dalmatian",), top_froude=14.0,
        coats=(Coat(_WHITE, _BLACK),), patterns=("spots",),
        wags=True,
    ),
    Species(
        "cat", _CAT, 0.48, 4.5,
        ("cat", "tabby", "tomcat", "kitty", "siamese", "pussycat", "calico"),
        ("kitten",), top_froude=16.0,
        coats=(Coat((0.80, 0.50, 0.24), (0.58, 0.30, 0.12)), Coat((0.48, 0.45, 0.42), (0.20, 0.18, 0.17)),
               Coat(_BLACK, _WHITE), Coat((0.55, 0.53, 0.52), _WHITE), Coat(_WHITE, (0.75, 0.48, 0.24))),
        patterns=("tabby", "tabby", "tuxedo", "belly", "patches"), iris=(0.55, 0.60, 0.16),
        kin=("persian cat", "maine coon",),
        nose=(0.86, 0.50, 0.48),
    ),
    Species(
        "horse", _HORSE, 2.3, 480.0, ("horse", "stallion", "mare", "mustang", "steed", "racehorse"),
        ("foal", "pony", "colt", "filly"), top_froude=11.0,
        coats=(Coat((0.40, 0.20, 0.10), _BLACK), Coat((0.56, 0.30, 0.14), (0.86, 0.74, 0.52)),
               Coat((0.88, 0.87, 0.85), (0.70, 0.69, 0.68)), Coat(_BLACK, _BLACK)),
        patterns=("blaze",), rideable=True,
        kin=("unicorn",),
    ),
    Species(
        "donkey",
        replace(_HORSE, withers=1.28, rump=1.28, neck=0.56, neck_rad=0.65, head=0.58, ear="long", ear_long=0.32,
                tail="tuft", tail_long=0.6, tail_thick=0.05, extras=("crest",)),
        1.6, 180.0, ("donkey", "mule", "burro"), top_froude=6.0,
        coats=(Coat((0.47, 0.42, 0.38), (0.86, 0.82, 0.76)), Coat((0.34, 0.25, 0.19), _CREAM)), rideable=True,
    ),
    Species(
        "zebra", replace(_HORSE, withers=1.34, rump=1.34, neck=0.60, tail="tuft", tail_long=0.6, tail_thick=0.05,
                         extras=("crest",)),
        2.0, 300.0, ("zebra",), top_froude=11.0, coats=(Coat(_WHITE, _BLACK),), patterns=("stripes",),
        rideable=True,
    ),
    Species(
        "cow", _COW, 2.1, 600.0, ("cow", "bull", "ox", "cattle", "heifer"), ("calf",),
        top_froude=4.0, coats=(Coat(_WHITE, _BLACK), Coat(_WHITE, (0.42, 0.20, 0.11)), Coat(_BROWN, _CREAM)),
        patterns=("patches",), rideable=True,
        kin=("buffalo", "bison", "yak",),
    ),
    Species(
        "sheep",
        replace(_COW, withers=1.06, rump=1.04, chest_depth=0.70, chest_width=0.62, waist_depth=0.70,
                rump_depth=0.66, neck=0.28, neck_rad=0.55, neck_thick=0.34, head=0.36, head_rad=0.5, skull=0.24,
                muzzle_thick=0.15, leg_thick=0.14, ankle_thick=0.075, ear_long=0.17, tail="stub", tail_long=0.14,
                tail_thick=0.12, extras=("wool",)),
        1.1, 70.0, ("sheep", "ram", "ewe"), ("lamb",), top_froude=5.0,
        coats=(Coat((0.92, 0.89, 0.82), (0.14, 0.12, 0.12)), Coat((0.92, 0.89, 0.82), (0.86, 0.78, 0.70))),
        patterns=("points",),
    ),
    Species(
        "goat",
        replace(_COW, withers=1.06, rump=1.06, chest_depth=0.54, chest_width=0.40, waist_depth=0.54,
                rump_depth=0.50, neck=0.42, neck_rad=0.75, neck_thick=0.24, head=0.40, skull=0.22,
                muzzle_thick=0.14, leg_thick=0.16, ankle_thick=0.07, tail="stub", tail_long=0.16, tail_rad=0.6,
                tail_thick=0.07, extras=("horns", "beard")),
        1.1, 50.0, ("goat", "billy goat"), ("kid goat",), top_froude=6.0,
        coats=(Coat(_WHITE, (0.80, 0.74, 0.66)), Coat(_BROWN, _BLACK)), patterns=("belly",),
        iris=(0.70, 0.55, 0.20),
        kin=("ibex",),
    ),
    Species(
        "pig",
        Quadruped(withers=0.86, rump=0.84, chest_depth=0.60, chest_width=0.48, waist_depth=0.60, rump_depth=0.58,
                  neck=0.20, neck_rad=0.10, neck_thick=0.46, head=0.46, head_rad=0.30, skull=0.36, muzzle=0.42,
                  muzzle_thick=0.20, eye=0.04, leg_thick=0.22, ankle_thick=0.10, foot_long=0.10, foot="hoof",
                  wrist=0.25, hock=0.30, stance=0.26, ear="leaf", ear_long=0.17, tail="curl", tail_long=0.3,
                  tail_rad=0.5, tail_thick=0.04, extras=("snout",)),
        1.2, 110.0, ("pig", "hog", "sow"), ("piglet",), top_froude=4.0,
        coats=(Coat((0.91, 0.68, 0.64), (0.86, 0.56, 0.54)),), patterns=("plain",), hide="skin",
        kin=("boar",),
    ),
    Species(
        "elephant", _ELEPHANT, 3.4, 3800.0, ("elephant",), ("elephant calf",), gaits=("walk", "amble"),
        top_froude=2.2, coats=(Coat((0.47, 0.45, 0.44), (0.56, 0.52, 0.50)),), patterns=("belly",), hide="skin",
        iris=(0.30, 0.18, 0.08), rideable=True,
        kin=("mammoth",),
    ),
    Species(
        "rhino",
        replace(_ELEPHANT, withers=1.0, rump=0.98, chest_depth=0.70, chest_width=0.56, waist_depth=0.70,
                rump_depth=0.66, neck=0.30, neck_rad=0.05, neck_thick=0.46, head=0.56, head_rad=0.45, skull=0.32,
                muzzle=0.55, muzzle_thick=0.25, leg_thick=0.28, ankle_thick=0.18, ear="leaf", ear_long=0.14,
                tail_long=0.4, extras=("nose_horn",)),
        3.3, 1900.0, ("rhino", "rhinoceros"), top_froude=4.5, gaits=("walk", "trot"),
        coats=(Coat((0.44, 0.42, 0.41), (0.52, 0.48, 0.46)),), hide="skin",
        kin=("hippo", "hippopotamus",),
    ),
    Species(
        "lion", replace(_BIG_CAT, tail="tuft", tail_thick=0.06, extras=("ruff",)), 1.75, 180.0, ("lion",),
        ("lion cub", "cub"), top_froude=12.0, coats=(Coat((0.76, 0.56, 0.32), (0.36, 0.20, 0.10)),),
        iris=(0.62, 0.42, 0.12), rideable=True,
    ),
    Species(
        "lioness", replace(_BIG_CAT, tail="tuft", tail_thick=0.06), 1.6, 130.0, ("lioness",),
        top_froude=12.0, coats=(Coat((0.76, 0.57, 0.34), (0.90, 0.80, 0.62)),),
        iris=(0.62, 0.42, 0.12),
        kin=("puma", "cougar", "mountain lion",),
    ),
    Species(
        "tiger", replace(_BIG_CAT, tail_thick=0.09), 1.85, 190.0, ("tiger", "tigress"), ("tiger cub",),
        top_froude=12.0, coats=(Coat((0.86, 0.48, 0.15), _BLACK), Coat(_WHITE, _BLACK)), patterns=("stripes",),
        iris=(0.70, 0.55, 0.15), rideable=True,
    ),
    Species(
        "leopard", replace(_BIG_CAT, head=0.38, skull=0.28, leg_thick=0.21, tail_thick=0.08), 1.35, 60.0,
        ("leopard",), ("leopard cub",), top_froude=20.0,
        coats=(Coat((0.84, 0.63, 0.33), _BLACK),), patterns=("rosettes",), iris=(0.62, 0.56, 0.16),
        kin=("cheetah", "jaguar", "panther", "lynx", "bobcat",),
    ),
    Species(
        "bear", _BEAR, 1.8, 250.0, ("bear", "grizzly", "grizzly bear", "brown bear", "black bear"), ("bear cub",),
        top_froude=6.0, coats=(Coat((0.33, 0.20, 0.12), (0.48, 0.33, 0.20)), Coat(_BLACK, (0.42, 0.28, 0.16))),
        patterns=("mask",), rideable=True,
    ),
    Species(
        "polar_bear", replace(_BEAR, neck=0.40, head=0.44, skull=0.30), 2.1, 400.0, ("polar bear",),
        top_froude=6.0, coats=(Coat((0.92, 0.90, 0.83), (0.86, 0.82, 0.72)),), patterns=("plain",), rideable=True,
    ),
    Species(
        "koala", replace(_BEAR, head=0.50, skull=0.50, muzzle=0.24, muzzle_thick=0.20, neck=0.20, ear_long=0.24,
                         chest_depth=0.60, waist_depth=0.62, leg_thick=0.26, eye=0.045), 0.65,
        9.0, ("koala", "koala bear"), ("koala joey",), top_froude=2.0,
        coats=(Coat((0.36, 0.36, 0.38), (0.66, 0.65, 0.64)),), patterns=("belly",),
    ),
    Species(
        "panda", replace(_BEAR, head=0.48, skull=0.42, muzzle=0.30, chest_depth=0.68, waist_depth=0.66), 1.5,
        110.0, ("panda", "giant panda"), ("panda cub",), top_froude=3.0, coats=(Coat(_WHITE, _BLACK),),
        patterns=("panda",),
    ),
    Species(
        "wolf",
        replace(_DOG, withers=1.28, rump=1.24, ear="pricked", ear_long=0.17, tail="bushy", tail_rad=-0.9,
                tail_thick=0.15, neck_rad=0.45, neck_thick=0.32, extras=("crest",)),
        1.15, 42.0, ("wolf",), ("wolf cub", "wolf pup"),
        top_froude=14.0, coats=(Coat((0.46, 0.44, 0.42), (0.78, 0.75, 0.70)), Coat((0.30, 0.27, 0.25), _GREY)),
        patterns=("belly",), iris=(0.72, 0.52, 0.14),
        kin=("coyote", "jackal", "dingo", "hyena", "werewolf",),
    ),
    Species(
        "fox",
        replace(_DOG, withers=1.08, rump=1.06, chest_depth=0.42, chest_width=0.30, waist_depth=0.33,
                rump_depth=0.36, neck_thick=0.24, head=0.46, skull=0.28, muzzle_thick=0.11, leg_thick=0.15,
                ankle_thick=0.07, ear="pricked", ear_long=0.24, tail="bushy", tail_long=0.85, tail_rad=-0.35,
                tail_thick=0.21),
        0.68, 6.5, ("fox", "vixen", "red fox"), ("fox cub", "fox kit"), top_froude=14.0,
        coats=(Coat((0.82, 0.36, 0.11), _WHITE),), patterns=("socks",), iris=(0.62, 0.40, 0.10),
        kin=("raccoon", "red panda",),
    ),
    Species(
        "deer", _DEER, 1.6, 110.0, ("deer", "stag"),
        top_froude=12.0, coats=(Coat((0.52, 0.34, 0.19), (0.88, 0.80, 0.68)),),
        kin=("reindeer", "elk", "moose", "antelope", "gazelle", "caribou",),
    ),
    Species(
        "doe", replace(_DEER, extras=()), 1.45, 70.0, ("doe", "roe deer"), ("fawn",), top_froude=12.0,
        coats=(Coat((0.60, 0.38, 0.20), (0.92, 0.86, 0.76)),), patterns=("spots",),
        kin=("impala",),
    ),
    Species(
        "giraffe",
        replace(_DEER, withers=2.05, rump=1.75, chest_depth=0.58, chest_width=0.42, waist_depth=0.48,
                rump_depth=0.50, neck=1.55, neck_rad=1.08, neck_thick=0.32, head=0.48, head_rad=0.55, skull=0.22,
                leg_thick=0.24, ankle_thick=0.085, foot_long=0.12, ear_long=0.16, tail="tuft", tail_long=0.7,
                tail_rad=-1.2, tail_thick=0.045, eye=0.045, extras=("ossicones", "crest")),
        3.0, 900.0, ("giraffe",), gaits=("pace", "gallop"), top_froude=5.0,
        coats=(Coat((0.90, 0.76, 0.50), (0.52, 0.28, 0.12)),), patterns=("net",), rideable=True,
    ),
    Species(
        "camel",
        replace(_HORSE, withers=1.50, rump=1.42, chest_depth=0.66, waist_depth=0.56, neck=0.78, neck_rad=0.75,
                neck_thick=0.27, head=0.46, head_rad=0.30, skull=0.23, muzzle_thick=0.17, ear="round",
                ear_long=0.09, foot="pad", tail="tuft", tail_long=0.5, tail_thick=0.05, tail_rad=-1.2,
                extras=("hump",)),
        2.6, 480.0, ("camel", "dromedary"), gaits=("pace", "gallop"), top_froude=6.0,
        coats=(Coat((0.74, 0.56, 0.36), (0.60, 0.42, 0.25)),), patterns=("plain",), rideable=True,
        kin=("llama", "alpaca",),
    ),
    Species(
        "rabbit",
        replace(_RODENT, withers=0.78, rump=0.98, chest_depth=0.50, waist_depth=0.64, rump_depth=0.74,
                chest_width=0.42, neck_rad=0.75, neck=0.16, head=0.44, skull=0.36, muzzle=0.34,
                muzzle_thick=0.19, eye=0.085, leg_thick=0.26, foot_long=0.26, hock=0.10, ear="long",
                ear_long=0.52, tail="stub", tail_long=0.10, tail_thick=0.15, tail_rad=0.5),
        0.40, 2.0, ("rabbit", "bunny", "hare"), gaits=("hop", "bound"), top_froude=16.0,
        coats=(Coat((0.55, 0.44, 0.34), _WHITE), Coat(_WHITE, _PINK), Coat((0.42, 0.41, 0.40), _WHITE)),
        nose=(0.86, 0.50, 0.48),
    ),
    Species(
        "mouse", _RODENT, 0.09, 0.022, ("mouse", "rat"),
        gaits=("walk", "trot", "bound"), top_froude=16.0,
        coats=(Coat((0.52, 0.45, 0.38), (0.90, 0.84, 0.78)), Coat((0.62, 0.60, 0.58), _WHITE)),
        iris=(0.02, 0.02, 0.02),
        kin=("gerbil", "vole", "shrew",),
        nose=(0.86, 0.50, 0.48),
    ),
    Species(
        "hamster",
        replace(_RODENT, chest_width=0.56, chest_depth=0.56, waist_depth=0.64, head=0.44, skull=0.44, muzzle=0.30,
                muzzle_thick=0.20, ear_long=0.15, tail="stub", tail_long=0.05, tail_thick=0.05),
        0.13, 0.12, ("hamster",), gaits=("walk", "trot", "bound"),
        top_froude=8.0, coats=(Coat((0.80, 0.56, 0.30), _WHITE),), iris=(0.02, 0.02, 0.02),
        kin=("guinea pig", "hedgehog", "mole", "beaver",),
        nose=(0.86, 0.50, 0.48),
    ),
    Species(
        "squirrel",
        replace(_RODENT, withers=0.66, rump=0.80, chest_depth=0.42, chest_width=0.36, waist_depth=0.46,
                rump_depth=0.52, neck=0.20, neck_rad=0.7, head=0.40, skull=0.32, ear="pricked", ear_long=0.17,
                tail="bushy", tail_long=1.15, tail_rad=1.05, tail_thick=0.34),
        0.23, 0.5, ("squirrel", "chipmunk"), gaits=("walk", "trot", "bound"), top_froude=16.0,
        coats=(Coat((0.62, 0.32, 0.13), _WHITE), Coat((0.48, 0.45, 0.42), _WHITE)), iris=(0.03, 0.02, 0.02),
    ),
    Species(
        "monkey",
        replace(_CAT, withers=1.08, rump=1.02, chest_depth=0.42, chest_width=0.36, waist_depth=0.34,
                rump_depth=0.36, neck=0.18, neck_rad=0.8, neck_thick=0.22, head=0.36, skull=0.34, muzzle=0.22,
                muzzle_thick=0.19, leg_thick=0.17, ankle_thick=0.085, foot_long=0.20, wrist=0.10, hock=0.10,
                ear="round", ear_long=0.12, tail="plain", tail_long=1.25, tail_rad=0.6, tail_thick=0.06,
                eye=0.055, extras=("bare_face",)),
        0.60, 8.0, ("monkey",),
        ("baby monkey",), gaits=("walk", "trot", "bound"), top_froude=8.0,
        coats=(Coat((0.40, 0.27, 0.17), (0.86, 0.66, 0.52)), Coat((0.20, 0.17, 0.16), (0.62, 0.46, 0.38))),
        patterns=("mask",),
        kin=("chimpanzee", "chimp", "ape", "gorilla", "baboon", "orangutan", "lemur",),
    ),
    Species(
        "turtle",
        Quadruped(withers=0.52, rump=0.50, chest_depth=0.30, chest_width=0.56, waist_depth=0.34, rump_depth=0.28,
                  neck=0.26, neck_rad=0.35, neck_thick=0.17, head=0.28, head_rad=0.05, skull=0.20, muzzle=0.30,
                  muzzle_thick=0.15, eye=0.036, leg_thick=0.20, ankle_thick=0.15, foot_long=0.14, foot="pad",
                  wrist=0.30, hock=0.30, stance=0.50, sprawl=0.55, ear="none", tail="stub", tail_long=0.14,
                  tail_rad=-0.4, tail_thick=0.08, extras=("shell",)),
        0.45, 6.0, ("turtle", "tortoise", "sea turtle", "terrapin"), gaits=("crawl",), top_froude=0.06,
        coats=(Coat((0.46, 0.52, 0.24), (0.34, 0.26, 0.14)),), patterns=("plain",), hide="scale",
    ),
    Species(
        "lizard",
        Quadruped(withers=0.36, rump=0.36, chest_depth=0.24, chest_width=0.28, waist_depth=0.24, rump_depth=0.22,
                  neck=0.18, neck_rad=0.15, neck_thick=0.19, head=0.42, head_rad=0.05, skull=0.21, muzzle=0.60,
                  muzzle_thick=0.13, eye=0.04, leg_thick=0.12, ankle_thick=0.06, foot_long=0.14, wrist=0.22,
                  hock=0.22, stance=0.26, sprawl=0.7, ear="none", tail="plain", tail_long=1.5, tail_rad=-0.12,
                  tail_thick=0.16),
        0.25, 0.3, ("lizard", "gecko", "iguana"),
        gaits=("crawl", "trot"), top_froude=6.0, coats=(Coat((0.36, 0.50, 0.22), (0.72, 0.72, 0.42)),),
        patterns=("belly",), hide="scale", iris=(0.70, 0.50, 0.10),
        kin=("crocodile", "alligator", "chameleon", "salamander", "newt", "dinosaur",),
    ),
    Species(
        "frog",
        Quadruped(withers=0.52, rump=0.50, chest_depth=0.40, chest_width=0.62, waist_depth=0.40, rump_depth=0.30,
                  neck=0.06, neck_rad=0.25, neck_thick=0.46, head=0.48, head_rad=0.05, skull=0.44, muzzle=0.42,
                  muzzle_thick=0.34, eye=0.105, leg_thick=0.20, ankle_thick=0.07, foot_long=0.34, wrist=0.12,
                  hock=0.12, stance=0.46, sprawl=0.6, ear="none", tail="none", tail_long=0.05,
                  extras=("goggle_eyes",)),
        0.09, 0.06, ("frog", "toad", "bullfrog"), gaits=("hop",), top_froude=8.0,
        coats=(Coat((0.36, 0.62, 0.18), (0.88, 0.86, 0.58)),), patterns=("belly",), hide="skin",
        iris=(0.85, 0.60, 0.12),
    ),
)  # fmt: skip
