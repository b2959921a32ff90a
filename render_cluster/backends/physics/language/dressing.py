"""Dresses people in what a prompt has them wear."""

from collections.abc import Sequence

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.describing import counted, looks_of
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.senses import Sense, Senses
from render_cluster.backends.physics.language.take import Ids, Take
from render_cluster.backends.physics.language.vocabulary.colours import COLOUR_WORDS
from render_cluster.storyboard import Garment

_WARDROBE_MAX = 6


class Dressing:
    """Writes garments into the wardrobes of the cast."""

    def __init__(self, senses: Senses, cast: Cast, ledger: Ledger) -> None:
        self._senses = senses
        self._cast = cast
        self._ledger = ledger

    def wear(self, ids: Ids, phrase: NounPhrase) -> bool:
        """Dresses people in what a phrase means; False where it means no clothes."""
        people = [id for id in ids if self._cast[id].family == "person"]
        if not people:
            return False
        meant = counted(phrase).phrase
        if (
            len(meant.nouns) == 1
            and meant.head in COLOUR_WORDS
            and self._senses.of(meant, "worn").family != "garment"
        ):
            self._ledger.approximated(meant.head, f"a {COLOUR_WORDS[meant.head][0]} top")
            self._dress(people, Garment("t_shirt", COLOUR_WORDS[meant.head][0]))
            return True
        sense = self._senses.of(meant, "worn")
        if sense.family != "garment":
            return False
        self._put_on(meant, sense, people)
        return True

    def give(self, take: Take, phrase: NounPhrase, sense: Sense, doers: Ids) -> None:
        """Clothes that nobody wears yet: those of the doers, else of nobody."""
        people = [id for id in doers or tuple(take.subjects) if self._cast[id].family == "person"]
        if people:
            self._put_on(phrase, sense, people)
        else:
            self._ledger.left_out(phrase.text)

    def _put_on(self, phrase: NounPhrase, sense: Sense, people: Sequence[str]) -> None:
        looks = looks_of(phrase, False, self._ledger)
        self._ledger.met(sense.words, sense.by)
        self._dress(people, Garment(sense.kind, looks.colour))

    def _dress(self, people: Sequence[str], garment: Garment) -> None:
        for id in people:
            worn = [each for each in self._cast[id].subject.wardrobe if each.kind != garment.kind]
            self._cast.change(id, wardrobe=(garment, *worn)[:_WARDROBE_MAX])
