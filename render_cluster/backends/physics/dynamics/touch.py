"""What a contact does: how much a pair of materials gives back, holds and brakes; wheels roll one way."""

import math

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.materials import surface
from render_cluster.backends.physics.dynamics.rotation import cross

_REST_TIMECONST_S = 0.012
_IMPEDANCE = (0.98, 0.999, 0.001, 0.5, 2.0)
_BOUNCE_MIN_MPS = 0.15
_SPIN_FRICTION_M = 0.004
_WHEEL_ROLLS = 0.012
_UPRIGHT_SHARE = 0.3
_LEAST = 1e-5
_EDGED = 0.5
_PARTING_MPS = 1.0
# How deep a contact may be before its spring parts the two faster than that.
_DEEP_M = 2.0 * _REST_TIMECONST_S * _PARTING_MPS


class Touch:
    """Friction and bounce of every pair of geoms, given to contacts as they come up.

    MuJoCo mixes friction by the larger and knows no coefficient of restitution. Here a pair's friction is the
    geometric mean and its restitution the product of both sides. A contact that closes at v is asked to part
    at e v within one step (Newton's impact law), which a stiff constraint then does for any step length.
    """

    def __init__(
        self, model: mujoco.MjModel, materials: list[str], wheeled: dict[int, int], alive: list[int]
    ) -> None:
        """`materials` by geom; those in `alive` are of someone, who gives with a blow.

        `wheeled` maps geoms that roll along their body's y axis to that body.
        """
        self._model = model
        sides = [surface(material) for material in materials]
        bounce, slide, roll = (np.array([side[i] for side in sides]) for i in range(3))
        bounce[alive] = 0.0
        # Corners and edges crush a little: only what is round gives all back that its matter can.
        edged = np.isin(model.geom_type, (mujoco.mjtGeom.mjGEOM_BOX, mujoco.mjtGeom.mjGEOM_CYLINDER))
        free = model.body_weldid[model.geom_bodyid] != 0
        bounce[edged & free] *= _EDGED
        self._bounce = np.outer(bounce, bounce)
        self._slide = np.maximum(np.sqrt(np.outer(slide, slide)), _LEAST)
        self._roll = np.maximum(np.maximum.outer(roll, roll), _LEAST)
        self._wheels = np.full(model.ngeom, -1)
        for geom, body in wheeled.items():
            self._wheels[geom] = body
        self._has_wheels = bool(wheeled)
        self._gravity_mps2 = float(np.linalg.norm(model.opt.gravity))
        model.geom_solref[:] = (_REST_TIMECONST_S, 1.0)
        model.geom_solimp[:] = _IMPEDANCE
        self._step_s = float(model.opt.timestep)

    def rub(self, data: mujoco.MjData) -> None:
        """Sets the friction of the contacts just found; before the constraints are made of them."""
        contact = data.contact
        first, second = contact.geom[:, 0], contact.geom[:, 1]
        slide = self._slide[first, second]
        friction = contact.friction
        friction[:, 0] = friction[:, 1] = slide
        friction[:, 2] = slide * _SPIN_FRICTION_M + _LEAST
        friction[:, 3] = friction[:, 4] = self._roll[first, second]
        if self._has_wheels:
            self._roll_wheels(data, first, second)

    def bounce(self, data: mujoco.MjData) -> None:
        """Asks contacts that close fast to part again; after the velocities are known.

        A step finds a body a little inside the other: what it fell since the true impact is given back, so
        that it rises to e^2 h whatever the step.
        """
        contact = data.contact
        rows = contact.efc_address
        self._part_gently(data, rows[(rows >= 0) & (contact.dist < -_DEEP_M)])
        closing = np.where(rows >= 0, -data.efc_vel[np.maximum(rows, 0)], 0.0)
        threshold = _BOUNCE_MIN_MPS + 3.0 * self._gravity_mps2 * self._step_s
        restitutions = self._bounce[contact.geom[:, 0], contact.geom[:, 1]]
        for index in np.flatnonzero((closing > threshold) & (restitutions > 0.0)):
            speed, restitution = float(closing[index]), float(restitutions[index])
            level = abs(float(contact.frame[index][2]))
            fallen = 2.0 * self._gravity_mps2 * level * max(0.0, -float(contact.dist[index]))
            # Only what gravity gave: never more than the approach itself.
            fallen = min(fallen, 0.5 * speed * speed)
            part = math.sqrt(restitution**2 * (speed * speed - fallen) + fallen)
            data.efc_aref[rows[index]] = (speed + part) / self._step_s

    def _part_gently(self, data: mujoco.MjData, rows: np.ndarray) -> None:
        """What begins inside something else is let out of it, not shot out.

        A contact's acceleration is -b v - k d r; only the first _DEEP_M of the depth r push.
        """
        if len(rows):
            stiffness, impedance = data.efc_KBIP[rows, 0], data.efc_KBIP[rows, 2]
            data.efc_aref[rows] += stiffness * impedance * (data.efc_pos[rows] + _DEEP_M)

    def _roll_wheels(self, data: mujoco.MjData, first: np.ndarray, second: np.ndarray) -> None:
        """Turns the contact's first tangent along the vehicle and lets it roll that way."""
        contact = data.contact
        bodies = np.maximum(self._wheels[first], self._wheels[second])
        normals = contact.frame[:, :3]
        ahead = data.xmat[bodies].reshape(-1, 3, 3)[:, :, 1]
        along = ahead - normals * np.einsum("ij,ij->i", ahead, normals)[:, None]
        size = np.sqrt(np.einsum("ij,ij->i", along, along))
        rolling = np.flatnonzero((bodies >= 0) & (size > _UPRIGHT_SHARE))
        if not len(rolling):
            return
        along = along[rolling] / size[rolling, None]
        contact.frame[rolling, 3:6] = along
        contact.frame[rolling, 6:9] = cross(normals[rolling], along)
        contact.friction[rolling, 0] = _WHEEL_ROLLS
