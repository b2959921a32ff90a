"""A cast clip shows the person whose likeness was handed over, or nobody; and nothing of it is left behind."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import CastLikeness, LikenessMissing, LikenessUnsupported, Spec
from render_cluster.backends.diffusion.backend import DiffusionBackend
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.likenesses import opened, packed
from render_cluster.backends.physics.scene import Likeness, Person
from render_cluster.backends.physics.staging.likening import with_likenesses
from render_cluster.backends.physics.staging.set_pieces import set_piece_of, stage_set_piece
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.crew import LocalCrew
from render_cluster.driver_messages import LINE_BYTES_MAX, Begin, ToDriver, encode_line
from render_cluster.job import JobFailed, JobSpec
from render_cluster.render import RECEIPT_NAME, failure_code, render
from render_cluster.segments import SegmentStore
from render_cluster.storyboard import CAST_COUNT_MAX
from tests.render_cluster.physics.people import faces

FRECKLED, PALE = faces.likeness({1: (200, 20, 20)}), faces.likeness(skin=(230, 190, 170))
SPEC = Spec("a close-up of @maya", 1.0, 96, 54, 4, seed=3)


def _given(**likenesses: Likeness) -> tuple[CastLikeness, ...]:
    return tuple(CastLikeness(handle, packed(one)) for handle, one in likenesses.items())


def _people(spec: Spec) -> list[Person]:
    """The people of the spec's first shot as they are staged."""
    board = compile_prompt(spec).storyboard
    shot, likenesses = board.shots[0], opened(spec.likenesses, handles_in(board))
    piece = set_piece_of(shot)
    scene = stage_set_piece(piece, shot, board.style, 3) if piece else stage(shot, board.style, 3)
    return list(with_likenesses(scene, shot, likenesses).people)


def test_what_is_packed_is_opened_for_those_who_are_named_and_nobody_else():
    given = _given(maya=FRECKLED, leo=PALE)
    assert opened(given, ["leo"]) == {"leo": PALE}
    assert opened(given, []) == {}


@pytest.mark.parametrize(
    "given",
    [(), _given(leo=PALE), (CastLikeness("maya", b""),), (CastLikeness("maya", packed(PALE)[:-9]),)],
    ids=["none", "of another", "empty", "cut short"],
)
def test_a_cast_without_its_likeness_ends_the_job_before_anything_is_drawn(given):
    with pytest.raises(LikenessMissing) as failure:
        PhysicsBackend().draft(msgspec.structs.replace(SPEC, likenesses=given))
    assert failure_code(failure.value) == "likeness_missing"


def test_the_job_ends_with_the_code_and_without_a_file(tmp_path):
    with pytest.raises(JobFailed) as failure:
        list(render(SPEC, LocalCrew(PhysicsBackend()), tmp_path))
    assert failure.value.code == "likeness_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_storyboard_that_names_somebody_needs_the_likeness_too():
    draft = PhysicsBackend().draft(msgspec.structs.replace(SPEC, likenesses=_given(maya=PALE)))
    board = Spec("", 1.0, 96, 54, 4, storyboard=draft.storyboard)
    with pytest.raises(LikenessMissing):
        PhysicsBackend().draft(board)


@pytest.mark.parametrize("prompt", ["@maya shoots a free throw", "@maya and a woman talk", "@leo hugs @maya"])
def test_each_likeness_is_on_the_person_who_was_named(prompt):
    spec = msgspec.structs.replace(SPEC, prompt=prompt, likenesses=_given(maya=FRECKLED, leo=PALE))
    worn = {one.name: one.likeness for one in _people(spec)}
    wanted = {"maya": FRECKLED, "leo": PALE}
    if len(worn) == 1:  # a set piece calls its one person by a name of its own
        worn = {"maya": worn.popitem()[1]}
    assert worn == {name: wanted.get(name) for name in worn}


def test_skin_and_hair_are_those_of_the_likeness():
    fair, deep = (
        _people(msgspec.structs.replace(SPEC, likenesses=_given(maya=faces.likeness(skin=rgb))))[0]
        for rgb in ((225, 175, 150), (90, 60, 45))
    )
    assert np.mean(fair.skin) > np.mean(deep.skin) + 0.15
    assert (fair.name, fair.height_m, fair.wardrobe) == (deep.name, deep.height_m, deep.wardrobe)


def test_no_real_person_is_kept_or_written_down(tmp_path):
    spec = msgspec.structs.replace(SPEC, likenesses=_given(maya=FRECKLED))
    for _ in render(spec, LocalCrew(PhysicsBackend()), tmp_path / "spool", SegmentStore(tmp_path / "kept")):
        pass
    assert list((tmp_path / "kept").iterdir()) == []
    receipt = (tmp_path / "spool" / RECEIPT_NAME).read_bytes()
    assert b'"likeness":"maya"' in receipt
    assert len(receipt) < len(spec.likenesses[0].packed)
    assert "likeness" in repr(spec)
    assert repr(spec.likenesses[0].packed[:8])[2:-1] not in repr(spec)


def test_the_largest_cast_fits_in_one_message_to_the_driver():
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 256, 480 * 480 * 3, dtype=np.uint8).tobytes()  # the worst to pack
    one = Likeness(480, noise, PALE.mesh)
    cast = _given(**{f"person{number}": one for number in range(CAST_COUNT_MAX)})
    line = encode_line(Begin(1, JobSpec("job-1", msgspec.structs.replace(SPEC, likenesses=cast)), "folder"))
    assert len(line) < LINE_BYTES_MAX
    assert msgspec.json.decode(line, type=ToDriver).job.spec.likenesses == cast


def test_a_likeness_of_too_many_pixels_is_not_packed():
    noise = np.random.default_rng(1).integers(0, 256, 640 * 640 * 3, dtype=np.uint8).tobytes()
    with pytest.raises(ValueError, match="bytes"):
        packed(Likeness(640, noise, PALE.mesh))


def test_an_imagined_film_casts_nobody():
    backend = DiffusionBackend.__new__(DiffusionBackend)  # without a pipeline: it must not come to that
    with pytest.raises(LikenessUnsupported) as failure:
        backend.draft(SPEC)
    assert failure_code(failure.value) == "likeness_unsupported"
    assert failure_code(JobFailed("likeness_missing")) == "likeness_missing"
