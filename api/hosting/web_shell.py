"""The phone app's own files, read once: each with its type, a compressed copy and a digest for them all."""

import gzip
import hashlib
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "web"
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
}
COMPRESSED = (".html", ".js", ".css", ".svg", ".webmanifest")
BUILD_MARK = b"__BUILD__"
BUILD_DIGITS = 16


class WebFile(NamedTuple):
    """One file as it is sent: `gzipped` is None where compressing gains nothing."""

    media_type: str
    content: bytes
    gzipped: bytes | None


class WebShell(NamedTuple):
    """All files by their path under `api/web`; `build` names their bytes, so that they may be kept for good."""

    build: str
    files: dict[str, WebFile]


def load_web_shell(folder: Path = FOLDER) -> WebShell:
    """The app as it lies in `folder`; in the pages that name it, the build stands in the place of its mark."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES)
    contents = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name} {len(content)} ".encode() + content)
    build = digest.hexdigest()[:BUILD_DIGITS]
    marked = {name: content.replace(BUILD_MARK, build.encode()) for name, content in contents.items()}
    return WebShell(build, {name: _file(name, content) for name, content in marked.items()})


def _file(name: str, content: bytes) -> WebFile:
    suffix = Path(name).suffix
    return WebFile(
        media_type=MEDIA_TYPES[suffix],
        content=content,
        gzipped=gzip.compress(content, mtime=0) if suffix in COMPRESSED else None,
    )
