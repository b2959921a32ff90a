"""Puts backends together for the workers, which find these functions by name."""

from api.settings import SettingsInvalid, load_settings
from recommender.embedder import Embedder
from render_cluster.backends.backend import Backend

BACKENDS = {"physics": "api.backends:physics", "diffusion": "api.backends:diffusion"}


def physics() -> Backend:
    """The physics backend; its model is loaded only once a prompt has a word that it does not know."""
    from render_cluster.backends.physics.backend import PhysicsBackend
    from render_cluster.backends.physics.language.chat import ChatWriter
    from render_cluster.chat_client import Endpoint

    settings = load_settings()
    writer = None
    if settings.chat_url:
        writer = ChatWriter(
            Endpoint(settings.chat_url, settings.chat_model, settings.chat_key, settings.chat_limit_s)
        )
    return PhysicsBackend(Embedder().embed, writer)


def diffusion() -> Backend:
    """The diffusion backend with the pipeline that the settings name. Raises SettingsInvalid without one."""
    from render_cluster.backends.diffusion.backend import DiffusionBackend, Model

    settings = load_settings()
    if not settings.diffusion_model:
        raise SettingsInvalid("CASTMATES_DIFFUSION_MODEL must name a folder or a model id")
    return DiffusionBackend(
        Model(settings.diffusion_model, settings.diffusion_device, settings.diffusion_steps)
    )
