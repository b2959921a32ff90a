"""The camera: pictures that are not black, the same twice, of what they should show."""

import dataclasses
import itertools
import pickle
import threading
from collections.abc import Callable, Iterator

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster import raster as raster_module
from render_cluster.backends.physics.raster.context import WrongThreadError
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.scene import Body, Camera, Scene, Wave
from render_cluster.backends.physics.things.thing import OWN_COLOUR
from render_cluster.storyboard import STYLES, Style
from tests.render_cluster.physics import raster_scenes

SIZE_PX = (160, 90)
Shots = dict[str, tuple[Scene, Motion]]


@pytest.fixture(scope="module")
def shots() -> Shots:
    makers: dict[str, Callable[[], tuple[Scene, Motion]]] = {
        "court": raster_scenes.court,
        "skate_park": raster_scenes.skate_park,
        "open_sea": raster_scenes.open_sea,
        "plaza": raster_scenes.plaza,
    }
    return {name: make() for name, make in makers.items()}


# The one with most passes; the others in the slow tests.
_TELLING = ("cinematic",)


@pytest.fixture(
    scope="module",
    params=[pytest.param(style, marks=() if style in _TELLING else pytest.mark.slow) for style in STYLES],
)
def raster(request: pytest.FixtureRequest) -> Iterator[Raster]:
    camera = Raster(*SIZE_PX, request.param)
    yield camera
    camera.close()


def filmed(style: Style, shot: tuple[Scene, Motion], index: int = 8) -> np.ndarray:
    """A frame from a camera of its own."""
    camera = Raster(*SIZE_PX, style)
    camera.load(shot[0])
    picture = camera.frame(shot[1], index)
    camera.close()
    return picture


@pytest.mark.parametrize(
    "name", ["court", *(pytest.param(name, marks=pytest.mark.slow) for name in ("open_sea", "skate_park"))]
)
def test_every_setting_shows_a_full_picture_in_every_style(raster: Raster, shots: Shots, name: str) -> None:
    scene, motion = shots[name]
    raster.load(scene)
    picture = raster.frame(motion, 8)
    assert picture.shape == (SIZE_PX[1], SIZE_PX[0], 3)
    assert picture.dtype == np.uint8
    middle = picture[20:70].astype(float)
    assert 45 < middle.mean() < 225, "neither dark nor burnt out"
    assert middle.std() > 18, "there is something to see"
    colours = len(np.unique(picture.reshape(-1, 3) // 16, axis=0))
    assert colours > 12


@pytest.mark.parametrize("time_of_day", [pytest.param("golden_hour", marks=pytest.mark.slow), "night"])
def test_evening_is_warmer_and_night_darker_than_day(shots: Shots, time_of_day: str) -> None:
    scene, motion = shots["plaza"]
    day = filmed("realistic", (scene, motion)).astype(float)
    other = filmed("realistic", (msgspec.structs.replace(scene, time_of_day=time_of_day), motion)).astype(
        float
    )
    if time_of_day == "night":
        assert other.mean() < 0.75 * day.mean()
        assert other.mean() > 20, "people must still be seen"
    else:
        assert (other[..., 0] - other[..., 2]).mean() > (day[..., 0] - day[..., 2]).mean() + 8


@pytest.mark.parametrize(
    ("style", "size_px"),
    [
        pytest.param(
            style, size_px, marks=() if style == "noir" and size_px == (90, 162) else pytest.mark.slow
        )
        for style in STYLES
        for size_px in ((160, 90), (120, 120), (90, 162))
    ],
)
def test_a_frame_is_the_same_bytes_whatever_was_drawn_before(
    shots: Shots, style: Style, size_px: tuple[int, int]
) -> None:
    """As two workers draw it: one camera comes from other shots and frames, the other is fresh."""
    (scene, motion), sea = shots["court"], shots["open_sea"]
    used, fresh = Raster(*size_px, style), Raster(*size_px, style)
    used.load(sea[0])
    used.frame(sea[1], 18)
    used.load(scene)
    for index in (9, 7, 2, 8):
        in_disorder = used.frame(motion, index)
    fresh.load(scene)
    np.testing.assert_array_equal(in_disorder, fresh.frame(motion, 8))
    used.close()
    fresh.close()


@pytest.mark.slow
def test_styles_and_frames_differ(shots: Shots) -> None:
    pictures = [filmed(style, shots["plaza"]).astype(int) for style in STYLES]
    for one, other in itertools.combinations(pictures, 2):
        assert np.abs(one - other).mean() > 6
    later = filmed(STYLES[0], shots["plaza"], 20).astype(int)
    assert np.abs(pictures[0] - later).mean() > 0.5


def test_the_ball_is_where_the_motion_says(shots: Shots) -> None:
    scene, motion = shots["court"]
    ball = next(body for body in scene.bodies if body.name == "ball")
    others = tuple(body for body in scene.bodies if body.name != "ball")
    green = msgspec.structs.replace(
        scene, bodies=(msgspec.structs.replace(ball, colour=(0.0, 0.9, 0.1)), *others)
    )
    seen = filmed("realistic", (scene, motion), 4).astype(int)
    changed = np.abs(seen - filmed("realistic", (green, motion), 4).astype(int)).max(2) > 40
    take = film.take(scene, motion, SIZE_PX[0] / SIZE_PX[1])
    column, row = _on_screen(motion.poses["ball"][4, :3], take, 4)
    rows, columns = np.nonzero(changed[:60])
    assert len(rows) > 4
    assert abs(np.median(columns) - column) < 4
    assert abs(np.median(rows) - row) < 4


def test_what_is_followed_stays_in_the_frame(shots: Shots) -> None:
    scene, motion = shots["skate_park"]
    jolted = {name: track.copy() for name, track in motion.skins.items()}
    jolted["kit"][12:, :, 0, 3] += 2.5
    rough = Motion(motion.fps, motion.frames_count, motion.poses, jolted)
    for run in (motion, rough):
        take = film.take(scene, run, SIZE_PX[0] / SIZE_PX[1])
        for index in range(run.frames_count):
            column, row = _on_screen(take.subject_m[index], take, index)
            assert 0.1 * SIZE_PX[0] < column < 0.9 * SIZE_PX[0]
            assert 0.1 * SIZE_PX[1] < row < 0.9 * SIZE_PX[1]


def test_a_camera_that_follows_nobody_known_says_so(shots: Shots) -> None:
    scene, motion = shots["plaza"]
    lost = msgspec.structs.replace(scene, camera=msgspec.structs.replace(scene.camera, follows="nobody"))
    with pytest.raises(KeyError, match="nobody"):
        film.take(lost, motion, 1.0)


def test_another_thread_is_refused(shots: Shots) -> None:
    scene, motion = shots["plaza"]
    camera = Raster(*SIZE_PX, "anime")
    camera.load(scene)
    caught: list[Exception] = []

    def draw() -> None:
        try:
            camera.frame(motion, 0)
        except WrongThreadError as error:
            caught.append(error)

    thread = threading.Thread(target=draw)
    thread.start()
    thread.join()
    camera.close()
    assert "own" in str(caught[0])


def test_bounds_are_kept(shots: Shots) -> None:
    with pytest.raises(ValueError, match="pixels"):
        Raster(0, 90, "anime")
    with pytest.raises(ValueError, match="style"):
        Raster(16, 16, "cubist")  # type: ignore[arg-type]
    scene, motion = shots["open_sea"]
    camera = Raster(16, 16, "realistic")
    with pytest.raises(RuntimeError, match="load"):
        camera.frame(motion, 0)
    camera.load(scene)
    with pytest.raises(IndexError):
        camera.frame(motion, motion.frames_count)
    camera.load(msgspec.structs.replace(scene, waves=(Wave(0.01, 2.0, (1.0, 0.0), 0.0),) * 13))
    with pytest.raises(ValueError, match="13 waves"):
        camera.frame(motion, 0)
    camera.close()


def _on_screen(point_m: np.ndarray, take: film.Take, index: int) -> tuple[float, float]:
    """Column and row of a point, by a pinhole worked out apart from the engine's matrices."""
    eye, aim = take.eyes_m[index], take.aims_m[index]
    ahead = (aim - eye) / np.linalg.norm(aim - eye)
    right = np.cross(ahead, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right)
    up = np.cross(right, ahead)
    offset = np.asarray(point_m, float) - eye
    scale = SIZE_PX[1] / 2 / np.tan(take.fov_rad / 2) / (offset @ ahead)
    return SIZE_PX[0] / 2 + scale * (offset @ right), SIZE_PX[1] / 2 - scale * (offset @ up)


def test_a_picture_higher_than_wide_has_no_bars_of_nothing(shots: Shots) -> None:
    camera = Raster(90, 160, "realistic")
    camera.load(shots["open_sea"][0])
    picture = camera.frame(shots["open_sea"][1], 8)
    camera.close()
    assert picture.shape == (160, 90, 3)
    assert picture.astype(float).std(axis=(1, 2)).min() > 1.0


@pytest.mark.slow
def test_what_moves_is_drawn_out_along_its_way_and_what_stands_is_sharp(shots: Shots) -> None:
    scene, motion = shots["plaza"]
    camera = msgspec.structs.replace(scene.camera, shows=("crate", "can"), eyes_m=scene.camera.eyes_m[:1])
    scene = msgspec.structs.replace(scene, camera=camera)
    quick = {"marble": motion.poses["marble"].copy()}
    quick["marble"][:, 0] = np.linspace(-4.0, 4.0, motion.frames_count)
    rolling = Motion(motion.fps, motion.frames_count, quick)
    halted = Motion(motion.fps, motion.frames_count, {"marble": np.repeat(quick["marble"][12:13], 24, 0)})
    sharp, smeared = (filmed("realistic", (scene, one), 12).astype(int) for one in (halted, rolling))
    changed = np.abs(sharp - smeared).max(2) > 12
    rows, columns = np.nonzero(changed)
    assert changed.sum() > 20
    assert np.ptp(columns) > np.ptp(rows), "along its way"
    assert np.abs(sharp - smeared)[:20].max() < 12, "houses stand still"
    painted = [filmed("anime", (scene, one), 12).astype(int) for one in (halted, rolling)]
    np.testing.assert_array_equal(*painted)


def test_drawings_and_stop_motion_hold_each_picture(shots: Shots) -> None:
    camera = Raster(*SIZE_PX, "claymation")
    camera.load(shots["court"][0])
    first, held, after = (camera.frame(shots["court"][1], index) for index in (4, 5, 6))
    camera.close()
    np.testing.assert_array_equal(first, held)
    assert (held != after).any()


def test_pixel_art_has_large_pixels_of_few_colours(shots: Shots) -> None:
    camera = Raster(321, 300, "pixel_art")
    camera.load(shots["court"][0])
    picture = camera.frame(shots["court"][1], 0)
    camera.close()
    assert picture.shape == (300, 321, 3)
    np.testing.assert_array_equal(picture[::2, :-1:2], picture[1::2, 1::2])
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) <= 70


def test_noir_has_no_colour_but_a_breath_of_warmth(shots: Shots) -> None:
    picture = filmed("noir", shots["court"]).astype(int)
    assert np.abs(picture[..., 0] - picture[..., 2]).max() < 24
    assert picture.std() > 40


@pytest.mark.slow
def test_the_border_of_a_watercolour_is_paper(shots: Shots) -> None:
    picture = filmed("watercolour", shots["court"])
    edge = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    assert edge.mean() > 215


def test_a_copy_of_a_motion_does_not_dress_the_set_anew(
    shots: Shots, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a worker has it, which reads its plan anew for each chunk of frames."""
    scene, motion = shots["plaza"]
    dressed: list[Scene] = []
    dress = raster_module.Shot
    monkeypatch.setattr(
        raster_module, "Shot", lambda gl, scene, *rest: dressed.append(scene) or dress(gl, scene, *rest)
    )
    camera = Raster(*SIZE_PX, "realistic")
    for index in (0, 5):
        read = pickle.loads(pickle.dumps((scene, motion)))
        camera.load(read[0])
        camera.frame(read[1], index)
    assert len(dressed) == 1
    moved = Motion(motion.fps, motion.frames_count, {"marble": motion.poses["marble"] + np.float32(0.1)})
    camera.frame(moved, 0)
    assert len(dressed) == 2
    camera.close()


def _before_a_wall(shots: Shots, kind: str, wall: tuple[float, float, float]) -> np.ndarray:
    """A thing of half a metre before a wall of that colour; nothing where `kind` is empty."""
    scene, motion = shots["plaza"]
    bodies = [Body("wall", "box", "wood", (2.0, 0.2, 2.0), 0.0, (0.0, 1.2, 1.0), colour=wall)]
    if kind:
        bodies.append(Body(kind, kind, "glass", (0.5,) * 3, 0.0, (0.0, 0.0, 0.5), colour=OWN_COLOUR))
    camera = Camera(((0.0, -2.2, 0.6),), ((0.0, 0.0, 0.5),), 0.4)
    bare = msgspec.structs.replace(scene, camera=camera, bodies=tuple(bodies))
    return filmed("realistic", (bare, dataclasses.replace(motion, poses={}))).astype(int)


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("jar", 0.08),
        ("window", 0.3),
        ("aquarium", 0.3),
        ("cocktail", 0.25),
        ("beer", 0.1),
        ("filled_glass", 0.02),
    ],
)
def test_glass_with_something_in_it_shows_it_and_what_is_behind(
    shots: Shots, kind: str, share: float
) -> None:
    """Part of it takes on the colour of the wall behind it, and part keeps its own."""
    red, blue = (0.9, 0.05, 0.05), (0.05, 0.05, 0.9)
    before_red, bare = _before_a_wall(shots, kind, red), _before_a_wall(shots, "", red)
    before_blue = _before_a_wall(shots, kind, blue)
    its_own = np.abs(before_red - bare).max(-1) > 12
    through = np.abs(before_red - before_blue).max(-1) > 60
    assert np.mean(through[its_own]) > share
    assert np.mean(~through[its_own]) > 0.05


def test_what_stands_behind_a_glass_is_seen_through_it(shots: Shots) -> None:
    """Above its label a bottle tints a wall without hiding which colour that has."""
    scene, motion = shots["plaza"]
    bare = msgspec.structs.replace(scene, camera=Camera(((0.0, -2.2, 0.6),), ((0.0, 0.0, 0.5),), 0.75))
    bottle = Body("bottle", "bottle", "glass", (0.25, 0.25, 1.0), 0.0, (0.0, 0.0, 0.5), colour=OWN_COLOUR)
    wall = Body("wall", "box", "wood", (2.0, 0.2, 2.0), 0.0, (0.0, 1.2, 1.0), colour=(0.9, 0.05, 0.05))
    blue = msgspec.structs.replace(wall, colour=(0.05, 0.05, 0.9))

    def shoulder(*bodies: Body) -> np.ndarray:
        shot = msgspec.structs.replace(bare, bodies=bodies), dataclasses.replace(motion, poses={})
        return filmed("realistic", shot)[38:46, 78:83].astype(int)

    before_red, before_blue, bare_red = shoulder(wall, bottle), shoulder(blue, bottle), shoulder(wall)
    assert np.abs(before_red - bare_red).max(-1).min() > 12, "the bottle stands there"
    assert np.abs(before_red - before_blue).max(-1).min() > 90, "and the wall is seen through it"
