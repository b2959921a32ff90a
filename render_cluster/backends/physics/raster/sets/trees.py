"""Trees and bushes grown from a seed: branches that carry torn cards of leaves, needles or fronds."""

import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets.leaves import cards, crown

_BARK: Colour = (0.36, 0.28, 0.21)
_SNOW: Colour = (0.92, 0.94, 0.97)


def tree(rng: np.random.Generator, height_m: float, leaf: Colour, cards_count: int = 260) -> list[Part]:
    """A broadleaf tree on the origin; far ones need fewer cards, which are larger then."""
    fork_m = height_m * rng.uniform(0.26, 0.36)
    lean = rng.normal(0.0, 0.02 * height_m, 2)
    fork = np.array([*lean, fork_m])
    wood = [shapes.rod((0, 0, -0.15), fork, 0.030 * height_m, 0.020 * height_m, 8)]
    lumps = []
    branches = int(rng.integers(5, 8))
    for branch in range(branches):
        angle = branch * 2.4 + rng.uniform(-0.4, 0.4)
        reach, rise = height_m * rng.uniform(0.14, 0.27), height_m * rng.uniform(0.16, 0.46)
        tip = fork + np.array([math.cos(angle) * reach, math.sin(angle) * reach, rise])
        start = fork * rng.uniform(0.82, 1.0)
        wood.append(shapes.rod(start, tip, 0.013 * height_m, 0.004 * height_m, 6))
        lumps.append((tip, height_m * rng.uniform(0.13, 0.20)))
    top = fork + np.array([0.0, 0.0, height_m * 0.50])
    wood.append(shapes.rod(fork, top, 0.016 * height_m, 0.004 * height_m, 6))
    lumps.append((top, height_m * 0.17))
    size = 0.060 * height_m * math.sqrt(260.0 / cards_count)
    leaves = crown(rng, lumps, cards_count, size, leaf)
    return [_wood(wood), Part(leaves, Material.LEAVES, outlined=False)]


def pine(
    rng: np.random.Generator, height_m: float, needle: Colour, snow: float = 0.0, cards_count: int = 150
) -> list[Part]:
    """A conifer on the origin: branches that droop in tiers, `snow` 0..1 lying on them."""
    trunk = shapes.rod((0, 0, -0.15), (0, 0, height_m * 0.90), 0.022 * height_m, 0.003 * height_m, 7)
    share = (np.arange(cards_count) + rng.random(cards_count)) / cards_count
    # Branches are denser where the tree is wider.
    up = 1.0 - np.sqrt(1.0 - share * 0.97)
    reach = height_m * 0.235 * (1.0 - up) ** 0.85 * rng.uniform(0.75, 1.1, cards_count) + 0.02 * height_m
    angle = np.arange(cards_count) * 2.39996 + rng.uniform(-0.3, 0.3, cards_count)
    z = height_m * (0.10 + 0.88 * up)
    out = np.stack([np.cos(angle), np.sin(angle), np.zeros(cards_count)], 1)
    droop = 0.55 - 0.75 * up
    along = out * reach[:, None]
    along[:, 2] = -droop * reach
    side = np.stack([-np.sin(angle), np.cos(angle), np.zeros(cards_count)], 1)
    wide = np.maximum(0.50 * reach, 0.035 * height_m)[:, None]
    middles = np.column_stack([np.zeros((cards_count, 2)), z]) + along * 0.52
    normals = normalized(out * 0.8 + np.array([0.0, 0.0, 0.55]))
    light = rng.uniform(0.62, 1.1, cards_count) * (0.75 + 0.35 * up)
    colours = linear(needle) * np.exp(rng.normal(0, 0.07, (cards_count, 3))) * light[:, None]
    white = (rng.random(cards_count) < snow)[:, None]
    colours = np.where(white, linear(_SNOW) * light[:, None] * 0.95, colours)
    # A second card under each branch, hanging, closes the tree from beside.
    hang = np.column_stack([np.zeros((cards_count, 2)), np.full(cards_count, -1.0)]) * wide * 0.75
    flat = cards(rng, middles, side * wide, along * 0.62, normals, colours)
    under = cards(
        rng, middles + hang * 0.35, along * 0.60, hang, normals, colours * (0.62 if snow == 0 else 0.55)
    )
    return [_wood([trunk]), Part(merged([flat, under]), Material.LEAVES, outlined=False)]


def palm(rng: np.random.Generator, height_m: float, leaf: Colour, fronds_count: int = 13) -> list[Part]:
    """A leaning palm on the origin with feathered fronds."""
    lean, heading = rng.uniform(0.10, 0.30) * height_m, rng.uniform(0, 2 * math.pi)
    steps = np.linspace(0.0, 1.0, 7)
    bow = np.stack(
        [np.cos(heading) * lean * steps**2, np.sin(heading) * lean * steps**2, height_m * steps], 1
    )
    thick = 0.028 * height_m * (1.0 - 0.45 * steps)
    wood = [shapes.rod(bow[i], bow[i + 1], float(thick[i]) * 1.12, float(thick[i + 1]), 8) for i in range(6)]
    fronds = [
        _frond(rng, bow[-1], i * 2.39996 + rng.uniform(-0.2, 0.2), height_m * 0.36, i / fronds_count, leaf)
        for i in range(fronds_count)
    ]
    bark = merged(wood).painted((0.52, 0.43, 0.33), 0.95)
    return [
        Part(bark, Material.FAR, outlined=False),
        Part(merged(fronds), Material.FOLIAGE, outlined=False),
    ]


def _frond(
    rng: np.random.Generator, root: np.ndarray, angle: float, long_m: float, age: float, leaf: Colour
) -> Mesh:
    """A bent rib with pairs of leaflets; old fronds hang."""
    pairs = 13
    share = np.linspace(0.12, 1.0, pairs)
    rise = 0.75 - 1.05 * age
    out = share * long_m * math.cos(rise * 0.8)
    up = long_m * (share * math.sin(rise) - share**2 * 0.75)
    rib = root + np.stack([math.cos(angle) * out, math.sin(angle) * out, up], 1)
    side = np.array([-math.sin(angle), math.cos(angle), 0.0])
    along = normalized(np.gradient(rib, axis=0))
    leaflet = long_m * 0.30 * np.sin(np.pi * (0.12 + 0.80 * share))[:, None]
    points, colours = [], []
    base = linear(leaf) * math.exp(rng.normal(0, 0.08)) * (1.05 - 0.35 * age)
    for sign in (-1.0, 1.0):
        tips = rib + (sign * side + 0.75 * along + (0, 0, -0.42)) * leaflet
        for i in range(pairs):
            points += [rib[i] - along[i] * long_m * 0.045, rib[i] + along[i] * long_m * 0.045, tips[i]]
            colours += [base * 0.7, base * 0.7, base * 1.15]
    count = len(points)
    normals = np.tile(normalized(np.array([math.cos(angle) * 0.3, math.sin(angle) * 0.3, 1.0])), (count, 1))
    mesh = Mesh.of(np.array(points), normals, np.arange(count).reshape(-1, 3)).painted((0, 0, 0), 0.85)
    return Mesh(mesh.points, mesh.normals, mesh.faces, np.array(colours, np.float32), mesh.surfaces)


def bush(rng: np.random.Generator, width_m: float, leaf: Colour, cards_count: int = 70) -> list[Part]:
    """A low bush on the origin."""
    lumps = [
        (
            np.array([*(rng.uniform(-0.25, 0.25, 2) * width_m), width_m * rng.uniform(0.16, 0.32)]),
            width_m * 0.30,
        )
        for _ in range(4)
    ]
    return [Part(crown(rng, lumps, cards_count, 0.15 * width_m, leaf), Material.LEAVES, outlined=False)]


def hedge(rng: np.random.Generator, length_m: float, height_m: float, leaf: Colour) -> list[Part]:
    """A clipped hedge along x, centred on the origin."""
    count = max(2, round(length_m / (0.8 * height_m)))
    places = np.linspace(-length_m / 2, length_m / 2, count)
    lumps = [(np.array([x, rng.uniform(-0.05, 0.05), height_m * 0.5]), height_m * 0.52) for x in places]
    leaves = crown(rng, lumps, count * 34, 0.19 * height_m, leaf)
    return [Part(leaves, Material.LEAVES, outlined=False)]


def _wood(rods: list[Mesh]) -> Part:
    return Part(merged(rods).painted(_BARK, 0.95), Material.FAR, outlined=False)
