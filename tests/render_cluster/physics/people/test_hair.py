"""Hair stays about the head it grows on, begins where its owner's begins, and hangs as one body."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.raster.people import hair
from render_cluster.backends.physics.raster.people.body import Hide, anatomy
from render_cluster.backends.physics.raster.people.curtain import ENDS_M
from render_cluster.backends.physics.raster.people.hairline import hairline
from render_cluster.backends.physics.raster.people.locks import Flow, grown
from tests.render_cluster.physics.people.people import person

BODY = anatomy(person())
LOOSE = ("short", "parted", "beard", "bob", "shoulder", "long", "curly")
_NAPE_Z_M, _HEAD_HALF_M, _HAIR_M = 1.50, 0.101, 0.05


@pytest.mark.parametrize("name", ["ada", "maya", "eileen"])
@pytest.mark.parametrize("style", LOOSE)
def test_no_lock_strays_from_the_head(style: str, name: str) -> None:
    for piece in hair.hair(person(name, hair_style=style), BODY):
        on_head = piece.points[piece.points[:, 2] > _NAPE_Z_M]
        assert np.abs(on_head[:, 0]).max() < _HEAD_HALF_M + _HAIR_M


def test_a_lock_falls_where_what_it_lay_on_ends() -> None:
    """A rim that slopes outwards, as that of an ear does, carries a lock no farther than it reaches."""
    across = np.linspace(0.0, 0.02, 9)
    points = np.column_stack([across, np.zeros(9), 1.62 - 0.5 * across])
    normals = np.tile(np.array([0.45, 0.0, 0.89]), (9, 1))
    rim = Hide(points, normals, np.zeros((9, 1)), np.zeros((0, 3), int))
    flow = Flow(0.25, 0.42, 0.004, 0.014, steps=10)
    lock = grown(points[:1], np.array([[1.0, 0.0, -0.5]]), rim, flow, np.random.default_rng(1))
    assert np.ptp(lock.points[:, 2]) > 2.0 * np.ptp(lock.points[:, 0])


@pytest.mark.parametrize("style", ENDS_M)
def test_hair_that_hangs_covers_the_ears_and_ends_at_its_length(style: str) -> None:
    pieces = hair.hair(person(hair_style=style), BODY)
    points = np.concatenate([piece.points for piece in pieces]) - (0.0, 0.0, BODY.eye_z_m)
    lowest = points[:, 2].min()
    assert ENDS_M[style] - 0.12 < lowest < ENDS_M[style] + 0.03
    beside_ears = points[(np.abs(points[:, 2] + 0.02) < 0.02) & (np.abs(points[:, 1]) < 0.03)]
    assert beside_ears[:, 0].min() < -_HEAD_HALF_M < _HEAD_HALF_M < beside_ears[:, 0].max()


def test_the_hairline_is_an_arch_as_high_as_its_owners() -> None:
    across = np.array([0.0, 0.04, 0.065])
    brow = np.column_stack([across, np.full(3, -0.10), np.zeros(3)])
    low, high = (
        -hairline(brow, 0.0, msgspec.structs.replace(person(), hairline_m=line_m)) for line_m in (0.05, 0.075)
    )
    assert high[0] == pytest.approx(0.075, abs=0.003)
    assert low[0] == pytest.approx(0.05, abs=0.003)
    assert high[0] > high[1] > high[2] + 0.015
