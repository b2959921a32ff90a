"""The same spec gives the same plan in every process, whatever its hashes are seeded with."""

import os
import subprocess
import sys

import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.backends.physics.plan import key_of

PROMPTS = (
    "a woman sits on a sofa next to a cat in the living room",
    "a boy kicks a ball into the goal",
    "a man falls off a skateboard",
    "three dogs run on the beach",
    "a vase falls off the table and shatters",
    "a bird flies over a lake",
    "two children dance in the rain",
    'a man says "hello" and waves',
    "dominoes topple in a row",
    "a horse jumps over a fence",
)


def plan_key(prompt: str) -> str:
    """What the frames of a short clip of a prompt depend on, as one text."""
    backend = PhysicsBackend()
    spec = Spec(prompt, 1.0, 64, 36, seed=5)
    draft = backend.draft(spec)
    making = backend.simulate(spec, draft)
    try:
        while True:
            next(making)
    except StopIteration as done:
        return " ".join(key_of(take, None, "") for take in done.value)


def _keys_in_fresh_process(prompts: tuple[str, ...], hash_seed: str) -> list[str]:
    program = (
        "import sys; from tests.render_cluster.physics.test_same_seed import plan_key; "
        "[print(plan_key(prompt)) for prompt in sys.argv[1:]]"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", program, *prompts],
        env=environment, capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    return run.stdout.split("\n")


def test_a_kick_is_the_same_in_another_process():
    assert _keys_in_fresh_process(PROMPTS[1:2], "1")[0] == plan_key(PROMPTS[1])


@pytest.mark.slow
def test_all_kinds_of_shots_are_the_same_in_two_processes():
    assert _keys_in_fresh_process(PROMPTS, "1") == _keys_in_fresh_process(PROMPTS, "2")
