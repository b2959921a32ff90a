"""The physics backend: from a sentence to a storyboard, a simulation, a film with sound."""

from collections.abc import Generator, Iterator
from typing import Any

import numpy as np

from render_cluster.backends.backend import Draft, Piece, Spec
from render_cluster.backends.physics.film_account import account_of
from render_cluster.backends.physics.language.compiler import Writer, compile_prompt
from render_cluster.backends.physics.language.embedding import Embed, Nearest
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.likenesses import opened
from render_cluster.backends.physics.plan import Plan, Take, key_of, planned
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.sound.mix import onsets, soundtrack
from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.backends.physics.untold import untold_of
from render_cluster.storyboard import Style
from render_cluster.versions import package_versions


class PhysicsBackend:
    """Simulates and films; `embed` finds the nearest known word for one that is not known, `writer` may
    write storyboards instead of the compiler.

    One instance belongs to one thread: it keeps the renderer of the picture size and style it drew last.
    """

    name = "physics"
    version = "5"
    simulates_apart = True

    def __init__(self, embed: Embed | None = None, writer: Writer | None = None) -> None:
        self._nearest = Nearest(embed)
        self._writer = writer
        self._speaker = Speaker()
        self._raster: tuple[tuple[int, int, Style], Raster] | None = None

    def draft(self, spec: Spec) -> Draft:
        """The storyboard and coverage of a spec.

        Raises StoryboardRefused for one outside the limits, LikenessMissing for a cast that was not handed over.
        """
        draft = compile_prompt(spec, self._nearest, writer=self._writer)
        opened(spec.likenesses, handles_in(draft.storyboard))
        return draft

    def simulate(self, spec: Spec, draft: Draft, shots: range | None = None) -> Generator[float, None, Plan]:
        """Stages, simulates and voices each of the shots, or all."""
        return (yield from planned(spec, draft, self._speaker, shots))

    def pieces(self, spec: Spec, draft: Draft, plan: Plan) -> tuple[Piece, ...]:
        """One piece a shot, kept by all that its frames depend on; none of a real person is ever kept."""
        made_by = repr(
            (self.version, spec.width_px, spec.height_px, draft.storyboard.style, package_versions())
        )
        before = (None, *plan[:-1])
        return tuple(
            Piece(take.frames_count, None if _casts(take, last) else key_of(take, last, made_by))
            for take, last in zip(plan, before, strict=True)
        )

    def frames(self, spec: Spec, draft: Draft, plan: Plan, first: int, last: int) -> Iterator[np.ndarray]:
        """Frames `first` to `last` (exclusive) of the whole clip, each uint8 (height_px, width_px, 3)."""
        raster = self._raster_for(spec.width_px, spec.height_px, draft.storyboard.style)
        before: Take | None = None
        for take in plan:
            wanted = range(max(first, take.first) - take.first, min(last - take.first, take.frames_count))
            if wanted:
                yield from _faded(raster, take, before, wanted)
            before = take

    def sound(self, spec: Spec, draft: Draft, plan: Plan) -> np.ndarray:
        """The soundtrack of the clip: float32 (2, samples)."""
        storyboard, said = draft.storyboard, [take.said for take in plan]
        return soundtrack(_heard(plan), storyboard.sound, spec.duration_s, storyboard.seed, said)

    def account(self, spec: Spec, draft: Draft, plan: Plan) -> dict[str, Any]:
        """Plain data for the receipt: each shot's causes, outcome, contacts, energy; the onsets of all."""
        heard = onsets(_heard(plan), draft.storyboard.sound, [take.said for take in plan])
        untold = untold_of(draft.storyboard, plan)
        return {"seed": draft.storyboard.seed, "untold": untold, **account_of(plan, heard)}

    def close(self) -> None:
        """Gives the renderer back."""
        if self._raster is not None:
            self._raster[1].close()
        self._raster = None

    def _raster_for(self, width_px: int, height_px: int, style: Style) -> Raster:
        key = (width_px, height_px, style)
        if self._raster is None or self._raster[0] != key:
            self.close()
            self._raster = (key, Raster(width_px, height_px, style))
        return self._raster[1]


def _heard(plan: Plan) -> list[tuple[Any, Any]]:
    return [(take.scene, take.cut()) for take in plan]


def _faded(raster: Raster, take: Take, before: Take | None, wanted: range) -> Iterator[np.ndarray]:
    """Frames of a take, with what is still seen of the one before; that is drawn first, to dress each set once."""
    fading = range(wanted.start, min(wanted.stop, take.fade_count))
    last: list[np.ndarray] = []
    if fading and before is not None:
        raster.load(before.scene)
        last = [raster.frame(before.motion, before.frames_count + index) for index in fading]
    raster.load(take.scene)
    for index in wanted:
        frame = raster.frame(take.motion, index)
        if index in fading and last:
            share = (index + 1) / (take.fade_count + 1)
            old = last[index - fading.start].astype(np.float32)
            frame = np.rint(old + (frame - old) * share).astype(np.uint8)
        yield frame


def _casts(take: Take, before: Take | None) -> bool:
    """Whether a real person is seen in a take, or in the one that it fades in over."""
    seen = [take] if before is None or not take.fade_count else [take, before]
    return any(one.likeness is not None for shown in seen for one in shown.scene.people)
