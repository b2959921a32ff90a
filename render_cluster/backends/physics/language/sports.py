"""Sports and games: what playing one comes to, with the things that belong to it even where unsaid."""

from typing import NamedTuple

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.casting import Casting
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.clauses import Clause
from render_cluster.backends.physics.language.deeds import Deeds
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.outcomes import outcome_of
from render_cluster.backends.physics.language.take import Ids, Take
from render_cluster.backends.physics.language.vocabulary.verbs import SPORTS
from render_cluster.storyboard import Action

_SPORTING = frozenset(
    "play do practise practice shoot dunk dribble throw kick score make take attempt hit try love enjoy toss".split()
)


class Played(NamedTuple):
    """Who plays, and the things that the game brought."""

    doers: Ids
    things: Ids


class Sports:
    """Writes sports into takes."""

    def __init__(self, casting: Casting, cast: Cast, deeds: Deeds, ledger: Ledger) -> None:
        self._casting = casting
        self._cast = cast
        self._deeds = deeds
        self._ledger = ledger

    def play(self, take: Take, clause: Clause, doers: Ids, manner: str | None) -> Played | None:
        """Writes the actions of a clause about a sport; None where it is about none."""
        verb = clause.verb
        if verb is None or verb.lemma not in _SPORTING:
            return None
        for position, phrase in enumerate(clause.objects):
            name = _sport_of(phrase)
            # To throw a ball is no game yet, to shoot one is.
            if name is not None and (verb.lemma != "throw" or phrase.head != "ball"):
                for other in (*clause.objects[:position], *clause.objects[position + 1 :]):
                    self._casting.meet(take, other)
                return self._played(take, clause, f"{verb.text} {phrase.text}", name, doers, manner)
        return None

    def _played(
        self, take: Take, clause: Clause, words: str, name: str, doers: Ids, manner: str | None
    ) -> Played:
        assert clause.verb is not None
        doers = doers or self._casting.somebody(take)
        verb, things, setting = SPORTS[name]
        verb = "kick" if clause.verb.lemma == "kick" else verb
        brought = {noun: self._casting.bring(take, noun) for noun in things}
        ids = [id for id in brought.values() if id is not None]
        missing = [noun for noun, id in brought.items() if id is None]
        take.hints.insert(0, setting)
        outcome = outcome_of(clause.verb, clause)
        for doer in doers:
            is_person = self._cast[doer].family == "person"
            done = verb if is_person else "play"
            take.act(Action(doer, done, self._deeds.aim(done, ids), outcome, manner))
            if done == "throw" and ids and is_person:
                self._casting.relate((ids[0],), "held_by", doer)
        self._ledger.met(words, f"{verb} without {missing[0]}" if missing else None)
        return Played(doers, tuple(ids))


def _sport_of(phrase: NounPhrase) -> str | None:
    """The sport that a phrase names: "free throw", "beach volleyball"."""
    names = (*phrase.adjectives[-1:], *phrase.nouns)
    return next((words for start in range(len(names)) if (words := " ".join(names[start:])) in SPORTS), None)
