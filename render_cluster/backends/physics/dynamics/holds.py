"""Hands that close on things: bonds between a performer's bone and a body, made and undone while time runs."""

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.rotation import conjugate, multiply

BONDS_COUNT_MAX = 4

_THING = 1
_DRAW_MPS = 0.7


def add_bonds(spec: mujoco.MjSpec, bones: dict[str, str]) -> None:
    """Adds open bonds: `bones` maps each performer to one of its bodies, where a bond waits to be used."""
    for performer, bone in bones.items():
        for index in range(BONDS_COUNT_MAX):
            bond = spec.add_equality(
                name=f"{performer}#{index}",
                type=mujoco.mjtEq.mjEQ_WELD,
                objtype=mujoco.mjtObj.mjOBJ_BODY,
                name1=bone,
                active=False,
            )
            # A grip gives a little: what is held may be pressed against the ground by the arm that holds it.
            bond.solref = [0.012, 1.0]
            bond.solimp = [0.95, 0.99, 0.001, 0.5, 2.0]


class Holds:
    """Who holds what; a held thing passes through its holder, or it would jam between the arms that swing it.

    Collision classes: things are bit 0, performer i bit 1 + 2 i, what it holds bit 2 + 2 i.
    """

    def __init__(self, model: mujoco.MjModel, geoms: dict[str, list[int]]) -> None:
        """`geoms` lists the geoms of each performer; those that touch nothing stay so."""
        self._model = model
        self._order = list(geoms)
        self._held: dict[tuple[str, int], int] = {}
        self._palms: dict[int, np.ndarray] = {}
        everything = (1 << (1 + 2 * len(self._order))) - 1
        solid = (model.geom_contype != 0) | (model.geom_conaffinity != 0)
        model.geom_contype[solid] = _THING
        model.geom_conaffinity[solid] = everything
        for index, name in enumerate(self._order):
            own = [geom for geom in geoms[name] if solid[geom]]
            model.geom_contype[own] = 2 << (2 * index)
            model.geom_conaffinity[own] = everything & ~(6 << (2 * index))
        self._everything = everything
        self._closes = True

    def part(self, from_things: bool) -> None:
        """Lets performers pass through each other, and `from_things` through all but ground and walls.

        Whoever passes through things does not hold them either.
        """
        self._closes = not from_things
        model = self._model
        performers = sum(2 << (2 * index) for index in range(len(self._order)))
        own = (model.geom_contype & performers) != 0
        model.geom_conaffinity[own] &= 0 if from_things else ~performers
        if from_things:
            self._everything &= ~performers
            model.geom_conaffinity[~own & (model.geom_bodyid != 0)] &= self._everything

    def grip(
        self, data: mujoco.MjData, performer: str, bone: int, body: int, palm_m: np.ndarray | None
    ) -> None:
        """Bonds a body to a bone where both now are, to be drawn to `palm_m` in the bone's frame.

        RuntimeError where all bonds are taken.
        """
        if not self._closes or any(
            held == body for (holder, _), held in self._held.items() if holder == performer
        ):
            return
        bond = self._free(performer)
        model = self._model
        model.eq_obj1id[bond], model.eq_obj2id[bond] = bone, body
        turn = data.xmat[bone].reshape(3, 3).T
        # A weld's data: anchor in the held body, its place and turn in the bone, the torque's scale.
        model.eq_data[bond, :3] = 0.0
        model.eq_data[bond, 3:6] = turn @ (data.xpos[body] - data.xpos[bone])
        model.eq_data[bond, 6:10] = multiply(conjugate(data.xquat[bone]), data.xquat[body])
        model.eq_data[bond, 10] = 1.0
        data.eq_active[bond] = 1
        self._held[performer, bond] = body
        if palm_m is not None:
            self._palms[bond] = palm_m
        index = self._order.index(performer)
        self._class(body, 4 << (2 * index), self._everything & ~(2 << (2 * index)))

    def draw(self, step_s: float) -> None:
        """Draws what was gripped from afar a little further into the palm."""
        for bond, palm in list(self._palms.items()):
            place = self._model.eq_data[bond, 3:6]
            way = palm - place
            far = float(np.linalg.norm(way))
            place += way * min(1.0, _DRAW_MPS * step_s / max(far, 1e-9))
            if far < _DRAW_MPS * step_s:
                del self._palms[bond]

    def let_go(self, data: mujoco.MjData, performer: str, body: int | None = None) -> None:
        """Opens a performer's hold of a body, of all bodies where none is named."""
        for key in [key for key, held in self._held.items() if key[0] == performer and body in (None, held)]:
            data.eq_active[key[1]] = 0
            self._palms.pop(key[1], None)
            held = self._held.pop(key)
            self._class(held, _THING, self._everything)

    def is_held(self, body: int) -> bool:
        """Whether anybody holds a body."""
        return body in self._held.values()

    def held_by(self, performer: str) -> tuple[int, ...]:
        """The bodies that a performer holds now."""
        return tuple(held for (holder, _), held in self._held.items() if holder == performer)

    def _free(self, performer: str) -> int:
        for index in range(BONDS_COUNT_MAX):
            bond = self._model.equality(f"{performer}#{index}").id
            if (performer, bond) not in self._held:
                return bond
        raise RuntimeError(f"{performer} holds {BONDS_COUNT_MAX} things already")

    def _class(self, body: int, contype: int, conaffinity: int) -> None:
        first = self._model.body_geomadr[body]
        geoms = np.arange(first, first + self._model.body_geomnum[body])
        solid = geoms[(self._model.geom_contype[geoms] != 0) | (self._model.geom_conaffinity[geoms] != 0)]
        self._model.geom_contype[solid] = contype
        self._model.geom_conaffinity[solid] = conaffinity
