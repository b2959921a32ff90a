"""Says of each word which part of speech it is here, from the word book and the words about it."""

from collections.abc import Callable, Sequence

from render_cluster.backends.physics.language.tagged import Tag, Tagged
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
from render_cluster.backends.physics.language.weighing import may_be_noun, weigh
from render_cluster.backends.physics.language.word_book import WordBook, singulars

_FAMILIAR = 25.0
_COMPOUND = 1000.0
_KNOWN_THING = 6.0


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
    if token.kind == "handle":
        return Tagged(token.text, "name", token.text)
    if token.kind in ("stop", "comma"):
        return Tagged(token.text, "mark", token.text)
    if token.kind == "number" or (word in NUMBERS and not _is_several_people(word, following)):
        return Tagged(token.text, "num", word)
    if word == "'s":
        owner = before and before[-1].tag in ("noun", "name")
        owner = owner and following is not None and may_be_noun(following, book)
        return Tagged(token.text, "owner" if owner else "be", word)
    if word in NEGATIONS:
        return Tagged(token.text, "not", word)
    if word in ("her", "his", "its") and following is not None and may_be_noun(following, book):
        return Tagged(token.text, "det", word)
    if word in RELATIVES and before and before[-1].tag in ("noun", "name"):
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
    weigh(scores, verb[1] if verb else "", word, before, tokens[index + 1 :], book)
    best = max(scores, key=lambda part: scores[part])
    lemma = noun if best == "noun" and noun else verb[0] if best == "verb" and verb else word
    return Tagged(token.text, best, lemma or word, verb[1] if best == "verb" and verb else "")


def _colour_follows(after: Sequence[Token]) -> bool:
    """Whether this is the first of two colours: "red and white"."""
    return len(after) > 2 and after[0].lower in ("and", ",", "&") and after[1].lower in COLOUR_WORDS


def _noun_stands_next(tokens: Sequence[Token], index: int, book: WordBook) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.kind != "word" or not may_be_noun(following, book):
        return False
    return book.noun(following.lower) is not None and book.noun(tokens[index].lower) is None
