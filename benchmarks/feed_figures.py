"""How varied and fair first pages of the feed are, steered or not, and whether any words break the reading.

    python -m benchmarks.feed_figures --instructions 5000 --seed 1

The town has 200 people, 4,000 follows, 3,000 clips and 4,000 likes; a value's floor is the same figure of
thirty clips drawn by lot. Exits with 1 where an instruction ended in anything but rules or a refusal.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np

from api.building.root import build
from api.feed.chips import encode_rules
from api.minting import now
from api.settings import Settings
from api.wiring import Wiring
from benchmarks.record import Measurement, record
from benchmarks.town import CLIPS_COUNT, PEOPLE_COUNT, SUBJECTS, found_town
from benchmarks.words_at_random import some_words
from domain.decisions.instructions import GiveInstruction
from domain.errors import Refused
from domain.ids import ClipId, InstructionId, PersonId
from domain.ledger import Wish
from projections.views import feed_candidates, social_graph
from recommender.instruction import compile_instruction
from recommender.language.lexicon import Lexicon, read_lexicon

PAGE_ITEMS = 30
# Looser than the policy's own bound, so that the figure is not nought by construction.
NEAR_COSINE = 0.93
INSTRUCTIONS = (
    "more surfers at sunset",
    "no basketball",
    "less skating, more rain",
    "only red balls",
    "never anime",
)
MOMENT = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

Figures = dict[str, tuple[float, str]]


class Shown(NamedTuple):
    """One page: who looked, and what stood on it by whom."""

    viewer_id: PersonId
    clip_ids: tuple[ClipId, ...]
    maker_ids: tuple[PersonId, ...]


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instructions", type=int, default=5_000, help="how many texts are read")
    parser.add_argument("--viewers", type=int, default=PEOPLE_COUNT, help="how many people open a page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("pages", "words"), help="one part alone")
    options = parser.parse_args()
    if options.only != "words":
        with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
            measure_pages(Path(folder), options.viewers, options.seed)
    if options.only != "pages" and not measure_words(options.instructions, options.seed):
        sys.exit(1)


def measure_pages(folder: Path, viewers_count: int, seed: int) -> None:
    """Records the figures of plain pages and of steered ones, each beside pages drawn by lot."""
    found_town(folder, seed)
    server = build(Settings(data=folder))
    try:
        server.pages.rebuild()
        server.feeder.catch_up()
        viewers = [PersonId(f"person-{number}") for number in range(viewers_count)]
        by_lot = figures(server, _pages_by_lot(server, viewers, random.Random(seed)))
        _record("plain", figures(server, [_page(server, viewer) for viewer in viewers]), by_lot)
        _steer(server, viewers)
        _record("steered", figures(server, [_page(server, viewer) for viewer in viewers]), by_lot)
    finally:
        server.close()


def figures(server: Wiring, pages: Sequence[Shown]) -> Figures:
    """What pages are like on average, and how evenly all of them treat the town's makers: figure -> value, unit."""
    shown_counts = Counter(maker for page in pages for maker in page.maker_ids)
    views = server.feed_views.connection()
    known = {page.viewer_id: social_graph.following(views, page.viewer_id) for page in pages}
    values = {
        "clips": (mean(len(page.clip_ids) for page in pages), "clips/page"),
        "empty_pages": (mean(not page.clip_ids for page in pages), "share of pages"),
        "makers": (mean(len(set(page.maker_ids)) for page in pages), "makers/page"),
        "near_duplicates": (mean(_repeats(server, page) for page in pages), "clips/page"),
        "new_makers": (mean(_share_new(page, known[page.viewer_id]) for page in pages), "share of a page"),
        "makers_shown": (len(shown_counts) / PEOPLE_COUNT, "share of all makers"),
        "most_shown": (
            max(shown_counts.values(), default=0) / max(shown_counts.total(), 1),
            "share of all places",
        ),
    }
    return {name: (round(value, 4), unit) for name, (value, unit) in values.items()}


def _record(name: str, found: Figures, by_lot: Figures) -> None:
    for figure, (value, unit) in found.items():
        floor = by_lot[figure][0]
        ratio = round(value / floor, 3) if floor else 0.0
        record(f"feed_{name}_{figure}", Measurement(value, floor, ratio, unit))


def measure_words(count: int, seed: int) -> bool:
    """Reads random instructions; whether each ended in rules or a refusal."""
    chance = random.Random(seed)
    lexicon = read_lexicon(SUBJECTS, ["person_1"])
    ends = Counter(_end_of(some_words(chance), lexicon) for _ in range(count))
    for end, times in ends.most_common():
        print(f"  {times:6,} {end}")
    broken_count = sum(times for end, times in ends.items() if end.startswith("broken"))
    record("feed_instructions_fuzzed", Measurement(count, count, 1.0, "instructions"))
    record("feed_instructions_broken", Measurement(broken_count, 0, 0.0, "instructions"))
    return broken_count == 0


def _end_of(text: str, lexicon: Lexicon) -> str:
    try:
        compiled = compile_instruction(text, lexicon, MOMENT)
    except Refused as refused:
        return f"refused {type(refused).__name__}"
    except Exception as error:  # whatever else comes is what is looked for
        print(f"  {type(error).__name__} for {text[:80]!r}")
        return f"broken {type(error).__name__}"
    return "rules" if compiled.rules else "an end without rules"


def _steer(server: Wiring, viewers: Sequence[PersonId]) -> None:
    """Lets each viewer give one instruction, and the views take them in."""
    for turn, viewer in enumerate(viewers):
        text = INSTRUCTIONS[turn % len(INSTRUCTIONS)]
        command = GiveInstruction(
            person_id=viewer,
            at=now(),
            instruction_id=InstructionId(f"instruction-{turn}"),
            text=text,
            rules=encode_rules(server.feed.read(text).rules),
            until=None,
        )
        server.ledger.handle_now(command, Wish(viewer, "town", "town"))
    while server.pages.step():
        pass


def _page(server: Wiring, viewer: PersonId) -> Shown:
    clip_ids = tuple(item.clip_id for item in server.feed.page(viewer, limit=PAGE_ITEMS).items)
    return _shown(server, viewer, clip_ids)


def _pages_by_lot(server: Wiring, viewers: Sequence[PersonId], chance: random.Random) -> list[Shown]:
    clip_ids = [ClipId(f"clip-{number}") for number in range(CLIPS_COUNT)]
    return [_shown(server, viewer, tuple(chance.sample(clip_ids, PAGE_ITEMS))) for viewer in viewers]


def _shown(server: Wiring, viewer: PersonId, clip_ids: tuple[ClipId, ...]) -> Shown:
    clips = feed_candidates.get_many(server.feed_views.connection(), clip_ids)
    return Shown(viewer, clip_ids, tuple(clips[clip_id].maker_id for clip_id in clip_ids))


def _repeats(server: Wiring, page: Shown) -> int:
    """How many clips of a page lie near one that stands before them."""
    vectors = server.index.vectors(page.clip_ids)
    near = np.triu(vectors @ vectors.T > NEAR_COSINE, k=1)
    return int(near.any(axis=0).sum())


def _share_new(page: Shown, followed: frozenset[PersonId]) -> float:
    """The share of a page whose makers the viewer does not follow; an empty page has none."""
    return sum(maker not in followed for maker in page.maker_ids) / max(len(page.maker_ids), 1)


if __name__ == "__main__":
    main()
