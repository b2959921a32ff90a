"""Brings the nouns of a prompt into the picture: finds or makes the members of the cast that they mean."""

from typing import NamedTuple

import msgspec

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.describing import Counted, counted, looks_of
from render_cluster.backends.physics.language.dressing import Dressing
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.newcomers import newcomer
from render_cluster.backends.physics.language.recalling import known_again
from render_cluster.backends.physics.language.senses import Sense, Senses, Use
from render_cluster.backends.physics.language.take import Ids, Setting, Take
from render_cluster.backends.physics.language.vocabulary.people import PRONOUNS, Who
from render_cluster.backends.physics.language.vocabulary.settings import (
    FITTED_WITH,
    OUTDOORS,
    PARTS_OF_PLACES,
    PRESENT_AS_THINGS,
    are_kin,
)
from render_cluster.storyboard import Place, Relation, Subject

_YOUNG = frozenset("baby young calf cub infant newborn offspring".split())
_OF_HOOPS = frozenset({"rim", "backboard", "basket", "net"})
_NEAR = frozenset({"by", "near", "beside", "around", "behind"})
_INSIDE = frozenset({"in", "inside", "at", "within", "on"})


class Met(NamedTuple):
    """What a phrase brought: the ids that are now in the picture, and what was understood."""

    ids: tuple[str, ...]
    sense: Sense | None = None
    manner: str | None = None


NOBODY = Met(())


class Casting:
    """Turns noun phrases into subjects, settings and clothes of a take, and writes down what became of each."""

    def __init__(self, senses: Senses, cast: Cast, ledger: Ledger) -> None:
        self._senses = senses
        self._cast = cast
        self._ledger = ledger
        self.dressing = Dressing(senses, cast, ledger)

    def meet(
        self,
        take: Take,
        phrase: NounPhrase,
        use: Use = "shown",
        preposition: str = "",
        doers: tuple[str, ...] = (),
    ) -> Met:
        """The members that a phrase means; a place becomes the take's setting instead."""
        if phrase.is_negated:
            self._ledger.realised(f"no {phrase.text}" if not phrase.text.startswith("no ") else phrase.text)
            return NOBODY
        if phrase.is_pronoun:
            return self._pronoun(take, phrase, doers)
        if phrase.handle is not None:
            return self._real_person(take, phrase)
        doers = self._owner(take, phrase) or doers
        hoop = self._hoop(take, phrase)
        if hoop is not None:
            return hoop
        meant = counted(phrase)
        young = self._young(take, meant, doers)
        if young is not None:
            return young
        known = known_again(meant.phrase, take, self._cast, self._senses)
        if known is not None:
            return self._shown(take, known, meant)
        if self._is_part_of_place(take, meant.phrase.head):
            self._ledger.realised(meant.words)
            return NOBODY
        sense = self._senses.of(meant.phrase, use)
        if sense.family == "unknown" and phrase.of is not None and meant.phrase is phrase:
            self._ledger.left_out(meant.words)
            return self.meet(take, phrase.of, use, preposition, doers)
        if sense.family == "place":
            return self._somewhere(take, phrase, meant, sense, preposition)
        if sense.family == "unknown":
            self._ledger.left_out(meant.words)
            return Met((), sense)
        if sense.family == "ground":
            # Every setting has one; what it is made of, the setting knows.
            self._ledger.realised(meant.words)
            return Met((), sense)
        if sense.family == "part":
            return self._part(take, meant, doers)
        if sense.family == "garment":
            self.dressing.give(take, meant.phrase, sense, doers)
            return Met((), sense)
        return self._new(take, phrase, meant, sense)

    def bring(self, take: Take, noun: str) -> str | None:
        """Puts a thing into the picture that nobody named but that belongs there; None where there is none."""
        known = self._cast.known_as(noun, iter(take.subjects)) or self._cast.known_as(noun)
        if known is None:
            entry = self._senses.entry(noun)
            if entry is None:
                return None
            member = Member(
                Subject("new", entry.kind),
                "animal" if entry.is_animal else "thing",
                frozenset({noun}),
                entry.traits,
                noun,
            )
            known = self._cast.add(member, noun)
        return known if take.show(known) else None

    def somebody(self, take: Take) -> tuple[str, ...]:
        """The person who does what nobody is named for: one in the picture, or a new one."""
        known = next((id for id in reversed(take.subjects) if self._cast[id].family == "person"), None)
        if known is None:
            known = self._cast.add(
                Member(Subject("new", "person"), "person", frozenset({"person"}), (), "person"), "person"
            )
        return (known,) if take.show(known) else ()

    def relate(self, ids: tuple[str, ...], relation: Relation, target: str) -> None:
        """Says where members are, unless that was said before or would go round in a circle."""
        for id in ids:
            if id != target and self._cast[id].subject.place is None and not self._leads_to(target, id):
                self._cast.change(id, place=Place(relation, target))

    def _real_person(self, take: Take, phrase: NounPhrase) -> Met:
        """The one person whom a handle means in the whole clip, as what the words before it make of them."""
        meant = counted(phrase)
        known = self._cast.known_as(phrase.head)
        if known is not None:
            return self._shown(take, known, meant)
        nobody_special = phrase._replace(nouns=("person",))
        sense = (
            self._senses.of(phrase._replace(nouns=phrase.nouns[:-1]), "shown") if phrase.nouns[1:] else None
        )
        if sense is None or sense.family != "person":
            sense = self._senses.of(nobody_special, "shown")
        return self._new(take, phrase, meant, sense)

    def _owner(self, take: Take, phrase: NounPhrase) -> Ids:
        """ "@maya's dog": whoever is named by a handle is in the picture."""
        handle = phrase.determiner or ""
        if not handle.startswith("@"):
            return ()
        return self._real_person(take, NounPhrase((handle,), handle, handle)).ids

    def _hoop(self, take: Take, phrase: NounPhrase) -> Met | None:
        """The hoop that a rim, a net or a basket means where there is a basketball."""
        is_game = "court" in take.hints or any(
            self._cast[id].subject.kind == "basketball" for id in take.subjects
        )
        if phrase.head not in _OF_HOOPS or "hoop" in phrase.nouns or not is_game:
            return None
        id = self.bring(take, "hoop")
        if id is None:
            return None
        self._ledger.met(phrase.text, None if phrase.head in ("rim", "basket") else "a hoop")
        return Met((id,))

    def _young(self, take: Take, meant: Counted, doers: tuple[str, ...]) -> Met | None:
        """The babies of an animal, which are small ones of its kind."""
        near = (*doers, *reversed(take.subjects))
        if meant.phrase.head not in _YOUNG or len(meant.phrase.nouns) > 1 or not near:
            return None
        parent = self._cast[near[0]]
        if parent.family != "animal":
            return None
        subject = msgspec.structs.replace(parent.subject, count=meant.count, size=0.45, place=None)
        nouns = frozenset({meant.phrase.head})
        id = self._cast.add(
            parent._replace(subject=subject, nouns=nouns), f"{parent.word}_{meant.phrase.head}"
        )
        if not take.show(id):
            self._ledger.lost(meant.words)
            return NOBODY
        self._ledger.met(meant.words, None)
        return Met((id,))

    def _pronoun(self, take: Take, phrase: NounPhrase, doers: tuple[str, ...]) -> Met:
        ids = self._cast.meant_by(phrase.head, doers)
        if phrase.head == "one":
            ids = doers
        shown = tuple(id for id in ids if take.show(id))
        if not ids and phrase.head in ("he", "she", "they", "him", "her", "i", "you", "we"):
            who = Who(sex={"he": "man", "him": "man", "she": "woman", "her": "woman"}.get(phrase.head))  # type: ignore[arg-type]
            count = 2 if phrase.head in ("they", "we") else 1
            subject = Subject("new", "person", count=count, sex=who.sex)
            id = self._cast.add(Member(subject, "person", frozenset({"person"}), (), "person"), "person")
            shown = (id,) if take.show(id) else ()
        for id in shown:
            self._cast.mention(id)
            if self._cast[id].subject.likeness is not None and phrase.head in PRONOUNS:
                self._cast.change(id, sex=PRONOUNS[phrase.head])
        return Met(shown)

    def _shown(self, take: Take, id: str, meant: Counted) -> Met:
        if not take.show(id):
            self._ledger.lost(meant.words)
            return NOBODY
        self._cast.mention(id)
        member = self._cast[id]
        looks = looks_of(meant.phrase, member.family == "person", self._ledger)
        if looks.colour is not None:
            self._cast.change(id, colour=looks.colour)
        return Met(
            (id,), Sense(member.family, member.subject.kind, member.word, traits=member.traits), looks.manner
        )

    def _new(self, take: Take, phrase: NounPhrase, meant: Counted, sense: Sense) -> Met:
        looks = looks_of(meant.phrase, sense.family == "person", self._ledger, sense.words)
        who = sense.who or Who()
        count = max(meant.count, who.count) if meant.phrase.number is None else meant.count
        id = self._cast.add(newcomer(meant.phrase, sense, looks, count), meant.phrase.head)
        if not take.show(id):
            self._ledger.lost(meant.words)
            return NOBODY
        if meant.is_clamped:
            self._ledger.approximated(
                meant.words, f"{count} of them" if sense.by is None else f"{count} times {sense.by}"
            )
        else:
            self._ledger.met(meant.words, sense.by)
        if who.setting is not None:
            take.hints.append(who.setting)
        gear = self.bring(take, who.gear) if who.gear and who.verb else None
        if gear is not None and who.verb is not None:
            take.gear.append((id, who.verb, gear))
        if phrase.of is not None and meant.phrase is phrase:
            self._content(take, id, phrase.of)
        return Met((id,), sense, looks.manner)

    def _is_part_of_place(self, take: Take, head: str) -> bool:
        """Whether the setting has it anyhow: a sky, a beach's sand."""
        setting = "" if take.setting is None else take.setting.name
        return head in OUTDOORS or setting in PARTS_OF_PLACES.get(head, ())

    def _somewhere(
        self, take: Take, phrase: NounPhrase, meant: Counted, sense: Sense, preposition: str
    ) -> Met:
        """A place: the take's setting, or beside it a thing of that name."""
        if phrase.head == "moon" and preposition not in _INSIDE:
            # It stands in the sky: nobody is there.
            take.time_of_day = take.time_of_day or "night"
            self._ledger.met(meant.words, None)
            return Met((), sense)
        if phrase.head in PRESENT_AS_THINGS and preposition in _NEAR:
            nearby = self._senses.thing_of(meant.phrase)
            if nearby is not None:
                take.hints.append(sense.kind)
                return self._new(take, phrase, meant, nearby)
        setting = None if take.setting is None else take.setting.name
        beside = setting is not None and setting != sense.kind and not are_kin(setting, sense.kind)
        thing = self._senses.thing_of(meant.phrase) if beside else None
        if thing is not None:
            return self._new(take, phrase, meant, thing)
        self._place(take, phrase, sense, preposition)
        return Met((), sense)

    def _content(self, take: Take, id: str, content: NounPhrase) -> None:
        """ "a bowl of soup": what is in it, if that can be shown; "the roof of a house" only says whose."""
        sense = self._senses.of(counted(content).phrase, "shown")
        if sense.family == "thing":
            inside = self.meet(take, content)
            for inner in inside.ids:
                self.relate((inner,), "in", id)
        elif sense.family == "place" and content.head not in PARTS_OF_PLACES:
            self._place(take, content, sense, "in")
        else:
            self._ledger.left_out(content.text)

    def _place(self, take: Take, phrase: NounPhrase, sense: Sense, preposition: str) -> None:
        words = sense.words if sense.words in phrase.text.lower() else phrase.text
        sureness = 2 * (preposition in _INSIDE) + (sense.by is None)
        asked = Setting(sense.kind, words, sureness, sense.by)
        others = [word for word in phrase.adjectives if word not in words]
        looks_of(phrase._replace(adjectives=tuple(others)), True, self._ledger)
        if take.setting is None or (take.setting.sureness < sureness and take.setting.name != asked.name):
            if take.setting is not None:
                self._ledger.lost(take.setting.phrase)
            take.setting = asked
            self._ledger.met(words, sense.by)
            if sense.words in FITTED_WITH:
                self.bring(take, FITTED_WITH[sense.words])
        elif take.setting.name == asked.name:
            self._ledger.met(words, sense.by)
        elif are_kin(take.setting.name, asked.name):
            self._ledger.approximated(words, take.setting.name.replace("_", " "))
        else:
            self._ledger.left_out(words)

    def _part(self, take: Take, meant: Counted, doers: tuple[str, ...]) -> Met:
        """A hand or a face: there with its owner, who is brought in where there is none."""
        owner = doers or tuple(id for id in take.subjects if self._cast[id].is_animate)[:1]
        if not owner and meant.phrase.head not in ("body", "turn", "way", "back", "side"):
            owner = self.somebody(take)
        if owner:
            self._ledger.approximated(meant.words, f"the {self._cast[owner[0]].word or 'person'} as a whole")
        else:
            self._ledger.left_out(meant.words)
        return Met((), Sense("part", meant.phrase.head, meant.words))

    def _leads_to(self, id: str, end: str) -> bool:
        """Whether following places from `id` comes to `end`."""
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            place = self._cast[id].subject.place
            if place is None:
                return False
            id = place.target
            if id == end:
                return True
        return False
