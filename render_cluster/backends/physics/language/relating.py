"""Where prepositions put things, and what deeds are aimed at."""

from render_cluster.backends.physics.language.cast import Cast
from render_cluster.backends.physics.language.casting import Casting
from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.clauses import Clause, Related
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.senses import Use
from render_cluster.backends.physics.language.take import Ids, Take
from render_cluster.backends.physics.language.verb_senses import VerbSenses
from render_cluster.backends.physics.language.vocabulary.closed_words import RELATIONS, TOOLS
from render_cluster.backends.physics.language.vocabulary.colours import MATERIALS

_GOALS = frozenset("to into onto at towards toward through over off against past".split())
_INTO = frozenset("into onto to towards toward through across past".split())
_LEAVING = frozenset("fall drop tip roll slide jump knock tumble slip topple leap".split())
_ENTERED = frozenset("sit ride lie stand row jump climb fall".split())
_TOGETHER = frozenset({"talk", "play", "dance", "push", "hug", "kick"})
_WITH_TOOLS = frozenset({"work", "throw", "eat"})
_MOVING = frozenset("walk run jump climb fall throw kick push swim".split())


def use_after(preposition: str) -> Use:
    """Whether a noun after a preposition may be where everything plays."""
    return "where" if preposition in RELATIONS and preposition not in ("with", "using") else "shown"


class Relating:
    """Reads the prepositions of clauses."""

    def __init__(self, casting: Casting, cast: Cast, verbs: VerbSenses, ledger: Ledger) -> None:
        self._casting = casting
        self._cast = cast
        self._verbs = verbs
        self._ledger = ledger

    def of_clause(self, take: Take, clause: Clause, doers: Ids, objects: Ids) -> Ids:
        """Puts things where the prepositions say; the members that the verb may be aimed at."""
        goals: list[str] = []
        for related in clause.related:
            if related.preposition == "by" and clause.verb is not None and clause.verb.form == "ed":
                # Whoever does it in a passive.
                self._casting.meet(take, related.phrase)
                continue
            if self._is_tool(clause, related):
                related = related._replace(
                    anchor=None
                )  # whoever hits a nail has the hammer, and not the nail
            ids = self.put(take, related, doers, objects, self._place_of(clause, related))
            if self._is_goal(clause, related):
                goals.extend(id for id in ids if id not in doers)
        return tuple(goals)

    def _is_tool(self, clause: Clause, related: Related) -> bool:
        """Whether what follows "with" is what the deed is done with."""
        if clause.verb is None or related.preposition not in ("with", "using"):
            return False
        return related.phrase.head in TOOLS and self._verbs.of(clause.verb).doing.person in _WITH_TOOLS

    def _is_goal(self, clause: Clause, related: Related) -> bool:
        """Whether the deed is aimed at what follows the preposition, not only done near it."""
        if clause.verb is None:
            return False
        person = self._verbs.of(clause.verb).doing.person
        if related.preposition == "with":
            return person in _TOGETHER
        if related.preposition in ("in", "on"):
            return person in _ENTERED or clause.verb.lemma in _LEAVING
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

    def put(self, take: Take, related: Related, doers: Ids, objects: Ids, placed: str | None) -> Ids:
        """The members that one preposition brings; `placed` is where it puts them, None for nowhere yet."""
        preposition, phrase = related.preposition, related.phrase
        anchors = self._anchors(take, related, doers, objects)
        if preposition in ("in", "with") and self._casting.dressing.wear(anchors or doers, phrase):
            return ()
        if preposition == "made of" and phrase.head in MATERIALS:
            for id in anchors:
                self._cast.change(id, material=MATERIALS[phrase.head])
            self._ledger.realised(f"made of {phrase.text}")
            return ()
        ids = self._casting.meet(take, phrase, use_after(preposition), preposition, anchors).ids
        if not ids:
            return ()
        if placed is not None:
            self._settle(placed, anchors, ids)
        return ids

    def _settle(self, preposition: str, anchors: Ids, ids: Ids) -> None:
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

    def _anchors(self, take: Take, related: Related, doers: Ids, objects: Ids) -> Ids:
        if related.anchor is None or related.anchor.is_pronoun:
            return doers or objects
        return self.named(take, related.anchor) or doers or objects

    def named(self, take: Take, phrase: NounPhrase) -> Ids:
        """The member in the picture that a phrase named just now."""
        for start in range(len(phrase.nouns)):
            known = self._cast.known_as(" ".join(phrase.nouns[start:]))
            if known is not None and known in take.subjects:
                return (known,)
        return self.named(take, phrase.of) if phrase.of is not None else ()
