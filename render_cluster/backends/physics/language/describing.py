"""What adjectives and numbers say of a subject: colour, material, size, age, how many, how it feels."""

from typing import NamedTuple

from render_cluster.backends.physics.language.chunks import NounPhrase
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.vocabulary.colours import (
    COLOUR_WORDS,
    MANY_COLOURED,
    MATERIALS,
    METALS,
    NOT_ALONE,
    SHADES,
    SIZES,
)
from render_cluster.backends.physics.language.vocabulary.numbers import (
    COUNT_MAX,
    EXACT,
    GROUPS,
    NUMBERS,
    PARTS,
    PLURAL_COUNT,
)
from render_cluster.backends.physics.language.vocabulary.people import AGE_WORDS, SEX_WORDS
from render_cluster.backends.physics.language.vocabulary.verbs import FEELINGS
from render_cluster.storyboard import Age, Sex

_SIZE_MIN, _SIZE_MAX = 0.1, 10.0
_SILENT = frozenset(
    "other same own whole entire certain different first second third last next new young adult left "
    "right more most "
    "very main single simple plain colored coloured usual typical named called such various numerous real "
    "actual".split()
)
_NAMING = frozenset(
    "oak pine bamboo rose cherry lemon peach rubber ice paper clay brick stone glass lavender lime olive "
    "chocolate mint".split()
)
_UNITS = frozenset(
    "kg lb lbs g m cm km ft feet inch inches mph meter metre degree degrees year years pound".split()
)


class Looks(NamedTuple):
    """What the words before a noun say of it."""

    colour: str | None = None
    material: str | None = None
    size: float = 1.0
    age: Age | None = None
    sex: Sex | None = None
    manner: str | None = None


class Counted(NamedTuple):
    """The phrase that is really meant, how many of it, and the words that said so; `asked` above what is shown."""

    phrase: NounPhrase
    count: int
    words: str
    is_exact: bool
    is_clamped: bool


def looks_of(phrase: NounPhrase, is_person: bool, ledger: Ledger, name: str = "") -> Looks:
    """The looks that the adjectives ask for; each adjective's fate goes into the ledger.

    What only names the kind (an oak tree, a paper boat) is left to `name`, the words that were understood.
    """
    looks = Looks()
    named = _NAMING & set(name.split())
    colours = [word for word in phrase.adjectives if _is_colour(word, phrase)]
    for word in phrase.adjectives:
        if word in phrase.deeds or word in _SILENT or word in named:
            continue
        if word in SHADES and colours:
            ledger.approximated(word, f"plain {colours[0]}")
        elif word in colours:
            looks = _coloured(looks, word, is_person, ledger)
        elif word in MANY_COLOURED and not is_person:
            ledger.approximated(word, "its own colours")
        elif word in MATERIALS and not is_person:
            material = MATERIALS[word]
            ledger.met(word, None if material in word or word in material else material)
            looks = looks._replace(material=looks.material or material)
        elif is_person and word in AGE_WORDS:
            ledger.realised(word)
            looks = looks._replace(age=AGE_WORDS[word])
        elif is_person and word in SEX_WORDS:
            ledger.realised(word)
            looks = looks._replace(sex=SEX_WORDS[word])
        elif word in SIZES and not (is_person and word in ("little", "great")):
            ledger.realised(word)
            factor = SIZES[word] if not is_person else 1 + (SIZES[word] - 1) * 0.3
            looks = looks._replace(size=min(max(looks.size * factor, _SIZE_MIN), _SIZE_MAX))
        elif word in FEELINGS:
            ledger.realised(word)
            looks = looks._replace(manner=FEELINGS[word])
        else:
            ledger.left_out(word)
    for word in phrase.nouns[:-1]:
        if word in MATERIALS and not is_person and looks.material is None:
            looks = looks._replace(material=MATERIALS[word])
    return looks


def _coloured(looks: Looks, word: str, is_person: bool, ledger: Ledger) -> Looks:
    if is_person:
        ledger.left_out(word)
        return looks
    if looks.colour is not None:
        ledger.approximated(word, f"{looks.colour} alone")
        return looks
    shaded = f"light {word}"
    name, near = COLOUR_WORDS[word] if word != "light" else COLOUR_WORDS[shaded]
    ledger.met(word, near)
    return looks._replace(colour=name)


def _is_colour(word: str, phrase: NounPhrase) -> bool:
    if word not in COLOUR_WORDS:
        return False
    # "dark" and "clear" colour only things of which nothing else is said; "gold" and "rose" may always.
    return word not in NOT_ALONE or word in METALS or len(phrase.adjectives) == 1


_HEAPED = frozenset({"pile", "heap", "stack"})
HERDS = frozenset({"herd", "flock", "swarm", "pack"})


def counted(phrase: NounPhrase) -> Counted:
    """Looks through "a group of" and "a piece of" to what is meant, and how many of it; "an elephant herd" too."""
    if phrase.head in HERDS and len(phrase.nouns) > 1:
        inner = _plainly_counted(phrase._replace(nouns=phrase.nouns[:-1], number=None, is_plural=True))
        return inner._replace(
            count=min(GROUPS[phrase.head], COUNT_MAX), words=_noun_words(phrase), is_exact=False
        )
    if phrase.of is not None and not phrase.is_pronoun:
        content = phrase.of
        if phrase.head in GROUPS or phrase.head in NUMBERS:
            inner = counted(content)
            count = GROUPS.get(phrase.head) or NUMBERS[phrase.head]
            if phrase.head in _HEAPED and not content.is_plural:
                count = 1  # of what is not counted, as sand, a pile is one
            if phrase.number is not None and phrase.head in ("dozen", "pair", "couple", "set"):
                count *= _number(phrase.number) or 1
            return inner._replace(
                count=min(max(count, inner.count if content.number else 0), COUNT_MAX),
                words=f"{phrase.head_text} of {inner.words}",
                is_exact=phrase.head in ("pair", "couple", "dozen"),
            )
        if phrase.head in PARTS:
            inner = counted(content)
            number = _number(phrase.number) if phrase.number else None
            return inner._replace(count=min(number, COUNT_MAX) if number else 1)
    return _plainly_counted(phrase)


def _plainly_counted(phrase: NounPhrase) -> Counted:
    words = _noun_words(phrase)
    if phrase.number is not None and not _UNITS & set(phrase.nouns):
        number = _number(phrase.number)
        if number is not None and number > 0:
            is_exact = phrase.number in EXACT or phrase.number[:1].isdigit()
            clamped = number > COUNT_MAX or phrase.number in (
                "hundred",
                "hundreds",
                "thousand",
                "thousands",
                "million",
                "millions",
            )
            return Counted(phrase, min(number, COUNT_MAX), f"{phrase.number} {words}", is_exact, clamped)
    count = PLURAL_COUNT if phrase.is_plural else 1
    return Counted(phrase, count, words, not phrase.is_plural, False)


def _noun_words(phrase: NounPhrase) -> str:
    before = {*phrase.adjectives, phrase.number, "and", "of", ","}
    return " ".join(word for word in phrase.text.split() if word.lower() not in before) or phrase.text


def _number(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS[word]
    try:
        return int(min(float(word.replace(",", "")), 1e9))
    except ValueError:
        return None
