"""A blow must sound like what was struck."""

import math
import zlib

import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Contact
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.sound.materials import MATERIALS
from render_cluster.backends.physics.sound.modal import contact_time_s, strike
from render_cluster.backends.physics.sound.resonators import modes_of, shape_of
from render_cluster.backends.physics.sound.splash import bubble_hz, splash

GROUND = Body("ground", "ground", "stone", (40.0, 40.0, 1.0), 0.0, (0.0, 0.0, -0.5))
BALL = Body("ball", "basketball", "rubber", (0.24, 0.24, 0.24), 0.62, (0.0, 0.0, 1.0))
RIM = Body("rim", "hoop_rim", "metal", (0.468, 0.468, 0.018), 0.0, (0.0, 0.0, 3.05))


def block(material: str) -> Body:
    density_kgpm3 = MATERIALS[material].density_kgpm3
    return Body("block", "block", material, (0.2, 0.2, 0.2), 0.1 * density_kgpm3 * 0.008, (0.0, 0.0, 0.1))


def hit(body: Body, other: Body = GROUND, speed_mps: float = 3.0) -> np.ndarray:
    impulse_ns = 1.5 * (body.mass_kg or other.mass_kg) * speed_mps
    contact = Contact(
        0.0, body.name, other.name, body.material, other.material, impulse_ns, speed_mps, (0, 0, 0)
    )
    return strike(contact, body, other, np.random.default_rng(zlib.crc32(b"hit")))


def centroid_hz(sound: np.ndarray) -> float:
    power = np.abs(np.fft.rfft(sound)) ** 2
    return float((power * np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE_HZ)).sum() / power.sum())


def share(sound: np.ndarray, low_hz: float, high_hz: float) -> float:
    """Part of the energy between two frequencies."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    frequency_hz = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE_HZ)
    return float(power[(frequency_hz >= low_hz) & (frequency_hz <= high_hz)].sum() / power.sum())


def test_metal_is_brighter_than_wood_and_wood_than_rubber() -> None:
    metal, wood, rubber = (centroid_hz(hit(block(material))) for material in ("metal", "wood", "rubber"))
    assert metal > 1.2 * wood
    assert wood > 2 * rubber


def test_metal_rings_longer_than_wood() -> None:
    assert len(hit(block("metal"))) > 3 * len(hit(block("wood")))


def test_a_basketball_thumps_and_its_skin_rings_between_80_and_400_hz() -> None:
    thump = hit(BALL)
    assert share(thump, 50, 400) > 0.75
    assert 100 < centroid_hz(thump) < 400
    assert 80 < modes_of(BALL, np.random.default_rng(0)).frequency_hz.min() < 90


def test_the_air_in_a_basketball_pings_below_its_thump() -> None:
    thump = hit(BALL)
    assert 1e-4 < share(thump, 900, 1000) < 0.1


def test_a_rim_clangs_for_longer_and_higher_than_the_ground() -> None:
    clang, thump = hit(BALL, RIM), hit(BALL)
    assert centroid_hz(clang) > 5 * centroid_hz(thump)
    assert len(clang) > 2 * len(thump)


def test_a_ring_has_the_frequencies_of_its_formula() -> None:
    """The second mode of a 45 cm rim of 18 mm bar: 2.683 c d / (4 R^2) / 2 pi = 193 Hz, tuned within 6 %."""
    lowest_hz = modes_of(RIM, np.random.default_rng(0)).frequency_hz.min()
    speed_mps = math.sqrt(2.0e11 / 7800)
    expected_hz = 6 / math.sqrt(5) * speed_mps * 0.018 / (4 * 0.225**2) / (2 * math.pi)
    assert lowest_hz == pytest.approx(expected_hz, rel=0.06)


def test_a_basketball_touches_the_ground_for_about_twelve_milliseconds() -> None:
    contact = Contact(0.0, "ball", "ground", "rubber", "stone", 0.62 * 1.5 * 4, 4.0, (0.0, 0.0, 0.0))
    assert 0.010 < contact_time_s(contact, BALL, GROUND) < 0.016


def test_a_harder_blow_touches_for_less_time() -> None:
    wood = block("wood")
    slow, fast = (
        Contact(0.0, "block", "ground", "wood", "stone", 0.75 * speed_mps, speed_mps, (0.0, 0.0, 0.0))
        for speed_mps in (0.5, 5.0)
    )
    assert contact_time_s(fast, wood, GROUND) < contact_time_s(slow, wood, GROUND)


@pytest.mark.parametrize("material", sorted(MATERIALS))
def test_every_material_starts_at_once_stays_finite_and_ends_in_silence(material: str) -> None:
    sound = hit(block(material))
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() == pytest.approx(1.0)
    assert np.argmax(np.abs(sound) > 0.1) < 0.001 * SAMPLE_RATE_HZ
    assert np.abs(sound[-1]) < 1e-3


@pytest.mark.parametrize("size_m", [(1e-4, 1e-4, 1e-4), (0.01, 0.01, 3.0), (100.0, 100.0, 100.0)])
def test_absurd_sizes_still_sound(size_m: tuple[float, float, float]) -> None:
    assert np.isfinite(hit(Body("thing", "thing", "metal", size_m, 1.0, (0.0, 0.0, 0.0)))).all()


def test_shapes_follow_kind_material_and_extents() -> None:
    assert shape_of(BALL) == "hollow_ball"
    assert shape_of(RIM) == "ring"
    assert shape_of(GROUND) == "ground"
    assert shape_of(Body("pole", "hoop_pole", "metal", (0.18, 0.18, 3.4), 0.0, (0.0, 0.0, 0.0))) == "bar"
    assert shape_of(Body("board", "backboard", "glass", (1.8, 0.03, 1.05), 0.0, (0.0, 0.0, 0.0))) == "panel"
    assert shape_of(Body("arm", "limb", "flesh", (0.1, 0.1, 0.4), 3.0, (0.0, 0.0, 0.0))) == "soft"


def test_a_three_millimetre_bubble_sings_at_a_kilohertz() -> None:
    assert bubble_hz(0.00326) == pytest.approx(1000)


def test_a_bigger_splash_is_deeper() -> None:
    small, big = (
        np.mean([centroid_hz(splash(energy_j, size_m, np.random.default_rng(seed))) for seed in range(4)])
        for energy_j, size_m in ((0.5, 0.1), (80.0, 1.7))
    )
    assert big < 0.8 * small
