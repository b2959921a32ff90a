"""Tells a clause in a take: who is there, what they do, with what, how it ends, what they say."""

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.casting import Casting, Met
from render_cluster.backends.physics.language.chunks import NounPhrase, VerbGroup
from render_cluster.backends.physics.language.clauses import Clause, Related
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.outcomes import negated, outcome_of
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.verb_senses import Done, VerbSense, VerbSenses, verb_for
from render_cluster.backends.physics.language.vocabulary.closed_words import RELATIONS
from render_cluster.backends.physics.language.vocabulary.colours import MATERIALS
from render_cluster.backends.physics.language.vocabulary.verbs import (
    EMPTY,
    FAST,
    FEELINGS,
    PLACED,
    SLOW,
    SPORTS,
)
from render_cluster.backends.physics.language.word_book import WordBook
from render_cluster.storyboard import Action, Line

_WEARING = frozenset({"wear", "dress", "don", "put on"})
_SPORTING = frozenset(
    "play practise practice shoot dunk dribble throw kick score do make take attempt hit try love enjoy toss".split()
)
_AIMED = frozenset({"throw", "kick"})
_GOALS = frozenset("to into onto at towards toward through over off against past".split())
_TOGETHER = frozenset({"talk", "play", "dance", "push", "hug", "kick"})
_MOUNTED = frozenset({"sit", "ride", "lie", "stand", "row"})
_ALIASES = {"rim": "hoop", "backboard": "hoop", "basket": "hoop", "net": "hoop"}
_LINE_CHARS_MAX = 240
_INSTRUMENT_KINDS = frozenset(
    "guitar piano violin drum trumpet saxophone flute accordion banjo cello harp keyboard".split()
)
_BY_HANDS = frozenset({"throw", "hold", "work", "play", "eat", "drink", "catch", "look"})
_MOVING = frozenset("walk run jump climb fall throw kick push swim".split())
_LEAVING = frozenset("fall drop tip roll slide jump knock tumble slip topple leap".split())
_INTO = frozenset("into onto to towards toward through across past".split())
_TRANSITIVE = frozenset("work hold eat drink play look throw ride talk catch lift push kick hug".split())
_SHINING = frozenset("blink glow shine swing flicker burn sparkle twinkle glisten".split())


class Teller:
    """Writes clauses into takes; remembers who acted last, for what goes on without naming them."""

    def __init__(
        self, casting: Casting, cast: Cast, verbs: VerbSenses, book: WordBook, ledger: Ledger
    ) -> None:
        self._casting = casting
        self._cast = cast
        self._verbs = verbs
        self._book = book
        self._ledger = ledger
        self._doers: tuple[str, ...] = ()

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
            if manner is not None and doers and not take.last_action(doers):
                self._feel(take, doers, manner)
        for text in clause.said:
            self._say(take, text, clause, self._doers if clause.verb is not None or doers else ())

    def _who(self, take: Take, clause: Clause) -> tuple[tuple[str, ...], str | None]:
        """The doers of a clause and the manner in which they act."""
        manner = next((FEELINGS[word] for word in clause.described if word in FEELINGS), None)
        ids: list[str] = []
        deeds: list[tuple[str, tuple[str, ...]]] = []
        for phrase in clause.subjects:
            met = self._meet(take, phrase)
            ids.extend(id for id in met.ids if id not in ids)
            manner = met.manner or manner
            deeds.extend((deed, met.ids) for deed in phrase.deeds)
        doers = tuple(ids)
        if clause.nearest is not None:
            nearest = self._named(take, clause.nearest)
            before = doers or self._doers
            if nearest and (self._animate(nearest) or not self._animate(before)):
                doers = nearest
        if not doers and clause.goes_on and not clause.subjects:
            doers = tuple(id for id in self._doers if take.show(id))
        if doers:
            self._doers = doers
        for deed, deed_doers in deeds:
            self._adjective_deed(take, deed, deed_doers)
        for word in clause.described:
            self._ledger.met(word, None) if word in FEELINGS else self._ledger.left_out(word)
        return doers, manner

    def _meet(
        self, take: Take, phrase: NounPhrase, preposition: str = "", doers: tuple[str, ...] = ()
    ) -> Met:
        use = "where" if preposition in RELATIONS and preposition not in ("with", "using") else "shown"
        if phrase.head in _ALIASES and "hoop" not in phrase.nouns and self._is_ball_game(take):
            hoop = self._casting.bring(take, "hoop")
            if hoop is not None:
                self._ledger.met(phrase.text, None if phrase.head in ("rim", "basket") else "a hoop")
                return Met((hoop,))
        return self._casting.meet(take, phrase, use, preposition, doers or self._doers)

    def _is_ball_game(self, take: Take) -> bool:
        return any(self._cast[id].subject.kind == "basketball" for id in take.subjects) or any(
            hint == "court" for hint in take.hints
        )

    def _deed(self, take: Take, clause: Clause, doers: tuple[str, ...], manner: str | None) -> None:
        verb = clause.verb
        assert verb is not None
        if self._sport(take, clause, doers, manner):
            return
        if not doers and verb.form == "ing" and clause.objects and self._is_intransitive(verb):
            # "blinking traffic lights", "falling leaves": the noun after it does it.
            doers = tuple(id for phrase in clause.objects for id in self._meet(take, phrase).ids)
            clause = clause._replace(objects=())
        sense = self._verbs.of(verb)
        if clause.objects and clause.objects[0].text.lower() == "home":
            self._ledger.left_out("home")
            clause = clause._replace(objects=clause.objects[1:])
        objects = tuple(id for phrase in clause.objects for id in self._meet(take, phrase, doers=doers).ids)
        goals = self._relations(take, clause, doers, objects)
        if not doers and not clause.subjects and not clause.goes_on and not verb.is_passive:
            doers = self._casting.somebody(take)
        doers, objects = self._turned(verb, clause, doers, objects, take)
        self._doers = doers or self._doers
        if not doers:
            self._ledger.left_out(verb.text)
            return
        if self._ends_last(take, verb, doers, clause):
            return
        if verb.is_negated:
            self._ledger.realised(f"not {verb.text}")
            return
        if verb.lemma in EMPTY and not objects and verb.lemma not in ("wear", "look", "stop", "begin"):
            return
        if self._is_state(verb, doers):
            self._ledger.realised(verb.text)
            return
        if objects and not self._animate(doers) and sense.doing.person in _BY_HANDS:
            self._carried(verb, doers, objects)
            return
        manner = manner or self._manner(verb)
        self._act(take, verb, sense, doers, (*objects, *goals), manner, clause)

    def _carried(self, verb: VerbGroup, doers: tuple[str, ...], objects: tuple[str, ...]) -> None:
        """What a thing "does" as if with hands: a truck carries, a bowl holds; the rest it cannot."""
        if verb.lemma in ("carry", "hold", "bear", "support", "have", "contain", "transport"):
            self._casting.relate(objects, "on", doers[0])
            self._ledger.approximated(verb.text, "lying on it")
        else:
            self._ledger.left_out(verb.text)

    def _turned(
        self, verb: VerbGroup, clause: Clause, doers: tuple[str, ...], objects: tuple[str, ...], take: Take
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Doers and objects with a passive turned round: "the ball is thrown by a boy"."""
        if not (verb.is_passive or (verb.form == "ed" and not objects)):
            return doers, objects
        agents = tuple(
            id
            for related in clause.related
            if related.preposition == "by"
            for id in self._named(take, related.phrase)
            if self._cast[id].is_animate
        )
        return (agents, doers) if agents else (doers, objects)

    def _act(
        self,
        take: Take,
        verb: VerbGroup,
        sense: VerbSense,
        doers: tuple[str, ...],
        targets: tuple[str, ...],
        manner: str | None,
        clause: Clause,
    ) -> None:
        """Writes the action of each doer, with the things that the verb brings along."""
        extra = (
            self._casting.bring(take, sense.doing.target)
            if sense.doing.target and self._animate(doers)
            else None
        )
        if sense.doing.setting is not None:
            take.hints.insert(0, sense.doing.setting)
        targets = tuple(dict.fromkeys((*targets, *((extra,) if extra else ()))))
        outcome = outcome_of(verb, clause)
        by: str | None = None
        for doer in doers:
            member = self._cast[doer]
            done = verb_for(member, verb.lemma, sense)
            if verb.lemma == "play" and member.family == "person":
                done = self._playing(take, doer, targets) or done
            others = [target for target in targets if target != doer]
            target = self._aim(done.verb, others)
            if done.is_near or (verb.form == "ed" and member.family == "thing" and done.verb == "rest"):
                by = done.verb
            self._hold(doer, done.verb, sense, others)
            end = outcome if done.verb not in ("stand", "rest") else None
            if verb.is_nearly:
                done = done._replace(verb="wobble" if member.family == "person" else done.verb)
                end = "recovers" if member.is_animate else "stands"
            if not take.act(Action(doer, done.verb, target, end, manner)):
                self._ledger.lost(verb.text)
                return
        words = f"nearly {verb.text}" if verb.is_nearly else verb.text
        self._ledger.met(words, by)
        for adverb in verb.adverbs:
            known = adverb in SLOW or adverb in FAST or adverb in FEELINGS
            self._ledger.realised(adverb) if known else self._ledger.left_out(adverb)

    def _aim(self, verb: str, others: list[str]) -> str | None:
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
        elif (sense.doing.holds or verb in ("play", "hold")) and not {"fixed", "vehicle", "seat"} & set(
            traits
        ):
            held = next((id for id in things if self._cast[id].subject.kind not in ("hoop", "goal")), None)
            if held is not None:
                self._casting.relate((held,), "held_by", doer)

    def _playing(self, take: Take, doer: str, targets: tuple[str, ...]) -> Done | None:
        """Playing is of an instrument; with a ball it is a kick, with nothing a run about."""
        for target in targets:
            member = self._cast[target]
            if (
                "musical instrument" in set(self._book.kinds(member.word, "noun"))
                or member.subject.kind in _INSTRUMENT_KINDS
            ):
                return None
            if "rolls" in member.traits:
                return Done("kick", False)
            if member.is_animate:
                return Done("crouch", True)
        if not targets and self._cast[doer].subject.age == "child":
            return Done("run", True)
        return Done("dance", True) if not targets else Done("hold", True)

    def _ends_last(self, take: Take, verb: VerbGroup, doers: tuple[str, ...], clause: Clause) -> bool:
        """Whether the verb only says how the last action ends: "shoots and misses"."""
        outcome = outcome_of(verb, clause)
        if outcome is None or (clause.objects and outcome not in ("hits", "shatters", "misses")):
            return False
        index = take.last_action(doers)
        if index is None:
            if verb.is_negated:
                outcome = negated(outcome)
                for doer in doers:
                    is_person = self._cast[doer].family == "person"
                    take.act(Action(doer, "wobble" if is_person else "rest", None, outcome))
                self._ledger.realised(f"not {verb.text}")
                return True
            return False
        if (
            not clause.goes_on
            and take.actions[index].subject not in doers
            and take.actions[index].target not in doers
        ):
            return False
        if take.actions[index].verb in ("stand", "talk", "look") or (
            take.actions[index].outcome == "recovers" and verb.lemma == "fall"
        ):
            return False
        words = verb.text
        if verb.is_negated:
            outcome, words = negated(outcome), f"not {verb.text}"
        elif verb.is_nearly:
            outcome, words = (
                ("recovers" if outcome in ("falls", "tips") else negated(outcome)),
                f"nearly {verb.text}",
            )
        take.end(index, outcome)
        self._ledger.realised(words)
        return True

    def _sport(self, take: Take, clause: Clause, doers: tuple[str, ...], manner: str | None) -> bool:
        """Playing basketball, shooting a free throw, doing yoga: a sport's verb, things and place."""
        verb = clause.verb
        assert verb is not None
        if verb.lemma in ("play", "do", "practise") or verb.lemma in _SPORTING:
            for position, phrase in enumerate(clause.objects):
                sport = _sport_of(phrase)
                if sport is not None and (verb.lemma != "throw" or phrase.head not in ("ball",)):
                    self._play_sport(take, clause, position, sport, doers, manner)
                    return True
        if verb.lemma in ("dunk", "bowl", "golf") and not clause.objects:
            return False
        return False

    def _play_sport(
        self, take: Take, clause: Clause, position: int, name: str, doers: tuple[str, ...], manner: str | None
    ) -> None:
        verb, things, setting = SPORTS[name]
        assert clause.verb is not None
        phrase = clause.objects[position]
        doers = doers or self._casting.somebody(take)
        self._doers = doers
        brought = [(noun, self._casting.bring(take, noun)) for noun in things]
        ids = [id for _, id in brought if id is not None]
        missing = [noun for noun, id in brought if id is None]
        take.hints.insert(0, setting)
        others = [each for index, each in enumerate(clause.objects) if index != position]
        for other in others:
            self._meet(take, other)
        self._relations(take, clause, doers, tuple(ids))
        actual = "kick" if clause.verb.lemma == "kick" else verb
        outcome = outcome_of(clause.verb, clause)
        for doer in doers:
            done = actual if self._cast[doer].family == "person" else "play"
            take.act(Action(doer, done, self._aim(done, ids), outcome, manner))
            if done == "throw" and ids and self._cast[doer].family == "person":
                self._casting.relate((ids[0],), "held_by", doer)
        self._ledger.met(
            f"{clause.verb.text} {phrase.text}", None if not missing else f"{actual} without {missing[0]}"
        )

    def _relations(
        self, take: Take, clause: Clause, doers: tuple[str, ...], objects: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Puts things where the prepositions say; the members that the verb may be aimed at."""
        goals: list[str] = []
        for related in clause.related:
            if (
                related.preposition == "by"
                and clause.verb is not None
                and (clause.verb.is_passive or clause.verb.form == "ed")
            ):
                ids = self._meet(take, related.phrase).ids
                continue
            ids = self._relation(take, related, doers, objects, self._place_of(clause, related))
            if self._is_goal(clause, related):
                goals.extend(id for id in ids if id not in doers)
        return tuple(goals)

    def _is_goal(self, clause: Clause, related: Related) -> bool:
        """Whether the deed is aimed at what follows the preposition, not only done near it."""
        if clause.verb is None:
            return False
        person = self._verbs.of(clause.verb).doing.person
        if related.preposition == "with":
            return person in _TOGETHER
        if related.preposition in ("in", "on"):
            return person in _MOUNTED or person in ("jump", "climb", "fall") or clause.verb.lemma in _LEAVING
        return related.preposition in _GOALS

    def _place_of(self, clause: Clause, related: Related) -> str | None:
        """The preposition as far as it says where things are before the deed; None of one that says where to."""
        verb = clause.verb
        if verb is None:
            return related.preposition
        if related.preposition in ("off", "from") and verb.lemma in _LEAVING:
            return "on"
        moves = self._verbs.of(verb).doing.person in _MOVING
        if related.preposition in _INTO or (
            moves and related.anchor is None and related.preposition not in ("with", "around by")
        ):
            return None
        return related.preposition

    def _relation(
        self,
        take: Take,
        related: Related,
        doers: tuple[str, ...],
        objects: tuple[str, ...],
        placed: str | None,
    ) -> tuple[str, ...]:
        preposition, phrase = related.preposition, related.phrase
        anchors = self._anchors(take, related, doers, objects)
        if preposition in ("in", "with") and self._casting.wear(anchors or doers, phrase):
            return ()
        if preposition == "made of" and phrase.head in MATERIALS:
            for id in anchors:
                self._cast.change(id, material=MATERIALS[phrase.head])
            self._ledger.realised(f"made of {phrase.text}")
            return ()
        ids = self._meet(take, phrase, preposition, anchors).ids
        if not ids:
            return ()
        if placed is not None:
            self._settle(placed, anchors, ids)
        return ids

    def _settle(self, preposition: str, anchors: tuple[str, ...], ids: tuple[str, ...]) -> None:
        """Writes a relation as the place of whichever of the two is beside, in or on the other."""
        if not anchors:
            return
        anchor, other = anchors[0], ids[0]
        if preposition in ("with", "using"):
            is_person = self._cast[anchor].family == "person"
            held = is_person and self._cast[other].family == "thing" and "held" in self._cast[other].traits
            on_top = self._is_small(anchor) and self._is_small(other)
            self._casting.relate(ids, "held_by" if held else "on" if on_top else "beside", anchor)
        elif preposition == "with content":
            self._casting.relate(ids, "in", anchor)
        elif preposition == "around by":
            self._casting.relate(ids, "around", anchor)
        else:
            relation = RELATIONS.get(preposition)
            if relation is not None:
                self._casting.relate(anchors, relation, other)

    def _is_small(self, id: str) -> bool:
        """Whether it may stand on, or carry, another thing."""
        return self._cast[id].family == "thing" and not {"fixed", "vehicle"} & set(self._cast[id].traits)

    def _anchors(
        self, take: Take, related: Related, doers: tuple[str, ...], objects: tuple[str, ...]
    ) -> tuple[str, ...]:
        if related.anchor is None or related.anchor.is_pronoun:
            return doers or objects
        return self._named(take, related.anchor) or doers or objects

    def _named(self, take: Take, phrase: NounPhrase) -> tuple[str, ...]:
        """The member in the picture that a phrase named just now."""
        for start in range(len(phrase.nouns)):
            known = self._cast.known_as(" ".join(phrase.nouns[start:]))
            if known is not None and known in take.subjects:
                return (known,)
        return self._named(take, phrase.of) if phrase.of is not None else ()

    def _scenery(self, take: Take, clause: Clause, doers: tuple[str, ...]) -> None:
        """A clause without a verb: who or what is there, and where."""
        if not doers and not clause.subjects:
            doers = tuple(id for id in self._doers if id in take.subjects)
        for related in clause.related:
            self._relation(take, related, doers, (), related.preposition)

    def _wearing(self, take: Take, clause: Clause, doers: tuple[str, ...]) -> None:
        for phrase in (
            *clause.objects,
            *(related.phrase for related in clause.related if related.preposition in ("in", "as", "with")),
        ):
            if not self._casting.wear(doers, phrase):
                self._meet(take, phrase)
        for related in clause.related:
            if related.preposition not in ("in", "as", "with"):
                self._relation(take, related, doers, (), related.preposition)

    def _say(self, take: Take, text: str, clause: Clause, doers: tuple[str, ...]) -> None:
        speaker = next((id for id in doers if id in take.subjects and self._cast[id].is_animate), None)
        if speaker is None and clause.subjects == () and clause.verb is None:
            speaker = next(
                (id for id in self._doers if id in take.subjects and self._cast[id].is_animate), None
            )
        shown = f'"{text}"'
        if not take.say(Line(text[:_LINE_CHARS_MAX], speaker)):
            self._ledger.left_out(shown)
            return
        self._ledger.met(shown, "its beginning" if len(text) > _LINE_CHARS_MAX else None)
        if speaker is not None and self._cast[speaker].family == "person":
            talks = any(action.subject == speaker and action.verb == "talk" for action in take.actions)
            if not talks:
                take.act(Action(speaker, "talk"))

    def _feel(self, take: Take, doers: tuple[str, ...], manner: str) -> None:
        for doer in doers:
            if self._cast[doer].is_animate:
                take.act(Action(doer, "stand", manner=manner))

    def _adjective_deed(self, take: Take, deed: str, doers: tuple[str, ...]) -> None:
        """ "a burning candle": what the adjective says, the noun does."""
        found = self._book.verb(deed)
        if found is None or not doers:
            self._ledger.left_out(deed)
            return
        verb = VerbGroup(found[0], "ing", deed)
        if (
            self._verbs.of(verb).doing.person in _TRANSITIVE
            and not self._animate(doers)
            and found[0] not in _SHINING
        ):
            # A frying pan does not fry.
            return
        self._act(take, verb, self._verbs.of(verb), doers, (), None, Clause())

    def _manner(self, verb: VerbGroup) -> str | None:
        for adverb in verb.adverbs:
            if adverb in FEELINGS:
                return FEELINGS[adverb]
            if adverb in SLOW:
                return "slowly"
            if adverb in FAST:
                return "quickly"
        return None

    def _animate(self, ids: tuple[str, ...]) -> bool:
        return any(self._cast[id].is_animate for id in ids)

    def _is_intransitive(self, verb: VerbGroup) -> bool:
        return self._verbs.of(verb).doing.person not in _TRANSITIVE or verb.lemma in _SHINING

    def _is_state(self, verb: VerbGroup, doers: tuple[str, ...]) -> bool:
        """Whether the verb only says that things are somewhere: "a cup placed on a table"."""
        if verb.form != "ed":
            return False
        return verb.lemma == "catch" or (verb.lemma in PLACED and not self._animate(doers))


def _sport_of(phrase: NounPhrase) -> str | None:
    for start in range(len(phrase.nouns)):
        for words in (
            " ".join((*phrase.adjectives[-1:], *phrase.nouns[start:])),
            " ".join(phrase.nouns[start:]),
        ):
            if words in SPORTS:
                return words
    return None
