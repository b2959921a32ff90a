"""Sheets of cloth as grids of points: what they are made of, and how their links are laid out for the solver."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

_ALL = slice(None)
# How much of what is wrong with a diagonal is mended in a step.
_WEAVE = 0.35


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets of one grid side by side; every array ends in (sheets, rows, columns).

    `start_m` (3, ...) is where the points are at first, also those that are `held`. `pitch_m` (2, sheets) is
    the length of cloth from row to row and from column to column. `cells` (sheets, rows - 1, columns - 1)
    says where there is cloth at all: a shirt leaves the corners of its grid out. `areal_kgpm2` and
    `bending_nm` (sheets,) are of the fabric; `heading` (3, sheets) is where the air
    goes that blows on each.
    """

    start_m: np.ndarray
    held: np.ndarray
    pitch_m: np.ndarray
    cells: np.ndarray
    areal_kgpm2: np.ndarray
    bending_nm: np.ndarray
    heading: np.ndarray

    @property
    def there(self) -> np.ndarray:
        """Which points belong to a cell with cloth, bool (sheets, rows, columns)."""
        return self.corners(self.cells.astype(float)) > 0.0

    @property
    def mass_kg(self) -> np.ndarray:
        """The mass of the cloth of each point."""
        return self.area_m2 * self.areal_kgpm2[:, None, None]

    @property
    def area_m2(self) -> np.ndarray:
        """How much cloth is each point's: a quarter of each cell around it."""
        return self.corners(self.cells * (self.pitch_m[0] * self.pitch_m[1])[:, None, None] / 4.0)

    def corners(self, cells: np.ndarray) -> np.ndarray:
        """What each cell (..., rows - 1, columns - 1) gives to each of its corners, summed up a point."""
        *lead, rows, columns = cells.shape
        points = np.zeros((*lead, rows + 1, columns + 1))
        points[..., :-1, :-1] += cells
        points[..., 1:, :-1] += cells
        points[..., :-1, 1:] += cells
        points[..., 1:, 1:] += cells
        return points

    def tethers(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For each point the held one that is nearest along the cloth: its row, its column, how far it is."""
        sheets, rows, columns = self.held.shape
        row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
        to_row, to_column = np.zeros((2, sheets, rows, columns), int)
        far = np.zeros((sheets, rows, columns))
        for one in range(sheets):
            pins = np.argwhere(self.held[one])
            down, across = self.pitch_m[:, one]
            away = np.hypot((row[..., None] - pins[:, 0]) * down, (column[..., None] - pins[:, 1]) * across)
            nearest = away.argmin(-1)
            to_row[one], to_column[one], far[one] = pins[nearest, 0], pins[nearest, 1], away.min(-1)
        return to_row, to_column, far


class Links(NamedTuple):
    """Links of which no two share a point, so that all of them may be restored at once.

    `a` and `b` index the points of their ends; `share_a` and `share_b` say how far each end gives way.
    """

    a: tuple[slice, ...]
    b: tuple[slice, ...]
    length_m: np.ndarray
    share_a: np.ndarray
    share_b: np.ndarray


def links_of(sheets: Sheets) -> tuple[Links, ...]:
    """Warp and weft, and both diagonals of the cells, which give way a little as a weave does."""
    down, across = sheets.pitch_m
    rows, columns = sheets.held.shape[1:]
    give = np.where(sheets.held, 0.0, 1.0 / np.maximum(sheets.mass_kg, 1e-9))
    cells = sheets.cells
    # A link is there where a cell on either side of it is.
    weft = np.pad(cells, ((0, 0), (0, 1), (0, 0))) | np.pad(cells, ((0, 0), (1, 0), (0, 0)))
    warp = np.pad(cells, ((0, 0), (0, 0), (0, 1))) | np.pad(cells, ((0, 0), (0, 0), (1, 0)))
    made: list[Links] = []
    for first in (0, 1):
        odd, even = slice(first + 1, columns, 2), slice(first, columns - 1, 2)
        made.append(_links(give, (_ALL, _ALL, even), (_ALL, _ALL, odd), across, weft[:, :, first::2]))
    for first in (0, 1):
        upper, lower = slice(first, rows - 1, 2), slice(first + 1, rows, 2)
        made.append(_links(give, (_ALL, upper, _ALL), (_ALL, lower, _ALL), down, warp[:, first::2]))
        slant, woven = np.hypot(down, across), _WEAVE * cells[:, first::2]
        left, right = slice(0, columns - 1), slice(1, columns)
        made.append(_links(give, (_ALL, upper, left), (_ALL, lower, right), slant, woven))
        made.append(_links(give, (_ALL, upper, right), (_ALL, lower, left), slant, woven))
    return tuple(made)


def _links(
    give: np.ndarray, a: tuple[slice, ...], b: tuple[slice, ...], length_m: np.ndarray, stiff: np.ndarray
) -> Links:
    whole = np.maximum(give[a] + give[b], 1e-12)
    return Links(
        (_ALL, *a), (_ALL, *b), length_m[:, None, None], stiff * give[a] / whole, stiff * give[b] / whole
    )
