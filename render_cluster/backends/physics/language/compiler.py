"""Compiles a prompt into a storyboard, offline, with an honest account of what became of each phrase."""

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.language.catalogue import CatalogueLexicon
from render_cluster.backends.physics.language.checks import StoryboardRefused, check_storyboard
from render_cluster.backends.physics.language.directing import Director
from render_cluster.backends.physics.language.durations import lengths_s
from render_cluster.backends.physics.language.embedding import Embed, Nearest
from render_cluster.backends.physics.language.filming import Film
from render_cluster.backends.physics.language.lexicon import Lexicon
from render_cluster.backends.physics.language.plain_text import plain
from render_cluster.backends.physics.language.segments import segments
from render_cluster.backends.physics.language.tokens import tokens
from render_cluster.backends.physics.language.word_book import word_book
from render_cluster.storyboard import Coverage, Sound, Storyboard, WordFate

PROMPT_CHARS_MAX = 2_000


def compile_prompt(spec: Spec, embed: Embed | Nearest | None = None, lexicon: Lexicon | None = None) -> Draft:
    """The storyboard of a spec's prompt, or its own one checked; StoryboardRefused outside the limits.

    `embed` finds what is nearest in meaning for words that nobody knows; as a Nearest it remembers the
    vectors of the vocabularies from prompt to prompt. Without it such words are left out.
    """
    if spec.storyboard is not None:
        return _given(spec, spec.storyboard)
    if not 1 <= len(spec.prompt.strip()) <= PROMPT_CHARS_MAX:
        raise StoryboardRefused("prompt_length", f"a prompt has 1 to {PROMPT_CHARS_MAX} characters")
    nearest = embed if isinstance(embed, Nearest) else Nearest(embed)
    whole = Film(spec.style)
    director = Director(word_book(), lexicon or CatalogueLexicon(), nearest, whole)
    takes = director.takes(segments(tokens(plain(spec.prompt))), spec.duration_s)
    shots = director.shots(takes, lengths_s(takes, spec.duration_s))
    storyboard = Storyboard(shots, whole.style, spec.seed, Sound(whole.mood))
    check_storyboard(storyboard)
    coverage = director.ledger.coverage()
    if not any(word.fate != "left_out" for word in coverage.words):
        stand_in = f"an empty {shots[0].setting}".replace("_", " ")
        first = WordFate(" ".join(spec.prompt.split())[:120], "approximated", stand_in)
        coverage = Coverage((first, *coverage.words))
    return Draft(storyboard, coverage)


def _given(spec: Spec, storyboard: Storyboard) -> Draft:
    check_storyboard(storyboard)
    if abs(storyboard.duration_s - spec.duration_s) > 0.5 / spec.fps:
        raise StoryboardRefused("duration_mismatch", "the shots must last as long as the clip")
    return Draft(storyboard, Coverage(()))
