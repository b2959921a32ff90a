"""Numbers in words, and the words for many at once."""

COUNT_MAX = 24

NUMBERS: dict[str, int] = {
    word: number
    for number, words in {
        1: "one single lone solitary another",
        2: "two both twin couple pair double",
        3: "three few some trio",
        4: "four several quartet",
        5: "five", 6: "six many various numerous multiple", 7: "seven", 8: "eight lots plenty", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve dozen", 15: "fifteen", 20: "twenty score",
        24: "dozens hundred hundreds thousand thousands million millions countless thirty forty fifty",
    }.items()
    for word in words.split()
}  # fmt: skip

EXACT = frozenset("one two three four five six seven eight nine ten eleven twelve fifteen twenty couple pair both "
                  "dozen single trio quartet lone solitary twin another double".split())  # fmt: skip
"""Number words that say just how many."""

GROUPS: dict[str, int] = {
    "group": 5, "crowd": 10, "flock": 8, "herd": 8, "swarm": 12, "school": 8, "pack": 5, "pile": 6, "row": 6,
    "bunch": 5, "team": 5, "band": 4, "line": 6, "stack": 5, "lot": 8, "set": 4, "couple": 2, "pair": 2, "number": 5,
    "family": 4, "trio": 3, "dozen": 12, "cluster": 6, "collection": 6, "army": 12, "gang": 5, "class": 8, "litter": 4,
    "bouquet": 6, "bundle": 6, "handful": 5, "variety": 4, "parade": 8, "heap": 6, "chain": 6, "shoal": 8, "fleet": 5,
}  # fmt: skip
"""Words that stand before "of" and say that there are many."""

PARTS = frozenset("piece slice side part top edge end bit sheet glassful spoonful drop bar loaf block body type kind "
                  "style middle front back plate surface bottom corner tip mouth field mug".split())  # fmt: skip
"""Words that stand before "of" and say less than what follows."""

PLURAL_COUNT = 3
