"""Groups tagged words into noun phrases, verbs and the small words between them."""

from collections.abc import Sequence
from typing import NamedTuple

from render_cluster.backends.physics.language.tagged import Tagged
from render_cluster.backends.physics.language.vocabulary.closed_words import PARTICLES, PHRASAL
from render_cluster.backends.physics.language.vocabulary.verbs import NEARLY


class NounPhrase(NamedTuple):
    """A noun with what stands before it; a pronoun is one without adjectives.

    `nouns` ends in the head, all singular; `number` is the number word; `of` is what follows an "of".
    """

    nouns: tuple[str, ...]
    text: str
    head_text: str
    adjectives: tuple[str, ...] = ()
    determiner: str | None = None
    number: str | None = None
    is_plural: bool = False
    is_pronoun: bool = False
    is_negated: bool = False
    deeds: tuple[str, ...] = ()
    of: "NounPhrase | None" = None

    @property
    def handle(self) -> str | None:
        """The handle of the real person that is meant, without its "@"."""
        return self.head[1:] if self.head.startswith("@") else None

    @property
    def head(self) -> str:
        """The noun that the phrase is about."""
        return self.nouns[-1]


class VerbGroup(NamedTuple):
    """A verb with its particle and adverbs."""

    lemma: str
    form: str
    text: str
    particle: str | None = None
    adverbs: tuple[str, ...] = ()
    is_negated: bool = False
    is_nearly: bool = False
    is_passive: bool = False
    after_be: bool = False


class Link(NamedTuple):
    """A preposition, a conjunction, a relative, a mark or a bare adjective, by its tag."""

    tag: str
    lemma: str


class Said(NamedTuple):
    """A line in quotes."""

    text: str


Chunk = NounPhrase | VerbGroup | Link | Said


def chunk(tagged: Sequence[Tagged]) -> tuple[Chunk, ...]:
    """The chunks of one sentence in order, "of" already joined to the noun before it."""
    found: list[Chunk] = []
    index = 0
    pending: list[str] = []
    negated, was_be = False, False
    while index < len(tagged):
        each = tagged[index]
        phrase, after = _noun_phrase(tagged, index)
        if phrase is not None:
            if negated and each.tag != "verb":
                phrase = phrase._replace(is_negated=True)
            found.append(phrase)
            index, negated, was_be = after, False, False
        elif each.tag == "verb":
            group, index = _verb_group(tagged, index, pending, negated, was_be)
            found.append(group)
            pending, negated, was_be = [], False, False
        else:
            index += 1
            if each.tag == "not":
                negated = True
            elif each.tag == "be":
                was_be = True
                found.append(Link("be", "be"))
            elif each.tag == "adv":
                _place_adverb(found, pending, each.lower)
            elif each.tag == "speech":
                found.append(Said(each.text))
            elif each.tag in ("prep", "conj", "relative", "mark", "adj"):
                found.append(Link(each.tag, each.lemma))
                if each.tag == "mark":
                    pending, negated, was_be = [], False, False
    return _joined(found)


def _place_adverb(found: list[Chunk], pending: list[str], adverb: str) -> None:
    if found and isinstance(found[-1], VerbGroup) and adverb not in NEARLY:
        found[-1] = found[-1]._replace(adverbs=(*found[-1].adverbs, adverb))
    else:
        pending.append(adverb)


def _noun_phrase(tagged: Sequence[Tagged], start: int) -> tuple[NounPhrase | None, int]:
    """The noun phrase that begins at `start`, and where it ends."""
    if tagged[start].tag == "pron":
        word = tagged[start].lower
        return NounPhrase((word,), word, word, is_pronoun=True, is_plural=word in ("they", "them")), start + 1
    determiner = number = None
    adjectives: list[str] = []
    nouns: list[Tagged] = []
    deeds: list[str] = []
    index = start
    negated = False
    while index < len(tagged):
        each = tagged[index]
        if each.tag in ("noun", "name") and not _is_named(nouns):
            nouns.append(each)
        elif each.tag == "owner" and nouns:
            determiner, nouns = nouns[-1].lower, []
            adjectives.clear()
        elif nouns:
            # "a red and white ball" is one ball; after a noun nothing else belongs to it.
            break
        elif each.tag == "det" and determiner is None and not adjectives:
            determiner, negated = each.lower, each.lower == "no"
        elif each.tag == "num":
            number = each.lower
        elif each.tag == "adj":
            adjectives.append(each.lower)
            if each.lower.endswith("ing"):
                deeds.append(each.lower)
        elif (
            (each.tag == "conj" and each.lemma == "and" and adjectives and _adjective_follows(tagged, index))
            or (each.tag == "adv" and (adjectives or determiner) and _adjective_follows(tagged, index))
            or (each.tag == "prep" and each.lemma == "of" and number is not None and not adjectives)
            or (each.tag == "mark" and each.lemma == "," and adjectives and _adjective_follows(tagged, index))
        ):
            pass
        else:
            break
        index += 1
    if not nouns:
        if (
            number is not None
            and determiner is None
            and not adjectives
            and number in ("one", "another", "both", "two", "three")
        ):
            return NounPhrase(("one",), number, number, number=number, is_pronoun=True), start + 1
        return None, start
    head = nouns[-1]
    plural = (head.lower != head.lemma or head.lemma == "people") and determiner not in ("a", "an")
    text = " ".join(each.text for each in tagged[start:index] if each.tag != "det")
    return (
        NounPhrase(
            (*(each.lower for each in nouns[:-1]), head.lemma),
            text, head.text, tuple(adjectives), determiner, number, plural, False, negated, tuple(deeds),
        ),
        index,
    )  # fmt: skip


def _is_named(nouns: Sequence[Tagged]) -> bool:
    """Whether the phrase has come to a handle, which ends it: "the skater @maya"."""
    return bool(nouns) and nouns[-1].tag == "name"


def _adjective_follows(tagged: Sequence[Tagged], index: int) -> bool:
    """Whether an adjective stands next and a noun after it."""
    if index + 1 >= len(tagged) or tagged[index + 1].tag != "adj":
        return False
    return any(each.tag == "noun" for each in tagged[index + 2 : index + 5])


def _verb_group(
    tagged: Sequence[Tagged], start: int, pending: Sequence[str], negated: bool, was_be: bool
) -> tuple[VerbGroup, int]:
    verb = tagged[start]
    after = start + 1
    particle = None
    if (after < len(tagged) and tagged[after].lower in PARTICLES and _is_particle(tagged, after)) or (
        after < len(tagged) and tagged[after].lower in ("himself", "herself", "themselves", "itself")
    ):
        particle = tagged[after].lower
        after += 1
    nearly = any(word in NEARLY for word in pending)
    adverbs = tuple(word for word in pending if word not in NEARLY)
    passive = verb.form == "ed" and was_be
    text = verb.text if particle is None else f"{verb.text} {particle}"
    return VerbGroup(verb.lemma, verb.form, text, particle, adverbs, negated, nearly, passive, was_be), after


def _is_particle(tagged: Sequence[Tagged], index: int) -> bool:
    """Whether "in" or "over" belongs to the verb: no noun phrase follows that it could lead."""
    following = tagged[index + 1] if index + 1 < len(tagged) else None
    if tagged[index].lower in PHRASAL.get(tagged[index - 1].lemma, ()):
        return True
    if following is None or following.tag in _NO_NOUN:
        return True
    return tagged[index].lower in ("away", "back", "apart", "together", "forward", "upside")


_NO_NOUN = frozenset({"mark", "conj", "prep", "be", "adv", "relative", "speech", "verb"})


def _joined(found: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks with each "of" phrase inside the one that it belongs to."""
    joined: list[Chunk] = []
    index = 0
    while index < len(found):
        each = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        owner = joined[-1] if joined else None
        is_of = isinstance(each, Link) and each.tag == "prep" and each.lemma == "of"
        if is_of and isinstance(owner, NounPhrase) and isinstance(following, NounPhrase):
            joined[-1] = _with_of(owner, following)
            index += 2
        else:
            joined.append(each)
            index += 1
    return tuple(joined)


def _with_of(owner: NounPhrase, content: NounPhrase) -> NounPhrase:
    if owner.of is not None:
        return owner._replace(of=_with_of(owner.of, content))
    return owner._replace(of=content)
