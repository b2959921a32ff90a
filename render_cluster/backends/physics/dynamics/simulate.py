"""From any scene to its motion: causes are drawn until the world shows what was wished for."""

from collections.abc import Sequence

from render_cluster.backends.physics.dynamics.animals.performer import AnimalPerformer
from render_cluster.backends.physics.dynamics.breaking import Breakables
from render_cluster.backends.physics.dynamics.judging import Verdict, Witness
from render_cluster.backends.physics.dynamics.people.performer import PersonPerformer
from render_cluster.backends.physics.dynamics.people.trial import Trial, Vigour
from render_cluster.backends.physics.dynamics.take import Take
from render_cluster.backends.physics.dynamics.world import World, steps_per_frame
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene

TRIES_MAX = 8
_SETTLE_S = 2.2


def simulate(scene: Scene, fps: int) -> Motion:
    """Moves everything of a scene: frame n shows the world at n / fps times the scene's pace.

    Where moves wish for an outcome, their causes are drawn from the seed up to TRIES_MAX times; if none leads
    there, the try that came nearest is kept and the motion's outcome says what truly happened.
    """
    best: tuple[int, Motion] | None = None
    vigours = [Vigour() for _ in scene.people]
    for tried in range(TRIES_MAX):
        people = [
            PersonPerformer(person, Trial(person, scene.seed, tried, vigour.now))
            for person, vigour in zip(scene.people, vigours, strict=True)
        ]
        last = tried == TRIES_MAX - 1
        attempt = _attempt(scene, fps, people, patient=last)
        if attempt is not None:
            verdict, motion = attempt
            if verdict.wished:
                motion.causes["tries_count"] = tried + 1
            if best is None or verdict.granted > best[0]:
                best = (verdict.granted, motion)
            if verdict.granted == verdict.wished:
                break
        for person, vigour in zip(people, vigours, strict=True):
            vigour.learn(fell=person.outcome() == "falls")
    assert best is not None
    best[1].check()
    return best[1]


def _attempt(
    scene: Scene, fps: int, people: Sequence[PersonPerformer], patient: bool
) -> tuple[Verdict, Motion] | None:
    """One run of the world; None where it was given up because it could not end as wished any more."""
    steps = steps_per_frame(fps / scene.pace)
    breakables = Breakables(scene)
    animals = [AnimalPerformer(animal, scene.seed) for animal in scene.animals]
    world = World(scene, [*people, *animals], scene.pace / fps / steps, breakables.parked)
    take, witness = Take(world, fps), Witness(world, people)
    # A short shot still needs its end to be judged.
    judged_s = max((shove.from_s + _SETTLE_S for one in people for shove in one.trial.shoves), default=0.0)
    while not take.full or world.time_s < judged_s:
        take.keep()
        for _ in range(steps):
            world.step()
            breakables.watch(world)
            witness.see()
        if not patient and any(person.failed for person in people):
            return None
    verdict = witness.verdict(breakables.broken_s)
    causes = {name: value for person in people for name, value in person.trial.causes(person.name).items()}
    return verdict, take.motion(verdict.outcome, causes)
