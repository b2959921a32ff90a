"""Given people with tools, when their shot is compiled, staged and moved, then the tools are seen at work."""

import numpy as np
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.posture import STANDING
from render_cluster.backends.physics.dynamics.people.tooling import gesture
from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.staging.furnishing import furnished
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.storyboard import Action, Place, Shot, Subject

SEED, FPS = 3, 24
MAN = Subject("man", "person", sex="man")


def told(prompt: str) -> Shot:
    return compile_prompt(Spec(prompt, 4.0, 320, 180, 24)).storyboard.shots[0]


def held(shot: Shot) -> set[str]:
    return {one.kind for one in shot.subjects if one.place is not None and one.place.relation == "held_by"}


def shot_of(tool: str, verb: str = "work") -> Shot:
    thing = Subject("tool", tool, place=Place("held_by", "man"))
    target = "tool" if verb == "play" else None
    return Shot(duration_s=2.0, setting="park", subjects=(MAN, thing), actions=(Action("man", verb, target),))


@pytest.mark.parametrize(
    ("prompt", "tools"),
    [
        ("a chef slicing a cucumber", {"knife"}),
        ("a woman sweeps the floor with a broom", {"broom"}),
        ("a man is sweeping", {"broom"}),
        ("a man stirs soup with a spoon", {"spoon"}),
        ("a man hits a nail with a hammer", {"hammer"}),
        ("a man hits a ball with a bat", {"baseball_bat"}),
        ("woman painting at home", {"pen"}),
        ("a barber cutting hair", set()),
    ],
)
def test_a_deed_has_its_tool_in_hand(prompt: str, tools: set[str]) -> None:
    assert held(told(prompt)) == tools


def test_who_hits_with_a_hammer_throws_nothing() -> None:
    assert [one.verb for one in furnished(told("a man hits a nail with a hammer")).actions] == ["work"]


@pytest.mark.parametrize("tool", ["broom", "hammer", "spoon", "knife", "pen", "baseball_bat"])
def test_each_tool_is_moved_in_its_own_way(tool: str) -> None:
    moments = [Cue(t, 2.0, 1.0, (0.3,) * 6) for t in np.arange(0.0, 2.0, 0.1)]
    plain = [gesture("work", cue, STANDING, ()) for cue in moments]
    shown = [gesture("work", cue, STANDING, (tool,)) for cue in moments]
    wrists = np.array([one.wrists_m[1] for one in shown])
    twists = np.array([one.twist_rad for one in shown])
    assert max(np.ptp(wrists, axis=0).max(), np.ptp(twists)) > 0.1
    assert any(not np.allclose(one.wrists_m, other.wrists_m) for one, other in zip(shown, plain, strict=True))


def test_a_broom_sweeps_over_the_ground_from_the_first_frame() -> None:
    motion = simulate(stage(shot_of("broom"), "realistic", SEED), FPS)
    poses = motion.poses["tool"]
    assert np.all(np.abs(poses[:, 2] - 0.75) < 0.25), "upright in both hands, its straw near the ground"
    assert np.ptp(poses[:12, :2], axis=0).max() > 0.03


def test_a_hammer_goes_up_and_down() -> None:
    heights = simulate(stage(shot_of("hammer"), "realistic", SEED), FPS).poses["tool"][:, 2]
    assert np.ptp(heights) > 0.25


def test_a_hoop_stays_about_the_waist() -> None:
    motion = simulate(stage(shot_of("hula_hoop", "play"), "realistic", SEED), FPS)
    hoop = motion.poses["tool"]
    assert np.all((hoop[:, 2] > 0.7) & (hoop[:, 2] < 1.3))
    assert np.ptp(hoop[24:, :2], axis=0).max() > 0.05


def test_what_is_cut_stays_on_the_table() -> None:
    shot = told("a chef slicing a cucumber")
    name = next(one.id for one in shot.subjects if "cucumber" in one.kind)
    heights = simulate(stage(shot, "realistic", SEED), FPS).poses[name][:, 2]
    assert np.all((heights > 0.7) & (heights < 0.95))


def test_a_piano_is_played_where_it_stands() -> None:
    scene = stage(told("A person is playing piano"), "realistic", SEED)
    piano = next(one for one in scene.bodies if one.kind == "piano")
    assert piano.position_m[2] == pytest.approx(piano.size_m[2] / 2.0, abs=0.15)
