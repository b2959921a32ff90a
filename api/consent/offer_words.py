"""Says in a sentence what a rule or a grant allows."""

from domain.consent import Themes
from domain.events import Terms

_USE_WORDS = {"appear": "appear", "voice": "speak", "remix": "be remixed"}


def offer_words(terms: Terms, themes: Themes) -> str:
    """What may be done, with which themes, how often and until when."""
    said = (
        "They may " + _listed([_USE_WORDS[use] for use in terms.uses]) if terms.uses else "Nothing is allowed"
    )
    if themes.allowed:
        said += f", only with {_listed(themes.allowed)}"
    if themes.barred:
        said += f", never with {_listed(themes.barred)}"
    if terms.clips_count_max is not None:
        said += f", in {terms.clips_count_max} clips at most"
    if terms.expires_at is not None:
        said += f", until {terms.expires_at:%Y-%m-%d %H:%M} UTC"
    return said + "."


def _listed(words: list[str] | tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
