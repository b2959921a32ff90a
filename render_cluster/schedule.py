"""Who gets how much of a clip: shots to simulate side by side, and frames to draw in chunks."""

import itertools
from collections.abc import Sequence

CHUNK_FRAMES_MIN, CHUNK_FRAMES_MAX = 3, 12
# A run up to this length is drawn whole where others have enough to do: each who draws in it dresses its set.
WHOLE_FRAMES_MAX = 24
# Of what is left, a chunk takes a worker's even share divided by this (after Polychronopoulos and Kuck, "Guided
# self-scheduling", 1987).
_SHARES_A_WORKER = 2


def chunks_of(wanted: Sequence[range], workers_count: int) -> list[range]:
    """Runs of frames cut for several workers, in order; towards the end ever smaller, so that all end together.

    No chunk reaches over the end of a run, and a short run that is no more than an even share stays whole.
    """
    left = sum(len(run) for run in wanted)
    chunks: list[range] = []
    for run in wanted:
        start = run.start
        stays_whole = len(run) <= min(WHOLE_FRAMES_MAX, left // workers_count)
        while start < run.stop:
            share = -(-left // (_SHARES_A_WORKER * workers_count))
            size = min(max(share, CHUNK_FRAMES_MIN), CHUNK_FRAMES_MAX, run.stop - start)
            size = len(run) if stays_whole else size
            chunks.append(range(start, start + size))
            start, left = start + size, left - size
    return chunks


def shots_apart(durations_s: Sequence[float], workers_count: int) -> list[range]:
    """Shots in as many runs of neighbours as there are workers, or shots: the longest run is as short as can be."""
    count = min(len(durations_s), workers_count)
    ends_s = [0.0, *itertools.accumulate(durations_s)]
    # longest[k][n]: how long the longest of k + 1 runs must be that hold the first n shots; cuts to match.
    longest = [list(ends_s)]
    cuts: list[list[int]] = []
    for runs in range(2, count + 1):
        row, cut = [0.0] * len(ends_s), [0] * len(ends_s)
        for end in range(runs, len(ends_s)):
            row[end], cut[end] = min(
                (max(longest[-1][start], ends_s[end] - ends_s[start]), start)
                for start in range(runs - 1, end)
            )
        longest.append(row)
        cuts.append(cut)
    end, found = len(durations_s), []
    for cut in reversed(cuts):
        found.append(range(cut[end], end))
        end = cut[end]
    return [range(end), *reversed(found)]
