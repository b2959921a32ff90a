"""What a thing breaks into: its mass, its place, and always the same pieces."""

import numpy as np
import pytest

from render_cluster.backends.physics.raster.kinds import parts_of
from render_cluster.backends.physics.raster.matrices import rotation
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.backends.physics.things.shards import shards_of

TURNED = (0.8, 0.0, 0.6, 0.0)
BREAKABLE = sorted(kind for kind, thing in KINDS.items() if "breaks" in thing.traits)


def body_of(kind: str) -> Body:
    thing = KINDS[kind]
    return Body(f"a {kind}", kind, thing.material, thing.size_m, thing.mass_kg, (1.0, 2.0, 3.0), TURNED)


@pytest.mark.parametrize("kind", BREAKABLE)
def test_pieces_share_the_mass_and_lie_inside_the_body(kind: str) -> None:
    body = body_of(kind)
    pieces = shards_of(body)
    assert [piece.name for piece in pieces] == [f"{body.name}/{i + 1}" for i in range(len(pieces))]
    assert sum(piece.mass_kg for piece in pieces) == pytest.approx(body.mass_kg, rel=1e-9)
    for piece in pieces:
        local = rotation(np.array(TURNED)).T @ (np.array(piece.position_m) - body.position_m)
        assert (np.abs(local) + np.array(piece.size_m) / 2 <= np.array(body.size_m) / 2 + 1e-9).all()
        assert piece.breaks_at_ns is None


def test_the_same_body_always_breaks_alike_and_another_otherwise() -> None:
    body = body_of("vase")
    assert shards_of(body) == shards_of(body)
    other = Body("another", *(getattr(body, name) for name in body.__struct_fields__[1:]))
    assert shards_of(other)[0].size_m != shards_of(body)[0].size_m


def test_a_piece_is_drawn_in_the_colour_of_what_broke() -> None:
    pieces = shards_of(body_of("vase"))
    assert pieces[0].colour == KINDS["vase"].colour
    first, second = (parts_of(piece)[0].mesh for piece in pieces[:2])
    assert first.points.shape != second.points.shape or not np.allclose(first.points, second.points)
    np.testing.assert_allclose(np.ptp(first.points, axis=0), pieces[0].size_m, rtol=1e-4)
