"""A likeness that was enrolled, as a job of the simulator carries it."""

from render_cluster.backends.backend import CastLikeness
from render_cluster.backends.physics.likenesses import packed
from render_cluster.backends.physics.scene import Likeness
from render_cluster.likeness.texture import pixels
from render_cluster.likeness.verdict import LikenessTexture


def cast_likeness(handle: str, texture: LikenessTexture) -> CastLikeness:
    """The likeness of whoever has this handle, for the `likenesses` of a Spec. ValueError for one that is none."""
    return CastLikeness(handle, packed(Likeness(texture.side_px, pixels(texture), texture.mesh)))
