"""All nouns that the world can show, as the prompt compiler asks for them: things and animals in one lexicon."""

from collections.abc import Iterable

from render_cluster.backends.physics.anatomy import species
from render_cluster.backends.physics.language.lexicon import Entry
from render_cluster.backends.physics.things import catalogue


class KnownNouns:
    """The lexicon of everything that has a body here; an animal with a body of its own goes before a picture."""

    def find(self, noun: str) -> Entry | None:
        """The kind that a singular noun in lower case means, if there is one."""
        thing = catalogue.find(noun)
        if thing is not None and thing.picture is None:
            return Entry(thing.kind, traits=thing.traits)
        animal = species.find(noun)
        if animal is not None and not (thing is not None and species.is_stand_in(noun)):
            return Entry(animal.name, is_animal=True)
        return None if thing is None else Entry(thing.kind, traits=thing.traits)

    def nouns(self) -> Iterable[str]:
        """Every noun once, things first."""
        return dict.fromkeys((*catalogue.nouns(), *species.nouns()))
