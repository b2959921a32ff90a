"""Whatever is typed, in any script and length, becomes rules or a clear refusal, the same every time."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.limits import RULES_CHARS_MAX, RULES_PER_INSTRUCTION_MAX
from recommender.instruction import compile_instruction
from recommender.language.cues import cues
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.language.line import line_of
from recommender.language.tokens import tokens
from recommender.refusals import AskEmpty, AskTooLong, LanguageUnknown
from recommender.rules import Instruction
from tests.recommender.language.notation import DESCRIPTIONS, MOMENT

# Words that steer, so that texts of them reach far into the reader.
_STEERING = (
    "no not without only never less more but and or , . for until tonight friday under over 10 s seconds a an half "
    "minute than nothing anything except free music sound @maya @bob people i follow my friends cats dogs in "
    "on the snow slow motion anime calm kids room before bed sick of can do ohne keine sin pas de 犬 なし 2 weeks -"
).split()
_TEXTS = st.one_of(
    st.text(max_size=320),
    st.lists(st.sampled_from(_STEERING), min_size=1, max_size=40).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_STEERING), st.text(max_size=12)), max_size=30).map(" ".join),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(DESCRIPTIONS, ("maya", "bob"))


@settings(max_examples=400, deadline=None)
@given(text=_TEXTS)
def test_any_text_becomes_rules_or_a_refusal(text, lexicon):
    try:
        read = compile_instruction(text, lexicon, MOMENT, timedelta(hours=-5))
    except (AskEmpty, AskTooLong, LanguageUnknown):
        return
    assert len(read.rules) <= RULES_PER_INSTRUCTION_MAX
    assert read.rules or read.until
    assert read.until is None or MOMENT < read.until <= MOMENT + timedelta(days=367)
    encoded = msgspec.json.encode(read)
    assert len(msgspec.json.encode(read.rules)) <= RULES_CHARS_MAX
    assert msgspec.json.decode(encoded, type=Instruction) == read
    assert compile_instruction(text, lexicon, MOMENT, timedelta(hours=-5)) == read


@settings(max_examples=200, deadline=None)
@given(text=_TEXTS)
def test_cues_stand_in_order_and_never_overlap(text):
    line = line_of(tokens(text.replace("\0", "")))
    places = [place for cue in cues(line) for place in (cue.place.start, cue.place.stop)]
    assert places == sorted(places)
