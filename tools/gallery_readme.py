"""Writes `docs/gallery/README.md` from its prompts and scores: `python tools/gallery_readme.py`."""

import csv
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "docs" / "gallery"
MARKS = ("subject", "action", "outcome", "style", "framing", "beauty")
WORST_COUNT = 10

_HEAD = """# Gallery

{count} prompts of {kinds_count} kinds, each filmed once for 4 s with seed 0 and shown as six frames, the first and
the last among them. Nothing was picked: a prompt that fails stays in. What the compiler understood of each prompt is
in `understood.json`, the prompts are in `prompts.tsv`, the marks in `scores.tsv`; [nouns.md](nouns.md) lists the
commonest nouns and what shows each.

## How it was scored

By one maker of this program who looked at each sheet, knowing the prompt: no panel. Another, who judged an earlier
round of the same prompts by another rubric, was kinder: 9.1 for subject and 8.1 for action on the seed's kinds, 7.4
and 6.6 on the rest. All were filmed again with the engine's version 5 and looked at beside the sheets before; marks
were given anew, by who made the changes, where a sheet shows something else than before.

Six marks of 0 to 10, given for what the frames show and not for what was understood. A
mark is left open where the prompt asks for none (a still life has no action); the total is the mean of
those given.

- **subject**: would somebody who does not know the prompt name what was asked for? 10 at once, 5 its family, 0 no.
- **action**: would they name what it does? For a prompt about the camera: is its move seen?
- **outcome**: does it end as was said, by what is seen?
- **style**: is it the style that was asked for; 7 where none was asked for and it looks of one piece.
- **framing**: is it large enough, whole, and not hidden?
- **beauty**: would one show it to a friend?

Sheets show no sound: spoken lines and noises are not scored here.
"""

_FOOT = """
## Making it again

    python tools/gallery.py            # films what has no sheet yet
    python tools/gallery.py seed-rim   # films these ids, or these kinds, anew
    python tools/gallery_readme.py     # writes this page from the scores

Prompts called `vb_` are captions of VBench (Apache-2.0), those called `piq-` of Physics-IQ (CC BY 4.0, its authors);
`seed-` and `own-` were written for this gallery.
"""


class Row(NamedTuple):
    """One prompt with its marks, by name, of those that it asks for."""

    id: str
    kind: str
    prompt: str
    marks: dict[str, int]
    note: str

    @property
    def total(self) -> float:
        """The mean of the marks given, 0..10."""
        return mean(self.marks.values())


def rows(folder: Path) -> list[Row]:
    """All prompts in the order of the list; KeyError for one that was not scored."""
    with (folder / "scores.tsv").open(newline="") as file:
        scored = {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    with (folder / "prompts.tsv").open(newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            one["id"],
            one["kind"],
            one["prompt"],
            {mark: int(scored[one["id"]][mark]) for mark in MARKS if scored[one["id"]][mark]},
            scored[one["id"]]["note"],
        )
        for one in listed
    ]


def means_table(found: list[Row]) -> str:
    """The means of each kind, of all but the seed's, and of all, as a table."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        kinds[row.kind].append(row)
    rest = [row for row in found if row.kind != "seed"]
    groups = [*kinds.items(), ("**all but seed**", rest), ("**all**", found)]
    lines = [f"| kind | prompts | {' | '.join(MARKS)} | total |", f"|---|{'---:|' * (len(MARKS) + 2)}"]
    for name, members in groups:
        cells = [_mean_of(members, mark) for mark in MARKS]
        lines.append(
            f"| {name} | {len(members)} | {' | '.join(cells)} | {mean(one.total for one in members):.1f} |"
        )
    return "\n".join(lines)


def _mean_of(members: list[Row], mark: str) -> str:
    given = [one.marks[mark] for one in members if mark in one.marks]
    return f"{mean(given):.1f}" if given else "-"


def _page(found: list[Row]) -> str:
    worst = sorted(found, key=lambda row: row.total)[:WORST_COUNT]
    kinds_count = len({row.kind for row in found})
    parts = [_HEAD.format(count=len(found), kinds_count=kinds_count), "## Means\n", means_table(found)]
    parts += ["\n## The worst ten\n"]
    parts += [
        f"- **{row.total:.1f}** [{row.id}]({row.id}.webp) *{_short(row.prompt)}*: {row.note}."
        for row in worst
    ]
    parts += ["\n## All\n", f"| sheet | kind | prompt | {' | '.join(MARKS)} | total | what is wrong |"]
    parts += [f"|---|---|---|{'---:|' * (len(MARKS) + 1)}---|"]
    for row in found:
        cells = " | ".join(str(row.marks.get(mark, "")) for mark in MARKS)
        sheet = f"[{row.id}]({row.id}.webp)"
        parts.append(
            f"| {sheet} | {row.kind} | {_short(row.prompt)} | {cells} | {row.total:.1f} | {row.note} |"
        )
    return "\n".join(parts) + "\n" + _FOOT


def _short(prompt: str) -> str:
    return prompt if len(prompt) <= 90 else prompt[:87].rsplit(" ", 1)[0] + " ..."


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(_page(rows(FOLDER)))
