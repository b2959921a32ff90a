"""A receipt reads the same for ever: its bytes are kept beside this test."""

from pathlib import Path

import msgspec
import pytest

from render_cluster.artifacts import Artifact
from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.motion import Contact, EnergySample
from render_cluster.backends.physics.sound.onsets import Onset
from render_cluster.receipt import Receipt, build_receipt, read_receipt, receipt_bytes
from render_cluster.storyboard import Action, Camera, Coverage, Shot, Storyboard, Subject, WordFate
from render_cluster.versions import package_versions

GOLDEN = Path(__file__).parents[1] / "golden" / "receipt.v1.json"
PROMPT = "Anna's basketball bounces off the rim"


def receipt(**changes: object) -> Receipt:
    shot = Shot(
        duration_s=4.0,
        setting="court",
        time_of_day="golden_hour",
        camera=Camera(framing="wide"),
        subjects=(Subject("ball", "basketball", colour="orange"),),
        actions=(Action("ball", "throw", "rim", "bounces_off"),),
    )
    contact = Contact(1.25, "ball", "rim", "rubber", "metal", 3.1, 3.4, (0.1, 5.2, 3.05))
    account = {
        "contacts": (contact,),
        "energy": (EnergySample(0.0, 20.5, 7.3, (0.0, 4.1, 2.0)),),
        "onsets": (Onset(1.25, 0, -13.9, contact),),
    }
    given = {
        "spec": Spec(PROMPT, seed=7),
        "draft": Draft(Storyboard((shot,), "cinematic", 7), Coverage((WordFate("rim", "realised"),))),
        "backend": ("physics", "1"),
        "versions": {"rapier3d": "0.36.1", "av": "18.1.0"},
        "account": account,
        "video": Artifact("a" * 64, 1000, "video/mp4"),
        "poster": Artifact("b" * 64, 100, "image/webp"),
    }
    return build_receipt(**(given | changes))


def test_the_receipt_is_the_golden_one() -> None:
    assert receipt_bytes(receipt()) + b"\n" == GOLDEN.read_bytes()


def test_the_golden_receipt_can_be_read() -> None:
    assert receipt_bytes(read_receipt(GOLDEN.read_bytes())) + b"\n" == GOLDEN.read_bytes()


def test_the_prompt_stays_private() -> None:
    assert b"Anna" not in receipt_bytes(receipt())


def test_the_order_in_which_parts_were_given_does_not_matter() -> None:
    versions = {"av": "18.1.0", "rapier3d": "0.36.1"}
    assert receipt_bytes(receipt(versions=versions)) == receipt_bytes(receipt())


def test_the_length_follows_from_the_spec() -> None:
    made = receipt(spec=Spec(PROMPT, duration_s=2.5, fps=30))
    assert (made.frames_count, made.fps, made.duration_s) == (75, 30, 2.5)


def test_a_number_that_is_none_is_refused_with_its_place() -> None:
    broken = EnergySample(0.0, float("inf"), 0.0, (0.0, 0.0, 0.0))
    with pytest.raises(ValueError, match=r"account\.energy\[0\]\.kinetic_j is inf"):
        receipt(account={"energy": (broken,)})


def test_what_is_no_receipt_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        read_receipt(b'{"schema": "receipt.v1"}')


def test_versions_are_those_that_are_installed() -> None:
    versions = package_versions()
    assert {"av", "mujoco", "rapier3d"} <= set(versions)
    assert all(versions.values())


def test_what_the_making_left_untold_joins_the_coverage() -> None:
    missed = WordFate("maya: throw, goes in", "approximated", "misses")
    told = receipt(account={"untold": (missed,)})
    assert told.coverage.words == (WordFate("rim", "realised"), missed)
