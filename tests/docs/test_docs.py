"""What stands in the code stands in the docs: commands, settings, routes, events and codes."""

import re
from pathlib import Path
from typing import get_args

import pytest

from api.app import API_ROUTES
from api.cli import main
from api.problem_words import PROBLEMS
from api.problems import EXCEPTION_HANDLERS
from api.routes import media
from api.settings import PREFIX, Settings
from domain.errors import Refused
from domain.events import EVENT_TYPES
from recommender import refusals  # noqa: F401 - registers the feed's refusals
from render_cluster.job import FailureCode

ROOT = Path(__file__).parents[2]


def page(name):
    return (ROOT / name).read_text()


def refusals_of(kind):
    for each in kind.__subclasses__():
        yield each
        yield from refusals_of(each)


@pytest.mark.parametrize("name", [event.name for event in EVENT_TYPES])
def test_every_event_is_documented(name):
    assert f"| `{name}` |" in page("docs/events.md")


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_problem_is_documented_with_its_status(code):
    assert f"| `{code}` | {PROBLEMS[code].status} |" in page("docs/errors.md")


@pytest.mark.parametrize("code", sorted({kind.code for kind in refusals_of(Refused)}))
def test_every_refusal_has_words_for_people(code):
    assert code in PROBLEMS


@pytest.mark.parametrize("kind", [kind for kind in EXCEPTION_HANDLERS if hasattr(kind, "code")])
def test_every_coded_failure_has_words_for_people(kind):
    assert kind is Refused or kind.code in PROBLEMS


@pytest.mark.parametrize("code", get_args(FailureCode))
def test_every_failure_of_a_job_is_documented(code):
    assert f"| `{code}` |" in page("docs/errors.md")


@pytest.mark.parametrize("field", Settings.__struct_fields__)
def test_every_setting_is_documented(field):
    assert f"| `{PREFIX}{field.upper()}` |" in page("docs/settings.md")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented(command):
    assert f"`castmates {command}" in page("docs/commands.md")


@pytest.mark.parametrize("handler", [*API_ROUTES, *media.ROUTES], ids=lambda handler: handler.fn.__name__)
def test_every_route_is_documented(handler):
    prefix = "" if handler in media.ROUTES else "/api"
    for path in handler.paths:
        for method in handler.http_methods - {"HEAD", "OPTIONS"}:
            assert f"`{method} {prefix}{path.replace(':str', '')}`" in page("docs/api.md")


def chosen_packages():
    """What requirements.in names, less the numbered parts of a package that is documented as one."""
    lines = page("requirements.in").splitlines()
    names = [re.split(r"[=<>\[]", line)[0] for line in lines if line and not line.startswith("#")]
    return [name for name in names if not re.search(r"-\d$", name)]


@pytest.mark.parametrize("name", chosen_packages())
def test_every_package_that_was_chosen_is_documented(name):
    assert re.search(rf"^\|.*\b{re.escape(name)}\b.*\|", page("docs/dependencies.md"), re.MULTILINE)


def test_every_make_target_explains_itself():
    makefile = page("Makefile")
    for target in ("help", "run", "test", "test-web", "web-types", "check", "fmt", "bench", "golden"):
        assert any(line.startswith(f"{target}:") and "##" in line for line in makefile.splitlines()), target


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_between_pages_leads_somewhere(name):
    for part in page(name).split("](")[1:]:
        target = part.split(")")[0].split("#")[0]
        if target and "://" not in target:
            assert ((ROOT / name).parent / target).exists(), f"{name} links to {target}"
