"""What the models of furniture share."""

from render_cluster.backends.physics.raster.mesh import Colour


def dark(colour: Colour, share: float = 0.82) -> Colour:
    """The colour with this share of its light: the inner and lower sides of a piece."""
    return (colour[0] * share, colour[1] * share, colour[2] * share)
