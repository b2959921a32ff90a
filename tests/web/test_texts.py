"""Texts are apart from code, and no language lacks one."""

import json
import re
import subprocess
from typing import get_args

import pytest

from domain.events import CancelCause, WithdrawalCause
from projections.views.notices.queries import Kind
from tests.web.node import ROOT

pytestmark = pytest.mark.web
WEB = ROOT / "api" / "web"
_PRINT = """const [en, de] = await Promise.all(process.argv.slice(1).map((path) => import(path)));
console.log(JSON.stringify([en.default, de.default]));"""
_USED = re.compile(r'\bt\("([a-z_0-9]+)"')


@pytest.fixture(scope="module")
def languages():
    """English and German, as the app has them."""
    paths = [str(WEB / "texts" / name) for name in ("en.js", "de.js")]
    asked = ["node", "--experimental-default-type=module", "--input-type=module", "-e", _PRINT, *paths]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_both_languages_say_the_same_things(languages):
    english, german = languages
    assert set(english) == set(german)


def test_a_text_has_the_same_places_to_fill_in_both(languages):
    english, german = languages

    def places(text):
        forms = [text] if isinstance(text, str) else list(text.values())
        return {name for form in forms for name in re.findall(r"\{(\w+)\}", form)}

    assert [key for key in english if places(english[key]) != places(german[key])] == []


def test_every_text_that_the_code_names_is_there(languages):
    english, _ = languages
    scripts = [path for path in WEB.rglob("*.js") if not {"vendor", "texts"} & set(path.parts)]
    named = {key for path in scripts for key in _USED.findall(path.read_text())}
    assert named - set(english) == set()


# What says a notice, where it is said by case; the makers' own acts are no news to them.
_CASES = {
    "clip_withdrawn": set(get_args(WithdrawalCause)) - {"maker", "moderated"},
    "generation_cancelled": set(get_args(CancelCause)) - {"maker"},
    "appeal_decided": {"overturned", "upheld"},
}


def test_every_notice_that_the_server_gives_has_its_sentence(languages):
    plain = {f"notice_{kind}" for kind in get_args(Kind) if kind not in _CASES}
    by_case = {f"notice_{kind}_{case}" for kind, cases in _CASES.items() for case in cases}
    wanted = plain | by_case | {"notice_guardian_unlinked_of_age", "notice_other"}
    for texts in languages:
        assert {key for key in texts if key.startswith("notice_")} == wanted
