"""What is eaten."""

from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.thing import Shape, Thing, Trait


def _food(
    kind: str,
    size_m: Vector,
    mass_kg: float,
    *words: str,
    shapes: tuple[Shape, ...] = forms.EGG,
    traits: tuple[Trait, ...] = ("held",),
) -> Thing:
    return Thing(kind, words, size_m, mass_kg, "food", shapes, traits)


_ROLLS: tuple[Trait, ...] = ("rolls", "held")
_FLAT: tuple[Trait, ...] = ("held", "flat")

THINGS: tuple[Thing, ...] = (
    _food("apple", (0.080, 0.080, 0.085), 0.19, "apple", "red apple", "green apple", "fruit",
        traits=_ROLLS),
    _food("orange", (0.080, 0.080, 0.078), 0.20, "orange", "tangerine", "clementine", "grapefruit",
        traits=_ROLLS),
    _food("lemon", (0.058, 0.082, 0.058), 0.10, "lemon", "lime", traits=_ROLLS),
    _food("peach", (0.075, 0.075, 0.072), 0.15, "peach", "plum", "apricot", "nectarine", traits=_ROLLS),
    _food("tomato", (0.075, 0.075, 0.062), 0.13, "tomato", "cherry tomato", traits=_ROLLS),
    _food("pear", (0.075, 0.075, 0.115), 0.19, "pear", "avocado", traits=_ROLLS),
    _food("banana", (0.2, 0.039, 0.087), 0.13, "banana", "plantain"),
    _food("watermelon", (0.36, 0.26, 0.26), 6.5, "watermelon", "melon",
        traits=("rolls", "floats", "breaks")),
    _food("pumpkin", (0.34, 0.34, 0.30), 6.0, "pumpkin", "jack-o'-lantern", "squash", "gourd",
        traits=("rolls", "floats")),
    _food("carrot", (0.042, 0.24, 0.045), 0.11, "carrot", traits=_ROLLS),
    _food("broccoli", (0.15, 0.15, 0.16), 0.30, "broccoli", "cauliflower", "vegetable"),
    _food("mushroom", (0.10, 0.10, 0.10), 0.05, "mushroom", "toadstool"),
    _food("corn", (0.083, 0.21, 0.083), 0.30, "corn", "corn cob", "maize", traits=_ROLLS),
    _food("egg", (0.045, 0.045, 0.060), 0.06, "egg", "easter egg", traits=("rolls", "held", "breaks")),
    _food("bread", (0.12, 0.26, 0.11), 0.50, "bread", "loaf", "loaf of bread", "toast", shapes=forms.BOX),
    _food("baguette", (0.08, 0.60, 0.06), 0.27, "baguette", "french bread", traits=_ROLLS),
    _food("cake", (0.26, 0.26, 0.20), 1.6, "cake", "birthday cake", "wedding cake", "chocolate cake",
        shapes=forms.DRUM),
    _food("cupcake", (0.075, 0.075, 0.085), 0.09, "cupcake", "muffin"),
    _food("cookie", (0.085, 0.085, 0.018), 0.03, "cookie", "biscuit", "cracker", shapes=forms.DRUM,
        traits=_FLAT),
    _food("donut", (0.10, 0.10, 0.038), 0.07, "donut", "doughnut", "bagel", shapes=(Shape("torus"),),
        traits=_FLAT),
    _food("pie", (0.27, 0.27, 0.07), 1.0, "pie", "tart", "apple pie", shapes=forms.DRUM, traits=_FLAT),
    _food("pizza", (0.33, 0.33, 0.026), 0.65, "pizza", "slice of pizza", "pizza slice", shapes=forms.DRUM,
        traits=_FLAT),
    _food("sandwich", (0.17, 0.14, 0.085), 0.25, "sandwich", "club sandwich", shapes=forms.BOX),
    _food("burger", (0.115, 0.115, 0.085), 0.28, "burger", "hamburger", "cheeseburger", shapes=forms.DRUM),
    _food("hot_dog", (0.074, 0.21, 0.054), 0.17, "hot dog", "hotdog", "sausage", shapes=forms.BOX),
    _food("cheese", (0.16, 0.12, 0.08), 0.55, "cheese", "piece of cheese", shapes=forms.BOX),
    _food("ice_cream", (0.075, 0.075, 0.19), 0.15, "ice cream", "ice cream cone", "gelato"),
    _food("lollipop", (0.06, 0.021, 0.16), 0.03, "lollipop", "candy", "sweet"),
    _food("chocolate", (0.075, 0.15, 0.012), 0.10, "chocolate", "chocolate bar", shapes=forms.BOX,
        traits=_FLAT),
    _food("steak", (0.20, 0.15, 0.03), 0.32, "steak", "meat", shapes=forms.BOX, traits=_FLAT),
    _food("sushi", (0.047, 0.09, 0.038), 0.04, "sushi", "sushi roll", shapes=forms.BOX),
    _food("pancake", (0.17, 0.17, 0.09), 0.45, "pancake", "stack of pancakes", "waffle", shapes=forms.DRUM,
        traits=_FLAT),
    Thing("soda_can", ("soda can", "can", "tin", "tin can", "soda", "beer can"), (0.066, 0.066, 0.12), 0.35,
        "metal", forms.DRUM, ("rolls", "held")),
    Thing("milk", ("milk", "milk carton", "juice"), (0.10, 0.10, 0.24), 1.0, "paper", forms.BOX, ("held",)),
    Thing("cocktail", ("cocktail", "martini", "drink"), (0.115, 0.115, 0.18), 0.25, "glass",
        forms.stacked((0.6, 0.0, 0.03, "cylinder"), (0.12, 0.03, 0.5, "cylinder"),
            (1.0, 0.5, 1.0, "cylinder")), ("breaks", "held"), breaks_at_ns=0.25),
    Thing("beer", ("beer", "glass of beer", "beer mug", "pint"), (0.14, 0.095, 0.17), 1.0, "glass",
        forms.DRUM, ("breaks", "held"), breaks_at_ns=2.0),
)  # fmt: skip
