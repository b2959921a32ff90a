"""Paints the pieces of a quadruped: coat and markings, dark nose, glossy eyes, horn and hoof."""

import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.anatomy.species import pattern_of
from render_cluster.backends.physics.raster.animals import coats, eyes, quadruped, wear
from render_cluster.backends.physics.raster.animals.layer import Colour, Layer, plain
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.scene import Animal

_FINE = ("stripes", "spots", "rosettes", "net", "tabby")
_DARK: Colour = (0.06, 0.05, 0.05)
_HORN: Colour = (0.72, 0.64, 0.50)
_HOOF: Colour = (0.16, 0.13, 0.11)
_IVORY: Colour = (0.90, 0.86, 0.74)
_IRIS_COVER = 0.52
_EAR_PINK: Colour = (0.85, 0.60, 0.55)


def layers(animal: Animal, species: Species, build: Quadruped) -> list[Layer]:
    """Everything that draws a quadruped, in the units of its build."""
    pattern = pattern_of(species, animal.name)
    made = quadruped.pieces(build, pattern in _FINE)
    seed = zlib.crc32(animal.name.encode())
    paint = _Paint(animal, species, made, pattern, seed)
    skin = Material.FUR if species.hide == "fur" else Material.CLOTH
    furred = [made.body, *made.ears, *made.tail, *wear.furred(build, made.frame)]
    painted = (
        [paint.fur(furred[0])]
        + [paint.ear(ear) for ear in made.ears]
        + [paint.tail(tail) for tail in made.tail]
    )
    painted += [paint.mane(piece) for piece in wear.furred(build, made.frame)]
    rough = {"fur": 0.85, "skin": 0.7, "scale": 0.45}.get(species.hide, 0.6)
    found = [
        Layer(piece, colours, rough, animal.length_m if skin == Material.FUR else 0.0, skin)
        for piece, colours in painted
    ]
    nose = animal.markings if "snout" in build.extras else species.nose
    found += [plain(piece, nose, 0.25 if nose == _DARK else 0.5, False) for piece in made.face.nose]
    found += [plain(piece, tuple(0.22 * c for c in animal.coat), 0.7, False) for piece in made.face.lines]
    found += [plain(hoof, _HOOF, 0.45) for hoof in made.hooves]
    found += [plain(piece, _HORN, 0.5) for piece in wear.horns(build, made.frame)]
    found += [plain(piece, _IVORY, 0.35) for piece in wear.tusks(build, made.frame)]
    found += [Layer(piece, paint.shell(piece), 0.4) for piece in wear.shells(build, made.frame)]
    return found + eyes.layers(made.face.eyes, made.face.gaze, species.iris, _IRIS_COVER)


class _Paint:
    """The colours of one animal's pieces."""

    def __init__(
        self, animal: Animal, species: Species, made: quadruped.Pieces, pattern: coats.Pattern, seed: int
    ) -> None:
        self._coat, self._mark = linear(animal.coat), linear(animal.markings)
        self._animal, self._species, self._made, self._pattern, self._seed = (
            animal,
            species,
            made,
            pattern,
            seed,
        )

    def fur(self, pelt: Pelt) -> tuple[Pelt, np.ndarray]:
        """The coat with its markings, a little uneven, as hair is."""
        share = coats.markings(self._pattern, pelt, self._made.frame, self._seed)[:, None]
        uneven = 1.0 + 0.07 * coats.wander(pelt.points, np.random.default_rng(self._seed), 0.16)[:, None]
        colours = (self._coat * (1.0 - share) + self._mark * share) * uneven
        if self._species.hide == "fur":
            # The back is darker than the flanks, on nearly every animal.
            colours *= 1.0 - 0.18 * coats.step(0.5, 1.0, pelt.normals[:, 2])[:, None]
        colours = self._eye_patch(pelt, colours)
        return pelt, colours

    def _eye_patch(self, pelt: Pelt, colours: np.ndarray) -> np.ndarray:
        """Dark lids round the eyes; a panda's reach far down."""
        face = self._made.face
        offset = np.abs(pelt.points - face.eye_middle * np.array([1.0, 1.0, 1.0]))
        offset = np.stack(
            [np.abs(np.abs(pelt.points[:, 0]) - face.eye_middle[0]), offset[:, 1], offset[:, 2]], -1
        )
        far = np.linalg.norm(offset, axis=1) / face.eye_radius
        panda = self._pattern == "panda"
        lid = coats.step(2.7 if panda else 1.75, 2.1 if panda else 1.15, far)[:, None]
        dark = self._mark if panda else 0.25 * self._coat
        return colours * (1 - lid) + dark * lid

    def ear(self, pelt: Pelt) -> tuple[Pelt, np.ndarray]:
        """Fur outside, skin in the hollow."""
        _, colours = self.fur(pelt)
        if self._pattern in ("panda", "points"):
            return pelt, np.tile(self._mark, (len(pelt.points), 1))
        half = len(pelt.points) // 2
        inner = np.zeros((len(pelt.points), 1))
        front = pelt.normals[:half, 1].mean() < pelt.normals[half:, 1].mean()
        inner[:half] = front
        inner[half:] = not front
        build = self._species.build
        if build.ear in ("floppy", "fan"):
            return pelt, colours * 0.82
        pink = 0.45 * linear(_EAR_PINK) + 0.35 * colours
        return pelt, colours * (1 - 0.8 * inner) + pink * 0.8 * inner

    def tail(self, pelt: Pelt) -> tuple[Pelt, np.ndarray]:
        """The coat's colour, with another tip where the kind has one."""
        _, colours = self.fur(pelt)
        build, frame = self._species.build, self._made.frame
        along = pelt.weights[:, frame.chain("tail_1", "tail_2", "tail_3")] @ np.array([0.17, 0.5, 0.83])
        if build.tail == "thin":
            return pelt, np.tile(linear((0.80, 0.58, 0.54)), (len(pelt.points), 1))
        if build.tail == "hair":
            return pelt, np.tile(self._mark * 0.8, (len(pelt.points), 1))
        tip = {"tuft": 0.62, "bushy": 0.70}.get(build.tail)
        if tip is None or self._pattern in ("stripes", "plain", "saddle"):
            return pelt, colours
        share = coats.step(tip, tip + 0.12, along)[:, None]
        end = 0.2 * self._coat if self._pattern in ("patches", "net") else self._mark
        return pelt, colours * (1 - share) + end * share

    def mane(self, pelt: Pelt) -> tuple[Pelt, np.ndarray]:
        """Manes, ruffs and beards in the second colour, wool in the first."""
        own = {"wool", "crest"} & set(self._species.build.extras) and self._pattern != "stripes"
        colour = self._coat if own else self._mark
        uneven = 1.0 + 0.16 * coats.wander(pelt.points, np.random.default_rng(self._seed), 0.10)[:, None]
        return pelt, colour * uneven

    def shell(self, pelt: Pelt) -> np.ndarray:
        """Plates with pale seams."""
        near, after = coats.cells(pelt.points, np.random.default_rng(5), 0.22)
        seam = coats.step(0.03, 0.0, after - near)[:, None]
        plate = self._mark * (0.75 + 1.6 * near[:, None])
        return plate * (1 - seam) + 0.35 * self._mark * seam
