"""A cursor opens for whom it was made, unchanged, and for nobody else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.cursor import CursorSeal, Place
from recommender.refusals import CursorInvalid
from tests.recommender.candidates import ANA, BEN

SEAL = CursorSeal(b"a secret of sixteen bytes or more")
PLACE = Place("slate-0123456789abcdef0123456789abcdef", 30)


@given(st.integers(0, 10_000), st.text("0123456789abcdef-slate", min_size=1, max_size=40))
def test_a_cursor_opens_to_the_place_it_was_made_of(offset, slate_id):
    place = Place(slate_id, offset)
    assert SEAL.open(ANA, SEAL.close(ANA, place)) == place


def test_a_cursor_of_another_viewer_or_another_server_is_refused():
    with pytest.raises(CursorInvalid):
        SEAL.open(BEN, SEAL.close(ANA, PLACE))
    with pytest.raises(CursorInvalid):
        CursorSeal(b"another secret of another server").open(ANA, SEAL.close(ANA, PLACE))


def encoded(raw: bytes) -> str:
    """Bytes in the alphabet of cursors."""
    return base64.urlsafe_b64encode(raw).decode()


@given(st.text(max_size=300) | st.binary(max_size=120).map(encoded))
def test_what_we_did_not_make_is_refused(text):
    with pytest.raises(CursorInvalid):
        SEAL.open(ANA, text)


@given(st.data())
def test_a_changed_byte_is_refused(data):
    cursor = SEAL.close(ANA, PLACE)
    raw = bytearray(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CursorInvalid):
        SEAL.open(ANA, encoded(bytes(raw)))
