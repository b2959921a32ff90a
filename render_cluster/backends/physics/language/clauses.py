"""Reads the chunks of a sentence as clauses: who does what, to what, where, and what is said."""

from collections.abc import Sequence
from typing import NamedTuple

from render_cluster.backends.physics.language.chunks import Chunk, Link, NounPhrase, Said, VerbGroup
from render_cluster.backends.physics.language.vocabulary.irregulars import PLURAL_ONLY
from render_cluster.backends.physics.language.vocabulary.verbs import EMPTY


class Related(NamedTuple):
    """A preposition and its noun; `anchor` is the noun right before it, None where the verb stands between."""

    preposition: str
    phrase: NounPhrase
    anchor: NounPhrase | None


class Clause(NamedTuple):
    """One thing that is told.

    `subjects` are empty where nobody is named: then the last clause's go on, or somebody unseen acts.
    `nearest` is the noun that stood right before the verb, which may be the doer instead of the subjects.
    `related` are prepositions with their nouns, `described` the adjectives after a form of "to be".
    """

    subjects: tuple[NounPhrase, ...] = ()
    verb: VerbGroup | None = None
    nearest: NounPhrase | None = None
    objects: tuple[NounPhrase, ...] = ()
    related: tuple[Related, ...] = ()
    described: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    goes_on: bool = False


_SUBJECT, _OBJECT = "*subject", "*object"


class _Reader:
    """Walks over the chunks and closes one clause after the other."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self._done: list[Clause] = []
        self._now = Clause()
        self._preposition: str | None = None
        self._last: NounPhrase | None = None
        self._apart = True  # whether a mark or a conjunction stood since the last phrase
        self._relative = False
        self._infinitive = False
        self._after_be = False
        self._before_verb: NounPhrase | None = None
        self._slot: str | None = None
        self._anchor: NounPhrase | None = None
        self._verb_since = False

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order."""
        for index, chunk in enumerate(self._chunks):
            if isinstance(chunk, NounPhrase):
                self._noun(chunk, index)
                self._after_be = False
            elif isinstance(chunk, VerbGroup):
                self._verb(chunk)
            elif isinstance(chunk, Said):
                self._now = self._now._replace(said=(*self._now.said, chunk.text))
            else:
                self._link(chunk, index)
        self._close()
        return tuple(self._done)

    def _noun(self, phrase: NounPhrase, index: int) -> None:
        now = self._now
        following = self._chunks[index + 1] if index + 1 < len(self._chunks) else None
        if (
            self._after_be
            and phrase.determiner is None
            and isinstance(following, VerbGroup)
            and following.form == "ing"
        ):
            # "is rock climbing": what is climbed stands before the verb.
            self._before_verb = phrase
            return
        if self._preposition is not None:
            self._slot = self._preposition
        elif self._apart and self._is_subject(index) and (now.verb or now.related or now.described):
            self._close()
            self._slot = _SUBJECT
        elif not self._apart or self._slot is None or (not now.subjects and now.verb is None):
            self._slot = _SUBJECT if now.verb is None else _OBJECT
        self._put(phrase)
        self._last, self._preposition, self._apart, self._relative = phrase, None, False, False

    def _put(self, phrase: NounPhrase) -> None:
        """Adds the phrase to where it belongs; "a suit and a hat" both to where the suit went."""
        now = self._now
        if self._slot == _SUBJECT:
            self._now = now._replace(subjects=(*now.subjects, phrase))
        elif self._slot == _OBJECT:
            self._now = now._replace(objects=(*now.objects, phrase))
        else:
            if not self._apart:
                self._anchor = self._last if self._last is not None and not self._verb_since else None
            related = Related(self._slot or "", phrase, self._anchor)
            self._now = now._replace(related=(*now.related, related))
        self._verb_since = False

    def _is_subject(self, index: int) -> bool:
        """Whether a verb of its own follows the noun phrase: another clause begins."""
        following = self._chunks[index + 1 : index + 3]
        if not following:
            return False
        if isinstance(following[0], VerbGroup):
            phrase = self._chunks[index]
            # "a hat and jeans dances": the verb does not agree with the jeans.
            several = isinstance(phrase, NounPhrase) and (phrase.is_plural or phrase.head in PLURAL_ONLY)
            return not (several and following[0].form == "s")
        return isinstance(following[0], Link) and following[0].tag == "be"

    def _verb(self, verb: VerbGroup) -> None:
        now = self._now
        if now.verb is None and not now.related:
            self._now = now._replace(verb=verb, nearest=None)
        elif (
            now.verb is None
            and not self._relative
            and (self._apart or verb.after_be or verb.form in ("s", "base"))
        ):
            self._now = now._replace(verb=verb)
        elif now.verb is None:
            self._now = now._replace(verb=verb, nearest=self._last)
        elif (self._infinitive and now.verb.lemma in EMPTY and not now.objects) or (
            now.verb.lemma in EMPTY and not now.objects and not now.related and not self._apart
        ):
            self._now = now._replace(verb=verb)
        else:
            by_nearest = self._relative or (
                not self._apart and not self._infinitive and verb.form in ("ing", "ed")
            )
            nearest = self._last if by_nearest else None
            self._close()
            self._now = Clause(verb=verb, nearest=nearest, goes_on=True)
        self._preposition, self._apart, self._relative, self._infinitive = None, False, False, False
        self._slot, self._verb_since, self._after_be = None, True, False
        if self._before_verb is not None:
            self._now = self._now._replace(objects=(self._before_verb,))
            self._before_verb = None

    def _link(self, link: Link, index: int) -> None:
        following = self._chunks[index + 1] if index + 1 < len(self._chunks) else None
        self._after_be = link.tag == "be"
        if link.tag == "prep":
            self._infinitive = link.lemma == "to" and isinstance(following, VerbGroup)
            self._preposition = link.lemma
        elif link.tag == "relative":
            self._relative = True
        elif link.tag == "adj":
            self._now = self._now._replace(described=(*self._now.described, link.lemma))
        elif link.tag in ("conj", "mark"):
            self._apart = True
            if link.tag == "mark" or link.lemma not in ("and", "or", "&"):
                self._preposition = None

    def _close(self) -> None:
        if self._now != Clause() and self._now != Clause(goes_on=True):
            self._done.append(self._now)
        self._now = Clause()


def read_clauses(chunks: Sequence[Chunk]) -> tuple[Clause, ...]:
    """The clauses of one sentence."""
    return _Reader(chunks).clauses()
