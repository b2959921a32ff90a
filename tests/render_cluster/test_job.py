"""A request in the log becomes a job, or is refused with a code."""

import msgspec
import pytest

from domain.events import GenerationRequested
from domain.ids import AllowanceId, ClipId, JobId, PersonId
from render_cluster.backends.backend import Draft, Spec
from render_cluster.job import STAGES, JobFailed, at_frame, at_stage, clip_facts, job_spec
from render_cluster.storyboard import Coverage, Mood, Shot, Sound, Storyboard, Subject, WordFate

REQUESTED = GenerationRequested(
    job_id=JobId("job-1"),
    clip_id=ClipId("clip-1"),
    maker_id=PersonId("person-1"),
    allowance_id=AllowanceId("allowance-1"),
    duration_s=3.0,
    width_px=480,
    height_px=480,
    style="anime",
    seed=11,
    prompt="a ball",
)


def shot(scene: str, setting: str) -> Shot:
    return Shot(1.5, setting, subjects=(Subject(scene, scene),))


def test_a_job_is_what_was_asked_for() -> None:
    job = job_spec(REQUESTED)
    assert (job.job_id, job.spec) == ("job-1", Spec("a ball", 3.0, 480, 480, style="anime", seed=11))


def test_a_storyboard_comes_along_as_it_was_written() -> None:
    storyboard = Storyboard((shot("rim", "court"),), "anime", 11)
    text = msgspec.json.encode(storyboard).decode()
    assert job_spec(msgspec.structs.replace(REQUESTED, storyboard=text)).spec.storyboard == storyboard


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"prompt": None}, "prompt_erased"),
        ({"style": "cubist"}, "settings_refused"),
        ({"storyboard": "{"}, "storyboard_refused"),
        ({"storyboard": '{"shots": 3}'}, "storyboard_refused"),
    ],
)
def test_what_can_never_be_rendered_is_refused(changes: dict[str, str | None], code: str) -> None:
    with pytest.raises(JobFailed) as refusal:
        job_spec(msgspec.structs.replace(REQUESTED, **changes))
    assert refusal.value.code == code


def test_progress_only_grows() -> None:
    steps = [at_stage(stage) for stage in STAGES]
    at = STAGES.index("frames")
    steps[at + 1 : at + 1] = [at_frame(done, 96) for done in range(1, 97)]
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)


def test_facts_name_each_scene_once_and_own_up_to_a_stand_in() -> None:
    storyboard = Storyboard((shot("rim", "court"), shot("skate", "court"), shot("rim", "park")), "anime", 1)
    words = (WordFate("ball", "realised"), WordFate("dragon", "approximated", by="ball"))
    facts = clip_facts(Spec("x", 3.02), Draft(storyboard, Coverage(words)))
    assert (facts.subjects, facts.settings) == (("rim", "skate"), ("court", "park"))
    assert (facts.approximated, facts.duration_s) == (True, 3.0)


@pytest.mark.parametrize(
    ("mood", "follows", "music"),
    [("calm", True, True), (None, True, False), ("calm", False, None), (None, False, None)],
)
def test_whether_music_plays_is_known_where_the_sound_follows_the_storyboard(
    mood: Mood | None, follows: bool, music: bool | None
) -> None:
    storyboard = Storyboard((shot("rim", "court"),), "anime", 1, sound=Sound(mood))
    facts = clip_facts(Spec("x", 3.0), Draft(storyboard, Coverage(()), music_follows=follows))
    assert facts.music is music
