"""From any scene to its motion: causes are drawn until the world shows what was wished for."""

from collections.abc import Sequence
from dataclasses import replace

from render_cluster.backends.backend import SimulationUnstable
from render_cluster.backends.physics.dynamics.animals.performer import AnimalPerformer
from render_cluster.backends.physics.dynamics.breaking import Breakables
from render_cluster.backends.physics.dynamics.judging import Verdict, Witness
from render_cluster.backends.physics.dynamics.people.learning import Learner
from render_cluster.backends.physics.dynamics.people.performer import PersonPerformer
from render_cluster.backends.physics.dynamics.take import Take
from render_cluster.backends.physics.dynamics.world import Calm, World, steps_per_frame
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene

TRIES_MAX = 4
_SETTLE_S = 2.2


def simulate(scene: Scene, fps: int) -> Motion:
    """Moves everything of a scene: frame n shows the world at n / fps times the scene's pace.

    Where moves wish for an outcome, their causes are drawn from the seed up to TRIES_MAX times, each try
    learning from the one before; if none leads there, the try that came nearest is kept and the motion's
    outcome says what truly happened. A world that flies apart is run again more calmly; SimulationUnstable
    where the calmest does so, too.
    """
    for calm in Calm:
        try:
            motion = _best_of_tries(scene, fps, calm)
        except SimulationUnstable:
            if calm is Calm.GHOSTS:
                raise
        else:
            motion.check()
            return motion
    raise AssertionError("the calmest run returns or raises")


def _best_of_tries(scene: Scene, fps: int, calm: Calm) -> Motion:
    best: tuple[int, Motion] | None = None
    learners = [Learner(person, scene.seed) for person in scene.people]
    for tried in range(TRIES_MAX):
        people = [PersonPerformer(one.person, one.trial(tried)) for one in learners]
        last = tried == TRIES_MAX - 1
        witness, attempt = _attempt(scene, fps, people, calm, patient=last)
        if attempt is not None:
            verdict, motion = attempt
            if verdict.wished:
                motion.causes["tries_count"] = tried + 1
            motion = replace(motion, outcome_met=verdict.granted == verdict.wished)
            if best is None or verdict.granted > best[0]:
                best = (verdict.granted, motion)
            if verdict.granted == verdict.wished:
                break
        learnt = [
            learner.learn(person.outcome() == "falls", witness.misses_m(person.name))
            for learner, person in zip(learners, people, strict=True)
        ]
        if best is not None and not any(learnt):
            break
    assert best is not None
    return best[1]


def _attempt(
    scene: Scene, fps: int, people: Sequence[PersonPerformer], calm: Calm, patient: bool
) -> tuple[Witness, tuple[Verdict, Motion] | None]:
    """One run of the world, without motion where it was given up because it could not end as wished any more."""
    crowd = len(people) + len(scene.animals)
    steps = steps_per_frame(fps / scene.pace, crowd, calm)
    breakables = Breakables(scene)
    animals = [AnimalPerformer(animal, scene.seed) for animal in scene.animals]
    world = World(scene, [*people, *animals], scene.pace / fps / steps, breakables.parked, calm)
    take, witness = Take(world, fps), Witness(world, people)
    # A short shot still needs its end to be judged.
    judged_s = max((shove.from_s + _SETTLE_S for one in people for shove in one.trial.shoves), default=0.0)
    seen: Verdict | None = None
    while not take.full or world.time_s < judged_s:
        if take.full and seen is None:
            seen = witness.verdict(breakables.broken_s)
        take.keep()
        for _ in range(steps):
            world.step()
            breakables.watch(world)
            witness.see()
        if not patient and (witness.missed or any(person.failed for person in people)):
            return witness, None
    verdict = witness.verdict(breakables.broken_s)
    causes = {name: value for person in people for name, value in person.trial.causes(person.name).items()}
    motion = take.motion(verdict.outcome, causes)
    return witness, (verdict, replace(motion, outcome_seen=seen is None or seen.granted >= verdict.granted))
