"""Casts people from portraits and measures how like them it is: `python tools/cast_sheet.py NAME=PHOTO ...`.

Each is drawn in close-up in the main styles; the sheet goes to docs/gallery/cast/sheet.webp, and to the console a
table of how near each drawn face is to its own photograph and to the nearest of the others. Who is given as
`-NAME=PHOTO` is measured with the others and left off the sheet: a living person is not shown.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import cv2
import msgspec
import numpy as np
from PIL import Image

from render_cluster.backends.physics.likenesses import opened
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.outfits import person_of
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.scene import Camera, Person, Scene
from render_cluster.backends.physics.skeleton import BONES, REST_HEIGHT_M
from render_cluster.backends.physics.staging.likening import with_likenesses
from render_cluster.likeness.casting import cast_likeness
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.texture import likeness_texture
from render_cluster.storyboard import Shot, Style, Subject

SHEET = Path(__file__).parents[1] / "docs/gallery/cast/sheet.webp"
STYLES: tuple[Style, ...] = ("realistic", "cinematic", "anime", "claymation", "watercolour", "noir")
_SIDE_PX, _SHOWN_PX, _QUALITY = 256, 176, 72
_AWAY_M, _FOV_RAD = 0.75, 0.55


class Sitter(NamedTuple):
    """Someone who is cast: the scene that shows them, and whose face the photograph shows, (128,) of length one.

    `shown` says whether they are put on the sheet.
    """

    scene: Scene
    vector: np.ndarray
    shown: bool


def main(portraits: list[str]) -> None:
    """Draws and measures each portrait in each style."""
    reader = FaceReader()
    sitters = {
        name.lstrip("-"): _sitter(reader, name.lstrip("-"), path, shown=not name.startswith("-"))
        for name, _, path in (one.partition("=") for one in portraits)
    }
    print("| style |", " | ".join(sitters), "|\n|---|" + "---|" * len(sitters))
    rows = []
    for style in STYLES:
        raster = Raster(_SIDE_PX, _SIDE_PX, style)
        drawn = [_drawn(raster, sitter.scene) for sitter in sitters.values()]
        raster.close()
        told = [_told(reader, frame, name, sitters) for frame, name in zip(drawn, sitters, strict=True)]
        print(f"| {style} |", " | ".join(told), "|", flush=True)
        rows.append(
            np.hstack([frame for frame, sitter in zip(drawn, sitters.values(), strict=True) if sitter.shown])
        )
    whole = Image.fromarray(np.vstack(rows))
    SHEET.parent.mkdir(parents=True, exist_ok=True)
    shown_count = sum(sitter.shown for sitter in sitters.values())
    shown = whole.resize((_SHOWN_PX * shown_count, _SHOWN_PX * len(STYLES)), Image.Resampling.LANCZOS)
    shown.save(SHEET, quality=_QUALITY)


def _sitter(reader: FaceReader, name: str, path: str, shown: bool) -> Sitter:
    photo = cv2.imread(path)
    face = reader.faces(photo)[0]
    given = cast_likeness(name, likeness_texture(photo, reader.mesh(photo, face)))
    shot = Shot(1.0, "studio", subjects=(Subject(name, "person", likeness=name),))
    # The still pose is that of the skeleton at rest, which fits its own height only.
    person = msgspec.structs.replace(person_of(1, name, setting="studio"), height_m=REST_HEIGHT_M)
    scene = with_likenesses(_close_up(person), shot, opened((given,), (name,)))
    return Sitter(scene, reader.embedding(photo, face), shown)


def _close_up(person: Person) -> Scene:
    eye_z_m = anatomy(person).eye_z_m
    lens = Camera(
        ((0.0, -_AWAY_M, eye_z_m),),
        ((0.0, -0.06, eye_z_m - 0.02),),
        _FOV_RAD,
        shows=(f"{person.name}.head",),
        fit=1.4,
    )
    return Scene("close-up", "studio", "day", 0.1, 3, (), (person,), lens)


def _drawn(raster: Raster, scene: Scene) -> np.ndarray:
    still = np.tile(np.eye(4, dtype=np.float32), (1, len(BONES), 1, 1))
    raster.load(scene)
    return raster.frame(Motion(24, 1, {}, skins={scene.people[0].name: still}), 0)


def _told(reader: FaceReader, frame: np.ndarray, name: str, sitters: dict[str, Sitter]) -> str:
    """ "same / nearest other" as cosines, or that no face was found."""
    picture = np.ascontiguousarray(
        cv2.resize(frame, None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)[..., ::-1]
    )
    faces = reader.faces(picture)
    if not len(faces):
        return "no face"
    vector = reader.embedding(picture, faces[0])
    near = {other: float(vector @ sitter.vector) for other, sitter in sitters.items()}
    return f"{near.pop(name):.2f} / {max(near.values(), default=0.0):.2f}"


if __name__ == "__main__":
    main(sys.argv[1:])
