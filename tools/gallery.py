"""Films the prompts of `docs/gallery/prompts.tsv` as contact sheets: `python tools/gallery.py [ID ...]`.

A sheet that is there already is not made again, unless its id is named.
"""

import argparse
import csv
import signal
import time
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from PIL import Image

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.storyboard import Shot

FOLDER = Path(__file__).parents[1] / "docs" / "gallery"
_COLUMNS, _ROWS = 3, 2
_WIDTH_PX, _HEIGHT_PX = 320, 180
_LENGTH_S, _FPS = 4.0, 24
_QUALITY = 70
_PATIENCE_S = 90
_WORKERS = 2


class Prompt(NamedTuple):
    """One line of the list: its id, the kind it counts to, and what is asked for."""

    id: str
    kind: str
    text: str


class Sheet(msgspec.Struct, frozen=True):
    """What became of a prompt: `understood` is the storyboard in a line; `fault` is empty where it was filmed."""

    id: str
    understood: str = ""
    took_s: float = 0.0
    fault: str = ""


def prompts(folder: Path) -> list[Prompt]:
    """The list as it is kept, without its heading."""
    with (folder / "prompts.tsv").open(newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Prompt(*row) for row in rows]


def film(task: tuple[Prompt, Path]) -> Sheet:
    """Makes the sheet of one prompt and says what was understood, or why there is none."""
    prompt, folder = task
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(_PATIENCE_S)
    started_s, understood = time.monotonic(), ""
    backend = PhysicsBackend()
    try:
        spec = Spec(prompt.text, _LENGTH_S, _WIDTH_PX, _HEIGHT_PX, _FPS)
        draft = backend.draft(spec)
        understood = _told(draft)
        picture = Image.fromarray(_contact_sheet(list(_stills(backend, spec, draft))))
        picture.save(folder / f"{prompt.id}.webp", quality=_QUALITY, method=6)
    except Exception as error:  # A prompt that fails is a finding: the others are filmed all the same.
        return Sheet(prompt.id, understood, fault=f"{type(error).__name__}: {error}"[:200])
    finally:
        signal.alarm(0)
        backend.close()
    return Sheet(prompt.id, understood, round(time.monotonic() - started_s, 1))


def _give_up(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"took longer than {_PATIENCE_S} s")


def _stills(backend: PhysicsBackend, spec: Spec, draft: Draft) -> Iterator[np.ndarray]:
    """Frames at even times, the first and the last among them."""
    steps = backend.simulate(spec, draft)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            plan = done.value
            break
    for index in np.linspace(0, spec.frames_count - 1, _COLUMNS * _ROWS).round().astype(int):
        yield next(iter(backend.frames(spec, draft, plan, int(index), int(index) + 1)))


def _contact_sheet(stills: Sequence[np.ndarray]) -> np.ndarray:
    """The stills in reading order, one row below the other."""
    rows = [
        np.concatenate(stills[first : first + _COLUMNS], axis=1) for first in range(0, len(stills), _COLUMNS)
    ]
    return np.concatenate(rows, axis=0)


def _told(draft: Draft) -> str:
    """A storyboard in one line, and the words that had no part in it."""
    shots = " // ".join(_shot_told(shot) for shot in draft.storyboard.shots)
    lost = [word.phrase for word in draft.coverage.words if word.fate == "left_out"]
    return f"[{draft.storyboard.style}] {shots}" + (f" | left out: {', '.join(lost)}" if lost else "")


def _shot_told(shot: Shot) -> str:
    subjects = [
        "".join(
            (
                f"{one.count} " if one.count > 1 else "",
                f"{one.colour} " if one.colour else "",
                one.kind,
                f" {one.place.relation} {one.place.target}" if one.place else "",
            )
        )
        for one in shot.subjects
    ]
    actions = [
        " ".join(
            word for word in (one.subject, one.verb, one.target, one.outcome and f"({one.outcome})") if word
        )
        for one in shot.actions
    ]
    camera = f"{shot.camera.framing} {shot.camera.angle} {shot.camera.move}"
    place = f"{shot.setting}, {shot.time_of_day}, {shot.weather}"
    return f"{place}: {', '.join(subjects) or 'nobody'}; {', '.join(actions) or 'nothing happens'}; {camera}"


def _kept(folder: Path) -> dict[str, Sheet]:
    file = folder / "understood.json"
    found = msgspec.json.decode(file.read_bytes(), type=list[Sheet]) if file.exists() else []
    return {sheet.id: sheet for sheet in found}


def _keep(folder: Path, order: Sequence[Prompt], sheets: dict[str, Sheet]) -> None:
    listed = [sheets[prompt.id] for prompt in order if prompt.id in sheets]
    (folder / "understood.json").write_bytes(msgspec.json.format(msgspec.json.encode(listed), indent=1))


def main() -> None:
    """Films what is asked for, or all that is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*", help="the ones to film anew; none: all that have no sheet")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--workers", type=int, default=_WORKERS)
    asked = parser.parse_args()
    order, sheets = prompts(asked.folder), _kept(asked.folder)
    if asked.ids:
        wanted = [prompt for prompt in order if prompt.id in asked.ids or prompt.kind in asked.ids]
    else:
        wanted = [prompt for prompt in order if not (asked.folder / f"{prompt.id}.webp").exists()]
    with Pool(asked.workers, maxtasksperchild=8) as pool:
        for sheet in pool.imap_unordered(film, [(prompt, asked.folder) for prompt in wanted]):
            sheets[sheet.id] = sheet
            _keep(asked.folder, order, sheets)
            print(sheet.id, f"{sheet.took_s} s", sheet.fault or sheet.understood, flush=True)


if __name__ == "__main__":
    main()
