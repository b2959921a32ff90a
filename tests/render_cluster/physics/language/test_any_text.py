"""Any text at all becomes a storyboard within the limits."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import check_storyboard
from render_cluster.backends.physics.language.compiler import PROMPT_CHARS_MAX, compile_prompt
from render_cluster.storyboard import Storyboard

WORDS = [
    "a",
    "the",
    "dog",
    "dogs",
    "woman",
    "man",
    "ball",
    "red",
    "giant",
    "three",
    "1e9",
    "99999999",
    "runs",
    "run",
    "running",
    "falls",
    "nearly",
    "not",
    "no",
    "on",
    "in",
    "behind",
    "into",
    "and",
    "then",
    ",",
    ".",
    ";",
    ":",
    '"',
    "'",
    "“",
    "”",
    "kitchen",
    "beach",
    "of",
    "couple",
    "group",
    "is",
    "was",
    "who",
    "says",
    "shot",
    "1",
    "2",
    "cut",
    "to",
    "dissolve",
    "wearing",
    "hat",
    "jeans",
    "anime",
    "slow",
    "motion",
    "close",
    "up",
    "sunset",
    "rain",
    "she",
    "it",
    "they",
    "her",
    "🐶",
    "👩\u200d🚀",
    "misses",
    "for",
    "3",
    "seconds",
    "with",
    "without",
    "waves",
    "plays",
    "guitar",
    "\n",
    "\x00",
    "ß",
    "犬",
    "�",
    "of",
    "of",
    "glass",
    "table",
    "shatters",
]
TEXTS = st.one_of(
    st.text(st.characters(), min_size=1, max_size=200),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.floats(1.0, 60.0))
def test_any_text_becomes_a_storyboard_within_the_limits(prompt, duration_s):
    prompt = prompt[:PROMPT_CHARS_MAX]
    if not prompt.strip():
        return
    draft = compile_prompt(Spec(prompt, duration_s=duration_s))
    check_storyboard(draft.storyboard)
    assert abs(draft.storyboard.duration_s - duration_s) < 1e-3
    assert msgspec.json.decode(msgspec.json.encode(draft.storyboard), type=Storyboard) == draft.storyboard
    assert draft.coverage.words
    assert compile_prompt(Spec(prompt, duration_s=duration_s)) == draft


def test_the_longest_prompt_is_read():
    draft = compile_prompt(Spec(("a dog runs. then a cat sits. " * 80)[:PROMPT_CHARS_MAX], duration_s=60.0))
    assert len(draft.storyboard.shots) == 12
