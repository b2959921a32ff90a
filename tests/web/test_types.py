"""The app's types are those of the API, and its code keeps to them: an API change that breaks the app fails here."""

from pathlib import Path

import pytest

from tests.web.node import ROOT, run

pytestmark = pytest.mark.web
CONTRACT = ROOT / "tests" / "golden" / "openapi.json"
TYPES = ROOT / "api" / "web" / "types" / "api.d.ts"
CHECKED = ROOT / "tests" / "web" / "jsconfig.json"


def test_the_types_are_made_of_the_contract(tmp_path, may_write_golden):
    made = tmp_path / "api.d.ts"
    done = run("openapi-typescript", str(CONTRACT), "--output", str(made))
    assert done.returncode == 0, done.stderr
    if may_write_golden and not TYPES.exists():
        TYPES.write_bytes(made.read_bytes())
    assert TYPES.read_text() == made.read_text(), "`make web-types` renews them"


def test_the_app_keeps_to_its_types():
    done = run("tsc", "--project", str(CHECKED))
    assert done.returncode == 0, done.stdout[-5000:]


def test_a_field_that_the_api_does_not_have_is_noticed(tmp_path):
    """That the check can fail at all."""
    contract = Path("../../api/web/types/api.d.ts")
    wrong = tmp_path / "wrong.js"
    types = (CHECKED.parent / contract).resolve()
    wrong.write_text(
        f'/** @param {{import("{types}").components["schemas"]["Me"]}} me */\n'
        "export const spent = (me) => me.clips_wasted_today;\n"
    )
    done = run("tsc", "--noEmit", "--checkJs", "--strict", "--target", "es2022", str(wrong))
    assert done.returncode != 0
    assert "clips_wasted_today" in done.stdout
