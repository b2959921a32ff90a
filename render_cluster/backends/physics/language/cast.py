"""Who and what has been met: gives the same id to the same one, from shot to shot."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from render_cluster.backends.physics.language.senses import Family
from render_cluster.backends.physics.language.vocabulary.people import PRONOUNS
from render_cluster.storyboard import Subject

_ID_CHARS_MAX = 24


class Member(NamedTuple):
    """One of the cast: its subject, what family it is of, the nouns that it goes by, what is in its traits."""

    subject: Subject
    family: Family
    nouns: frozenset[str]
    traits: tuple[str, ...] = ()
    word: str = ""

    @property
    def is_animate(self) -> bool:
        """Whether it acts by itself."""
        return self.family in ("person", "animal")


class Cast:
    """All members by id; those met last come first when a pronoun is read."""

    def __init__(self) -> None:
        self._members: dict[str, Member] = {}
        self._recent: list[str] = []

    def __getitem__(self, id: str) -> Member:
        return self._members[id]

    def add(self, member: Member, name: str) -> str:
        """Takes in a new member, named for `name`; its id."""
        id = self._free_id(name, member.subject.kind)
        self._members[id] = member._replace(subject=msgspec.structs.replace(member.subject, id=id))
        self.mention(id)
        return id

    def change(self, id: str, **changes: object) -> None:
        """Changes fields of a member's subject, from here on."""
        member = self._members[id]
        self._members[id] = member._replace(subject=msgspec.structs.replace(member.subject, **changes))

    def mention(self, id: str) -> None:
        """Marks a member as the last one spoken of."""
        if id in self._recent:
            self._recent.remove(id)
        self._recent.insert(0, id)

    def known_as(self, noun: str, among: Iterator[str] | None = None) -> str | None:
        """The member last spoken of that goes by this noun."""
        ids = self._recent if among is None else [id for id in self._recent if id in set(among)]
        return next((id for id in ids if noun in self._members[id].nouns), None)

    def any_animate(self, ids: tuple[str, ...]) -> bool:
        """Whether any of them acts by itself."""
        return any(self._members[id].is_animate for id in ids)

    def meant_by(self, pronoun: str, last_doers: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a pronoun means: "she" a woman, "it" what is no person, "they" those who acted last."""
        if pronoun in PRONOUNS:
            sex = PRONOUNS[pronoun]
            people = [id for id in self._recent if self._members[id].family == "person"]
            fitting = [id for id in people if self._members[id].subject.sex in (sex, None)]
            if pronoun in ("him", "her"):
                # "@leo runs to her": nobody does it to himself.
                fitting = [id for id in fitting if id not in last_doers] or fitting
            animals = [id for id in self._recent if self._members[id].family == "animal"]
            return tuple((fitting or animals)[:1])
        if pronoun in ("it", "itself"):
            others = [id for id in self._recent if self._members[id].family != "person"]
            doers = [id for id in last_doers if self._members[id].family != "person"]
            return tuple((doers or others)[:1])
        if pronoun in ("they", "them", "themselves", "we"):
            several = [
                id
                for id in self._recent
                if self._members[id].subject.count > 1 and self._members[id].is_animate
            ]
            if len(last_doers) > 1 or not several:
                animate = tuple(id for id in reversed(self._recent) if self._members[id].is_animate)
                return last_doers if len(last_doers) > 1 else animate[-4:] or last_doers
            return (several[0],)
        return ()

    def _free_id(self, name: str, kind: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")[:_ID_CHARS_MAX].rstrip("_")
        stem = stem or re.sub(r"[^a-z]", "", kind.lower())[:_ID_CHARS_MAX] or "one"
        id, number = stem, 1
        while id in self._members:
            number += 1
            id = f"{stem}_{number}"
        return id
