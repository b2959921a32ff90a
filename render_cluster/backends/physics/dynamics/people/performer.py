"""A person in the world: from moves to postures, from postures to torques, until balance is lost."""

import math
from typing import TYPE_CHECKING

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.people import frames, placing, routing, showing, stances
from render_cluster.backends.physics.dynamics.people.actor import Actor
from render_cluster.backends.physics.dynamics.people.build import add_person
from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.muscles import Assist
from render_cluster.backends.physics.dynamics.people.posture import (
    STANDING,
    Posture,
    ease,
    limited,
    mirrored,
    mixed,
)
from render_cluster.backends.physics.dynamics.people.traveller import (
    Going,
)
from render_cluster.backends.physics.dynamics.people.trial import Trial
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import BONES

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_TICK_STEPS = 4
_BLEND_S = 0.35
_SETTLE_S = {"sit": 0.9, "lie": 1.3, "kneel": 1.1, "crouch": 0.5, "ride": 0.6, "swim": 0.8}
_LOST_RAD = 1.0
_LOST_HEIGHT = 0.55
_LOST_M = 0.42
_SHOVE_S = 0.2
_UNDER_S = 0.9
_AT_ONCE_S = 0.05
# What is in the hand of someone who soon uses it was there before the shot began.
_READY_S = 1.5
_ALARM_RISE_PS, _ALARM_DECAY_PS = 14.0, 1.6


class PersonPerformer:
    """One person of a scene; `trial` holds the causes drawn for this attempt."""

    def __init__(self, person: Person, trial: Trial) -> None:
        self.name = person.name
        self.person = person
        self.materials: dict[str, str] = {f"{person.name}.{bone.name}": "flesh" for bone in BONES}
        self.trial = trial
        self.lost_s: float | None = None
        self._actor = Actor(person, trial)
        self._planned_s = 0.0
        self._left = STANDING
        self._changed_s = -10.0
        self._blend_s = _BLEND_S
        self._ticks = 0
        self._steer_j = 0.0
        self._alarm = 0.0

    def add_to(self, spec: mujoco.MjSpec) -> None:
        """Adds the body, standing at its place."""
        one = self._actor
        turn = np.array([math.cos(one.person.yaw_rad / 2), 0.0, 0.0, math.sin(one.person.yaw_rad / 2)])
        self.materials = add_person(
            spec,
            self.name,
            one.scale,
            one.person.weight,
            np.array(one.person.position_m),
            turn,
        )

    def begin(self, world: "World") -> None:
        """Takes the first posture at once: whoever sits at the start has sat down before."""
        actor = self._actor
        actor.wake(world)
        self._spine = world.id_of(f"{self.name}.spine")
        for errand in actor.errands:
            if errand.move.from_s <= _AT_ONCE_S:
                showing.start_there(actor, world, errand)
        actor.set_down()
        self._blend_s = 0.0
        self._plan(world, 0.0)
        self._stand_as_planned(world)
        for errand in actor.errands:
            if errand.move.from_s <= _READY_S:
                actor.hands.fill(world, errand.move)
        self._bond(world)

    def act(self, world: "World") -> None:
        """Tracks what is planned; plans anew every few steps."""
        one = self._actor
        one.now_s = world.time_s
        self._surface_again(world)
        if self.lost_s is None and self._ticks % _TICK_STEPS == 0:
            self._plan(world, _TICK_STEPS * world.step_s)
            self._see_balance(world)
        self._ticks += 1
        one.muscles.pull(world)
        if self.lost_s is None:
            self._pull_root(world)
        self._shove(world)

    def skins(self, world: "World") -> np.ndarray:
        """Skin matrices (bones, 4, 4): uniform scale, then each bone's turn and place."""
        bodies = [world.id_of(f"{self.name}.{bone.name}") for bone in BONES]
        rest = np.array([bone.head for bone in BONES])
        matrices = np.tile(np.eye(4), (len(BONES), 1, 1))
        turns = world.data.xmat[bodies].reshape(-1, 3, 3) * self._actor.scale
        matrices[:, :3, :3] = turns
        matrices[:, :3, 3] = world.data.xpos[bodies] - np.einsum("bij,bj->bi", turns, rest)
        return matrices

    def outcome(self) -> str:
        """How it ended for this person."""
        return self.trial.judge(self.lost_s is not None or self._actor.overboard)

    @property
    def failed(self) -> bool:
        """Whether it is already sure that this attempt ends in another way than was wished for."""
        return self.trial.wishes == {"recovers"} and self.outcome() == "falls"

    def work_j(self) -> float:
        """What muscles, hands and assist have put in."""
        one = self._actor
        return one.muscles.work_j + one.hands.work_j + self.trial.work_j + self._steer_j

    def _plan(self, world: "World", dt_s: float) -> None:
        one = self._actor
        now = self._planned_s = one.now_s
        legs = one.legs()
        on = [errand for errand in one.errands if errand.on(now)]
        lead = legs or next(
            (errand for errand in reversed(on) if errand.move.thing or errand.move.toward_m), None
        )
        going = routing.going(one, world, lead)
        for errand in on:
            errand.begin_if_there(now, dt_s, one.traveller, going if errand is lead else Going())
        self._travel(world, dt_s, going)
        kind = legs.verb if legs is not None and legs.began_s is not None else "stand"
        if kind != one.kind:
            self._left, self._changed_s = one.posture, now
            slow = max(_SETTLE_S.get(kind, _BLEND_S), _SETTLE_S.get(one.kind, _BLEND_S))
            self._blend_s = slow if one.kind else 0.0
            one.kind = kind
        posture = showing.legs_posture(one, world, legs if kind != "stand" else None)
        for errand in on:
            posture = showing.on_top(one, world, errand, posture)
        posture = self._startled(world, dt_s, posture)
        share = 1.0 if self._blend_s <= 0.0 else ease((now - self._changed_s) / self._blend_s)
        shown = mixed(self._left, posture, share)
        if dt_s > 0.0 and kind != "jump":
            shown = limited(one.posture, shown, dt_s)
        one.posture = shown
        if dt_s > 0.0:
            self._bond(world)
        placing.place(one, world, dt_s)

    def _bond(self, world: "World") -> None:
        """Whoever has come to sit on a mount holds on to it."""
        if self._now_settled():
            showing.bond(self._actor, world)

    def _now_settled(self) -> bool:
        return self._actor.now_s - self._changed_s >= self._blend_s - 1e-6

    def _travel(self, world: "World", dt_s: float, going: Going) -> None:
        one = self._actor
        if one.mount is not None:
            place = one.mount.place_m(world)
            one.traveller.place_m, one.traveller.yaw_rad = (
                place[:2].copy(),
                one.mount.yaw_rad(world),
            )
            one.traveller.velocity_mps = world.velocity(one.mount.body)[:2].copy()
            return
        if dt_s == 0.0:
            return
        legs = one.legs()
        about = None if legs is None else legs.move.thing
        one.traveller.go(dt_s, going, routing.obstacles(one, world, about))
        if one.kind not in ("sit", "lie", "kneel"):
            actual = world.data.xpos[one.muscles.pelvis][:2]
            one.traveller.give_way(dt_s, actual - one.shift()[:2] - one.centre_m)

    def _startled(self, world: "World", dt_s: float, posture: Posture) -> Posture:
        """Whoever loses their footing throws up their arms and bows into the fall."""
        one = self._actor
        off = world.data.xpos[one.muscles.pelvis][:2] - one.aim.place_m[:2] if dt_s > 0.0 else np.zeros(2)
        fright = min(1.0, max(0.0, 6.0 * float(math.hypot(*off)) / one.scale - 0.35))
        if one.bonded or one.flight is not None or (posture.free > 0.5 and one.mount is None):
            fright = 0.0
        rate = _ALARM_RISE_PS if fright > self._alarm else _ALARM_DECAY_PS
        self._alarm += (fright - self._alarm) * min(1.0, rate * dt_s)
        ahead = float(off @ one.traveller.ahead)
        return mixed(posture, stances.startled(one.now_s, ahead, posture), 0.9 * self._alarm)

    def _stand_as_planned(self, world: "World") -> None:
        """Puts the body into the planned posture, moving as its mount does."""
        one = self._actor
        root = world.model.joint(f"{self.name}.pelvis")
        start, dof = int(root.qposadr[0]), int(root.dofadr[0])
        world.data.qpos[start : start + 3] = one.aim.place_m
        world.data.qpos[start + 3 : start + 7] = one.aim.turn
        one.muscles.take(world, self.name)
        if one.mount is not None:
            world.data.qvel[dof : dof + 3] = world.velocity(one.mount.body)[:3]
        world.refresh()

    def _pull_root(self, world: "World") -> None:
        one = self._actor
        bounds = one.bounds
        if one.bonded and one.mount is not None:
            self._steer_j += world.step_s * one.mount.steer(world, 1.0, one.muscles.mass_kg)
            bounds = Assist(0.0, 0.0, 0.0)
        # Between plans the aim goes on, or it would lag behind and brake.
        ahead_s = one.now_s - self._planned_s
        aim = one.aim._replace(place_m=one.aim.place_m + one.aim.velocity_mps * ahead_s)
        pulled_n = one.muscles.assist(world, aim, bounds, one.lift)
        if one.mount is not None and one.mount.stood:
            # Balance on a deck is the rider's own: what steadies them pushes the deck the other way.
            self._steer_j += world.step_s * one.mount.push(world, -pulled_n * (1.0, 1.0, 0.0))

    def _shove(self, world: "World") -> None:
        one = self._actor
        for shove in self.trial.shoves:
            if shove.from_s <= one.now_s < shove.from_s + _SHOVE_S:
                yaw = one.traveller.yaw_rad
                x, y = shove.force_n
                force = np.array(
                    [math.cos(yaw) * x - math.sin(yaw) * y, math.sin(yaw) * x + math.cos(yaw) * y, 0.0]
                )
                world.data.xfrc_applied[self._spine, :3] += force
                self.trial.work_j += world.step_s * float(force @ world.velocity(f"{self.name}.spine")[:3])

    def _see_balance(self, world: "World") -> None:
        """Balance is lost for good where the body is too far from where it is meant to be."""
        one = self._actor
        data, pelvis = world.data, one.muscles.pelvis
        place = data.xpos[pelvis]
        meant = frames.matrix(one.aim.turn)[:, 2]
        tilt = math.acos(max(-1.0, min(1.0, float(data.xmat[pelvis].reshape(3, 3)[:, 2] @ meant))))
        low = (place[2] - one.base_m) < _LOST_HEIGHT * (one.aim.place_m[2] - one.base_m)
        astray = math.hypot(*(place[:2] - one.aim.place_m[:2])) > _LOST_M * one.scale
        settling = one.now_s - self._changed_s < self._blend_s + 0.3
        self.trial.see(math.acos(max(-1.0, min(1.0, float(data.xmat[self._spine][8])))), one.now_s)
        if one.bonded or one.overboard or one.kind == "lie" or (settling and one.posture.free > 0.0):
            return
        standing = one.posture.free < 0.5
        if tilt > _LOST_RAD or astray or (standing and low and one.flight is None):
            self._lose(world)

    def _surface_again(self, world: "World") -> None:
        """Whoever fell into deep water comes up and treads it."""
        one = self._actor
        if self.lost_s is None or world.water is None or one.now_s - self.lost_s < _UNDER_S:
            return
        self.lost_s, one.overboard, one.wet, one.ground_m = None, True, True, 0.0
        one.muscles.tighten(world)
        one.traveller.place_m = world.data.xpos[one.muscles.pelvis][:2].copy()
        one.traveller.velocity_mps = np.zeros(2)
        one.posture = stances.treading(Cue(one.now_s, 9.0, 1.0, self.trial.chance))
        one.kind, self._left, self._blend_s = "", one.posture, 0.0

    def _lose(self, world: "World") -> None:
        one = self._actor
        self.lost_s = one.now_s
        one.hands.drop_all(world)
        showing.dismount(one, world)
        brace = one.posture._replace(
            wrists_m=mirrored(0.30, -0.42, 1.36), elbows=mirrored(1.0, 0.4, -0.5), bow_rad=0.35, nod_rad=0.2
        )
        knees = one.step._replace(ankles_m=one.step.ankles_m + np.array([0.0, 0.0, 0.12 * one.scale]))
        one.muscles.aim(
            frames.joints(brace, one.aim.place_m, one.aim.turn, knees, one.scale),
            _TICK_STEPS * world.step_s,
        )
        one.muscles.slacken(world)
