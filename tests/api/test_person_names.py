"""Real people are noticed by name; members, first names, places and figures of stories are not."""

from pathlib import Path

import pytest

from api.consent.person_names import NameReader, name_book
from render_cluster.backends.physics.language.word_book import word_book

WELL_KNOWN = (Path(__file__).parent / "well_known_names.txt").read_text().splitlines()
# Too much like prose, or like a planet.
PASSED_OVER = {"will smith eats spaghetti", "Freddie Mercury sings on stage"}


@pytest.fixture(scope="module")
def names():
    return NameReader(name_book, word_book)


@pytest.mark.parametrize("prompt", [each for each in WELL_KNOWN if each not in PASSED_OVER])
def test_well_known_people_are_noticed(names, prompt):
    assert names.people_in(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "a coach named John",
        "maya and theo dance",
        "john walks home while anna jumps over the fence",
        "Jordan River at dawn, Brooklyn Bridge in fog",
        "Rose Garden in spring",
        "A Golden Retriever Runs In The Park",
        "Santa Claus lands on the roof",
        "Sherlock Holmes looks through a lens",
        "Paris at night in the style of Van Gogh",
        "the Eiffel Tower under snow",
        "@taylor_swift waves to the crowd",
        "a black hawk circles, a crazy horse bolts",
        "will the cook mark the bread?",
        "",
        "@",
    ],
)
def test_prose_names_nobody(names, prompt):
    assert names.people_in(prompt) == ()


def test_what_is_said_aloud_counts_and_each_name_once(names):
    said = 'A man says "I am Taylor Swift". Taylor Swift\'s dog barks.'
    assert names.people_in(said) == ("Taylor Swift",)


def test_a_long_text_is_read_in_bounds(names):
    assert len(names.people_in("Taylor Swift, Tom Hanks, Brad Pitt. " * 50)) == 3
    assert len(names.people_in(". ".join(WELL_KNOWN * 3))) == 8
