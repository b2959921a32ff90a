"""Keeps the account of each phrase's fate while a prompt is compiled."""

from render_cluster.storyboard import Coverage, Fate, WordFate

PHRASE_CHARS_MAX = 120
FATES_COUNT_MAX = 400


class Ledger:
    """Fates in the order in which their phrases were read, each said once."""

    def __init__(self) -> None:
        self._fates: dict[WordFate, None] = {}

    def realised(self, phrase: str) -> None:
        """The storyboard asks for just that."""
        self._write(phrase, "realised", None)

    def approximated(self, phrase: str, by: str) -> None:
        """The storyboard asks for `by` instead."""
        self._write(phrase, "approximated", by)

    def left_out(self, phrase: str) -> None:
        """The storyboard has nothing of it."""
        self._write(phrase, "left_out", None)

    def met(self, phrase: str, by: str | None) -> None:
        """Realised where nothing had to stand in, else approximated by that."""
        self._write(phrase, "approximated" if by else "realised", by)

    def lost(self, phrase: str) -> None:
        """What was met after all found no room."""
        phrase = _told(phrase)
        self._fates = {fate: None for fate in self._fates if fate.phrase != phrase}
        self.left_out(phrase)

    def coverage(self) -> Coverage:
        """The account, at most FATES_COUNT_MAX phrases of it."""
        return Coverage(tuple(self._fates)[:FATES_COUNT_MAX])

    def _write(self, phrase: str, fate: Fate, by: str | None) -> None:
        phrase = _told(phrase)
        if phrase:
            self._fates.setdefault(WordFate(phrase, fate, by))


def _told(phrase: str) -> str:
    return " ".join(phrase.lower().split())[:PHRASE_CHARS_MAX]
