"""How actions end: what a verb says of the end, and what its contrary is."""

from render_cluster.backends.physics.language.chunks import VerbGroup
from render_cluster.backends.physics.language.clauses import Clause
from render_cluster.backends.physics.language.vocabulary.verbs import OUTCOME_PHRASES, OUTCOMES

_CONTRARY: dict[str, str] = {
    "falls": "recovers",
    "tips": "recovers",
    "sinks": "floats",
    "floats": "sinks",
    "misses": "goes_in",
    "goes_in": "misses",
    "swish": "misses",
    "hits": "misses",
    "shatters": "stands",
    "topples": "stands",
    "lands": "falls",
    "recovers": "falls",
    "stops": "hits",
    "stands": "falls",
    "bounces_off": "goes_in",
}
_INTO = frozenset({"into", "through", "in"})
_TARGETS = frozenset({"goal", "hoop", "basket", "net", "rim"})


def outcome_of(verb: VerbGroup, clause: Clause) -> str | None:
    """The end that a verb with its particle and what follows speaks of."""
    into = any(related.preposition in _INTO and related.phrase.head in _TARGETS for related in clause.related)
    if into and verb.lemma in (
        "kick",
        "throw",
        "shoot",
        "go",
        "fall",
        "drop",
        "roll",
        "toss",
        "head",
        "bounce",
        "put",
        "fly",
    ):
        return "goes_in"
    after = verb.particle or next((phrase.head for phrase in clause.objects), None)
    if after is not None and (verb.lemma, after) in OUTCOME_PHRASES:
        return OUTCOME_PHRASES[verb.lemma, after]
    if verb.lemma == "bounce" and verb.particle not in ("off", "away", "back", "out"):
        off = any(related.preposition in ("off", "from", "against") for related in clause.related)
        return "bounces_off" if off else None
    return OUTCOMES.get(verb.lemma)


def negated(outcome: str) -> str:
    """The end that it is not."""
    return _CONTRARY.get(outcome, "stands")
