"""Puts backends together for the workers, which find these functions by name."""

from recommender.embedder import Embedder
from render_cluster.backends.physics.backend import PhysicsBackend

PHYSICS = "api.backends:physics"


def physics() -> PhysicsBackend:
    """The physics backend; its model is loaded only once a prompt names no scene that it knows."""
    return PhysicsBackend(Embedder().embed)
