"""Tells in which language somebody typed, by script and by the words that only it has."""

import re
from collections.abc import Sequence

from recommender.language.lexicon import Lexicon
from recommender.language.spelling import may_repair
from recommender.language.word_pairs import function_words, word_pairs
from recommender.refusals import LanguageUnknown

# How sure a word makes one of its language: a small word of grammar, a word at all, a word that books hardly have.
_GRAMMAR, _WORD, _RARE = 1.0, 0.7, 0.3
_RARE_COUNT_MAX = 2
_READ_SHARE_MIN = 0.34
_FOREIGN_SHARE_MIN = 0.5
_UNREAD_HITS_MIN = 2
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏẞ]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Words of grammar of languages that are not read, so that they are told from bad typing.
_UNREAD_WORDS = frozenset(
    "mostrami voglio vedere senza niente non più gli della nel sono che degli "
    "laat zien geen zonder maar het een ik wil graag meer minder niet en "
    "visa mig inte utan och jag vill se ingen inga vis meg ikke uten og jeg vil gerne ingen "
    "pokaż mi nie bez ale chcę tylko więcej näytä minulle ei ilman mutta haluan enemmän "
    "bana göster hayır olmadan ama istiyorum daha bir ukaž mi bez ale chci víc "
    "arată fără dar vreau mai mult mutass nélkül de nem több tunjukkan tanpa tapi saya mau lebih "
    "cho tôi xem không có nhưng muốn".split()
) - frozenset(
    "en se de ale mi bez vis mai bir og ei een nem dar mau vil ama saya che non bana daha sono mig ik ingen".split()
)


def language_of(words: Sequence[str], lexicon: Lexicon, known: frozenset[str]) -> str:
    """The ISO 639-1 code of the language of some words in lower case. Raises LanguageUnknown."""
    text = "".join(words)
    letters = len(_LETTER.findall(text))
    if letters == 0:
        return "en"
    if _KANA.search(text) or (_HAN.search(text) and _is_read_as_japanese(text)):
        return "ja"
    if len(_LATIN.findall(text)) * 2 < letters:
        raise LanguageUnknown
    return _latin_language([word for word in words if _LETTER.search(word)], lexicon, known)


def _latin_language(words: Sequence[str], lexicon: Lexicon, known: frozenset[str]) -> str:
    scores = {"en": sum(_english_weight(word, lexicon, known) for word in words)}
    for language in ("de", "es", "fr", "pt"):
        scores[language] = sum(_weight(word, language) for word in words)
    read = [
        language
        for language in scores
        if language == "en" or scores[language] >= _FOREIGN_SHARE_MIN * len(words)
    ]
    best = max(read, key=lambda language: (scores[language], language == "en"))
    unread = sum(word in _UNREAD_WORDS for word in words)
    if unread >= _UNREAD_HITS_MIN and unread * _GRAMMAR > scores[best] - unread * _RARE:
        raise LanguageUnknown
    if (
        best == "en"
        and len(words) > 2
        and scores["en"] < _READ_SHARE_MIN * len(words)
        and not _is_mistyped(words)
    ):
        raise LanguageUnknown
    return best


def _english_weight(word: str, lexicon: Lexicon, known: frozenset[str]) -> float:
    if word in known or word.startswith("@"):
        return _GRAMMAR
    count = lexicon.count(word)
    return 0.0 if count == 0 else _RARE if count <= _RARE_COUNT_MAX else _WORD


def _weight(word: str, language: str) -> float:
    if any(part in function_words()[language] for part in (word, *word.split("'"))):
        return _GRAMMAR
    # A single word that English has too ("robot") says nothing.
    return _WORD if word in word_pairs()[language] and not word.isdigit() else 0.0


def _is_mistyped(words: Sequence[str]) -> bool:
    """Whether unknown words may be slips of English: plain letters alone."""
    return all(may_repair(word) or len(word) < 3 or word.isdigit() for word in words)


def _is_read_as_japanese(text: str) -> bool:
    """Whether Han characters without kana are words that are known from Japanese."""
    han = "".join(_HAN.findall(text))
    return han in word_pairs()["ja"]
