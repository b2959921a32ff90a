"""Paints birds, fish, insects, snakes and octopuses."""

import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird, Fish, Insect, Octopus, Snake
from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.anatomy.species import pattern_of
from render_cluster.backends.physics.raster.animals import bird, coats, eyes, fish, small
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.layer import Layer, plain
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.scene import Animal

_RED = (0.80, 0.07, 0.06)
_DARK = (0.05, 0.045, 0.045)
_PALE_DISC = (0.90, 0.86, 0.78)


def bird_layers(animal: Animal, species: Species, build: Bird) -> list[Layer]:
    """Everything that draws a bird, in the units of its build."""
    made = bird.pieces(build)
    pattern = pattern_of(species, animal.name)
    seed = zlib.crc32(animal.name.encode())
    coat, mark = linear(animal.coat), linear(animal.markings)

    def plumage(pelt: Pelt) -> np.ndarray:
        share = coats.markings(pattern, pelt, made.frame, seed)[:, None]
        return _uneven(pelt, coat * (1 - share) + mark * share, 0.10)

    def feathered(pelt: Pelt, colours: np.ndarray) -> Layer:
        return Layer(pelt, colours, 0.75, animal.length_m, Material.FUR)

    found = [feathered(made.body, plumage(made.body))]
    for wing in made.wings:
        found.append(feathered(wing, _wing_colours(wing, species, made.frame, coat, mark)))
    end = mark if species.wing == "marked" or (pattern == "hood" and species.medium == "air") else coat * 0.75
    found.append(feathered(made.tail, _uneven(made.tail, np.tile(end, (len(made.tail.points), 1)), 0.12)))
    found += [plain(piece, species.beak, 0.35) for piece in made.beak]
    found += [plain(leg, species.legs, 0.55) for leg in made.legs]
    crown = _RED if "comb" in build.extras else animal.coat
    found += [plain(piece, crown, 0.6) for piece in made.crown]
    found += [plain(piece, _PALE_DISC, 0.85) for piece in made.discs]
    return found + eyes.layers(made.eyes, made.gaze, species.iris, 0.52)


def _wing_colours(
    wing: Pelt, species: Species, frame: Frame, coat: np.ndarray, mark: np.ndarray
) -> np.ndarray:
    """Dark flight feathers behind lighter coverts; the second colour across gaudy wings."""
    span = abs(frame.tail("hand_l")[0])
    outward = np.abs(wing.points[:, 0:1]) / span
    behind = coats.step(0.02, 0.30, wing.points[:, 1] - frame.head("hand_l")[1])[:, None]
    tip = coats.step(0.55, 0.95, outward)
    dark = coat * (0.72 if coat.mean() > 0.05 else 1.3)
    colours = coat * (1 - behind) + dark * behind
    if species.wing in ("marked", "both"):
        colours = coat * (1 - behind) + mark * behind
    if species.wing == "plain":
        colours = np.tile(coat, (len(wing.points), 1))
    if species.wing in ("tipped", "both"):
        colours = colours * (1 - tip) + 0.02 * tip
    return _uneven(wing, colours * (1.0 - 0.25 * tip), 0.10)


def fish_layers(animal: Animal, species: Species, build: Fish) -> list[Layer]:
    """Everything that draws what swims, in the units of its build."""
    made = fish.pieces(build)
    coat, mark = linear(animal.coat), linear(animal.markings)
    pattern = pattern_of(species, animal.name)
    rough = {"scale": 0.28, "skin": 0.32}.get(species.hide, 0.4)
    body = Layer(made.body, _fish_colours(made.body, pattern, coat, mark), rough)
    found = [body]
    for index, fin in enumerate(made.fins):
        fancy = species.hide == "scale"
        colour = 0.6 * mark + 0.4 * coat if fancy and pattern == "scales" else coat * 0.85
        away = np.linalg.norm(fin.points - fin.points.mean(0), axis=1)[:, None]
        stripes = 1.0 + 0.15 * np.sin(90.0 * fin.points[:, 2:3] + 60.0 * fin.points[:, 0:1]) * fancy
        edge = 1.0 - 0.35 * away / away.max() if index == 0 or fancy else 1.0
        found.append(Layer(fin, colour * stripes * edge, rough))
    found += [plain(line, tuple(0.35 * c for c in animal.coat), 0.5, False) for line in made.lines]
    return found + eyes.layers(made.eyes, made.gaze, species.iris, 0.52 if build.level_tail else 0.5)


def _fish_colours(pelt: Pelt, pattern: str, coat: np.ndarray, mark: np.ndarray) -> np.ndarray:
    x, y, z = pelt.points.T
    down = -pelt.normals[:, 2]
    pale = coats.step(-0.15, 0.55, down)
    if pattern == "bands":
        bands = sum(
            coats.step(width, 0.6 * width, np.abs(y - at))
            for at, width in ((-0.27, 0.05), (-0.02, 0.06), (0.26, 0.04))
        )
        edge = sum(
            coats.step(width + 0.025, width + 0.008, np.abs(y - at))
            for at, width in ((-0.27, 0.045), (-0.02, 0.055), (0.26, 0.035))
        )
        bands, edge = np.clip(bands, 0, 1)[:, None], np.clip(edge, 0, 1)[:, None]
        return (coat * (1 - edge) + 0.01 * edge) * (1 - bands) + mark * bands
    if pattern == "orca":
        patch = coats.step(
            1.0, 0.8, np.hypot((y + 0.33) / 0.055, (z - 0.035) / 0.022) + 6.0 * (np.abs(x) < 0.02)
        )
        white = np.maximum(coats.step(0.30, 0.5, down), patch)[:, None]
        return coat * (1 - white) + mark * white
    colours = coat * (1 - pale[:, None]) + mark * pale[:, None]
    if pattern == "scales":
        scale = np.sin(y * 150.0 + np.sin(z * 130.0) * 1.2) * np.sin(z * 130.0)
        colours = colours * (1.0 + 0.16 * scale[:, None] * (y > -0.28)[:, None])
        colours = colours * (0.75 + 0.45 * coats.step(0.9, 0.1, pelt.normals[:, 2])[:, None])
    return colours


def small_layers(animal: Animal, species: Species, build: Insect | Snake | Octopus) -> list[Layer]:
    """Everything that draws an insect, a snake or an octopus, in the units of its build."""
    maker = {Insect: small.insect, Snake: small.snake, Octopus: small.octopus}[type(build)]
    made = maker(build)
    coat, mark = linear(animal.coat), linear(animal.markings)
    pattern = pattern_of(species, animal.name)
    material = Material.FUR if species.hide == "fur" else Material.PLAIN
    found = []
    for piece in made.body:
        colours = _small_colours(piece, species, pattern, made.frame, coat, mark)
        found.append(
            Layer(
                piece,
                colours,
                0.85 if material == Material.FUR else 0.4,
                animal.length_m * (material == Material.FUR),
                material,
            )
        )
    found += [plain(piece, _DARK, 0.5) for piece in made.dark]
    for wing in made.wings:
        found.append(Layer(wing, _insect_wing_colours(wing, build, pattern, coat, mark), 0.35))
    return found + eyes.layers(made.eyes, made.gaze, species.iris, 0.52)


def _small_colours(
    pelt: Pelt, species: Species, pattern: str, frame: Frame, coat: np.ndarray, mark: np.ndarray
) -> np.ndarray:
    if isinstance(species.build, Octopus):
        spots = coats.step(0.2, 0.8, coats.wander(pelt.points, np.random.default_rng(2), 0.12))[:, None]
        under = coats.step(0.2, 0.8, -pelt.normals[:, 2])[:, None]
        colours = coat * (0.85 + 0.3 * spots)
        return colours * (1 - under) + mark * under
    if pattern == "bands":
        wave = np.sin(pelt.points[:, 1] * (34.0 if isinstance(species.build, Insect) else 90.0))
        band = coats.step(-0.1, 0.25, wave)
        if isinstance(species.build, Insect):
            band = np.maximum(band * coats.share(pelt, frame, "abdomen"), coats.share(pelt, frame, "head"))
        else:
            band = band * coats.step(-0.7, 0.3, pelt.normals[:, 2])
        return coat * (1 - band[:, None]) + mark * band[:, None]
    if pattern in ("monarch", "spots"):
        return np.tile(mark, (len(pelt.points), 1))
    return np.tile(coat, (len(pelt.points), 1))


def _insect_wing_colours(
    wing: Pelt, build: Insect, pattern: str, coat: np.ndarray, mark: np.ndarray
) -> np.ndarray:
    x, y, _ = wing.points.T
    if build.wings == "case":
        near, _ = coats.cells(np.abs(wing.points), np.random.default_rng(4), 0.30)
        spot = coats.step(0.085, 0.07, near)[:, None]
        return coat * (1 - spot) + mark * spot
    if pattern != "monarch":
        return np.tile(np.array([0.72, 0.76, 0.80]), (len(wing.points), 1))
    half = len(wing.points) // 2
    shape = wing.points[:half].reshape(22, 21, 3)
    u, v = np.meshgrid(np.linspace(0, 1, 22), np.linspace(-1, 1, 21), indexing="ij")
    del shape, x, y
    rim = np.maximum(coats.step(0.80, 0.88, u), coats.step(0.78, 0.92, np.abs(v)))
    veins = coats.step(0.90, 0.985, np.cos((v * 3.0 + 0.5) * np.pi)) * coats.step(0.08, 0.2, u)
    dots = coats.step(0.4, 0.7, np.cos(v * 26.0)) * coats.step(0.05, 0.02, np.abs(u - 0.915))
    dark = np.clip(np.maximum(rim, 0.85 * veins), 0, 1)[..., None]
    colours = coat * (1 - dark) + mark * dark
    colours = (colours * (1 - dots[..., None]) + 0.85 * dots[..., None]).reshape(-1, 3)
    return np.concatenate([colours, colours])


def _uneven(pelt: Pelt, colours: np.ndarray, amount: float) -> np.ndarray:
    return colours * (1.0 + amount * coats.wander(pelt.points, np.random.default_rng(6), 0.12)[:, None])
