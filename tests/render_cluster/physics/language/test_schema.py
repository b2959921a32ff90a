"""The published schema is that of the code, and what it allows is what is taken."""

from pathlib import Path

import msgspec
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.language.schema import schema_text
from render_cluster.storyboard import Storyboard

SPEC = Path(__file__).parents[4] / "docs" / "spec"
_FENCE = "```"


def _examples():
    blocks = (SPEC / "storyboard.md").read_text().split(_FENCE + "json\n")[1:]
    return [block.split(_FENCE)[0] for block in blocks]


def test_the_published_schema_is_up_to_date():
    assert (SPEC / "storyboard.v1.schema.json").read_text() == schema_text()


@pytest.mark.parametrize("text", _examples())
def test_each_example_of_the_page_is_taken_as_it_is(text):
    storyboard = msgspec.json.decode(text, type=Storyboard)
    spec = Spec("", duration_s=storyboard.duration_s, storyboard=storyboard)
    assert compile_prompt(spec).storyboard == storyboard


@pytest.mark.parametrize(
    "struct", ["Storyboard", "Shot", "Subject", "Place", "Garment", "Action", "Line", "Camera", "Sound"]
)
def test_each_field_has_its_line_on_the_page(struct):
    page = (SPEC / "storyboard.md").read_text()
    fields = vars(__import__("render_cluster.storyboard", fromlist=[struct]))[struct].__struct_fields__
    section = page.split(f"### {struct}\n")[1].split("\n### ")[0]
    assert [field for field in fields if f"| `{field}` |" not in section] == []
