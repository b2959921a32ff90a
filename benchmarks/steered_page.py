"""Pages by rules against plain ones: each is computed anew, in one process, after something has happened.

Says in ms, by the clock and of the thread's own time, how long a page of 30 takes at a new position, plain and
under three instructions of five rules; and how long it takes from giving an instruction of words never met before
to the page that keeps it, at once and after what its words are read as was shown.
"""

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np

from api.building.root import build
from api.hosting.interpreter import tune
from api.minting import mint, now
from api.settings import RAY_OFF, Settings
from api.wiring import Wiring
from benchmarks.town import found_town
from domain.decider import Command
from domain.decisions.instructions import GiveInstruction, UndoInstruction
from domain.decisions.social import FollowPerson, UnfollowPerson
from domain.ids import InstructionId, PersonId
from domain.ledger import Wish

VIEWER, OTHER = PersonId("person-0"), PersonId("person-1")
PAGES_COUNT = 200
NEW_COUNT = 60
STANDING = (
    "less basketball, more calm water",
    "no surfers",
    "more anime under stadium lights, under 30 seconds",
)
WISH = Wish("bench", "bench", "bench")


class Bench:
    """A whole server's parts over a town, without HTTP."""

    def __init__(self, folder: Path) -> None:
        found_town(folder)
        self.wiring: Wiring = build(Settings(data=folder, ray_address=RAY_OFF))
        self.wiring.feeder.catch_up()
        self.wiring.catalogue.features.warm(threading.Event())
        self._catch_up()

    def close(self) -> None:
        """Ends the parts."""
        self.wiring.close()

    def happens(self, command: Command) -> None:
        """A command is handled, and the views know of it."""
        self.wiring.ledger.handle_now(command, WISH)
        self._catch_up()

    def give(self, text: str) -> InstructionId:
        """An instruction of these words."""
        read = self.wiring.feed.read(text)
        instruction_id = InstructionId(mint("instruction"))
        rules = msgspec.json.encode(read.rules).decode()
        command = GiveInstruction(
            person_id=VIEWER, at=now(), instruction_id=instruction_id, text=text, rules=rules
        )
        self.happens(command)
        return instruction_id

    def undo(self, instruction_id: InstructionId) -> None:
        """It holds no longer."""
        self.happens(UndoInstruction(person_id=VIEWER, at=now(), instruction_id=instruction_id))

    def pages_ms(self, pages_count: int) -> np.ndarray:
        """What computing each of so many pages takes, each at a position of its own."""
        taken = []
        for number in range(pages_count):
            change = UnfollowPerson if number % 2 else FollowPerson
            self.happens(change(self_id=OTHER, other_id=PersonId("person-2")))
            taken.append(_ms(lambda: self.wiring.feed.page(VIEWER)))
        return np.array(taken)

    def new_ms(self, count: int, shown: bool) -> np.ndarray:
        """What giving a new instruction and the page after it take together.

        Where it was `shown` first what its words are read as and would hide, as the app does, that is not counted.
        """
        taken = []
        for number in range(count * shown, count * shown + count):
            words = ("bicycles", "castles", "tigers", "lanterns", "harvest", "glaciers")[number % 6]
            text = f"more {words} like number {number}"
            given: list[InstructionId] = []
            if shown:
                self.wiring.feed.preview(VIEWER, self.wiring.feed.read(text).rules)

            def told(text: str = text, given: list[InstructionId] = given) -> None:
                given.append(self.give(text))
                self.wiring.feed.page(VIEWER)

            taken.append(_ms(told))
            self.undo(given[0])
        return np.array(taken)

    def _catch_up(self) -> None:
        self.wiring.pages.prepare()
        while self.wiring.pages.step():
            pass


def main() -> None:
    """Measure and print."""
    tune()
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        bench = Bench(Path(folder))
        try:
            bench.pages_ms(20)
            _print("plain page", bench.pages_ms(PAGES_COUNT))
            for text in STANDING:
                bench.give(text)
            bench.pages_ms(20)
            _print("steered page", bench.pages_ms(PAGES_COUNT))
            _print("new instruction to page", bench.new_ms(NEW_COUNT, shown=False))
            _print("the same once its reading was shown", bench.new_ms(NEW_COUNT, shown=True))
        finally:
            bench.close()


def _ms(run: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and the thread's own time: on a shared core only the second tells of the work."""
    begin, own = time.perf_counter(), time.thread_time()
    run()
    return 1_000 * (time.perf_counter() - begin), 1_000 * (time.thread_time() - own)


def _print(name: str, taken: np.ndarray) -> None:
    (p50, own_p50), (p99, own_p99) = np.percentile(taken, [50, 99], axis=0)
    own = f"own time p50 {own_p50:.1f} ms, p99 {own_p99:.1f} ms"
    print(f"{name}: p50 {p50:.1f} ms, p99 {p99:.1f} ms; {own} of {len(taken)}")


if __name__ == "__main__":
    main()
