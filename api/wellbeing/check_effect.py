"""What a bad answer changes in somebody's feed, as rules that they can see and undo like their own."""

import sqlite3

import msgspec

from api.minting import mint
from domain.decisions.wellness import Effect
from domain.ids import InstructionId, PersonId
from domain.limits import RULES_PER_INSTRUCTION_MAX
from projections.views import instructions
from recommender.rules import Maker, Rule, Topic

TEXT = "More of the people I follow, and less of what I asked for lately"

_RULES = msgspec.json.Decoder(tuple[Rule, ...])
_FRIENDS = Rule("more", Maker("following"), TEXT)


def effect_for(views: sqlite3.Connection, person_id: PersonId) -> Effect:
    """Friends weigh more, and each topic that a standing instruction asked for weighs less."""
    wanted = (
        rule.about
        for given in reversed(instructions.holding_of(views, person_id))
        for rule in _RULES.decode(given.rules or "[]")
        if rule.kind in ("more", "only") and isinstance(rule.about, Topic)
    )
    less = [Rule("less", topic, topic.words) for topic in dict.fromkeys(wanted)]
    rules = (_FRIENDS, *less[: RULES_PER_INSTRUCTION_MAX - 1])
    return Effect(InstructionId(mint("instruction")), TEXT, msgspec.json.encode(rules).decode())
