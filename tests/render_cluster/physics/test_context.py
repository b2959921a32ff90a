"""Which OpenGL a camera gets, and what it says where there is none."""

import logging
from types import SimpleNamespace

import numpy as np
import pytest

from render_cluster.backends.physics.raster import context
from render_cluster.backends.physics.raster.blocks import View, jittered
from render_cluster.backends.physics.raster.context import ContextUnavailableError, GlContext
from render_cluster.backends.physics.raster.matrices import look_at, perspective


def test_a_gpu_that_gives_no_context_is_left_aside_with_a_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ContextUnavailableError("no driver")

    monkeypatch.delenv(context.PLATFORM_SETTING, raising=False)
    monkeypatch.setattr(context, "_has_gpu", lambda: True)
    monkeypatch.setattr(context, "_open_egl", broken)
    with caplog.at_level(logging.WARNING):
        opened = GlContext()
    opened.close()
    assert "drawing in software: no driver" in caplog.text
    with pytest.raises(ContextUnavailableError, match="no driver"):
        GlContext("egl")


def test_software_behind_egl_is_not_taken_for_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    software = SimpleNamespace(info={"GL_RENDERER": "llvmpipe (LLVM 17)"}, release=lambda: None)
    monkeypatch.setattr(context.moderngl, "create_context", lambda **_: software)
    with pytest.raises(ContextUnavailableError, match="llvmpipe"):
        GlContext("egl")
    monkeypatch.setenv(context.PLATFORM_SETTING, "vulkan")
    with pytest.raises(ContextUnavailableError, match="vulkan"):
        GlContext()


def test_a_jittered_view_moves_the_picture_by_its_part_of_a_pixel() -> None:
    eye = np.array([1.0, -4.0, 2.0])
    view = View(
        look_at(eye, np.array([0.0, 0.0, 1.0])),
        perspective(0.8, 16 / 9, 0.1, 100.0),
        eye,
        (640, 360),
        0.1,
        100.0,
        0.0,
    )
    for point in ((0.0, 0.0, 1.0, 1.0), (2.0, 7.0, 0.0, 1.0)):
        here, there = (one.whole @ point for one in (view, jittered(view, (0.5, -0.25))))
        moved_px = (there[:2] / there[3] - here[:2] / here[3]) * (320, 180)
        np.testing.assert_allclose(moved_px, (0.5, -0.25), atol=1e-9)
