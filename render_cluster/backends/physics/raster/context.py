"""Opens an OpenGL 3.3 context without a window: in software through OSMesa, or on a GPU through EGL."""

import ctypes
import logging
import os
import threading
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

import moderngl

log = logging.getLogger("castmates.raster")

Platform = Literal["osmesa", "egl"]
PLATFORM_SETTING = "CASTMATES_GL"

# The wheel's libraries do not know where their neighbours lie, so each is loaded before those that need it.
_WHEEL_LIBRARIES = ("pcre2", "selinux", "tinfo", "ffi", "zstd", "drm", "glapi", "LLVM", "OSMesa")
_SYSTEM_LIBRARIES = ("libOSMesa.so.8", "libOSMesa.so.6")
# Pairs of OSMesaCreateContextAttribs: RGBA, 24 bits of depth, core profile, version 3.3.
_ATTRIBUTES = (0x22, 0x1908, 0x30, 24, 0x31, 0, 0x32, 0, 0x33, 0x34, 0x36, 3, 0x37, 3, 0)
_GL_UNSIGNED_BYTE = 0x1401


class ContextUnavailableError(RuntimeError):
    """No OpenGL could be opened on this machine; the text says what to install."""


class WrongThreadError(RuntimeError):
    """A context was used away from the thread that opened it, where every read would come back black."""


class GlContext:
    """One OpenGL context, owned by the thread that opened it."""

    def __init__(self, platform: Platform | None = None) -> None:
        """Opens the context; `platform` None takes $CASTMATES_GL, or without it EGL where there is a GPU.

        Raises ContextUnavailableError where the platform that was asked for cannot be opened; a GPU that was
        only found and gives no context is left aside for OSMesa, with a line in the log.
        llvmpipe's threads are set by $LP_NUM_THREADS, which must stand before the first context opens.
        """
        self._thread = threading.get_ident()
        asked = platform or os.environ.get(PLATFORM_SETTING)
        if asked not in (None, "osmesa", "egl"):
            raise ContextUnavailableError(f"{PLATFORM_SETTING} is {asked!r}; it must be osmesa or egl")
        if asked == "egl" or (asked is None and _has_gpu()):
            try:
                self.gl = _open_egl()
                return
            except ContextUnavailableError as error:
                if asked == "egl":
                    raise
                log.warning("drawing in software: %s", error)
        self.gl = moderngl.create_context(require=330, context=_OsMesa())

    def make_current(self) -> None:
        """Makes the context current; raises WrongThreadError away from the thread that opened it."""
        if threading.get_ident() != self._thread:
            raise WrongThreadError("a raster draws only on the thread that made it: give each thread its own")
        self.gl.__enter__()

    def close(self) -> None:
        """Frees the context and everything that was made in it."""
        self.make_current()
        self.gl.release()


def _has_gpu() -> bool:
    """Whether the system has a device that draws."""
    return any(Path("/dev").glob("nvidia[0-9]*")) or any(Path("/dev/dri").glob("renderD*"))


def _open_egl() -> moderngl.Context:
    """A context of the first GPU, which needs neither a window nor a screen."""
    try:
        context = moderngl.create_context(standalone=True, require=330, backend="egl")
    except Exception as error:  # glcontext raises bare Exception for whatever fails
        raise ContextUnavailableError(f"EGL gives no OpenGL 3.3: {error}") from error
    renderer = context.info["GL_RENDERER"]
    if "llvmpipe" in renderer or "softpipe" in renderer:
        context.release()
        raise ContextUnavailableError(f"EGL found no GPU, only {renderer}")
    log.info("drawing on %s", renderer)
    return context


class _OsMesa:
    """The loader that moderngl asks for: an OSMesa context over a small buffer that nothing draws to."""

    def __init__(self) -> None:
        self._library = _open_library()
        attributes = (ctypes.c_int * len(_ATTRIBUTES))(*_ATTRIBUTES)
        self._context = self._library.OSMesaCreateContextAttribs(attributes, None)
        if not self._context:
            raise ContextUnavailableError("OSMesa offers no OpenGL 3.3 core profile")
        self._side_px = 16
        self._buffer = ctypes.create_string_buffer(self._side_px * self._side_px * 4)
        self.__enter__()

    def load_opengl_function(self, name: str) -> int:
        return self._library.OSMesaGetProcAddress(name.encode()) or 0

    def __enter__(self) -> "_OsMesa":
        side = self._side_px
        made = self._library.OSMesaMakeCurrent(self._context, self._buffer, _GL_UNSIGNED_BYTE, side, side)
        if not made:
            raise ContextUnavailableError("OSMesa refused to make its context current")
        return self

    def __exit__(self, *_: Any) -> None:
        """Stays current: the next context to draw makes itself current first."""

    def release(self) -> None:
        if self._context:
            self._library.OSMesaDestroyContext(self._context)
            self._context = None


def _open_library() -> ctypes.CDLL:
    for path in _candidates():
        try:
            library = ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
        except OSError:
            continue
        pointer = ctypes.c_void_p
        library.OSMesaCreateContextAttribs.restype = pointer
        library.OSMesaCreateContextAttribs.argtypes = [pointer, pointer]
        library.OSMesaGetProcAddress.restype = pointer
        library.OSMesaGetProcAddress.argtypes = [ctypes.c_char_p]
        library.OSMesaMakeCurrent.argtypes = [pointer, pointer, ctypes.c_uint, ctypes.c_int, ctypes.c_int]
        library.OSMesaDestroyContext.argtypes = [pointer]
        return library
    raise ContextUnavailableError("no OSMesa: install the lavavu-osmesa wheel or the system's libosmesa6")


def _candidates() -> Iterator[Path | str]:
    try:
        folder = Path(str(metadata.distribution("lavavu-osmesa").locate_file("lavavu_osmesa.libs")))
    except metadata.PackageNotFoundError:
        folder = None
    if folder and folder.is_dir():
        found = [path for name in _WHEEL_LIBRARIES for path in sorted(folder.glob(f"lib{name}*"))]
        for path in found[:-1]:
            ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
        yield from found[-1:]
    yield from _SYSTEM_LIBRARIES
