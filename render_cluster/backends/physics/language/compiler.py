"""Compiles a prompt into a storyboard, offline, with an honest account of what became of each phrase."""

import logging
from typing import Protocol

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.language.catalogue import CatalogueLexicon
from render_cluster.backends.physics.language.chat import ChatFailed
from render_cluster.backends.physics.language.checks import (
    StoryboardRefused,
    check_cast,
    check_storyboard,
)
from render_cluster.backends.physics.language.directing import Director
from render_cluster.backends.physics.language.durations import lengths_s
from render_cluster.backends.physics.language.embedding import Embed, Nearest
from render_cluster.backends.physics.language.filming import Film
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.language.ledger import PHRASE_CHARS_MAX
from render_cluster.backends.physics.language.lexicon import Lexicon
from render_cluster.backends.physics.language.plain_text import plain
from render_cluster.backends.physics.language.segments import segments
from render_cluster.backends.physics.language.tokens import tokens
from render_cluster.backends.physics.language.word_book import word_book
from render_cluster.storyboard import Coverage, Sound, Storyboard, WordFate

PROMPT_CHARS_MAX = 2_000

_log = logging.getLogger(__name__)


class Writer(Protocol):
    """Somebody else who can write storyboards, and may fail."""

    name: str

    def write(self, spec: Spec) -> Storyboard:
        """A checked storyboard of the spec's prompt. Raises ChatFailed."""


def compile_prompt(
    spec: Spec,
    embed: Embed | Nearest | None = None,
    lexicon: Lexicon | None = None,
    writer: Writer | None = None,
) -> Draft:
    """The storyboard of a spec's prompt, or its own one checked; StoryboardRefused outside the limits.

    `embed` finds what is nearest in meaning for words that nobody knows; as a Nearest it remembers the
    vectors of the vocabularies from prompt to prompt. Without it such words are left out. Where there is a
    `writer` it is asked first; when it fails, the prompt is compiled here all the same.
    """
    if spec.storyboard is not None:
        return _given(spec, spec.storyboard)
    if not 1 <= len(spec.prompt.strip()) <= PROMPT_CHARS_MAX:
        raise StoryboardRefused("prompt_length", f"a prompt has 1 to {PROMPT_CHARS_MAX} characters")
    handles = handles_in(spec.prompt)
    check_cast(handles)
    notes: tuple[WordFate, ...] = ()
    # Whose likeness is asked for is nobody else's business, and no stranger may choose whom a clip shows.
    if writer is not None and not handles:
        whole = f"the storyboard of {writer.name}"
        try:
            return Draft(
                writer.write(spec), Coverage((WordFate(_shown(spec.prompt), "approximated", whole),))
            )
        except ChatFailed as failure:
            _log.warning("%s gave no storyboard (%s): compiled offline", writer.name, failure.code)
            notes = (WordFate(whole, "approximated", "the offline compiler"),)
    nearest = embed if isinstance(embed, Nearest) else Nearest(embed)
    return _compiled(spec, nearest, lexicon or CatalogueLexicon(), notes)


def _compiled(spec: Spec, nearest: Nearest, lexicon: Lexicon, notes: tuple[WordFate, ...]) -> Draft:
    film = Film(spec.style)
    director = Director(word_book(), lexicon, nearest, film)
    takes = director.takes(segments(tokens(plain(spec.prompt))), spec.duration_s)
    shots = director.shots(takes, lengths_s(takes, spec.duration_s))
    storyboard = Storyboard(shots, film.style, spec.seed, Sound(film.mood))
    check_storyboard(storyboard)
    words = director.ledger.coverage().words
    if not any(word.fate != "left_out" for word in words):
        stand_in = f"an empty {shots[0].setting}".replace("_", " ")
        words = (WordFate(_shown(spec.prompt), "approximated", stand_in), *words)
    return Draft(storyboard, Coverage((*notes, *words)))


def _shown(prompt: str) -> str:
    return " ".join(prompt.split())[:PHRASE_CHARS_MAX]


def _given(spec: Spec, storyboard: Storyboard) -> Draft:
    check_storyboard(storyboard)
    if abs(storyboard.duration_s - spec.duration_s) > 0.5 / spec.fps:
        raise StoryboardRefused("duration_mismatch", "the shots must last as long as the clip")
    return Draft(storyboard, Coverage(()))
