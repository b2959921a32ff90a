"""One shot while it is being written: what is known of it so far."""

from dataclasses import dataclass, field

import msgspec

from render_cluster.storyboard import (
    ACTIONS_COUNT_MAX,
    LINES_COUNT_MAX,
    SUBJECTS_COUNT_MAX,
    Action,
    Camera,
    Line,
    TimeOfDay,
    Transition,
    Weather,
    Wind,
)

Ids = tuple[str, ...]
"""Members of the cast by their ids."""


@dataclass
class Setting:
    """A setting that was asked for and how surely; the surest of a shot wins, among equals the first."""

    name: str
    phrase: str
    sureness: int
    by: str | None = None


@dataclass
class Take:
    """A shot in the making; `hints` are settings that deeds and people suggest, the first the best.

    `text` is what it was read from, `flows` whether no cut was asked for before it. `gear` are a person, what
    they do with what they came with, and its id. `wind_text` is how the wind was spoken of, `fluttered` how
    what it does with cloth was.
    """

    text: str = ""
    subjects: list[str] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    setting: Setting | None = None
    hints: list[str] = field(default_factory=list)
    time_of_day: TimeOfDay | None = None
    weather: Weather | None = None
    wind: Wind | None = None
    wind_text: str = ""
    fluttered: list[str] = field(default_factory=list)
    camera: Camera | None = None
    is_framed: bool = False
    transition: Transition = "cut"
    flows: bool = True
    fixed_s: float | None = None
    gear: list[tuple[str, str, str]] = field(default_factory=list)

    def show(self, id: str) -> bool:
        """Takes a member of the cast into the picture; False where there is no room."""
        if id in self.subjects:
            return True
        if len(self.subjects) == SUBJECTS_COUNT_MAX:
            return False
        self.subjects.append(id)
        return True

    def act(self, action: Action) -> bool:
        """Adds an action; False where there is no room."""
        if len(self.actions) == ACTIONS_COUNT_MAX:
            return False
        if action not in self.actions:
            self.actions.append(action)
        return True

    def say(self, line: Line) -> bool:
        """Adds a line; False where there is no room."""
        if len(self.lines) == LINES_COUNT_MAX:
            return False
        self.lines.append(line)
        return True

    def last_action(self, doers: tuple[str, ...]) -> int | None:
        """Index of the last action of any of the doers, or on any of them."""
        for index in range(len(self.actions) - 1, -1, -1):
            if self.actions[index].subject in doers or self.actions[index].target in doers:
                return index
        return None

    def end(self, index: int, outcome: str) -> None:
        """Says how an action ends."""
        self.actions[index] = msgspec.structs.replace(self.actions[index], outcome=outcome)

    @property
    def is_bare(self) -> bool:
        """Whether nobody and nothing in it was named."""
        return not self.subjects and not self.actions and not self.lines
