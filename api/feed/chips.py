"""Rules as people see them: each with a label of few words, and what contradicts what."""

import sqlite3
from collections.abc import Sequence

import msgspec

from domain.ids import PersonId
from projections.views import instructions
from recommender.language.chips import label
from recommender.language.conflicts import IsKind, conflicts
from recommender.rules import Rule

_decode = msgspec.json.Decoder(tuple[Rule, ...]).decode


class Chip(msgspec.Struct, frozen=True):
    """A rule and its label; sent back as it is, or edited, the rule holds."""

    label: str
    rule: Rule


class Clash(msgspec.Struct, frozen=True):
    """Two rules that cannot both be met; `theirs` is of the same words or of an instruction that holds."""

    rule: Chip
    against: Chip
    because: str


def chips(rules: Sequence[Rule]) -> tuple[Chip, ...]:
    """The rules with their labels."""
    return tuple(Chip(label(rule), rule) for rule in rules)


def clashes(rules: Sequence[Rule], others: Sequence[Rule], is_kind: IsKind) -> tuple[Clash, ...]:
    """Which of some rules contradict each other, or others that hold."""
    found = conflicts(rules, others, is_kind)
    return tuple(Clash(*chips((each.rule, each.other)), each.because) for each in found)


def encode_rules(rules: Sequence[Rule]) -> str:
    """Rules as the log keeps them."""
    return msgspec.json.encode(rules).decode()


def decode_rules(text: str | None) -> tuple[Rule, ...]:
    """Rules as the log kept them; none where they are erased."""
    return () if text is None else _decode(text)


def standing_rules(views: sqlite3.Connection, person_id: PersonId) -> tuple[Rule, ...]:
    """All rules of a person's instructions that hold."""
    return tuple(
        rule for row in instructions.holding_of(views, person_id) for rule in decode_rules(row.rules)
    )
