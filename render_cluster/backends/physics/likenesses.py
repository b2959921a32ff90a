"""Likenesses as they travel with a job: packed small, and opened only for whom the storyboard names."""

import zlib
from collections.abc import Collection, Sequence

import msgspec

from render_cluster.backends.backend import CastLikeness, LikenessMissing
from render_cluster.backends.physics.scene import Likeness

PACKED_BYTES_MAX = 768 << 10
_UNPACKED_BYTES_MAX = 4 << 20
_DECODER = msgspec.msgpack.Decoder(Likeness)


def packed(one: Likeness) -> bytes:
    """The likeness in few bytes. ValueError above PACKED_BYTES_MAX: its texture has too many pixels."""
    small = zlib.compress(msgspec.msgpack.encode(one), 6)
    if len(small) > PACKED_BYTES_MAX:
        raise ValueError(f"a packed likeness has at most {PACKED_BYTES_MAX} bytes, not {len(small)}")
    return small


def opened(given: Sequence[CastLikeness], handles: Collection[str]) -> dict[str, Likeness]:
    """The likenesses of these handles; those of others stay closed.

    Raises LikenessMissing where one is not among the given or cannot be read: no one else may be drawn instead.
    """
    by_handle = {one.handle: one.packed for one in given}
    return {handle: _unpacked(by_handle.get(handle)) for handle in handles}


def _unpacked(small: bytes | None) -> Likeness:
    if small is None:
        raise LikenessMissing
    opener = zlib.decompressobj()
    try:
        one = _DECODER.decode(opener.decompress(small, _UNPACKED_BYTES_MAX))
        one.check()
    except (zlib.error, msgspec.MsgspecError, ValueError) as error:
        raise LikenessMissing from error
    return one
