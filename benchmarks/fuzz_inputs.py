"""Prompts and storyboards that nobody would write, and many that somebody might: what the fuzzer feeds."""

import random
from typing import Any, get_args

from render_cluster.backends.physics.acting import ANIMAL_VERBS, OUTCOMES, PERSON_VERBS, THING_VERBS
from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.dynamics.materials import MATERIALS
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.storyboard import (
    STYLES,
    Age,
    Angle,
    Framing,
    Mood,
    Move,
    Relation,
    Sex,
    TimeOfDay,
    Transition,
    Weather,
)

_WHO = (
    "a woman", "two men", "an old man", "a little girl", "a crowd of people", "a dog", "three cats", "a horse",
    "24 penguins", "a robot", "nobody", "everyone", "a chef in a red apron", "a unicorn", "twelve children",
)  # fmt: skip
_DEEDS = (
    "sits on", "kicks", "throws", "rides", "pushes", "jumps over", "dances with", "eats", "walks towards", "hugs",
    "lifts", "catches", "drops", "plays", "falls off", "swims to", "paints", "becomes", "explodes near", "is",
    "does not touch", "chases", "stares at", "climbs", "stands on", "melts into", "reverses out of",
)  # fmt: skip
_WHAT = (
    "a sofa", "the ball", "a bicycle", "a skateboard", "a horse", "the table", "a glass of water", "a guitar",
    "a tree", "a boat", "a car", "an elephant", "himself", "nothing", "the moon", "a flobnar", "a cake", "a vase",
    "ten thousand bricks", "the wall", "a kite", "a goal", "a swimming pool", "a ladder", "the past",
)  # fmt: skip
_WHERE = (
    "in the living room", "at the beach", "under water", "on the moon", "in a forest at night", "in space",
    "in the kitchen while it snows indoors", "on a rooftop", "", "in the rain", "inside a shoe", "everywhere",
)  # fmt: skip
_HOW = (
    "in slow motion", "filmed from above", "anime style", "close-up", "and misses", "and falls", "then leaves",
    'saying "hello there"', "backwards", "very very fast", "for 1e9 seconds", "with a cat on a hat on a cat", "",
)  # fmt: skip
_ODD = (
    "", " ", "\n\t\r", "\x00", "\x1b[31m red \x07", "🐕🏃‍♀️💥🎈",
    "👩‍👩‍👧‍👦 at 🏖️", "猫がソファで寝ている", "собака бежит по парку",
    "كلب يجري في الحديقة", "un perro corre detrás de una pelota",
    "कुत्ता दौड़ता है", "ⓐ ⓓⓞⓖ", "a\u202edog\u202c runs",
    "z̸̧a̵l̷g̶o̴ ̵c̶a̵t̴", "1e9 dogs", "-5 cats", "0 people",
    "99999999999999999999 balls", "a dog weighing NaN kg",
    'she says "I never', "'''\"\"\"", "((((((((", "a ball a ball a ball",
    "and and and then then", "the", "?!?!", "%s%n{}",
    "<script>alert(1)</script>", "'; DROP TABLE clips; --",
    "a day night sunny rain", "a huge tiny giant small dog",
    "a standing man sits lying down running",
    "nobody does nothing nowhere", "\ud7ff\ufffd\ufeff", "../../etc/passwd",
    "a man on a horse on a table on a boat on a car",
    "a cat in a box under a table on a rug behind a sofa",
)  # fmt: skip


def prompt(rng: random.Random) -> str:
    """Any text: sentences, word salads, odd signs, up to a little more than is allowed."""
    kind = rng.random()
    if kind < 0.55:
        return _sentence(rng)
    if kind < 0.70:
        return ". ".join(_sentence(rng) for _ in range(rng.randint(2, 5)))
    if kind < 0.82:
        return rng.choice(_ODD)
    if kind < 0.92:
        words = [*_WHO, *_DEEDS, *_WHAT, *_WHERE, *_HOW, *_ODD, *rng.sample(sorted(KINDS), 8), *PERSON_VERBS]
        return " ".join(rng.choice(words) for _ in range(rng.randint(1, 30)))
    if kind < 0.97:
        return "".join(
            chr(rng.choice((rng.randrange(1, 256), rng.randrange(0x20, 0xD7FF)))) for _ in range(40)
        )
    return (_sentence(rng) + " ") * rng.randint(20, 60)


def _sentence(rng: random.Random) -> str:
    colour = rng.choice(("", rng.choice(sorted(COLOURS))))
    what = rng.choice((rng.choice(_WHAT), f"the {colour} {rng.choice(sorted(KINDS))}"))
    return " ".join(
        (rng.choice(_WHO), rng.choice(_DEEDS), what, rng.choice(_WHERE), rng.choice(_HOW))
    ).strip()


def storyboard(rng: random.Random) -> dict[str, Any]:
    """Plain data of a storyboard, valid in nine of ten cases, of everything that the schema allows."""
    shots = [_shot(rng) for _ in range(rng.choice((1, 1, 1, 2)))]
    for shot in shots:
        shot["duration_s"] = 1.0 / len(shots)
    made = {
        "schema": "storyboard.v1",
        "shots": shots,
        "style": rng.choice(STYLES),
        "seed": rng.randrange(2**31),
    }
    made["sound"] = {"music": _of(rng, Mood, None), "ambience": rng.random() < 0.7}
    if rng.random() < 0.1:
        _spoil(rng, made)
    return made


def _shot(rng: random.Random) -> dict[str, Any]:
    subjects = [_subject(rng, index) for index in range(rng.choice((0, 1, 1, 2, 2, 3, 4, 8)))]
    ids = [subject["id"] for subject in subjects]
    for subject in subjects:
        others = [id for id in ids if id != subject["id"]]
        if others and rng.random() < 0.5:
            subject["place"] = {"relation": _of(rng, Relation), "target": rng.choice(others)}
    # A scene of hundreds is another test: the fuzzer is to see many scenes.
    for subject in subjects[1:]:
        subject["count"] = min(subject["count"], 3)
    shot: dict[str, Any] = {
        "setting": rng.choice(sorted(SETTINGS)),
        "time_of_day": _of(rng, TimeOfDay),
        "weather": _of(rng, Weather),
        "transition": _of(rng, Transition),
        "subjects": subjects,
        "actions": [_action(rng, ids) for _ in range(rng.choice((0, 1, 1, 2, 3, 6)))] if ids else [],
        "lines": [{"text": rng.choice(("Hello!", "…", "1e9", "猫"))}] if rng.random() < 0.15 else [],
        "camera": {"framing": _of(rng, Framing), "angle": _of(rng, Angle), "move": _of(rng, Move)},
    }
    shot["camera"]["speed"] = rng.choice((1.0, 1.0, 0.5, 0.1))
    shot["camera"]["subject"] = rng.choice((None, *ids))
    return shot


def _subject(rng: random.Random, index: int) -> dict[str, Any]:
    kind = rng.choice(("person", rng.choice(sorted(SPECIES)), rng.choice(sorted(KINDS))))
    subject: dict[str, Any] = {
        "id": f"one_{index}",
        "kind": kind,
        "count": rng.choice((1, 1, 1, 1, 2, 5, 24)),
        "size": rng.choice((1.0, 1.0, 0.1, 10.0, 2.5, 0.4)),
        "colour": rng.choice((None, rng.choice(sorted(COLOURS)))),
        "material": rng.choice((None, rng.choice(sorted(MATERIALS)))),
    }
    if kind == "person":
        subject |= {"age": _of(rng, Age), "sex": _of(rng, Sex, None)}
    return subject


def _action(rng: random.Random, ids: list[str]) -> dict[str, Any]:
    return {
        "subject": rng.choice(ids),
        "verb": rng.choice((*PERSON_VERBS, *ANIMAL_VERBS, *THING_VERBS, "flobnar")),
        "target": rng.choice((None, *ids)),
        "outcome": rng.choice((None, None, rng.choice(OUTCOMES))),
        "manner": rng.choice((None, "slow", "fast", "gently")),
    }


def _spoil(rng: random.Random, made: dict[str, Any]) -> None:
    """Breaks one rule."""
    shot = made["shots"][0]
    wrong: tuple[tuple[dict[str, Any], str, Any], ...] = (
        (shot, "duration_s", rng.choice((0.0, -1.0, 1e9, float("nan"), "x"))),
        (shot, "setting", "nowhere"),
        (shot, "subjects", [_subject(rng, 0)] * 2),
        (shot, "actions", [{"subject": "ghost", "verb": "walk"}]),
        (shot, "camera", {"speed": 0.0}),
        (made, "seed", rng.choice((-1, 2**63, 1e300))),
        (made, "style", "cubist"),
        (made, "shots", rng.choice(([], [shot] * 13))),
        (made, "extra", 1),
    )
    part, key, value = rng.choice(wrong)
    part[key] = value


def _of(rng: random.Random, literal: Any, *more: Any) -> Any:
    return rng.choice((*get_args(literal), *more))
