"""Events keep their meaning through bytes, and what is personal is never in the open."""

from pathlib import Path
from typing import Annotated, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given as given_random
from hypothesis import strategies as st

from domain.codec import Codec, UnknownEvent, personal_fields, tag_fields
from domain.events import EVENT_TYPES, ClipPublished, Event, InviteIssued, Meta, Personal
from domain.ids import ID_TYPES, AnswerId, CameoId, PersonId, WaitingId
from domain.keys import KeyDestroyed, KeyRing
from tests.cast import ANA, ANSWER, BEN, CAMEO, CLEO, CLIP, REMIX, WAITING, joined, requested
from tests.domain.strategies import EVENTS, MARK, METAS
from tests.golden.event_samples import GROWN, META, SAMPLES
from tests.gwt import but
from tests.sealers import OpenSealer

PERSONAL = [
    (sample, field)
    for sample in SAMPLES + GROWN
    for field, _ in personal_fields(type(sample))
    if getattr(sample, field) is not None
]
PERSONAL_NAMES = [f"{sample.name}/{field}" for sample, field in PERSONAL]


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    """A key ring that knows the cast."""
    ring = KeyRing(tmp_path_factory.mktemp("keys"))
    for subject in (ANA, ANSWER, BEN, CLEO, CAMEO, WAITING):
        ring.create(subject)
    return ring


# Whose keys seal: all but people's own go by themselves, and their owner stays.
OWNERS = (PersonId, CameoId, AnswerId, WaitingId)


def with_sealed(data: bytes, field: str, text: str) -> bytes:
    """The same bytes with another sealed text in one field."""
    row = msgspec.json.decode(data)
    row["event"][field] = text
    return msgspec.json.encode(row)


def sealed(data: bytes, field: str) -> str:
    """The sealed text of one field."""
    return msgspec.json.decode(data)["event"][field]


@given_random(event=EVENTS, meta=METAS)
def test_what_is_written_is_read_and_nothing_personal_is_in_the_open(
    ring: KeyRing, event: Event, meta: Meta
) -> None:
    for _, subject in personal_fields(type(event)):
        ring.create(getattr(event, subject))
    codec = Codec(ring)
    row = codec.encode(event, meta)
    assert codec.decode(row.type, row.data) == (event, meta)
    assert MARK.encode() not in row.data
    assert not any(MARK in tag for tag in row.tags)


@given_random(event=EVENTS)
def test_the_tags_of_an_event_are_its_ids_each_once(event: Event) -> None:
    hints = get_type_hints(type(event))
    ids = set()
    for field in event.__struct_fields__:
        if hints[field] in ID_TYPES or set(get_args(hints[field])) & set(ID_TYPES):
            value = getattr(event, field)
            ids |= {*value} if isinstance(value, tuple) else {value}
    tags = Codec(OpenSealer()).tags(event)
    assert sorted(tags) == sorted(ids - {None})


def test_one_person_in_two_roles_is_one_tag() -> None:
    codec = Codec(OpenSealer())
    assert codec.tags(ClipPublished(CLIP, ANA, None, CLIP)) == [CLIP, ANA]
    assert codec.tags(InviteIssued("invite-1")) == ["invite-1"]


def test_every_event_has_a_tag_and_a_versioned_log_name() -> None:
    for event_type in EVENT_TYPES:
        assert tag_fields(event_type)
        noun, verb, version = event_type.name.split(".")
        assert noun.isalpha()
        assert verb.isalpha()
        assert version[0] == "v"
        assert int(version[1:]) >= 1


def test_a_personal_field_names_a_subject_and_may_be_lost() -> None:
    for event_type in EVENT_TYPES:
        hints = get_type_hints(event_type, include_extras=True)
        for field, subject in personal_fields(event_type):
            assert hints[subject] in OWNERS
            assert hints[field] == Annotated[str | None, Personal(subject)]


@pytest.mark.parametrize(("sample", "field"), PERSONAL, ids=PERSONAL_NAMES)
@given_random(data=st.data())
def test_a_sealed_text_that_was_tampered_with_does_not_open(
    ring: KeyRing, sample: Event, field: str, data: st.DataObject
) -> None:
    codec = Codec(ring)
    row = codec.encode(sample, META)
    text = sealed(row.data, field)
    at = data.draw(st.integers(0, len(text) - 5))  # the last group may hold bits that mean nothing
    changed = text[:at] + ("B" if text[at] == "A" else "A") + text[at + 1 :]
    for tampered in (changed, text[:at] + text[at + 4 :], "!" + text, "", text[:8]):
        with pytest.raises(ValueError):  # noqa: PT011
            codec.decode(row.type, with_sealed(row.data, field, tampered))


def test_a_sealed_text_does_not_open_in_another_field(ring: KeyRing) -> None:
    codec = Codec(ring)
    row = codec.encode(joined(ANA), META)
    moved = with_sealed(row.data, "birth_date", sealed(row.data, "handle"))
    with pytest.raises(ValueError, match=r"birth_date.* does not open"):
        codec.decode(row.type, moved)


def test_a_sealed_text_does_not_open_in_another_event_of_its_kind(ring: KeyRing) -> None:
    codec = Codec(ring)
    first, second = (codec.encode(requested(clip_id=clip), META) for clip in (CLIP, REMIX))
    moved = with_sealed(second.data, "prompt", sealed(first.data, "prompt"))
    with pytest.raises(ValueError, match=r"prompt.* does not open"):
        codec.decode(second.type, moved)


def test_a_sealed_text_does_not_open_for_another_person(ring: KeyRing) -> None:
    codec = Codec(ring)
    row = codec.encode(requested(maker_id=ANA), META)
    stolen = msgspec.json.decode(row.data)
    stolen["event"]["maker_id"] = BEN
    with pytest.raises(ValueError, match="does not open"):
        codec.decode(row.type, msgspec.json.encode(stolen))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_destroyed_key_leaves_everything_else_readable(tmp_path: Path, sample: Event) -> None:
    ring = KeyRing(tmp_path)
    for subject in (ANA, ANSWER, BEN, CAMEO, WAITING):
        ring.create(subject)
    codec = Codec(ring)
    row = codec.encode(sample, META)
    ring.destroy(ANA)
    personal = personal_fields(type(sample))
    lost = {field: None for field, subject in personal if getattr(sample, subject) == ANA}
    assert codec.decode(row.type, row.data) == (but(sample, **lost), META)
    assert Codec(KeyRing(tmp_path)).decode(row.type, row.data) == (but(sample, **lost), META)


def test_nothing_more_is_sealed_for_an_erased_person(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create(ANA)
    ring.destroy(ANA)
    with pytest.raises(KeyDestroyed):
        Codec(ring).encode(requested(), META)


def test_what_is_sealed_stays_sealed_where_nobody_may_read(ring: KeyRing) -> None:
    codec = Codec(ring)
    row = codec.encode(requested(), META)
    event, meta = codec.decode_sealed(row.type, row.data)
    assert meta == META
    assert event == but(requested(), prompt=sealed(row.data, "prompt"))
    assert event.prompt != requested().prompt


def test_a_type_from_elsewhere_is_unknown() -> None:
    with pytest.raises(UnknownEvent):
        Codec(OpenSealer()).decode("person.joined.v99", b"{}")


@pytest.mark.parametrize("data", [b"", b"{}", b'{"meta": 1, "event": {}}', b"\xff"])
def test_broken_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        Codec(OpenSealer()).decode(InviteIssued.name, data)


def test_a_field_that_the_type_does_not_know_is_an_error() -> None:
    row = Codec(OpenSealer()).encode(InviteIssued("invite-1"), META)
    with pytest.raises(msgspec.ValidationError):
        Codec(OpenSealer()).decode(row.type, with_sealed(row.data, "colour", "red"))
