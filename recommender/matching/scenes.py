"""What is seen in clips of a mood or of a wide field: captions tell of a fireplace and hardly ever say "cosy"."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "scenes.tsv"


@cache
def scenes() -> Mapping[str, str]:
    """By each name of a mood or field, its scenes as alternatives ("a fireplace | a hot drink"), read once."""
    found: dict[str, str] = {}
    for row in _FILE.read_text("utf-8").splitlines():
        names, seen = row.split("\t")
        found.update(dict.fromkeys(names.split(), seen))
    return found
