"""Sets the interpreter for a server that answers many at once."""

import gc
import sys

SWITCH_INTERVAL_S = 0.0005
# Rounds of the young before all objects are looked through.
FULL_ROUND_EVERY = 1_000


def tune() -> None:
    """For this whole process, before it serves."""
    # The log's writer thread hands the interpreter back at every statement, and must not wait 5 ms for it.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    # Half a million objects of the models and word lists stay for good: a look at all of them is a pause of 0.2 s.
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, FULL_ROUND_EVERY)
