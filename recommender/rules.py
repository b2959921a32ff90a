"""What somebody's words were understood as: rules that a person can read, keep, edit and undo."""

from datetime import datetime
from typing import Literal

import msgspec

RuleKind = Literal["only", "never", "more", "less", "where"]
FOLLOWING = "following"
"""The word of a rule about makers for all whom the viewer follows."""

Facet = Literal["any", "subject", "action", "setting", "style", "camera", "mood", "whole"]


class Topic(msgspec.Struct, frozen=True, tag="topic", omit_defaults=True):
    """Something that a clip shows or is like, in plain words ("calm nature", "slow motion").

    The facet "whole" is of several wishes' words together, which are matched by what they mean as one sentence.
    """

    words: str
    facet: Facet = "any"


class Maker(msgspec.Struct, frozen=True, tag="maker"):
    """Who made a clip: "following" for the people whom the viewer follows, or a handle as it was typed."""

    who: str


class Length(msgspec.Struct, frozen=True, tag="length", omit_defaults=True):
    """How long a clip is, bounds included."""

    min_s: float | None = None
    max_s: float | None = None


class Age(msgspec.Struct, frozen=True, tag="age"):
    """How long ago a clip was published at most."""

    max_h: float


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """Whether speech or music is heard in a clip, or any sound at all."""

    what: Literal["sound", "speech", "music"]


Constraint = Topic | Maker | Length | Age | Heard


class Rule(msgspec.Struct, frozen=True):
    """One constraint and what it does.

    `only` and `never` are hard filters, `more` and `less` move the score, `where` filters by a fact.
    `words` are those of the text that it was read from.
    """

    kind: RuleKind
    about: Constraint
    words: str


class Repair(msgspec.Struct, frozen=True):
    """A word that was taken for another: a typing mistake."""

    typed: str
    read: str


class Instruction(msgspec.Struct, frozen=True, omit_defaults=True):
    """A whole text as it was understood.

    `unread` are its words that no rule holds and that are not mere chatter; `until` is when it ends by itself;
    `language` is an ISO 639-1 code.
    """

    text: str
    rules: tuple[Rule, ...]
    until: datetime | None = None
    unread: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    language: str = "en"
