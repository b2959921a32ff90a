"""Tells a clause in a take: who is there, what they do, how it ends, what they say."""

from collections.abc import Sequence

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.casting import Casting
from render_cluster.backends.physics.language.chunks import NounPhrase, VerbGroup
from render_cluster.backends.physics.language.clauses import Clause
from render_cluster.backends.physics.language.deeds import Deeds, manner_of
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.outcomes import negated, outcome_of
from render_cluster.backends.physics.language.relating import Relating
from render_cluster.backends.physics.language.sports import Sports
from render_cluster.backends.physics.language.take import Ids, Take
from render_cluster.backends.physics.language.verb_senses import VerbSenses
from render_cluster.backends.physics.language.vocabulary.verbs import EMPTY, FEELINGS, PLACED
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.storyboard import Action, Line

_LINE_CHARS_MAX = 240
_WEARING = frozenset({"wear", "dress", "don"})
_WORN_AFTER = frozenset({"in", "as", "with"})
# Of these nothing ends: what follows is an action of its own.
_ENDLESS = frozenset({"stand", "talk", "look"})


class Teller:
    """Writes clauses into takes; remembers who acted last, for what goes on without naming them."""

    def __init__(
        self, casting: Casting, cast: Cast, verbs: VerbSenses, book: WordBook, ledger: Ledger
    ) -> None:
        self._casting = casting
        self._cast = cast
        self._verbs = verbs
        self._ledger = ledger
        self._relating = Relating(casting, cast, verbs, ledger)
        self._deeds = Deeds(casting, cast, verbs, book, ledger)
        self._sports = Sports(casting, cast, self._deeds, ledger)
        self._doers: Ids = ()

    @property
    def acts_as_person(self) -> bool:
        """Whether people did what was told last."""
        return any(self._cast[id].family == "person" for id in self._doers)

    def tell(self, take: Take, clause: Clause) -> None:
        """One clause; each of its words meets its fate."""
        doers, manner = self._who(take, clause)
        if clause.verb is not None and clause.verb.lemma in _WEARING and doers:
            self._wearing(take, clause, doers)
        elif clause.verb is not None:
            self._deed(take, clause, doers, manner)
        else:
            self._scenery(take, clause, doers)
            if manner is not None and doers and take.last_action(doers) is None:
                self._feel(take, doers, manner)
        for text in clause.said:
            self._say(take, text, clause, self._doers if clause.verb is not None or doers else ())

    def _who(self, take: Take, clause: Clause) -> tuple[Ids, str | None]:
        """The doers of a clause and the manner in which they act."""
        manner = next((FEELINGS[word] for word in clause.described if word in FEELINGS), None)
        ids: list[str] = []
        deeds: list[tuple[str, Ids]] = []
        for phrase in clause.subjects:
            met = self._casting.meet(take, phrase, doers=self._doers)
            ids.extend(id for id in met.ids if id not in ids)
            manner = met.manner or manner
            deeds.extend((deed, met.ids) for deed in phrase.deeds)
        doers = tuple(ids)
        if clause.nearest is not None:
            nearest = self._relating.named(take, clause.nearest)
            before = doers or self._doers
            if nearest and (self._cast.any_animate(nearest) or not self._cast.any_animate(before)):
                doers = nearest
        if not doers and clause.goes_on and not clause.subjects:
            doers = tuple(id for id in self._doers if take.show(id))
        if doers:
            self._doers = doers
        for deed, deed_doers in deeds:
            self._deeds.act_as_described(take, deed, deed_doers)
        for word in clause.described:
            self._ledger.met(word, None) if word in FEELINGS else self._ledger.left_out(word)
        return doers, manner

    def _deed(self, take: Take, clause: Clause, doers: Ids, manner: str | None) -> None:
        verb = clause.verb
        assert verb is not None
        if self._plays(take, clause, doers, manner):
            return
        objects = self._met(take, clause.objects, doers)
        if not doers and verb.form == "ing" and objects and self._deeds.is_intransitive(verb):
            # "blinking traffic lights", "falling leaves": the noun after it does it.
            doers, objects = objects, ()
        goals = self._relating.of_clause(take, clause, doers, objects)
        if not doers and not clause.subjects and not clause.goes_on and not verb.is_passive:
            doers = self._casting.somebody(take)
        doers, objects = self._turned(verb, clause, doers, objects, take)
        self._doers = doers or self._doers
        if not doers:
            self._ledger.left_out(verb.text)
        elif not self._ends_last(take, verb, doers, clause) and not self._says_little(verb, doers, objects):
            manner = manner or manner_of(verb)
            self._deeds.act(take, verb, doers, (*objects, *goals), manner, clause, has_objects=bool(objects))

    def _met(self, take: Take, phrases: Sequence[NounPhrase], doers: Ids) -> Ids:
        """The members that objects mean; "home" after a verb is where to, and not shown."""
        ids: list[str] = []
        for phrase in phrases:
            if phrase.text.lower() == "home":
                self._ledger.left_out("home")
            else:
                ids.extend(self._casting.meet(take, phrase, doers=doers or self._doers).ids)
        return tuple(ids)

    def _says_little(self, verb: VerbGroup, doers: Ids, objects: Ids) -> bool:
        """Whether there is nothing to do: it is denied, empty, or only says that things are somewhere."""
        if verb.is_negated:
            self._ledger.realised(f"not {verb.text}")
            return True
        if verb.lemma in EMPTY and not objects and verb.lemma not in ("wear", "look", "stop", "begin"):
            return True
        is_placed = verb.lemma in PLACED and not self._cast.any_animate(doers)
        if verb.form == "ed" and (is_placed or verb.lemma == "catch"):
            self._ledger.realised(verb.text)
            return True
        return False

    def _plays(self, take: Take, clause: Clause, doers: Ids, manner: str | None) -> bool:
        """Whether it is a sport, which is then told."""
        played = self._sports.play(take, clause, doers, manner)
        if played is None:
            return False
        self._doers = played.doers
        self._relating.of_clause(take, clause, *played)
        return True

    def _turned(
        self, verb: VerbGroup, clause: Clause, doers: Ids, objects: Ids, take: Take
    ) -> tuple[Ids, Ids]:
        """Doers and objects with a passive turned round: "the ball is thrown by a boy"."""
        if not (verb.is_passive or (verb.form == "ed" and not objects)):
            return doers, objects
        agents = tuple(
            id
            for related in clause.related
            if related.preposition == "by"
            for id in self._relating.named(take, related.phrase)
            if self._cast[id].is_animate or self._cast[id].subject.kind == "grabber"
        )
        return (agents, doers) if agents else (doers, objects)

    def _ends_last(self, take: Take, verb: VerbGroup, doers: Ids, clause: Clause) -> bool:
        """Whether the verb only says how the last action ends: "shoots and misses"."""
        outcome = outcome_of(verb, clause)
        if outcome is None or (clause.objects and outcome not in ("hits", "shatters", "misses")):
            return False
        words = verb.text
        if verb.is_negated:
            outcome, words = negated(outcome), f"not {verb.text}"
        elif verb.is_nearly:
            outcome = "recovers" if outcome in ("falls", "tips") else negated(outcome)
            words = f"nearly {verb.text}"
        index = take.last_action(doers)
        if index is not None and self._is_ended(take.actions[index], verb):
            take.end(index, outcome)
        elif index is None and verb.is_negated:
            for doer in doers:
                is_person = self._cast[doer].family == "person"
                take.act(Action(doer, "wobble" if is_person else "rest", None, outcome))
        else:
            return False
        self._ledger.realised(words)
        return True

    def _is_ended(self, action: Action, verb: VerbGroup) -> bool:
        """Whether a verb can be the end of that action: who has caught himself may fall yet again."""
        return action.verb not in _ENDLESS and not (action.outcome == "recovers" and verb.lemma == "fall")

    def _scenery(self, take: Take, clause: Clause, doers: Ids) -> None:
        """A clause without a verb: who or what is there, and where."""
        if not doers and not clause.subjects:
            doers = tuple(id for id in self._doers if id in take.subjects)
        for related in clause.related:
            self._relating.put(take, related, doers, (), related.preposition)

    def _wearing(self, take: Take, clause: Clause, doers: Ids) -> None:
        for phrase in (
            *clause.objects,
            *(related.phrase for related in clause.related if related.preposition in _WORN_AFTER),
        ):
            if not self._casting.dressing.wear(doers, phrase):
                self._met(take, (phrase,), doers)
        for related in clause.related:
            if related.preposition not in _WORN_AFTER:
                self._relating.put(take, related, doers, (), related.preposition)

    def _say(self, take: Take, text: str, clause: Clause, doers: Ids) -> None:
        if not doers and not clause.subjects and clause.verb is None:
            doers = self._doers
        speaker = next((id for id in doers if id in take.subjects and self._cast[id].is_animate), None)
        shown = f'"{text}"'
        if not take.say(Line(text[:_LINE_CHARS_MAX], speaker)):
            self._ledger.left_out(shown)
            return
        self._ledger.met(shown, "its beginning" if len(text) > _LINE_CHARS_MAX else None)
        if speaker is not None and self._cast[speaker].family == "person":
            talks = any(action.subject == speaker and action.verb == "talk" for action in take.actions)
            if not talks:
                take.act(Action(speaker, "talk"))

    def _feel(self, take: Take, doers: Ids, manner: str) -> None:
        for doer in doers:
            if self._cast[doer].is_animate:
                take.act(Action(doer, "stand", manner=manner))
