"""Says of each word which part of speech it is here, from the word book and the words about it."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from render_cluster.backends.physics.language.tokens import Token
from render_cluster.backends.physics.language.vocabulary.closed_words import (
    BE,
    COMPOUND_PREPOSITIONS,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    RELATIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from render_cluster.backends.physics.language.vocabulary.colours import (
    COLOUR_WORDS,
    MATERIALS,
    METALS,
    NOT_ALONE,
    SIZES,
)
from render_cluster.backends.physics.language.vocabulary.numbers import NUMBERS
from render_cluster.backends.physics.language.vocabulary.verbs import VERBS
from render_cluster.backends.physics.language.word_book import WordBook, singulars

Tag = Literal[
    "noun", "verb", "adj", "adv", "det", "num", "prep", "pron", "conj", "be", "modal", "not", "relative", "mark",
    "speech", "owner",
]  # fmt: skip
_NOMINAL = ("det", "num", "adj", "owner")
_FAMILIAR = 25.0
_COMPOUND = 1000.0
_KNOWN_THING = 6.0
# From this count on an -ing word is a noun of its own: building, painting, wedding.
_SETTLED = 15.0


class Tagged(NamedTuple):
    """A word with its part of speech, its plain form, and of a verb which form it stands in."""

    text: str
    tag: Tag
    lemma: str
    form: str = ""

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


def tag(tokens: Sequence[Token], book: WordBook, is_thing: Callable[[str], bool]) -> tuple[Tagged, ...]:
    """The tokens of one sentence with their parts of speech; `is_thing` knows nouns that are surely meant."""
    tagged: list[Tagged] = []
    index = 0
    while index < len(tokens):
        length, preposition = _compound(tokens, index)
        if preposition is not None:
            text = " ".join(token.text for token in tokens[index : index + length])
            tagged.append(Tagged(text, "conj" if preposition == "and" else "prep", preposition))
            index += length
            continue
        tagged.append(_closed(tokens, index, tagged, book) or _open(tokens, index, tagged, book, is_thing))
        index += 1
    return tuple(tagged)


def knows_word(word: str, book: WordBook) -> bool:
    """Whether it is an English word at all."""
    if (
        any(word in table for table, _ in _CLOSED)
        or word in NEGATIONS
        or word in NUMBERS
        or word.startswith("'")
    ):
        return True
    return bool(book.noun(word) or book.verb(word) or book.knows(word, "adj") or book.knows(word, "adv"))


def _compound(tokens: Sequence[Token], start: int) -> tuple[int, str | None]:
    words = tuple(token.lower for token in tokens[start : start + 5])
    for length in range(len(words), 1, -1):
        preposition = COMPOUND_PREPOSITIONS.get(words[:length])
        if preposition is not None:
            return length, preposition
    return 1, None


def _closed(tokens: Sequence[Token], index: int, before: Sequence[Tagged], book: WordBook) -> Tagged | None:
    """The word if it is one of the small ones."""
    token, word = tokens[index], tokens[index].lower
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.kind == "speech":
        return Tagged(token.text, "speech", token.text)
    if token.kind in ("stop", "comma"):
        return Tagged(token.text, "mark", token.text)
    if token.kind == "number" or (word in NUMBERS and not _is_several_people(word, following)):
        return Tagged(token.text, "num", word)
    if word == "'s":
        owner = (
            before and before[-1].tag == "noun" and following is not None and _may_be_noun(following, book)
        )
        return Tagged(token.text, "owner" if owner else "be", word)
    if word in NEGATIONS:
        return Tagged(token.text, "not", word)
    if word in ("her", "his", "its") and following is not None and _may_be_noun(following, book):
        return Tagged(token.text, "det", word)
    if word in RELATIVES and before and before[-1].tag == "noun":
        return Tagged(token.text, "relative", word)
    if (
        word in ("like", "past", "down", "up", "off", "out", "over")
        and before
        and before[-1].tag in ("pron", "det")
    ):
        return None
    for table, name in _CLOSED:
        if word in table:
            return Tagged(token.text, name, word)
    return None


def _is_several_people(word: str, following: Token | None) -> bool:
    """Whether "couple" or "trio" is who is there rather than how many of something."""
    return word in ("couple", "pair", "trio", "quartet", "score") and (
        following is None or following.lower != "of"
    )


_CLOSED: tuple[tuple[frozenset[str], Tag], ...] = (
    (BE, "be"),
    (SUBJECT_PRONOUNS | {"her"}, "pron"),
    (DETERMINERS | POSSESSIVES, "det"),
    (frozenset(RELATIONS), "prep"),
    (CONJUNCTIONS, "conj"),
    (MODALS - {"do", "does", "did", "has", "have", "had", "to"}, "modal"),
    (frozenset({"does", "do", "did"}), "modal"),
    (RELATIVES, "relative"),
)


def _open(
    tokens: Sequence[Token],
    index: int,
    before: Sequence[Tagged],
    book: WordBook,
    is_thing: Callable[[str], bool],
) -> Tagged:
    """The likeliest part of speech of a noun, verb, adjective or adverb."""
    token, word = tokens[index], tokens[index].lower
    noun, verb = book.noun(word) or next(filter(is_thing, singulars(word)), None), book.verb(word)
    if word in COLOUR_WORDS and _colour_follows(tokens[index + 1 :]):
        return Tagged(token.text, "adj", word)
    if (
        verb
        and verb[1] == "ed"
        and before
        and before[-1].tag == "noun"
        and _noun_stands_next(tokens, index, book)
    ):
        # "snow covered mountains": the three are one name.
        return Tagged(token.text, "noun", word)
    scores: dict[Tag, float] = {
        "noun": float(max(book.count(noun, "noun"), 1)) if noun else 0.0,
        "verb": float(book.count(verb[0], "verb")) if verb else 0.0,
        "adj": float(book.count(word, "adj")),
        "adv": float(book.count(word, "adv")) * 3,
    }
    if is_thing(noun or word):
        scores["noun"] += _KNOWN_THING
    if before and before[-1].tag == "noun" and is_thing(f"{before[-1].lemma} {noun or word}"):
        scores["noun"] += _COMPOUND
    if verb is not None:
        scores["verb"] *= 2.0 if verb[0] in VERBS else 0.5
    if (
        (word in COLOUR_WORDS and (word not in NOT_ALONE or word in METALS))
        or word in MATERIALS
        or word in SIZES
    ):
        scores["adj"] += _FAMILIAR
    if not any(scores.values()):
        return Tagged(token.text, "adv", word) if word.endswith("ly") else Tagged(token.text, "noun", word)
    _weigh(scores, verb[1] if verb else "", word, before, tokens[index + 1 :], book)
    best = max(scores, key=lambda part: scores[part])
    lemma = noun if best == "noun" and noun else verb[0] if best == "verb" and verb else word
    return Tagged(token.text, best, lemma or word, verb[1] if best == "verb" and verb else "")


def _colour_follows(after: Sequence[Token]) -> bool:
    """Whether this is the first of two colours: "red and white"."""
    return len(after) > 2 and after[0].lower in ("and", ",", "&") and after[1].lower in COLOUR_WORDS


def _noun_stands_next(tokens: Sequence[Token], index: int, book: WordBook) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.kind != "word" or not _may_be_noun(following, book):
        return False
    return book.noun(following.lower) is not None and book.noun(tokens[index].lower) is None


def _weigh(
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
    noun_follows = following is not None and _may_be_noun(following, book)
    if (
        _waits_for_noun(before)
        and following is not None
        and len(after) > 1
        and following.lower.endswith("ing")
    ):
        # "a dark baking tray": the tray is what the two words before it describe.
        noun_follows = noun_follows or _may_be_noun(after[1], book)
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
    elif last in ("pron", "modal", "relative", "not"):
        _scale(scores, verb=40, noun=0.5)
    elif last == "be":
        _scale(scores, verb=20 if form in ("ing", "ed") else 0.1, adj=5, noun=0.3)
    elif last in ("noun",):
        _after_noun(scores, form, before, following, has_verb, book)
    elif last == "verb":
        after_verb = {"ing": 1.0, "ed": 0.3, "s": 0.005}.get(form, 0.3)
        _scale(scores, verb=after_verb, adj=2 if noun_follows else 0.5, noun=2)
    else:
        goes_on = last == "conj" and has_verb and not (form == "s" and _last_noun_is_plural(before))
        _scale(scores, verb=6 if form == "ing" else 3 if goes_on else 0.3)
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


def _may_be_noun(token: Token, book: WordBook) -> bool:
    word = token.lower
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
