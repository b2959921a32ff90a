"""Hair, beards and brows: a cap over the scalp with locks over it, in the style that is asked for."""

import zlib

import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import sheet_faces, smooth_normals
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide, joined
from render_cluster.backends.physics.raster.people.curtain import ENDS_M, curtain
from render_cluster.backends.physics.raster.people.cut import cut, hemmed, smoothed
from render_cluster.backends.physics.raster.people.fields import share, smoothstep
from render_cluster.backends.physics.raster.people.hairline import hairline
from render_cluster.backends.physics.raster.people.locks import Flow, grown, hung, tube
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

STYLES: tuple[str, ...] = (
    "short",
    "parted",
    "buzz",
    "bald",
    "bob",
    "shoulder",
    "long",
    "ponytail",
    "bun",
    "curly",
    "afro",
    "braids",
    "beard",
)
"""Styles of hair; "beard" is short hair with a beard, "buzz" is cropped close."""

_CAP_M = {
    "short": 0.011, "parted": 0.015, "beard": 0.010, "buzz": 0.003, "bob": 0.014, "shoulder": 0.014, "long": 0.014,
    "ponytail": 0.008, "bun": 0.008,
    "curly": 0.022, "afro": 0.010, "braids": 0.008,
}  # fmt: skip
_PULLED_BACK = ("ponytail", "bun", "braids")
_SHORT_ENDS_M, _FRINGE_M = -0.035, 0.020
_BRUSHED, _PARTED = ("short", "beard"), ("parted", "bob", "shoulder")
_FLOWS = {
    "short": (170, Flow(0.052, 0.08, 0.0030, 0.0085, steps=4)),
    "beard": (170, Flow(0.050, 0.08, 0.0030, 0.0085, steps=4)),
    "parted": (190, Flow(0.075, 0.10, 0.0040, 0.0095, steps=6)),
    "bob": (130, Flow(0.24, 0.42, 0.004, 0.0140, back=0.5, steps=12)),
    "shoulder": (130, Flow(0.32, 0.42, 0.004, 0.0145, back=0.5, steps=14)),
    "long": (130, Flow(0.42, 0.42, 0.004, 0.0150, back=0.5, steps=16)),
    "curly": (100, Flow(0.16, 0.20, 0.012, 0.0105, 0.006, 3.0, back=1.2, steps=9)),
}
"""How many locks of a style there are, and how they run."""


def hair(one: Person, body: Anatomy) -> list[Hide]:
    """The meshes of a person's hair; none where it is bald."""
    style = one.hair_style
    if style == "bald":
        return []
    if style not in STYLES:
        raise ValueError(f"hair style {style!r}; there are {', '.join(STYLES)}")
    rng = np.random.default_rng(zlib.crc32(f"{one.name} hair".encode()))
    skin, eye = body.skin, body.eye_z_m
    vault, cap = _cap(skin, eye, one, rng)
    if style == "buzz":
        return [cap]
    if style == "afro":
        return [_afro(skin, eye, rng), cap]
    scalp = _cut(skin, eye, one)[0]
    if style in ENDS_M:
        hanging = curtain(_skull(skin, vault), eye, ENDS_M[style], rng)
        cap, vault = joined([cap, hanging]), joined([vault, hanging])
    ground = _ground(skin, vault)
    pieces = [cap]
    if style in _PULLED_BACK:
        pieces += _gathered(scalp, cap, ground, eye, style, rng)
    else:
        pieces += _loose(scalp, ground, eye, style, rng)
    return pieces


def beard(one: Person, body: Anatomy) -> Hide | None:
    """A beard close to the jaw, or None."""
    if one.hair_style != "beard":
        return None
    skin, eye = body.skin, body.eye_z_m
    x, y, z = skin.points.T
    face_y = float(body.parts["lashes"].points[:, 1].min())
    height = z - eye
    jaw = (
        -0.070
        - 0.30 * np.maximum(y - face_y - 0.03, 0.0)
        + 0.80 * np.maximum(np.abs(x) - 0.042, 0.0)
        - height
    )
    mouth = np.hypot(x / 0.030, (height + 0.0700) / 0.0135) - 1.0
    nose = np.where(np.abs(x) < 0.024, -0.053 - height, 0.1)
    field = np.minimum(np.minimum(jaw, 0.02 * mouth), np.minimum(nose, z - (eye - 0.145)))
    field = np.where((share(skin, "head") > 0.6) & (y < 0.0), field, -1.0)
    piece, edges = cut(skin, field)
    if not len(piece.faces):
        return None
    held = np.zeros(len(piece.points), bool)
    held[edges.ravel()] = True
    depth = np.where(held, 0.0010, 0.0045)
    shell = piece.moved_to(piece.points + piece.normals * depth[:, None])
    return smoothed(shell, 1, held)


def brows(body: Anatomy) -> list[Hide]:
    """Two arches above the eyes, laid on the brow: ribbons that taper outwards."""
    skin = body.skin
    front = np.flatnonzero(
        (skin.points[:, 1] < body.eyes[0].points[:, 1].mean() + 0.03) & (share(skin, "head") > 0.8)
    )
    tree = cKDTree(skin.points[front][:, (0, 2)])
    pieces = []
    for eye in body.eyes:
        middle = eye.points.mean(0)
        side = float(np.sign(middle[0]))
        along = np.linspace(0.0, 1.0, 11)
        out = -0.0165 + 0.044 * along
        arch = 0.0225 + 0.0062 * np.sin(np.pi * np.minimum(along * 0.80 + 0.05, 1.0)) - 0.004 * along**2
        half = 0.0036 * (0.55 + 0.9 * along) * (1.0 - along) ** 0.7 + 0.0005
        rows = []
        for edge in (-1.0, 0.0, 1.0):
            flat = np.stack([middle[0] + side * out, middle[2] + arch + edge * half], 1)
            distance, near = tree.query(flat, k=3)
            weight = 1.0 / (distance + 1e-4) ** 2
            weight /= weight.sum(1, keepdims=True)
            depth = (skin.points[front][near][..., 1] * weight).sum(1) - (0.0030 if edge == 0.0 else 0.0010)
            rows.append(np.stack([flat[:, 0], depth, flat[:, 1]], 1))
        pieces.append(_sheet(np.array(rows), side))
    return pieces


def _sheet(rows: np.ndarray, side: float) -> Hide:
    """A sheet through rows of points (rows, n, 3) of the head, seen from the front."""
    high, wide = rows.shape[:2]
    faces = sheet_faces(high, wide)
    points = rows.reshape(-1, 3)
    faces = faces if side > 0 else faces[:, ::-1]
    weights = np.zeros((len(points), len(BONES)))
    weights[:, BONE_INDEX["head"]] = 1.0
    return Hide(points, smooth_normals(points, faces), weights, faces)


def _skull(skin: Hide, vault: Hide) -> Hide:
    """What hanging hair has to go round: the head with its ears, and the hair on it."""
    head = share(skin, "head") > 0.8
    points, normals = (
        np.concatenate([getattr(vault, name), getattr(skin, name)[head]]) for name in ("points", "normals")
    )
    return Hide(points, normals, np.concatenate([vault.weights, skin.weights[head]]), skin.faces[:0])


def _cut(skin: Hide, eye_z_m: float, one: Person) -> tuple[Hide, np.ndarray]:
    on_head = 10.0 * (share(skin, "head") - 0.6)
    return cut(skin, np.minimum(hairline(skin.points, eye_z_m, one), on_head))


def _cap(skin: Hide, eye_z_m: float, one: Person, rng: np.random.Generator) -> tuple[Hide, Hide]:
    """A shell over the scalp, thin at the hairline, which the locks lie on; without and with its hem."""
    piece, edges = _cut(skin, eye_z_m, one)
    held = np.zeros(len(piece.points), bool)
    held[edges.ravel()] = True
    inside = hairline(piece.points, eye_z_m, one)
    depth = 0.0015 + _CAP_M[one.hair_style] * smoothstep(0.0, 0.03, inside)
    if one.hair_style == "curly":
        phase = rng.random(3) * 6.28
        depth = depth * (1.0 + 0.16 * np.sin(piece.points * 90.0 + phase).sum(1))
    raised = piece.moved_to(piece.points + piece.normals * depth[:, None])
    soft = smoothed(raised, 3, held)
    # Smoothing draws a vault inwards; what it took is given back.
    sunk = ((raised.points - soft.points) * soft.normals).sum(1)
    shell = soft.moved_to(soft.points + soft.normals * np.maximum(sunk, 0.0)[:, None])
    return shell, hemmed(shell, edges, piece.points - piece.normals * 0.003)


def _afro(skin: Hide, eye_z_m: float, rng: np.random.Generator) -> Hide:
    """A round, curly cloud about the skull, out of which the face looks."""
    head = skin.points[share(skin, "head") > 0.9]
    wide = np.ptp(head[:, 0]) / 2.0
    ball = shapes.sphere(52, 34)
    way = ball.points.astype(float)
    curls = np.sin(way * 21.0 + rng.random(3) * 6.28).sum(1) + np.sin(way[:, (1, 2, 0)] * 33.0 + 1.0).sum(1)
    radius = np.array([wide + 0.040, 0.128, 0.118]) * (1.0 + 0.012 * curls)[:, None]
    points = way * radius + (0.0, 0.030, eye_z_m + 0.058)
    return Hide(points, smooth_normals(points, ball.faces), hung(points), ball.faces)


def _ground(skin: Hide, vault: Hide) -> Hide:
    """What locks lie on: hair on the head, and neck and shoulders as high as clothes."""
    near = (skin.points[:, 2] > 1.05) & (share(skin, "forearm") < 0.3) & (share(skin, "head") < 0.9)
    points = np.concatenate([vault.points, skin.points[near] + skin.normals[near] * 0.022])
    normals = np.concatenate([vault.normals, skin.normals[near]])
    return Hide(points, normals, np.concatenate([vault.weights, skin.weights[near]]), skin.faces[:0])


def _part_ways(points: np.ndarray, crown: np.ndarray, part_x_m: float) -> np.ndarray:
    """Away from the whorl at the crown and to either side of the parting."""
    away = points - crown
    sideways = np.sign(points[:, 0] - part_x_m) * (0.4 + 4.0 * np.abs(points[:, 0] - part_x_m))
    away[:, 0] = 0.3 * away[:, 0] + 0.06 * sideways
    away[:, 2] = np.minimum(away[:, 2], 0.0)
    return away


def _roots(scalp: Hide, count: int, rng: np.random.Generator) -> np.ndarray:
    """Which points of the scalp locks grow from, spread evenly: each next one far from those before."""
    chosen = [int(rng.integers(len(scalp.points)))]
    distance = np.full(len(scalp.points), np.inf)
    for _ in range(min(count, len(scalp.points)) - 1):
        distance = np.minimum(distance, np.linalg.norm(scalp.points - scalp.points[chosen[-1]], axis=1))
        chosen.append(int(np.argmax(distance)))
    return np.array(chosen)


def _loose(scalp: Hide, ground: Hide, eye_z_m: float, style: str, rng: np.random.Generator) -> list[Hide]:
    count, flow = _FLOWS[style]
    roots = _roots(scalp, count, rng)
    if style == "curly":
        # The cap alone covers the very front: what grew there would fall before the eyes.
        roots = roots[(scalp.points[roots, 1] > -0.055) | (np.abs(scalp.points[roots, 0]) > 0.035)]
    points = scalp.points[roots]
    crown = np.array([0.0, 0.055, float(scalp.points[:, 2].max()) - 0.005])
    side = float(rng.choice((-1.0, 1.0)))
    part_x_m = 0.026 * side if style in _PARTED else float(rng.uniform(-0.025, 0.025))
    ways = normalized(_part_ways(points, crown, part_x_m))
    front = smoothstep(-0.03, -0.09, points[:, 1])[:, None]
    if style in ("short", "beard"):
        # Short hair is brushed forwards and to one side at the brow, down elsewhere.
        front = front * smoothstep(0.055, 0.085, points[:, 2] - eye_z_m)[:, None]
        aside = np.tile([0.6 * side, -0.5, 0.12], (len(points), 1))
    else:
        # Other hair leaves the face free: at the brow it goes sideways from the parting, and back.
        away = np.sign(points[:, 0] - (part_x_m if style in _PARTED else 0.0))
        up = 0.10 if style in _PARTED else -0.10
        aside = np.stack([away, np.full(len(points), 0.75), np.full(len(points), up)], 1)
    ways = ways * (1 - front) + aside * front
    # What grows low on the head is cut as level as what grows high.
    ends_m = ENDS_M.get(style, _SHORT_ENDS_M) + (_FRINGE_M - _SHORT_ENDS_M) * front[:, 0] * (
        style in _BRUSHED
    )
    fall = points[:, 2] - eye_z_m - ends_m
    share_of_fall = 1.12 if style in ENDS_M else 0.8
    lengths = None if style == "curly" else np.clip(share_of_fall * fall, 0.018, flow.length_m)
    return [grown(points + scalp.normals[roots] * 0.002, ways, ground, flow, rng, lengths)]


def _gathered(
    scalp: Hide, cap: Hide, ground: Hide, eye_z_m: float, style: str, rng: np.random.Generator
) -> list[Hide]:
    """Hair drawn back to a knot, and what hangs from it."""
    back = float(cap.points[:, 1].max())
    knot = np.array([0.0, back + 0.004, eye_z_m + (0.055 if style != "braids" else -0.05)])
    roots = _roots(scalp, 70, rng)
    if style == "braids":
        roots = roots[(scalp.points[roots, 1] > -0.055) | (np.abs(scalp.points[roots, 0]) > 0.035)]
    points = scalp.points[roots]
    towards = knot - points
    if style == "braids":
        towards = np.stack(
            [np.sign(points[:, 0]) * 0.08, 0.06 - points[:, 1], -0.05 - 0.3 * (points[:, 2] - eye_z_m)], 1
        )
    flow = Flow(0.13, 0.0, 0.009, 0.0110, steps=7)
    combed = grown(points + scalp.normals[roots] * 0.002, towards, ground, flow, rng)
    if style == "bun":
        angle, rise = np.linspace(0, 2 * np.pi, 15), 0.028
        ring = np.stack([np.cos(angle) * rise, np.full(15, 0.016), np.sin(angle) * rise], 1) + knot
        core = tube(ring, np.full(15, 0.024), 8)
        return [
            combed,
            core,
            tube(knot + np.array([(0.0, -0.01, 0.0), (0.0, 0.034, 0.0)]), np.array([0.03, 0.012]), 8),
        ]
    if style == "ponytail":
        share = np.linspace(0.0, 1.0, 12)
        fall = np.stack(
            [
                0.01 * np.sin(3 * share),
                0.050 * np.sin(np.pi * np.minimum(share * 1.6, 1.0) * 0.75),
                0.02 - 0.30 * share**1.15,
            ],
            1,
        )
        tail = tube(knot + fall, 0.006 + 0.026 * np.sin(np.pi * np.clip(0.18 + 0.80 * share, 0, 1)), 10)
        strands = Flow(0.27, 0.75, 0.006, 0.011, steps=10)
        starts = knot + rng.normal(0, 0.010, (16, 3)) + (0, 0.025, 0)
        return [
            combed,
            tail,
            grown(
                starts, np.tile([0.0, 0.7, 0.1], (16, 1)) + rng.normal(0, 0.2, (16, 3)), tail, strands, rng
            ),
        ]
    chest = ground.points[(np.abs(np.abs(ground.points[:, 0]) - 0.10) < 0.035) & (ground.points[:, 2] < 1.36)]
    chest_y_m = float(chest[:, 1].min()) - 0.022
    braids = []
    for side in (-1.0, 1.0):
        share = np.linspace(0.0, 1.0, 34)[:, None]
        start = np.array([side * 0.062, 0.035, eye_z_m - 0.072])
        middle, end = (
            np.array([side * 0.112, min(chest_y_m, -0.05), 1.42]),
            np.array([side * 0.100, chest_y_m, 1.20]),
        )
        path = start * (1 - share) ** 2 + 2 * middle * share * (1 - share) + end * share**2
        braids.append(
            tube(path, np.full(34, 0.0165) * (1.0 - 0.55 * smoothstep(0.8, 1.0, share[:, 0])), 9, bumps=8)
        )
    return [combed, *braids]
