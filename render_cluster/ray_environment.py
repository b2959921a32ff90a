"""The environment in which Ray is safe to run beside a server: quiet, on loopback, behind a token."""

import os
import secrets
from pathlib import Path

from render_cluster.cluster_settings import ClusterSettings

_QUIET = {"RAY_USAGE_STATS_ENABLED": "0"}
# Left to itself, glibc raises the size from which memory goes straight back to the system to 32 MB, and the
# soundtrack and the voice then stay in a worker as holes: 280 MB more after a minute of clip.
GIVING_BACK = {"MALLOC_MMAP_THRESHOLD_": str(2**20), "MALLOC_TRIM_THRESHOLD_": str(2**23)}


def ray_environment(settings: ClusterSettings) -> dict[str, str]:
    """Variables for the driver and so for our own head; the token of another head is the operator's."""
    if settings.address is not None:
        return _QUIET
    return {
        **_QUIET,
        **GIVING_BACK,
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(_token(settings.token_path)),
        # The name speaks of other systems; off, it keeps every port of a single machine's head on loopback.
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
        # llvmpipe draws on the worker's own thread: the workers share the processors already.
        "LP_NUM_THREADS": os.environ.get("LP_NUM_THREADS", "0"),
    }


def _token(path: Path) -> Path:
    """The file of the cluster's secret, made where it is missing."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return path
