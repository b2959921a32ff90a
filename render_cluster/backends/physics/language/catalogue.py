"""The lexicon of what can really be shown: the catalogue's things and the species of animals."""

from collections.abc import Iterable

from render_cluster.backends.physics.anatomy import species
from render_cluster.backends.physics.anatomy.kind import YOUNG_SHARE
from render_cluster.backends.physics.language.lexicon import Entry
from render_cluster.backends.physics.things import catalogue

PERSON = "person"
# The pack has pictures for words that mean nothing one could put down somewhere.
_UNSEEN = frozenset(
    "music love spirit mechanism emoji wind gust storm bang collision movie film sunshine wave".split()
)


def is_kind(kind: str) -> bool:
    """Whether a subject of this kind can be shown."""
    if kind == PERSON or kind in species.SPECIES:
        return True
    try:
        catalogue.thing_of(kind)
    except KeyError:
        return False
    return True


class CatalogueLexicon:
    """Finds well-made things first (a rubber duck is a toy), then animals, then things with only a picture."""

    def find(self, noun: str) -> Entry | None:
        """The kind that a singular noun in lower case means, if there is one."""
        thing = None if noun in _UNSEEN else catalogue.find(noun)
        animal = species.find(noun)
        if animal is not None and (thing is None or thing.picture is not None):
            size = YOUNG_SHARE if noun in animal.young else 1.0
            return Entry(animal.name, is_animal=True, size=size, is_near=noun in animal.kin)
        return None if thing is None else Entry(thing.kind, traits=thing.traits)

    def nouns(self) -> Iterable[str]:
        """The name of each well-made thing and of each animal."""
        for kind in (*catalogue.KINDS.values(), *species.SPECIES.values()):
            yield kind.words[0]
