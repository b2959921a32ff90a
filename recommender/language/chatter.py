"""Knows the words that carry no wish: politeness, talk about oneself, and "videos" in an app of videos."""

from collections.abc import Sequence

from recommender.language.tokens import Token

_ARTICLES = "another a an the some any this that these those my our your their its all every of as it him her them they there here"
_POLITE = (
    "please ugh thanks thank you hey hi hello ok okay well so um uh hmm oh yeah yes kindly sorry pls cheers dear "
    "lol haha much maybe perhaps possibly really very just actually honestly basically literally simply quite truly thx"
)
_GENERIC = (
    "video videos clip clips content stuff thing things something anything footage reel reels post posts film films "
    "feed timeline one ones kind kinds sort sorts type types bit lot lots bunch material movie movies else somewhere"
)
_VERBS = (
    "what got how is are am be was were been being do does did have has had can could would will should may might must see seeing "
    "watch watching look looking show showing get getting give me us i we let want like love enjoy need in on for to "
    "with about from by at which who whom where when featuring showing involving including containing related "
    "too also again right now today feel feeling rather instead both than if at least not going think guess already anymore lately help whatsoever either again ever "
    "over under onto along through across near inside during around same such "
    "fun good nice great best cool"
)
_LOOSE = frozenset(f"{_ARTICLES} {_POLITE} {_GENERIC} {_VERBS}".split())
# Words that a topic may begin with although they carry nothing elsewhere: "fun", "good", "best friends".
_OPENING_KEPT = frozenset("fun good nice great best cool".split())
_CLOSING_KEPT = frozenset("fun".split())
_ALONE = frozenset("fun good nice great best cool film films movie movies".split())
_ABOUT_SELF = frozenset(
    "i we my it our bored stuck exhausted hungry everyone everybody since because as he she they after while when if today tonight although".split()
)


_FILLING = frozenset(f"{_POLITE} there and but or".split())


def stripped(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without what carries no wish at either end; none are left where nothing else was said."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].is_mark or _loose_at(tokens[start].word, _OPENING_KEPT)):
        start += 1
    while end > start and (tokens[end - 1].is_mark or _loose_at(tokens[end - 1].word, _CLOSING_KEPT)):
        end -= 1
    return tuple(tokens[start:end])


def is_chatter(word: str) -> bool:
    """Whether a word alone asks for nothing."""
    return word in _LOOSE and word not in _ALONE


def is_backstory(tokens: Sequence[Token], is_reason: bool = False) -> bool:
    """Whether a clause may tell of the speaker rather than of a wish: "I have had a long day", "my back hurts".

    A reason may leave out who does it: "getting married, so ...".
    """
    words = [token.word for token in tokens if not token.is_mark and token.word not in _FILLING]
    return len(words) > 1 and (words[0] in _ABOUT_SELF or (is_reason and words[0].endswith("ing")))


def _loose_at(word: str, kept: frozenset[str]) -> bool:
    return word in _LOOSE and word not in kept


def words() -> frozenset[str]:
    """All words that may be chatter."""
    return _LOOSE
