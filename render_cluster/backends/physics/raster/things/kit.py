"""The joiner's kit that things are built with: painted solids by their foot, lathes, tubes, lofts and sheets.

Lengths are metres, x to the right, front to -y, z up. `at` is the middle of a solid's foot, or the middle of
a ball or ring. Colours are sRGB.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import normalized, turned
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged, smooth_normals
from render_cluster.backends.physics.raster.part import Material, Part

Point = tuple[float, float, float]
Piece = Mesh | Part
Model = Callable[..., list[Piece]]
_ORIGIN: Point = (0.0, 0.0, 0.0)
_AXES: dict[str, Point] = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}


class Paint(NamedTuple):
    """A colour with its finish; `glow` is the light that it gives off."""

    colour: Colour
    rough: float = 0.5
    metal: float = 0.0
    glow: float = 0.0


STEEL = Paint((0.66, 0.68, 0.71), 0.30, 0.85)
CHROME = Paint((0.85, 0.86, 0.88), 0.14, 0.95)
IRON = Paint((0.17, 0.18, 0.20), 0.45, 0.45)
BRASS = Paint((0.85, 0.65, 0.25), 0.25, 0.90)
RUBBER = Paint((0.055, 0.055, 0.06), 0.80)
BLACK = Paint((0.05, 0.05, 0.055), 0.35)
WHITE = Paint((0.93, 0.93, 0.91), 0.35)
CREAM = Paint((0.93, 0.88, 0.77), 0.50)
PANE = Paint((0.10, 0.15, 0.20), 0.08)
CLEAR = Paint((0.72, 0.85, 0.90), 0.06)
WATER = Paint((0.42, 0.68, 0.82), 0.08)
OAK = Paint((0.62, 0.42, 0.24), 0.55)
PINE = Paint((0.80, 0.62, 0.40), 0.60)
WALNUT = Paint((0.32, 0.19, 0.11), 0.45)
BARK = Paint((0.34, 0.25, 0.18), 0.95)
LEAF = Paint((0.25, 0.52, 0.16), 0.70)
STONE = Paint((0.60, 0.58, 0.55), 0.90)
BRICK = Paint((0.60, 0.27, 0.19), 0.90)
GRAPHITE = Paint((0.20, 0.21, 0.23), 0.50)
RED = Paint((0.80, 0.10, 0.08), 0.35)
LAMP = Paint((1.0, 0.88, 0.65), 0.5, 0.0, 3.0)


def block(paint: Paint, size: Point, at: Point = _ORIGIN, bevel: float | None = None) -> Mesh:
    """A box of this size standing at `at`; its edges catch light."""
    soft = min(0.10 * min(size), 0.03) if bevel is None else bevel
    return shapes.box(*size, soft).moved(at[0], at[1], at[2] + size[2] / 2).painted(*paint)


def drum(
    paint: Paint, radius: float, height: float, at: Point = _ORIGIN, top: float | None = None, sides: int = 24
) -> Mesh:
    """An upright cylinder, or a cone where `top` is another radius."""
    return shapes.cylinder(radius, height, top, sides).moved(at[0], at[1], at[2] + height / 2).painted(*paint)


def ball(paint: Paint, radius: float | Point, at: Point = _ORIGIN, fine: int = 24) -> Mesh:
    """A ball or an ellipsoid around `at`."""
    radii = (radius,) * 3 if isinstance(radius, float | int) else radius
    return shapes.sphere(fine, max(8, fine * 2 // 3)).scaled(*radii).moved(*at).painted(*paint)


def ring(paint: Paint, radius: float, tube_m: float, at: Point = _ORIGIN, sides: int = 32) -> Mesh:
    """A flat-lying ring around `at`."""
    return shapes.torus(radius, tube_m, sides, 10).moved(*at).painted(*paint)


def bar(paint: Paint, start: Point, end: Point, radius: float, end_radius: float | None = None) -> Mesh:
    """A round bar between two points."""
    return shapes.rod(np.array(start), np.array(end), radius, end_radius, 10).painted(*paint)


def bars(paint: Paint, radius: float, *pairs: tuple[Point, Point]) -> list[Mesh]:
    """Round bars of one thickness."""
    return [bar(paint, start, end, radius) for start, end in pairs]


def lathe(paint: Paint, profile: Sequence[tuple[float, float]], at: Point = _ORIGIN, sides: int = 28) -> Mesh:
    """A smooth turned body through (radius, z) points; corners stay where a point stands twice."""
    line = _rounded(np.array(profile, float))
    line[:, 0] = np.maximum(line[:, 0], 0.0)  # a smooth line may swing beyond the axis
    angle = np.linspace(0, 2 * math.pi, sides + 1)
    rings = np.stack(
        [
            np.outer(np.cos(angle), line[:, 0]),
            np.outer(np.sin(angle), line[:, 0]),
            np.broadcast_to(line[:, 1], (sides + 1, len(line))),
        ],
        -1,
    )
    mesh = _grid(rings)
    # The seam has each point twice: both take the mean of their normals.
    normals = mesh.normals.reshape(sides + 1, len(line), 3).copy()
    normals[0] = normals[-1] = normalized(normals[0] + normals[-1])
    return Mesh.of(mesh.points, normals.reshape(-1, 3), mesh.faces).moved(*at).painted(*paint)


def tube(
    paint: Paint, points: Sequence[Point] | np.ndarray, radius: float | Sequence[float], sides: int = 10
) -> Mesh:
    """A round tube along a smooth line through the points; `radius` may change from point to point."""
    line = _curve(np.asarray(points, float))
    radii = np.broadcast_to(np.asarray(radius, float), (len(points),))
    radii = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(points)), radii)
    ahead = normalized(np.gradient(line, axis=0))
    side = np.cross(ahead[0], (0.0, 0.0, 1.0) if abs(ahead[0][2]) < 0.9 else (1.0, 0.0, 0.0))
    angle = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    rings = []
    for place, forward, r in zip(line, ahead, radii, strict=True):
        side = normalized(side - forward * (side @ forward))
        up = np.cross(side, forward)
        rings.append(place + r * (np.outer(np.cos(angle), side) + np.outer(np.sin(angle), up)))
    return loft(paint, np.array(rings))


def loft(paint: Paint, rings: np.ndarray, closed: bool = False) -> Mesh:
    """A smooth skin over closed rings (k, n, 3), with lids at both ends unless the last meets the first.

    Rings run anticlockwise seen against the way from the first to the last, or the mesh is turned inside out
    by itself: the sign of its volume decides.
    """
    count, around = rings.shape[:2]
    corner = np.arange(count if closed else count - 1)[:, None] * around + np.arange(around)
    beside = corner - np.arange(around) + (np.arange(around) + 1) % around
    ahead, opposite = (corner + around) % (count * around), (beside + around) % (count * around)
    faces = np.concatenate(
        [np.stack([corner, beside, opposite], -1), np.stack([corner, opposite, ahead], -1)]
    )
    points, faces = rings.reshape(-1, 3), faces.reshape(-1, 3)
    if not closed:
        points, faces = _lidded(points, faces, around)
    corners = points[faces]
    if np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) < 0:
        faces = faces[:, ::-1]
    return Mesh.of(points, smooth_normals(points, faces), faces).painted(*paint)


def hull(
    paint: Paint, sections: Sequence[tuple[float, float, float, float]], power: float = 4.0, sides: int = 28
) -> Mesh:
    """A loft along y through (y, half width, low z, high z) sections that are rounded rectangles."""
    rings = []
    for y, half, low, high in _curve(np.array(sections, float), 4):
        outline = oval(max(half, 1e-4), max((high - low) / 2, 1e-4), power, sides)
        rings.append(np.stack([outline[:, 0], np.full(sides, y), outline[:, 1] + (low + high) / 2], -1))
    return loft(paint, np.array(rings))


def oval(half_wide: float, half_long: float, power: float = 2.0, count: int = 40) -> np.ndarray:
    """A superellipse (count, 2), anticlockwise: 2 is an ellipse, 5 a rounded rectangle."""
    angle = np.linspace(0, 2 * math.pi, count, endpoint=False)
    across, along = np.cos(angle), np.sin(angle)
    return np.stack(
        [
            half_wide * np.sign(across) * np.abs(across) ** (2 / power),
            half_long * np.sign(along) * np.abs(along) ** (2 / power),
        ],
        1,
    )


def plate(paint: Paint, outline: np.ndarray, thick: float, at: Point = _ORIGIN) -> Mesh:
    """A flat-lying plate with this outline (n, 2), which must see its middle; it stands at `at`."""
    return shapes.slab(outline, thick).moved(at[0], at[1], at[2] + thick / 2).painted(*paint)


def prism(paint: Paint, outline: Sequence[tuple[float, float]], thick: float, axis: str = "x") -> Mesh:
    """Any simple polygon made thick along `axis` about 0, with sharp edges.

    Across x the outline is (y, z), across y it is (x, z), across z it is (x, y).
    """
    flat = np.array(outline, float)
    following = np.roll(flat, -1, 0)
    if np.sum(flat[:, 0] * following[:, 1] - following[:, 0] * flat[:, 1]) < 0:
        flat = flat[::-1]
    ears = _ears(flat)
    lid = Mesh.of(
        np.column_stack([flat, np.full(len(flat), thick / 2)]), np.tile([0.0, 0.0, 1.0], (len(flat), 1)), ears
    )
    foot = Mesh.of(lid.points * (1, 1, -1), -lid.normals, ears[:, ::-1])
    walls = []
    for start, end in zip(flat, np.roll(flat, -1, 0), strict=True):
        corners = [(*start, -thick / 2), (*end, -thick / 2), (*end, thick / 2), (*start, thick / 2)]
        out = normalized(np.array([end[1] - start[1], start[0] - end[0], 0.0]))
        walls.append(Mesh.of(np.array(corners), np.tile(out, (4, 1)), np.array([[0, 1, 2], [0, 2, 3]])))
    solid = merged([lid, foot, *walls]).painted(*paint)
    return solid.rotated(_STANDING[axis])


def sheet(paint: Paint, shape: Callable[[np.ndarray, np.ndarray], np.ndarray], fine: int = 12) -> Mesh:
    """A thin cloth of points `shape(u, v)` for u and v in 0..1, to be seen from both sides."""
    front = shapes.surface(shape, fine, fine)
    # Two sides in one place would flicker through each other.
    thick = 0.0025 * float(np.ptp(front.points, axis=0).max())
    back = Mesh.of(front.points - thick * front.normals, -front.normals, front.faces[:, ::-1])
    return merged([front, back]).painted(*paint)


def rocky(paint: Paint, size: Point, seed: int, rough: float = 0.22, fine: int = 26) -> Mesh:
    """A stone of about this size about the origin: a ball cut by random planes, with flat facets."""
    rng = np.random.default_rng(seed)
    mesh = shapes.sphere(fine, fine * 2 // 3)
    points = mesh.points.astype(float)
    for _ in range(14):
        way = normalized(rng.standard_normal(3))
        cut = 1.0 - rough * rng.uniform(0.4, 1.6)
        over = np.maximum(points @ way - cut, 0.0)
        points -= 0.94 * over[:, None] * way
    for axis in range(3):
        low, high = points[:, axis].min(), points[:, axis].max()
        points[:, axis] = ((points[:, axis] - low) / (high - low) - 0.5) * size[axis]
    faces = mesh.faces
    corners = points[faces]
    flat = normalized(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    smooth = smooth_normals(points, faces)[faces]
    normals = normalized(smooth + 1.2 * flat[:, None])
    stone = Mesh.of(corners.reshape(-1, 3), normals.reshape(-1, 3), np.arange(faces.size).reshape(-1, 3))
    kept = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    stone = Mesh(
        stone.points, stone.normals, stone.faces[kept > 1e-12], stone.colours, stone.surfaces
    ).painted(*paint)
    shade = np.repeat(1.0 + 0.10 * np.sin(corners.mean(1) @ (17.0, 23.0, 11.0) / max(size)), 3)
    return Mesh(
        stone.points, stone.normals, stone.faces,
        np.clip(stone.colours * shade[:, None], 0, 1).astype("f4"), stone.surfaces,
    )  # fmt: skip


def bent(mesh: Mesh, shape: Callable[[np.ndarray], np.ndarray]) -> Mesh:
    """The mesh with its points (n, 3) moved by `shape`, and new smooth normals."""
    points = shape(mesh.points.astype(float))
    normals = smooth_normals(points, mesh.faces)
    return Mesh(points.astype("f4"), normals.astype("f4"), mesh.faces, mesh.colours, mesh.surfaces)


def tinted(mesh: Mesh, where: Callable[[np.ndarray], np.ndarray], paint: Paint) -> Mesh:
    """The mesh in another paint at the points (n, 3) for which `where` is true."""
    other, chosen = mesh.painted(*paint), where(mesh.points)[:, None]
    return Mesh(
        mesh.points, mesh.normals, mesh.faces,
        np.where(chosen, other.colours, mesh.colours), np.where(chosen, other.surfaces, mesh.surfaces),
    )  # fmt: skip


def see_through(mesh: Mesh) -> Part:
    """The mesh as glass, or as what is poured: painted by the light that passes it; `metal` is how cloudy it is."""
    return Part(mesh, Material.GLASS, outlined=False)


def turn(piece: Mesh, axis: str, degrees: float) -> Mesh:
    """The piece turned about an axis through the origin."""
    return piece.rotated(turned(_AXES[axis], math.radians(degrees)))


def both(*meshes: Mesh) -> list[Mesh]:
    """The pieces and their mirror images on the other side of x = 0."""
    return [*meshes, *(mesh.scaled(-1.0, 1.0, 1.0) for mesh in meshes)]


def around(mesh: Mesh, count: int, from_deg: float = 0.0) -> list[Mesh]:
    """Copies of the piece spread evenly about the z axis."""
    return [turn(mesh, "z", from_deg + 360.0 * i / count) for i in range(count)]


def circle(count: int, radius: float, z: float = 0.0, from_deg: float = 0.0) -> list[Point]:
    """Points spread evenly about the z axis."""
    angles = [math.radians(from_deg) + 2 * math.pi * i / count for i in range(count)]
    return [(radius * math.cos(angle), radius * math.sin(angle), z) for angle in angles]


def wheel(radius: float, wide: float, at: Point, hub: Paint = STEEL, spokes: int = 5) -> list[Mesh]:
    """A road wheel about the x axis with its hub at `at`: tyre, rim and spokes."""
    profile = [
        (0.60 * radius, -0.42 * wide), (0.90 * radius, -0.5 * wide), (radius, -0.30 * wide),
        (radius, 0.30 * wide), (0.90 * radius, 0.5 * wide), (0.60 * radius, 0.42 * wide),
    ]  # fmt: skip
    pieces = [
        lathe(RUBBER, profile, sides=28),
        drum(GRAPHITE, 0.61 * radius, 0.6 * wide, (0, 0, -0.3 * wide)),
    ]
    pieces.append(drum(hub, 0.20 * radius, 0.9 * wide, (0, 0, -0.45 * wide)))
    spoke = block(hub, (0.55 * radius, 0.17 * radius, 0.84 * wide), (0.30 * radius, 0, -0.42 * wide))
    pieces += around(spoke, spokes)
    rim = shapes.torus(0.61 * radius, 0.05 * radius, 28, 6).scaled(1, 1, 1).painted(*hub)
    pieces += [rim.moved(0, 0, side * 0.40 * wide) for side in (-1, 1)]
    return [turn(piece, "y", 90.0).moved(*at) for piece in pieces]


_STANDING = {
    "x": np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]),
    "y": np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]]),
    "z": np.eye(3),
}


def _grid(points: np.ndarray) -> Mesh:
    rows, columns = points.shape[:2]
    corner = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    across = corner + columns
    faces = np.concatenate(
        [np.stack([corner, across, across + 1], 1), np.stack([corner, across + 1, corner + 1], 1)]
    )
    flat = points.reshape(-1, 3)
    return Mesh.of(flat, smooth_normals(flat, faces), faces)


def _lidded(points: np.ndarray, faces: np.ndarray, around_count: int) -> tuple[np.ndarray, np.ndarray]:
    """Closes both ends with fans on points of their own, so that their edges stay sharp."""
    here = np.arange(around_count)
    after = (here + 1) % around_count
    lids, fans, start = [], [], len(points)
    for ring_of_points, flipped in ((points[:around_count], True), (points[-around_count:], False)):
        lids += [ring_of_points, ring_of_points.mean(0, keepdims=True)]
        fan = np.stack([start + here, start + after, np.full(around_count, start + around_count)], 1)
        fans.append(fan[:, ::-1] if flipped else fan)
        start += around_count + 1
    return np.concatenate([points, *lids]), np.concatenate([faces, *fans])


def _rounded(profile: np.ndarray) -> np.ndarray:
    """A lathe's line made fine; points that stand twice keep their corner."""
    runs = np.split(
        profile, [i + 1 for i in range(len(profile) - 1) if np.allclose(profile[i], profile[i + 1])]
    )
    return np.concatenate([_curve(run, 4) if len(run) > 2 else run for run in runs])


def _curve(points: np.ndarray, steps: int = 4) -> np.ndarray:
    """A Catmull-Rom line (n, k) through the points; two points stay a straight line."""
    if len(points) < 3:
        return points
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    line = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for t in np.arange(steps) / steps:
            line.append(
                0.5
                * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
            )
    return np.array([*line, points[-1]])


def _ears(outline: np.ndarray) -> np.ndarray:
    """Triangles (n - 2, 3) of an anticlockwise simple polygon, by clipping its ears."""

    def area(a: int, b: int, c: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = outline[a], outline[b], outline[c]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    left, triangles = list(range(len(outline))), []
    while len(left) > 3:
        for i in range(len(left)):
            a, b, c = left[i - 1], left[i], left[(i + 1) % len(left)]
            others = (p for p in left if p not in (a, b, c))
            if area(a, b, c) > 0 and not any(
                area(a, b, p) >= 0 and area(b, c, p) >= 0 and area(c, a, p) >= 0 for p in others
            ):
                triangles.append((a, b, c))
                left.pop(i)
                break
        else:
            break
    return np.array([*triangles, tuple(left[:3])])
