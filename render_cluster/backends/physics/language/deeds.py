"""Writes deeds as actions: the verb of each doer, what it is aimed at, what is held or ridden for it."""

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.casting import Casting
from render_cluster.backends.physics.language.chunks import VerbGroup
from render_cluster.backends.physics.language.clauses import Clause
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.outcomes import outcome_of
from render_cluster.backends.physics.language.take import Ids, Take
from render_cluster.backends.physics.language.verb_senses import Done, VerbSense, VerbSenses, verb_for
from render_cluster.backends.physics.language.vocabulary.verbs import FAST, FEELINGS, SLOW, Doing
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.backends.physics.soft.cuts import CLOTHS, FLUTTER
from render_cluster.storyboard import Action, Place

_BY_HANDS = frozenset({"throw", "hold", "work", "play", "eat", "drink", "catch", "look"})
_AIMED = frozenset({"throw", "kick"})
_MOUNTED = frozenset({"sit", "ride", "lie", "stand", "row"})
_TOO_LARGE = frozenset({"fixed", "vehicle", "seat"})
_INSTRUMENTS = frozenset("guitar piano violin drum drum_kit trumpet saxophone flute cello".split()) | {
    "musical instrument"
}
_TRANSITIVE = frozenset("work hold eat drink play look throw ride talk catch lift push kick hug".split())
_LETS_GO = frozenset({"release", "drop", "let", "free", "open"})
_SHINING = frozenset("blink glow shine swing flicker burn sparkle twinkle glisten".split())


class Deeds:
    """Turns verbs into actions of a take."""

    def __init__(
        self, casting: Casting, cast: Cast, verbs: VerbSenses, book: WordBook, ledger: Ledger
    ) -> None:
        self._casting = casting
        self._cast = cast
        self._verbs = verbs
        self._book = book
        self._ledger = ledger

    def act(
        self,
        take: Take,
        verb: VerbGroup,
        doers: Ids,
        targets: Ids,
        manner: str | None,
        clause: Clause,
        has_objects: bool = False,
    ) -> None:
        """Writes the action of each doer, with the things that the verb brings along."""
        sense = self._verbs.of(verb)
        if has_objects and not self._cast.any_animate(doers) and sense.doing.person in _BY_HANDS:
            self._carry(take, verb, doers, targets)
            return
        if verb.lemma == "cast" and not self._cast.any_animate(doers):
            self._ledger.left_out(verb.text)  # a shadow: no lamp throws itself
            return
        if sense.doing.setting is not None:
            take.hints.insert(0, sense.doing.setting)
        if sense.doing.target and self._cast.any_animate(doers):
            extra = self._casting.bring(take, sense.doing.target)
            targets = targets if extra is None or extra in targets else (*targets, extra)
        self._arm(take, sense.doing, doers, targets)
        near = [self._one(take, verb, sense, doer, targets, manner, clause) for doer in doers]
        words = f"nearly {verb.text}" if verb.is_nearly else verb.text
        self._ledger.met(words, " or ".join(dict.fromkeys(filter(None, near))) or None)
        for adverb in verb.adverbs:
            known = adverb in SLOW or adverb in FAST or adverb in FEELINGS
            self._ledger.realised(adverb) if known else self._ledger.left_out(adverb)

    def _arm(self, take: Take, doing: Doing, doers: Ids, targets: Ids) -> None:
        """Puts into a person's hand what such a deed is done with, unless something is there already."""
        people = [doer for doer in doers if self._cast[doer].family == "person"]
        if doing.tool is None or not people or (doing.on_things and not targets):
            return
        armed = any(
            place is not None and place.relation == "held_by" and place.target in people
            for place in (self._cast[id].subject.place for id in take.subjects)
        )
        tool = None if armed else self._casting.bring(take, doing.tool)
        if tool is not None:
            self._casting.relate((tool,), "held_by", people[0])

    def _one(
        self,
        take: Take,
        verb: VerbGroup,
        sense: VerbSense,
        doer: str,
        targets: Ids,
        manner: str | None,
        clause: Clause,
    ) -> str | None:
        """Writes one doer's action; the verb that stands in, if one does."""
        member = self._cast[doer]
        done = verb_for(member, verb.lemma, sense)
        if verb.lemma == "play" and member.family == "person":
            done = self._playing(doer, targets) or done
        if verb.lemma == "fly" and targets and member.family == "person":
            # Nobody flies with a kite: they hold it.
            done = Done("hold", False)
        if done.verb == FLUTTER:
            take.fluttered.append(verb.text)
        if verb.lemma == "wave" and member.family == "person" and self._is_cloth(targets):
            # The flag is waved by the wind, at the pole that is held.
            done = Done("hold", True)
        others = [target for target in targets if target != doer]
        target = self.aim(done.verb, others)
        self._hold(doer, done.verb, sense, others)
        outcome = outcome_of(verb, clause) if done.verb not in ("stand", "rest") else None
        if verb.is_nearly:
            done = done._replace(verb="wobble" if member.family == "person" else done.verb)
            outcome = "recovers" if member.is_animate else "stands"
        if not take.act(Action(doer, done.verb, target, outcome, manner)):
            self._ledger.left_out(verb.text)
        is_idle = verb.form == "ed" and member.family == "thing" and done.verb == "rest"
        return done.verb if done.is_near or is_idle else None

    def _is_cloth(self, targets: Ids) -> bool:
        return any(self._cast[target].subject.kind in CLOTHS for target in targets)

    def _carry(self, take: Take, verb: VerbGroup, doers: Ids, objects: Ids) -> None:
        """What a thing "does" as if with hands: a truck carries, a bowl holds; the rest it cannot."""
        if self._cast[doers[0]].subject.kind == "grabber":
            self._grab(take, verb, doers[0], objects[0])
        elif verb.lemma in ("carry", "hold", "bear", "support", "have", "contain", "transport"):
            self._casting.relate(objects, "on", doers[0])
            self._ledger.approximated(verb.text, "lying on it")
        else:
            self._ledger.left_out(verb.text)

    def _grab(self, take: Take, verb: VerbGroup, grabber: str, thing: str) -> None:
        """A tool that grips holds what hangs from it, and lets it fall."""
        if verb.lemma in _LETS_GO:
            take.act(Action(thing, "fall"))
        else:
            place = self._cast[grabber].subject.place
            if place is not None and self._cast[thing].subject.place is None and place.target != thing:
                self._cast.change(thing, place=place)
            self._cast.change(grabber, place=Place("on", thing))
        self._ledger.realised(verb.text)

    def act_as_described(self, take: Take, deed: str, doers: Ids) -> None:
        """ "a burning candle": what the adjective says, the noun does."""
        found = self._book.verb(deed)
        if found is None or not doers:
            self._ledger.left_out(deed)
            return
        verb = VerbGroup(found[0], "ing", deed)
        if not self.is_intransitive(verb) and not self._cast.any_animate(doers):
            # A frying pan does not fry.
            return
        self.act(take, verb, doers, (), None, Clause())

    def is_intransitive(self, verb: VerbGroup) -> bool:
        """Whether a noun after it does it rather than suffers it: falling leaves."""
        return self._verbs.of(verb).doing.person not in _TRANSITIVE or verb.lemma in _SHINING

    def aim(self, verb: str, others: list[str]) -> str | None:
        """What an action is at: of a throw the goal rather than the ball, else what was named first."""
        if verb in _AIMED:
            # A throw is at the hoop, a kick at the ball: staging finds the goal beyond it.
            rolling = [id for id in others if "rolls" in self._cast[id].traits]
            standing = [id for id in others if id not in rolling]
            first, then = (rolling, standing) if verb == "kick" else (standing, rolling)
            return (first or then or [None])[0]
        return others[0] if others else None

    def _hold(self, doer: str, verb: str, sense: VerbSense, others: list[str]) -> None:
        """Puts what is held into the hands and whoever rides onto what is ridden."""
        if verb == "ride" and others and self._cast[others[0]].family == "animal":
            self._casting.relate((doer,), "on", others[0])
        things = [id for id in others if self._cast[id].family == "thing"]
        if self._cast[doer].family != "person" or not things:
            return
        first = things[0]
        traits = self._cast[first].traits
        if verb in ("ride", "sit", "lie") or (verb in _MOUNTED and "ridden" in traits):
            inside = verb == "ride" and "vehicle" in traits and "ridden" not in traits
            self._casting.relate((doer,), "in" if inside else "on", first)
        elif verb == "row":
            self._casting.relate((doer,), "in", first)
        elif (sense.doing.holds or verb in ("play", "hold")) and not _TOO_LARGE & set(traits):
            held = next((id for id in things if self._cast[id].subject.kind not in ("hoop", "goal")), None)
            if held is not None:
                self._casting.relate((held,), "held_by", doer)

    def _playing(self, doer: str, targets: Ids) -> Done | None:
        """Playing is of an instrument; with a ball it is a kick, with nothing a run about."""
        for target in targets:
            member = self._cast[target]
            kinds = {member.subject.kind, *self._book.kinds(member.word, "noun")}
            if kinds & _INSTRUMENTS:
                return None
            if "rolls" in member.traits:
                return Done("kick", False)
            if member.is_animate:
                return Done("crouch", True)
        if not targets and self._cast[doer].subject.age == "child":
            return Done("run", True)
        return Done("dance", True) if not targets else Done("hold", True)


def manner_of(verb: VerbGroup) -> str | None:
    """How the adverbs of a verb say that it is done."""
    for adverb in verb.adverbs:
        if adverb in FEELINGS:
            return FEELINGS[adverb]
        if adverb in SLOW:
            return "slow"
        if adverb in FAST:
            return "fast"
    return None
