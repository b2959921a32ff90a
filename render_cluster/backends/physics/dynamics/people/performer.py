"""A person in the world: from moves to postures, from postures to torques, until balance is lost."""

import math
from typing import TYPE_CHECKING

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.people import frames, gestures, handling, stances
from render_cluster.backends.physics.dynamics.people.build import add_person, reach
from render_cluster.backends.physics.dynamics.people.errand import LEGS, RUN_UP_M, Errand, target_m
from render_cluster.backends.physics.dynamics.people.feet import Feet, Step
from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.leap import CROUCH_S, Flight, Leap
from render_cluster.backends.physics.dynamics.people.mount import Mount, mount_of
from render_cluster.backends.physics.dynamics.people.muscles import Aim, Assist, Muscles
from render_cluster.backends.physics.dynamics.people.posture import (
    ANKLE_M,
    SIDES,
    STAND_M,
    STANDING,
    Posture,
    ease,
    limited,
    mirrored,
    mixed,
)
from render_cluster.backends.physics.dynamics.people.traveller import (
    Going,
    Obstacle,
    Traveller,
    heading_to,
    wrapped,
)
from render_cluster.backends.physics.dynamics.people.trial import Trial
from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import BONES, REST_HEIGHT_M

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_TICK_STEPS = 4
_BLEND_S = 0.35
_SETTLE_S = {"sit": 0.9, "lie": 1.3, "kneel": 0.8, "crouch": 0.5, "ride": 0.6, "swim": 0.8}
_LOST_RAD = 1.0
_LOST_HEIGHT = 0.55
_LOST_M = 0.42
_SHOVE_S = 0.2
_REEL_S = 0.45
_REELING = 0.35
_SENT_S = 0.06
_REFERENCE_KG = 72.0
# What is in the hand of someone who soon uses it was there before the shot began.
_READY_S = 1.5
_LOW_M = 0.85
_UNDER_S = 0.9
_SWIMS_OVER_M = 0.2
_BEFORE_SEAT_M = 0.3
# From the back of the pelvis to the hollow of the knee.
_THIGH_M = 0.36
# How far legs reach for footprints from where the pelvis truly is; the rest of its error they resist.
_GIVE = 0.4
_ALARM_RISE_PS, _ALARM_DECAY_PS = 14.0, 1.6
_CENTRING_PS = 5.0

_CENTRING_MAX_M = 0.14


class PersonPerformer:
    """One person of a scene; `trial` holds the causes drawn for this attempt."""

    def __init__(self, person: Person, trial: Trial) -> None:
        self.name = person.name
        self.person = person
        self.scale = person.height_m / REST_HEIGHT_M
        self.materials: dict[str, str] = {f"{person.name}.{bone.name}": "flesh" for bone in BONES}
        self.trial = trial
        self.held: set[str] = set()
        self.hands = handling.Hands(self, self.trial.aside_m)
        self.errands = [Errand(move) for move in person.moves]
        self.traveller = Traveller(np.array(person.position_m[:2]), person.yaw_rad)
        self.ground_m = person.position_m[2]
        self.lost_s: float | None = None
        self._now_s = self._planned_s = 0.0
        self._posture = STANDING
        self._left = STANDING
        self._changed_s = -10.0
        self._blend_s = _BLEND_S
        self._kind = ""
        self._mount: Mount | None = None
        self._bonded = False
        self._leap: Leap | None = None
        self._ticks = 0
        self._steer_j = 0.0
        self._alarm = 0.0
        self._overboard = False
        self._centre_m = np.zeros(2)

    def add_to(self, spec: mujoco.MjSpec) -> None:
        """Adds the body, standing at its place."""
        turn = np.array([math.cos(self.person.yaw_rad / 2), 0.0, 0.0, math.sin(self.person.yaw_rad / 2)])
        self.materials = add_person(
            spec, self.name, self.scale, self.person.weight, np.array(self.person.position_m), turn
        )

    def begin(self, world: "World") -> None:
        """Takes the first posture at once: whoever sits at the start has sat down before."""
        self.muscles = Muscles(world, self.name, self.scale)
        self._spine = world.id_of(f"{self.name}.spine")
        self._soles = [world.id_of(f"{self.name}.foot_{side}") for side in SIDES]
        self._wet = world.water is not None and self.ground_m <= 0.05
        self._trackers()
        for errand in self.errands:
            if errand.move.from_s <= 0.05:
                self._start_there(world, errand)
        self.feet = Feet(self.scale, self.traveller.place_m, self.traveller.yaw_rad, self.ground_m)
        # A little way in, so that breaths and gestures do not all begin at zero.
        self._blend_s = 0.0
        self._plan(world, 0.0)
        self._stand_as_planned(world)
        for errand in self.errands:
            if errand.move.from_s <= _READY_S:
                self.hands.fill(world, errand.move)
        self._bond(world)

    def act(self, world: "World") -> None:
        """Tracks what is planned; plans anew every few steps."""
        self._now_s = world.time_s
        self._surface_again(world)
        if self.lost_s is None and self._ticks % _TICK_STEPS == 0:
            self._plan(world, _TICK_STEPS * world.step_s)
            self._see_balance(world)
        self._ticks += 1
        self.muscles.pull(world)
        if self.lost_s is None:
            self._pull_root(world)
        self._shove(world)

    def skins(self, world: "World") -> np.ndarray:
        """Skin matrices (bones, 4, 4): uniform scale, then each bone's turn and place."""
        bodies = [world.id_of(f"{self.name}.{bone.name}") for bone in BONES]
        rest = np.array([bone.head for bone in BONES])
        matrices = np.tile(np.eye(4), (len(BONES), 1, 1))
        turns = world.data.xmat[bodies].reshape(-1, 3, 3) * self.scale
        matrices[:, :3, :3] = turns
        matrices[:, :3, 3] = world.data.xpos[bodies] - np.einsum("bij,bj->bi", turns, rest)
        return matrices

    def outcome(self) -> str:
        """How it ended for this person."""
        return self.trial.judge(self.lost_s is not None or self._overboard)

    @property
    def failed(self) -> bool:
        """Whether it is already sure that this attempt ends in another way than was wished for."""
        return self.trial.wishes == {"recovers"} and self.outcome() == "falls"

    def work_j(self) -> float:
        """What muscles, hands and assist have put in."""
        return self.muscles.work_j + self.hands.work_j + self.trial.work_j + self._steer_j

    def in_chest(self, world: "World", place_m: np.ndarray) -> np.ndarray:
        """A place of the world in the rest frame of the chest."""
        pose = world.pose(f"{self.name}.spine")
        return (place_m - pose[:3]) @ quaternion_matrix(pose[3:]) / self.scale + np.array(BONES[1].head)

    def forearm_tail(self, world: "World") -> np.ndarray:
        """The right wrist in the world."""
        pose = world.pose(f"{self.name}.forearm_r")
        return pose[:3] + quaternion_matrix(pose[3:]) @ reach("forearm_r") * self.scale

    def _trackers(self) -> None:
        """No move at all is standing."""
        self._aim = Aim(np.zeros(3), np.zeros(3), np.array([1.0, 0.0, 0.0, 0.0]))
        self._bounds = Assist()
        self._lift = 0.0
        self._base_m = self.ground_m
        self._step = Step(np.zeros((2, 3)), np.zeros(2), np.zeros(2))

    def _start_there(self, world: "World", errand: Errand) -> None:
        move = errand.move
        if errand.verb == "sit" and move.thing is not None and move.thing in world.bodies:
            self.traveller = Traveller(*self._seat(world, move.thing))
            errand.began_s = -2.0
        elif errand.verb == "ride" and move.thing is not None:
            self._mount = mount_of(world, move.thing)
            errand.began_s = -2.0
            if self._mount is not None:
                self._ride(world)
                self.traveller = Traveller(self._mount.place_m(world)[:2], self._mount.yaw_rad(world))
        elif errand.verb in ("lie", "kneel", "crouch", "swim", "sit"):
            errand.began_s = -2.0

    def _legs(self) -> Errand | None:
        if self._overboard:
            return None
        on = [errand for errand in self.errands if errand.verb in LEGS and errand.on(self._now_s)]
        return on[-1] if on else None

    def _plan(self, world: "World", dt_s: float) -> None:
        now = self._planned_s = self._now_s
        legs = self._legs()
        on = [errand for errand in self.errands if errand.on(now)]
        lead = legs or next(
            (one for one in reversed(on) if one.move.thing or one.move.toward_m is not None), None
        )
        going = self._going(world, lead)
        for errand in on:
            errand.begin_if_there(now, dt_s, self.traveller, going if errand is lead else Going())
        self._travel(world, dt_s, going)
        kind = legs.verb if legs is not None and legs.began_s is not None else "stand"
        if kind != self._kind:
            self._left, self._changed_s = self._posture, now
            slow = max(_SETTLE_S.get(kind, _BLEND_S), _SETTLE_S.get(self._kind, _BLEND_S))
            self._blend_s = slow if self._kind else 0.0
            self._kind = kind
        posture = self._legs_posture(world, legs if kind != "stand" else None)
        for errand in on:
            posture = self._on_top(world, errand, posture)
        posture = self._startled(world, dt_s, posture)
        share = 1.0 if self._blend_s <= 0.0 else ease((now - self._changed_s) / self._blend_s)
        shown = mixed(self._left, posture, share)
        if dt_s > 0.0 and kind != "jump":
            shown = limited(self._posture, shown, dt_s)
        self._posture = shown
        self._place(world, dt_s)

    def _going(self, world: "World", lead: Errand | None) -> Going:
        if self._mount is not None or (self._flight is not None):
            return Going()
        if lead is None:
            return Going()
        if lead.move.thing in self.held:
            face = (
                None
                if lead.move.toward_m is None
                else heading_to(self.traveller.place_m, np.array(lead.move.toward_m[:2]))
            )
            return Going(face_rad=face)
        if lead.verb in ("sit", "kick") and lead.move.thing not in world.bodies:
            lead.began_s = self._now_s if lead.began_s is None else lead.began_s
            return Going()
        if lead.verb == "sit":
            place, yaw = self._seat(world, str(lead.move.thing))
            front = self._way_round(place, yaw)
            if lead.began_s is None:
                if self.traveller.arrived(front, 0.15) and abs(wrapped(yaw - self.traveller.yaw_rad)) < 0.35:
                    lead.began_s = self._now_s
                return Going(front, face_rad=yaw)
            return Going(place, 0.6, yaw)
        if lead.verb == "kick":
            return self._run_up(world, lead)
        if lead.verb == "swim":
            target = target_m(world, lead.move)
            goal = self.traveller.place_m + 50.0 * self.traveller.ahead if target is None else target[:2]
            return Going(goal, 0.9 * lead.move.speed)
        return lead.going(world, self.traveller, self._radius(world, lead))

    def _way_round(self, seat_m: np.ndarray, yaw_rad: float) -> np.ndarray:
        """In front of a seat; beside it first for someone who comes from behind."""
        ahead = np.array([math.sin(yaw_rad), -math.cos(yaw_rad)])
        aside = np.array([math.cos(yaw_rad), math.sin(yaw_rad)])
        off = self.traveller.place_m - seat_m
        if float(off @ ahead) < _BEFORE_SEAT_M:
            return seat_m + 0.5 * ahead + aside * (0.8 if float(off @ aside) > 0.0 else -0.8)
        return seat_m + 0.42 * self.scale * ahead

    def _run_up(self, world: "World", errand: Errand) -> Going:
        """To behind the ball, in line with where it shall go."""
        assert errand.move.thing is not None
        ball = world.pose(errand.move.thing)[:2]
        if errand.began_s is not None:
            return Going()
        if errand.move.toward_m is not None:
            index = self.errands.index(errand)
            aim = np.array(errand.move.toward_m[:2]) + self.trial.aside_m.get(index, np.zeros(3))[:2]
        else:
            aim = ball + (ball - np.array(self.person.position_m[:2]))
        yaw = heading_to(ball, aim)
        ahead = np.array([math.sin(yaw), -math.cos(yaw)])
        aside = np.array([math.cos(yaw), math.sin(yaw)])
        # The right foot kicks: the ball must lie before it.
        spot = ball - RUN_UP_M * self.scale * ahead + 0.10 * self.scale * aside
        if self.traveller.arrived(spot, 0.07) and abs(wrapped(yaw - self.traveller.yaw_rad)) < 0.12:
            errand.began_s = self._now_s
        return Going(spot, 2.0 * errand.move.speed, yaw)

    def _radius(self, world: "World", errand: Errand) -> float:
        """How far a thing's side is from its middle, on the side that one comes from."""
        thing = errand.move.thing
        if thing is None or thing not in world.bodies:
            return 0.15
        half = np.array(world.bodies[thing].size_m[:2]) / 2.0
        turn = quaternion_matrix(world.pose(thing)[3:])[:2, :2]
        return float(np.abs(turn.T @ self.traveller.ahead) @ half)

    def _travel(self, world: "World", dt_s: float, going: Going) -> None:
        if self._mount is not None:
            before = self.traveller.place_m
            place = self._mount.place_m(world)
            self.traveller.place_m, self.traveller.yaw_rad = place[:2].copy(), self._mount.yaw_rad(world)
            self.traveller.velocity_mps = world.velocity(self._mount.body)[:2].copy()
            del before
            return
        if dt_s == 0.0:
            return
        legs = self._legs()
        about = None if legs is None else legs.move.thing
        self.traveller.go(dt_s, going, self._obstacles(world, about))
        if self._kind not in ("sit", "lie", "kneel"):
            actual = world.data.xpos[self.muscles.pelvis][:2]
            self.traveller.give_way(dt_s, actual - self._shift()[:2] - self._centre_m)

    def _obstacles(self, world: "World", about: str | None) -> list[Obstacle]:
        found = []
        for body in world.bodies.values():
            x, y, z = body.size_m
            if body.name == about or body.name in self.held or not world.shown(body.name):
                continue
            if z < 0.25 or max(x, y) < 0.2 or body.kind in ("ground", "kerb", "ramp"):
                continue
            pose = world.pose(body.name)
            if pose[2] - z / 2.0 < self.ground_m + 1.8 * self.scale:
                found.append(Obstacle(pose[:2], min(0.5 * math.hypot(x, y), 0.5 * max(x, y) + 0.15)))
        for other in world.performers:
            if other.name not in (self.name, about):
                found.append(Obstacle(world.pose(next(iter(other.materials)))[:2], 0.1))
        return found

    def _cue(self, world: "World", errand: Errand) -> Cue:
        aim = target_m(world, errand.move)
        if aim is not None:
            yaw = self.traveller.yaw_rad
            off = aim - (*self.traveller.place_m, self.ground_m)
            cosine, sine = math.cos(yaw), math.sin(yaw)
            aim = (
                np.array([cosine * off[0] + sine * off[1], cosine * off[1] - sine * off[0], off[2]])
                / self.scale
            )
        return Cue(
            errand.since_s(self._now_s),
            errand.move.to_s - self._now_s,
            errand.move.speed,
            self.trial.chance,
            aim,
            self.hands.holds(errand.move.thing),
        )

    def _legs_posture(self, world: "World", errand: Errand | None) -> Posture:
        self._base_m = self.ground_m
        speed = self.traveller.speed_mps
        if errand is None or errand.verb not in ("swim", "ride"):
            self._dismount(world)
        if errand is None or errand.verb != "jump":
            self._leap = None
        if errand is None:
            if self._wet:
                self._base_m = self._surface(world)
                return stances.treading(Cue(self._now_s, 9.0, 1.0, self.trial.chance))
            still = stances.breathing(self._now_s, self.trial.chance)
            if speed < 0.1:
                return still
            return mixed(still, self._going_posture(speed), ease((speed - 0.1) / 0.5))
        cue = self._cue(world, errand)
        if errand.verb == "ride":
            return self._ride_posture(world, errand, cue)
        if errand.verb == "swim":
            self._base_m = self._surface(world)
            return stances.swimming(cue)
        if errand.verb == "sit":
            return stances.sitting(self._seat_height(world, errand.move.thing) / self.scale, cue)
        if errand.verb == "jump":
            return self._jump_posture(world, errand, cue)
        if errand.verb in stances.STANCES:
            return stances.STANCES[errand.verb](cue)
        if errand.verb == "row":
            return stances.sitting(self._seat_height(world, errand.move.thing) / self.scale, cue)
        still = stances.breathing(self._now_s, self.trial.chance)
        return mixed(still, self._going_posture(speed), ease((speed - 0.1) / 0.5))

    def _going_posture(self, speed_mps: float) -> Posture:
        phase = self.feet.phase
        slow = stances.going(phase, min(speed_mps, stances.RUN_FROM_MPS - 0.01), self.scale)
        if speed_mps < stances.RUN_FROM_MPS - 0.3:
            return slow
        fast = stances.going(phase, max(speed_mps, stances.RUN_FROM_MPS + 0.01), self.scale)
        return mixed(slow, fast, ease((speed_mps - stances.RUN_FROM_MPS + 0.3) / 0.6))

    def _on_top(self, world: "World", errand: Errand, posture: Posture) -> Posture:
        """Arms, trunk and head of one errand, and what it does to its thing."""
        move, t = errand.move, errand.since_s(self._now_s)
        there = move.thing in world.bodies
        if errand.verb == "throw" and there:
            return self._throw(world, errand, posture, t)
        if errand.verb == "kick":
            return handling.kicking(t, posture) if errand.began_s is not None else posture
        if errand.began_s is None:
            return posture
        if there and errand.verb in handling.HELD and not self.hands.holds(move.thing):
            if errand.verb == "catch":
                self.hands.catch(world, str(move.thing))
            elif (
                not errand.done
                and not world.bodies[str(move.thing)].fixed
                and errand.verb
                in (
                    "lift",
                    "hold",
                    "eat",
                    "drink",
                    "play",
                )
            ):
                return self.hands.reach_for(world, errand, posture)
        cue = self._cue(world, errand)
        shown = gestures.gesture(errand.verb, cue, posture)
        return mixed(posture, shown, ease(t / 0.35) * ease(cue.left_s / 0.3))

    def _throw(self, world: "World", errand: Errand, posture: Posture, t: float) -> Posture:
        if errand.began_s is None:
            return posture
        if not errand.done and not self.hands.holds(errand.move.thing):
            errand.began_s = self._now_s - 0.0 if errand.began_s == self._now_s else errand.began_s
            shown = self.hands.reach_for(world, errand, posture)
            if self.hands.holds(errand.move.thing):
                errand.began_s = self._now_s
            return shown
        if not errand.done and t >= handling.RELEASE_S:
            self.hands.throw(world, self.errands.index(errand), errand.move)
            errand.done = True
        return handling.throwing(t, posture)

    def _jump_posture(self, world: "World", errand: Errand, cue: Cue) -> Posture:
        if self._leap is None:
            self._leap = Leap(self.scale, world.gravity_mps2, errand.move.speed)
        was = self._flight
        pelvis = f"{self.name}.pelvis"
        height = float(world.pose(pelvis)[2]) - self.ground_m
        rising = float(world.velocity(pelvis)[2])
        t, flight_s = self._leap.go(self._now_s, height, rising, again=cue.left_s > 0.8)
        if was is None and self._flight is not None and errand.move.toward_m is not None:
            way = np.array(errand.move.toward_m[:2]) - self.traveller.place_m
            far = float(math.hypot(*way))
            self.traveller.velocity_mps = way / max(far, 1e-6) * min(far / flight_s, 2.2)
        if was is not None and self._flight is None:
            self.traveller.velocity_mps = np.zeros(2)
            self.feet.replant(self.traveller.place_m, self.traveller.yaw_rad)
        return stances.leaping(t, CROUCH_S, flight_s)

    @property
    def _flight(self) -> Flight | None:
        return None if self._leap is None else self._leap.flight

    def _ride_posture(self, world: "World", errand: Errand, cue: Cue) -> Posture:
        if self._mount is None and errand.move.thing is not None:
            self._mount = mount_of(world, errand.move.thing)
        mount = self._mount
        if mount is None:
            return stances.boarding(cue)
        self._ride(world)
        self._bond(world)
        if mount.stood:
            return stances.paddling(cue) if mount.kind == "paddleboard" else stances.boarding(cue)
        return stances.riding(cue) if mount.pedalled else stances.driving(cue)

    def _ride(self, world: "World") -> None:
        assert self._mount is not None
        self._base_m = float(self._mount.place_m(world)[2])
        if not self._mount.stood:
            self._base_m += 0.10 * self.scale

    def _bond(self, world: "World") -> None:
        if self._mount is None or self._mount.stood or self._bonded:
            return
        # At the very start nobody is in their saddle yet: a bond would keep them where they stood.
        if self._now_s > 0.0 and self._now_s - self._changed_s >= self._blend_s - 1e-6:
            world.grip(self.name, "pelvis", self._mount.body)
            self._bonded = True

    def _dismount(self, world: "World") -> None:
        if self._mount is not None and self._bonded:
            world.let_go(self.name, self._mount.body)
        self._mount, self._bonded = None, False

    def _surface(self, world: "World") -> float:
        if world.water is None:
            # On dry land one swims on the floor.
            return self.ground_m + _SWIMS_OVER_M * self.scale
        x, y = self.traveller.place_m
        level = world.water.height_m(float(x), float(y), world.time_s)
        # Whoever begins deep below swims there.
        return level if self.ground_m > -0.6 else self.ground_m

    def _seat(self, world: "World", thing: str) -> tuple[np.ndarray, float]:
        """Where on the floor one sits down on a thing, and facing where."""
        pose = world.pose(thing)
        front = -quaternion_matrix(pose[3:])[:, 1]
        yaw = math.atan2(front[0], -front[1])
        # Knees over the front edge.
        ahead = max(0.02, 0.5 * world.bodies[thing].size_m[1] - _THIGH_M * self.scale)
        return pose[:2] + ahead * front[:2], yaw

    def _seat_height(self, world: "World", thing: str | None) -> float:
        if thing is None or thing not in world.bodies:
            return 0.0
        return min(0.75 * self.scale, max(0.0, world.top_m(thing) - self.ground_m))

    def _shift(self) -> np.ndarray:
        """The posture's shift of the pelvis, in the world."""
        x, y, z = self._posture.shift_m * self.scale
        yaw = self.traveller.yaw_rad
        return np.array([math.cos(yaw) * x - math.sin(yaw) * y, math.sin(yaw) * x + math.cos(yaw) * y, z])

    def _startled(self, world: "World", dt_s: float, posture: Posture) -> Posture:
        """Whoever loses their footing throws up their arms and bows into the fall."""
        off = world.data.xpos[self.muscles.pelvis][:2] - self._aim.place_m[:2] if dt_s > 0.0 else np.zeros(2)
        fright = min(1.0, max(0.0, 6.0 * float(math.hypot(*off)) / self.scale - 0.35))
        if self._bonded or self._flight is not None or (posture.free > 0.5 and self._mount is None):
            fright = 0.0
        rate = _ALARM_RISE_PS if fright > self._alarm else _ALARM_DECAY_PS
        self._alarm += (fright - self._alarm) * min(1.0, rate * dt_s)
        ahead = float(off @ self.traveller.ahead)
        return mixed(posture, stances.startled(self._now_s, ahead, posture), 0.9 * self._alarm)

    def _place(self, world: "World", dt_s: float) -> None:
        """Turns the posture into an aim for the pelvis and for every joint."""
        posture, traveller = self._posture, self.traveller
        place = np.array([*traveller.place_m, self._base_m + posture.height_m * self.scale]) + self._shift()
        place[:2] += self._centring(world, dt_s)
        bounds = Assist()
        velocity = np.array([*traveller.velocity_mps, 0.0])
        if dt_s > 0.0:
            velocity[2] = float(np.clip((place[2] - self._aim.place_m[2]) / dt_s, -3.0, 3.0))
        self._lift = 0.45
        flight = self._flight
        if flight is not None:
            place[2] = self.ground_m + flight.height_at(self._now_s, world.gravity_mps2)
            velocity[2] = flight.speed_at(self._now_s, world.gravity_mps2)
            # Off the ground a person has nothing to pull on but what sent them up.
            sent = self._now_s - flight.from_s < _SENT_S and velocity[2] > 0.8 * self._leap.rise_mps
            bounds, self._lift = Assist(60.0, 1500.0 if sent else 0.0, 90.0), 0.0
        elif traveller.speed_mps > 0.2 and self._mount is None:
            fast = min(1.0, traveller.speed_mps / 3.5)
            bounds = Assist(240.0 + 140.0 * fast, 480.0 + 420.0 * fast, 110.0 + 60.0 * fast)
        if self._kind == "kick":
            bounds = Assist(320.0, 620.0, 220.0)
        elif posture.height_m < _LOW_M and self._mount is None:
            bounds = Assist(230.0, 520.0, 130.0)
        if posture.free > 0.5 and self._mount is None:
            bounds, self._lift = Assist(220.0, 560.0, 170.0), 0.35 if not self._wet else 0.0
        if self._reeling:
            bounds = Assist(*(_REELING * bound for bound in bounds))
        heavy = self.muscles.mass_kg / _REFERENCE_KG
        weight = heavy * world.gravity_mps2 / 9.81
        self._bounds = Assist(heavy * bounds.level_n, weight * bounds.up_n, heavy * bounds.turn_nm)
        turn = frames.pelvis_turn(posture, traveller.yaw_rad)
        self._aim = Aim(place, velocity, turn)
        self._step = self._footing(world, dt_s)
        # Feet are planted in the world: legs reach for them from where the pelvis truly is.
        pelvis = place.copy()
        if dt_s > 0.0 and posture.free < 0.5:
            pelvis[:2] += _GIVE * (world.data.xpos[self.muscles.pelvis][:2] - place[:2])
        self.muscles.aim(frames.joints(posture, pelvis, turn, self._step, self.scale), dt_s)

    def _centring(self, world: "World", dt_s: float) -> np.ndarray:
        """Shifts the pelvis of someone who stands until their weight is over their feet."""
        still = self.traveller.speed_mps < 0.1 and self._mount is None and self._flight is None
        wish = np.zeros(2)
        if still and self._posture.free < 0.5 and not self._wet and self._kind not in ("dance", "kick"):
            feet = (self.feet.feet[0].print_m + self.feet.feet[1].print_m) / 2.0
            mid = feet + 0.035 * self.scale * self.traveller.ahead
            wish = self._centre_m + mid - world.data.subtree_com[self.muscles.pelvis][:2]
        change = wish - self._centre_m
        self._centre_m = self._centre_m + change * min(1.0, _CENTRING_PS * dt_s)
        far = float(math.hypot(*self._centre_m))
        self._centre_m *= min(1.0, _CENTRING_MAX_M * self.scale / max(far, 1e-9))
        return self._centre_m

    def _footing(self, world: "World", dt_s: float) -> Step:
        posture, traveller = self._posture, self.traveller
        if self._mount is not None and self._mount.stood:
            return self._mount.footing(world, self.scale)
        speed = traveller.speed_mps
        legs = self._legs()
        gait = stances.gait(speed, self.scale) if speed > 0.25 else None
        if gait is None and legs is not None and legs.verb == "dance" and legs.began_s is not None:
            gait = stances.beat_gait(legs.move.speed)
        if gait is None and dt_s > 0.0 and self._flight is None and posture.free <= 0.0:
            self.feet.reconcile(world.data.xpos[self._soles, :2])
        if self._flight is not None:
            planted = self._hanging(world, 0.06)
        else:
            planted = self.feet.step(dt_s, traveller.place_m, traveller.yaw_rad, traveller.velocity_mps, gait)
        if legs is not None and legs.verb == "kick" and legs.began_s is not None:
            planted = self._kicking(planted, legs.since_s(self._now_s))
        if posture.free <= 0.0:
            return planted
        free = self._free_step()
        if posture.free > 0.5:
            self.feet.replant(traveller.place_m, traveller.yaw_rad)
        u = posture.free
        return Step(*(a + (b - a) * u for a, b in zip(planted, free, strict=True)))

    def _kicking(self, step: Step, t: float) -> Step:
        rest = np.array([-0.10, 0.0, ANKLE_M])
        ankle = handling.kicking_ankle(t, rest)
        if ankle is None:
            return step
        ankles, toes = step.ankles_m.copy(), step.toes_rad.copy()
        ankles[1] = self._below(ankle)
        toes[1] = 0.15
        return Step(ankles, step.yaws_rad, toes)

    def _hanging(self, world: "World", short_m: float) -> Step:
        """Feet under a body in flight."""
        low = world.data.xpos[self.muscles.pelvis][2] - (STAND_M - ANKLE_M - short_m) * self.scale
        ankles = np.stack([self._below(ankle) for ankle in mirrored(0.11, 0.02, 0.0)])
        ankles[:, 2] = low
        return Step(ankles, np.full(2, self.traveller.yaw_rad), self._posture.toes_rad)

    def _free_step(self) -> Step:
        ankles = np.stack([self._below(ankle) for ankle in self._posture.ankles_m])
        return Step(ankles, np.full(2, self.traveller.yaw_rad), self._posture.toes_rad)

    def _below(self, ankle_m: np.ndarray) -> np.ndarray:
        """A point of the heading's frame, from below the pelvis, in the world."""
        x, y, z = ankle_m * self.scale
        yaw = self.traveller.yaw_rad
        return np.array(
            [
                self.traveller.place_m[0] + math.cos(yaw) * x - math.sin(yaw) * y,
                self.traveller.place_m[1] + math.sin(yaw) * x + math.cos(yaw) * y,
                self._base_m + z,
            ]
        )

    def _stand_as_planned(self, world: "World") -> None:
        """Puts the body into the planned posture, moving as its mount does."""
        root = world.model.joint(f"{self.name}.pelvis")
        start, dof = int(root.qposadr[0]), int(root.dofadr[0])
        world.data.qpos[start : start + 3] = self._aim.place_m
        world.data.qpos[start + 3 : start + 7] = self._aim.turn
        self.muscles.take(world, self.name)
        if self._mount is not None:
            world.data.qvel[dof : dof + 3] = world.velocity(self._mount.body)[:3]
        world.refresh()

    def _pull_root(self, world: "World") -> None:
        bounds = self._bounds
        if self._bonded and self._mount is not None:
            self._steer_j += world.step_s * self._mount.steer(world, 1.0, self.muscles.mass_kg)
            bounds = Assist(0.0, 0.0, 0.0)
        # Between plans the aim goes on, or it would lag behind and brake.
        ahead_s = self._now_s - self._planned_s
        aim = self._aim._replace(place_m=self._aim.place_m + self._aim.velocity_mps * ahead_s)
        pulled_n = self.muscles.assist(world, aim, bounds, self._lift)
        if self._mount is not None and self._mount.stood:
            # Balance on a deck is the rider's own: what steadies them pushes the deck the other way.
            self._steer_j += world.step_s * self._mount.push(world, -pulled_n * (1.0, 1.0, 0.0))

    @property
    def _reeling(self) -> bool:
        """Whether a shove has just struck: nobody holds against what they did not see coming."""
        return any(shove.from_s <= self._now_s < shove.from_s + _REEL_S for shove in self.trial.shoves)

    def _shove(self, world: "World") -> None:
        for shove in self.trial.shoves:
            if shove.from_s <= self._now_s < shove.from_s + _SHOVE_S:
                yaw = self.traveller.yaw_rad
                x, y = shove.force_n
                force = np.array(
                    [math.cos(yaw) * x - math.sin(yaw) * y, math.sin(yaw) * x + math.cos(yaw) * y, 0.0]
                )
                world.data.xfrc_applied[self._spine, :3] += force
                self.trial.work_j += world.step_s * float(force @ world.velocity(f"{self.name}.spine")[:3])

    def _see_balance(self, world: "World") -> None:
        """Balance is lost for good where the body is too far from where it is meant to be."""
        data, pelvis = world.data, self.muscles.pelvis
        place = data.xpos[pelvis]
        meant = frames.matrix(self._aim.turn)[:, 2]
        tilt = math.acos(max(-1.0, min(1.0, float(data.xmat[pelvis].reshape(3, 3)[:, 2] @ meant))))
        low = (place[2] - self._base_m) < _LOST_HEIGHT * (self._aim.place_m[2] - self._base_m)
        astray = math.hypot(*(place[:2] - self._aim.place_m[:2])) > _LOST_M * self.scale
        settling = self._now_s - self._changed_s < self._blend_s + 0.3
        self.trial.see(math.acos(max(-1.0, min(1.0, float(data.xmat[self._spine][8])))), self._now_s)
        if self._bonded or self._overboard or self._kind == "lie" or (settling and self._posture.free > 0.0):
            return
        standing = self._posture.free < 0.5
        if tilt > _LOST_RAD or astray or (standing and low and self._flight is None):
            self._lose(world)

    def _surface_again(self, world: "World") -> None:
        """Whoever fell into deep water comes up and treads it."""
        if self.lost_s is None or world.water is None or self._now_s - self.lost_s < _UNDER_S:
            return
        self.lost_s, self._overboard, self._wet, self.ground_m = None, True, True, 0.0
        self.muscles.tighten(world)
        self.traveller.place_m = world.data.xpos[self.muscles.pelvis][:2].copy()
        self.traveller.velocity_mps = np.zeros(2)
        self._posture = stances.treading(Cue(self._now_s, 9.0, 1.0, self.trial.chance))
        self._kind, self._left, self._blend_s = "", self._posture, 0.0

    def _lose(self, world: "World") -> None:
        self.lost_s = self._now_s
        self.hands.drop_all(world)
        self._dismount(world)
        brace = self._posture._replace(
            wrists_m=mirrored(0.30, -0.42, 1.36), elbows=mirrored(1.0, 0.4, -0.5), bow_rad=0.35, nod_rad=0.2
        )
        knees = self._step._replace(ankles_m=self._step.ankles_m + np.array([0.0, 0.0, 0.12 * self.scale]))
        self.muscles.aim(
            frames.joints(brace, self._aim.place_m, self._aim.turn, knees, self.scale),
            _TICK_STEPS * world.step_s,
        )
        self.muscles.slacken(world)
