"""What a curious person can do without a server: render, check a clip by its receipt, measure the laws."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from api.backends import physics
from api.cli import main
from api.command_line.clips import SIZES
from api.commands import physics as physics_command
from api.commands.render import CAPTIONS_SUFFIX
from domain.limits import CLIP_SIZES_PX
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.laws import LawError
from render_cluster.crew import LocalCrew
from render_cluster.receipt import read_receipt
from render_cluster.render import render
from render_cluster.storyboard import Storyboard

BOARD = {
    "seed": 4,
    "shots": [
        {
            "duration_s": 1.0,
            "setting": "plaza",
            "subjects": [{"id": "crate", "kind": "crate"}],
            "actions": [{"subject": "crate", "verb": "fall"}],
        }
    ],
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clip of a second, small enough to be made several times over, and its receipt."""
    folder = tmp_path_factory.mktemp("made")
    storyboard = msgspec.convert(BOARD, Storyboard)
    spec = Spec("a crate falls", 1.0, 160, 90, seed=storyboard.seed, storyboard=storyboard)
    *_, rendered = render(spec, LocalCrew(physics()), folder / "work")
    shutil.copyfile(rendered.video_path, folder / "clip.mp4")
    shutil.copyfile(rendered.receipt_path, folder / "clip.json")
    return folder


def another_seed(receipt: dict[str, Any]) -> None:
    receipt["seed"] = receipt["storyboard"]["seed"] = 5


def a_longer_story(receipt: dict[str, Any]) -> None:
    receipt["storyboard"]["shots"][0]["duration_s"] = 1.5


def a_picture_beyond_bounds(receipt: dict[str, Any]) -> None:
    receipt["width_px"] = 1_000_000


def failed(result: Result) -> list[str]:
    """What of a verification failed; it must have ended as it says."""
    lines = [line.removeprefix("FAIL ") for line in result.output.splitlines() if line.startswith("FAIL")]
    assert result.exit_code == (1 if lines else 0), result.output
    return lines


def test_a_fresh_clip_is_what_its_receipt_says(made: Path) -> None:
    result = run("verify-clip", made / "clip.mp4")
    assert failed(result) == []
    assert "the same bytes of the clip" in result.output
    assert "the same shots, with their contacts and energy" in result.output


def test_each_thing_altered_is_found_out_by_itself(made: Path, tmp_path: Path) -> None:
    content = bytearray((made / "clip.mp4").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "clip.mp4").write_bytes(content)
    receipt = json.loads((made / "clip.json").read_bytes())
    receipt["seed"] += 1
    receipt["account"]["shots"][0]["contacts"][0]["impulse_ns"] *= 1.01
    (tmp_path / "clip.json").write_text(json.dumps(receipt))
    assert failed(run("verify-clip", tmp_path / "clip.mp4")) == [
        "the file is the one that the receipt speaks of",
        "one seed for the clip and its storyboard",
        "the same shots, with their contacts and energy",
    ]


@pytest.mark.parametrize(
    ("alter", "found"),
    [
        (another_seed, "the same bytes of the clip"),
        (a_longer_story, "the clip can be made again"),
        (a_picture_beyond_bounds, "the clip can be made again"),
    ],
)
def test_an_altered_receipt_is_found_out(
    made: Path, tmp_path: Path, alter: Callable[[dict[str, Any]], None], found: str
) -> None:
    receipt = json.loads((made / "clip.json").read_bytes())
    alter(receipt)
    (tmp_path / "altered.json").write_text(json.dumps(receipt))
    assert found in failed(run("verify-clip", made / "clip.mp4", "--receipt", tmp_path / "altered.json"))


def test_a_clip_with_somebody_in_it_says_why_it_cannot_be_made_again(made: Path, tmp_path: Path) -> None:
    receipt = json.loads((made / "clip.json").read_bytes())
    receipt["storyboard"]["shots"][0]["subjects"].append(
        {"id": "player", "kind": "person", "likeness": "maya"}
    )
    (tmp_path / "cast.json").write_text(json.dumps(receipt))
    result = run("verify-clip", made / "clip.mp4", "--receipt", tmp_path / "cast.json")
    assert failed(result) == ["the clip can be made again: it shows @maya, whose face no receipt holds"]
    assert "ok   the file is the one that the receipt speaks of" in result.output


def test_what_is_no_receipt_is_said_to_be_none(made: Path, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("{}")
    result = run("verify-clip", made / "clip.mp4", "--receipt", tmp_path / "none.json")
    assert result.exit_code == 1
    assert "is no receipt" in result.output


def test_a_storyboard_is_rendered_with_its_captions_beside_it(tmp_path: Path) -> None:
    board = {"seed": 4, "shots": [{**BOARD["shots"][0], "lines": [{"text": "watch this"}]}]}
    (tmp_path / "board.json").write_text(json.dumps(board))
    result = run("render", "--storyboard", tmp_path / "board.json", "-o", tmp_path / "clip.mp4")
    assert result.exit_code == 0, result.output
    assert "watch this" in (tmp_path / "clip").with_suffix(CAPTIONS_SUFFIX).read_text()
    receipt = read_receipt((tmp_path / "clip.json").read_bytes())
    assert receipt.storyboard == msgspec.convert(board, Storyboard)
    assert {path.name for path in tmp_path.iterdir()} == {
        "board.json",
        *(f"clip.{suffix}" for suffix in ("mp4", "webp", "json", "vtt")),
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"setting": "volcano"}, "a setting is one of"),
        ({"colour": "red"}, "unknown field"),
        ({"subjects": [{"id": "anna", "kind": "person", "likeness": "x"}]}, "likeness"),
    ],
)
def test_a_storyboard_that_cannot_be_made_says_why(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    shot = {**BOARD["shots"][0], "actions": [], **change}
    (tmp_path / "board.json").write_text(json.dumps({"shots": [shot]}))
    result = run("render", "--storyboard", tmp_path / "board.json", "-o", tmp_path / "clip.mp4")
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a ball", "--storyboard", "board.json"),
        ("a ball", "--seconds", "0.5"),
        ("a ball", "--seconds", "61"),
        ("a ball", "--size", "641x360"),
        ("a ball", "--style", "oil"),
        ("a ball", "--seed", str(2**31)),
    ],
)
def test_what_cannot_be_rendered_is_a_question_of_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "board.json").write_text(json.dumps(BOARD))
    assert run("render", "-o", "clip.mp4", *arguments).exit_code == 2


def test_a_receipt_never_takes_the_place_of_the_storyboard_it_was_made_from(tmp_path: Path) -> None:
    (tmp_path / "clip.json").write_text(json.dumps(BOARD))
    result = run("render", "--storyboard", tmp_path / "clip.json", "-o", tmp_path / "clip.mp4")
    assert result.exit_code == 2
    assert json.loads((tmp_path / "clip.json").read_text()) == BOARD


def test_the_sizes_offered_are_those_of_the_domain() -> None:
    assert [tuple(map(int, size.split("x"))) for size in SIZES] == list(CLIP_SIZES_PX)


def test_the_laws_are_kept_and_told_as_data() -> None:
    result = run("physics", "--json")
    told = json.loads(result.output)
    assert (result.exit_code, told["ok"]) == (0, True)
    assert {"free fall", "pendulum", "bounce", "energy never rises"} <= {law["law"] for law in told["laws"]}
    assert all(law["ok"] == (law["error"] <= law["bound"]) for law in told["laws"])


@pytest.mark.parametrize("error", [0.02, float("nan"), float("inf")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_broken_law_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, error: float, form: tuple[str, ...]
) -> None:
    laws = [LawError("bounce", 0.001, 0.01), LawError("slide", error, 0.01)]
    monkeypatch.setattr(physics_command, "measure", lambda: laws)
    result = run("physics", *form)
    assert result.exit_code == 1
    assert "slide" in result.output
