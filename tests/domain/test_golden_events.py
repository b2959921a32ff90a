"""Old bytes keep their meaning: one golden file an event type and version, never edited."""

from pathlib import Path

import msgspec
import pytest

from domain.codec import Codec, Encoded
from domain.events import EVENT_TYPES, Event
from tests.golden.event_samples import GROWN, META, SAMPLES
from tests.sealers import FixedSealer

GROWN_MARK = "~grown"
FOLDER = Path(__file__).parents[1] / "golden" / "events"
CODEC = Codec(FixedSealer())


class Golden(msgspec.Struct, frozen=True):
    """A log row as its golden file shows it."""

    type: str
    tags: list[str]
    data: msgspec.Raw


def read(path: Path) -> Encoded:
    """The log row of a golden file."""
    golden = msgspec.json.decode(path.read_bytes(), type=Golden)
    return Encoded(golden.type, msgspec.json.format(bytes(golden.data), indent=-1), golden.tags)


def write(path: Path, row: Encoded) -> None:
    """Writes a golden file."""
    golden = msgspec.json.encode(Golden(row.type, row.tags, msgspec.Raw(row.data)))
    path.write_bytes(msgspec.json.format(golden, indent=2) + b"\n")


def mark_of(sample: Event) -> str:
    """What tells the files of a type that grew: `~grown`, `~grown2`."""
    if sample not in GROWN:
        return ""
    times = [each for each in GROWN if type(each) is type(sample)].index(sample) + 1
    return GROWN_MARK if times == 1 else f"{GROWN_MARK}{times}"


def test_every_event_type_has_its_sample() -> None:
    assert [type(sample) for sample in SAMPLES] == list(EVENT_TYPES)
    assert len({event_type.name for event_type in EVENT_TYPES}) == len(EVENT_TYPES)


def test_a_sample_sets_every_field() -> None:
    grown = {type(sample): sample for sample in GROWN}
    for sample in SAMPLES:
        full = grown.get(type(sample), sample)
        assert not {None, ()} & {*msgspec.structs.astuple(full)}, sample.name


@pytest.mark.parametrize("sample", SAMPLES + GROWN, ids=lambda sample: sample.name)
def test_an_event_is_written_as_its_golden_file_shows(sample: Event, may_write_golden: bool) -> None:
    path, row = FOLDER / f"{sample.name}{mark_of(sample)}.json", CODEC.encode(sample, META)
    if may_write_golden and not path.exists():
        write(path, row)
    assert path.exists(), "run `make golden` and look at what it writes"
    assert read(path) == row


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_old_bytes_are_still_read(path: Path) -> None:
    row = read(path)
    assert row.type == path.stem.partition(GROWN_MARK)[0]
    event, meta = CODEC.decode(row.type, row.data)
    assert meta == META
    assert event in SAMPLES + GROWN
