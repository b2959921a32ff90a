"""How likely the words around it make each part of speech of a word."""

from collections.abc import Sequence

from render_cluster.backends.physics.language.tagged import Tag, Tagged
from render_cluster.backends.physics.language.tokens import Token
from render_cluster.backends.physics.language.vocabulary.closed_words import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    RELATIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from render_cluster.backends.physics.language.word_book import WordBook

_NOMINAL = ("det", "num", "adj", "owner")
# From this count on an -ing word is a noun of its own: building, painting, wedding.
_SETTLED = 15.0


def weigh(
    scores: dict[Tag, float],
    form: str,
    word: str,
    before: Sequence[Tagged],
    after: Sequence[Token],
    book: WordBook,
) -> None:
    """Multiplies the scores by what the neighbours make likely."""
    previous = next((each for each in reversed(before) if each.tag != "adv"), None)
    following = after[0] if after else None
    noun_follows = following is not None and may_be_noun(following, book)
    if (
        _waits_for_noun(before)
        and following is not None
        and len(after) > 1
        and following.lower.endswith("ing")
    ):
        # "a dark baking tray": the tray is what the two words before it describe.
        noun_follows = noun_follows or may_be_noun(after[1], book)
    has_verb = _clause_has_verb(before)
    last = previous.tag if previous else None
    if last in _NOMINAL:
        _scale(scores, noun=20, adj=20, verb=0.02, adv=0.5)
        if form in ("ing", "ed") and noun_follows and not scores["adj"]:
            scores["adj"] = scores["verb"] * 50
    elif last == "prep":
        _scale(scores, noun=10, adj=10, verb=1 if form == "ing" else 0.02)
        if previous is not None and previous.lemma == "to" and form == "base":
            _scale(scores, verb=200 if not noun_follows or scores["noun"] == 0 else 100, noun=0.1)
    elif last in ("pron", "name", "modal", "relative", "not"):
        _scale(scores, verb=40, noun=0.5)
    elif last == "be":
        _scale(scores, verb=20 if form in ("ing", "ed") else 0.1, adj=5, noun=0.3)
    elif last in ("noun",):
        _after_noun(scores, form, before, following, has_verb, book)
    elif last == "verb":
        after_verb = {"ing": 1.0, "ed": 0.3, "s": 0.005}.get(form, 0.3)
        _scale(scores, verb=after_verb, adj=2 if noun_follows else 0.5, noun=2)
    else:
        then = previous is not None and previous.lemma == "then" and form == "s" and _has_acted(before)
        goes_on = last == "conj" and has_verb and not (form == "s" and _last_noun_is_plural(before))
        _scale(scores, verb=40 if then else 6 if form == "ing" else 3 if goes_on else 0.3)
    if form == "ing" and last in ("noun", "adj") and following is None and scores["noun"] > _SETTLED:
        _scale(scores, noun=60)
    if noun_follows:
        _scale(scores, adj=3)
    elif last != "be":
        _scale(scores, adj=0.2)
    if (
        form == "ing"
        and following is not None
        and following.lower in DETERMINERS | {"with", "at", "on", "in"}
    ):
        _scale(scores, verb=4)
    if word.endswith("ly"):
        _scale(scores, adv=10)


def _waits_for_noun(before: Sequence[Tagged]) -> bool:
    """Whether a noun phrase has begun and still waits for its noun."""
    return bool(before) and before[-1].tag in _NOMINAL


def _last_noun_is_plural(before: Sequence[Tagged]) -> bool:
    noun = next((each for each in reversed(before) if each.tag == "noun"), None)
    return noun is not None and noun.lower != noun.lemma


def _after_noun(
    scores: dict[Tag, float],
    form: str,
    before: Sequence[Tagged],
    following: Token | None,
    has_verb: bool,
    book: WordBook,
) -> None:
    subject = _waiting_subject(before) if form == "s" else None
    if subject is not None:
        # "a man wearing jeans dances": the verb is still to come, and it is the man's.
        has_verb = False
    previous = subject or next(each for each in reversed(before) if each.tag != "adv")
    is_plural = previous.lower != previous.lemma or previous.lower == "couple"
    if subject is None and not has_verb:
        is_plural = is_plural or any(each.lemma == "and" for each in before)
    fits = {"s": 0.05 if is_plural else 4, "base": 3 if is_plural else 0.02, "ing": 8, "ed": 8}.get(form, 1)
    _scale(scores, verb=fits * ({"s": 0.02, "base": 0.3}.get(form, 1.5) if has_verb else 1.5))
    if (
        is_plural
        and form == "base"
        and not has_verb
        and (following is None or following.lower in CONJUNCTIONS)
    ):
        _scale(scores, verb=8)
    if following is None:
        return
    if following.lower in DETERMINERS or following.lower in RELATIONS or following.lower in SUBJECT_PRONOUNS:
        _scale(scores, verb=3)
    later = book.verb(following.lower)
    if form in ("s", "base") and (
        following.lower in BE or (later and later[1] in ("ing", "s") and not book.noun(following.lower))
    ):
        _scale(scores, verb=0.005)


def _waiting_subject(before: Sequence[Tagged]) -> Tagged | None:
    """The noun that a clause began with, if so far only a participle followed it."""
    start = next((index for index in range(len(before), 0, -1) if before[index - 1].tag == "mark"), 0)
    clause = before[start:]
    verbs = [each.form for each in clause if each.tag in ("verb", "be", "modal")]
    if verbs != ["ing"] or clause[0].tag == "verb":
        return None
    return next((each for each in clause if each.tag == "noun"), None)


def _has_acted(before: Sequence[Tagged]) -> bool:
    """Whether somebody has done something in this sentence, who may go on: "a girl sits down, then waves"."""
    return any(each.tag == "verb" for each in before)


def _scale(scores: dict[Tag, float], **factors: float) -> None:
    for part, factor in factors.items():
        scores[part] *= factor  # type: ignore[literal-required]


def _clause_has_verb(before: Sequence[Tagged]) -> bool:
    for each in reversed(before):
        if each.tag == "mark":
            return False
        if each.tag in ("verb", "be"):
            return True
    return False


def may_be_noun(token: Token, book: WordBook) -> bool:
    """Whether a word can stand for something here: no small word, and not far more often a verb."""
    word = token.lower
    if token.kind == "handle":
        return True
    if token.kind != "word" or word in RELATIONS or word in BE or word in CONJUNCTIONS or word in DETERMINERS:
        return False
    if word in SUBJECT_PRONOUNS or word in MODALS or word in RELATIVES:
        return False
    noun, verb = book.noun(word), book.verb(word)
    if noun is None:
        is_past = verb is not None and verb[1] == "ed"
        return not is_past and (book.knows(word, "adj") or not (verb or book.knows(word, "adv")))
    is_inflected = verb is not None and verb[1] != "base"
    return not (is_inflected and verb and book.count(verb[0], "verb") > 4 * book.count(noun, "noun"))
