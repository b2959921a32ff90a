"""The vault: what is put in comes out, sealed on disk, whole or not at all."""

from pathlib import Path

import pytest

from domain.keys import KeyDestroyed, KeyRing
from domain.vault import PIECE_BYTES, Absent, Vault

MAYA, THEO = "person-maya", "person-theo"
WORDS = b"the face of maya "


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    ring = KeyRing(tmp_path / "keys")
    ring.create(MAYA)
    ring.create(THEO)
    return ring


@pytest.fixture
def vault(tmp_path: Path, keys: KeyRing) -> Vault:
    return Vault(tmp_path / "vault", keys)


def files(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "vault").rglob("*") if path.is_file()]


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES + 7])
def test_what_is_kept_comes_out_again(vault: Vault, size: int) -> None:
    content = (WORDS * (size // len(WORDS) + 1))[:size]
    vault.put(MAYA, "recording", content)
    assert vault.get(MAYA, "recording") == content


def test_nothing_lies_there_in_the_clear(vault: Vault, tmp_path: Path) -> None:
    with vault.draft(MAYA, "recording") as draft:
        for _ in range(200_000):
            draft.add(WORDS)
        while_arriving = files(tmp_path)
        assert while_arriving
        assert not any(WORDS in path.read_bytes() for path in while_arriving)
        draft.keep()
    names = {str(path.relative_to(tmp_path)) for path in files(tmp_path)}
    assert not any("maya" in name or "recording" in name for name in names)
    assert not any(WORDS in path.read_bytes() for path in files(tmp_path))


def test_a_draft_that_is_not_kept_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    with vault.draft(MAYA, "recording") as draft:
        draft.add(WORDS)
    assert files(tmp_path) == []
    assert not vault.has(MAYA, "recording")


def test_the_first_of_two_stays_where_it_may_not_be_replaced(vault: Vault) -> None:
    for content, is_kept in ((b"first", True), (b"second", False)):
        with vault.draft(MAYA, "recording") as draft:
            draft.add(content)
            assert draft.keep(replace=False) is is_kept
    assert vault.get(MAYA, "recording") == b"first"


def test_a_file_opens_with_its_own_key_alone(vault: Vault, keys: KeyRing) -> None:
    vault.put(MAYA, "recording", WORDS)
    keys.destroy(MAYA)
    with pytest.raises(KeyDestroyed):
        vault.get(MAYA, "recording")
    with pytest.raises(KeyDestroyed):
        vault.put(MAYA, "recording", WORDS)


@pytest.mark.parametrize("harm", ["cut", "flipped", "swapped", "elsewhere", "less a piece"])
def test_a_file_that_was_tampered_with_does_not_open(vault: Vault, tmp_path: Path, harm: str) -> None:
    vault.put(MAYA, "recording", WORDS * 140_000)
    (path,) = files(tmp_path)
    raw = path.read_bytes()
    first = 4 + int.from_bytes(raw[:4], "big")
    second = first + 4 + int.from_bytes(raw[first : first + 4], "big")
    harmed = {
        "cut": raw[:-1],
        "flipped": raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
        "swapped": raw[first:second] + raw[:first] + raw[second:],
        "elsewhere": raw,
        "less a piece": raw[:second],
    }[harm]
    if harm == "elsewhere":
        vault.put(MAYA, "texture", b"")
        path = next(each for each in files(tmp_path) if each != path)
    path.write_bytes(harmed)
    with pytest.raises(ValueError, match="seal"):
        vault.get(MAYA, "texture" if harm == "elsewhere" else "recording")


def test_what_is_dropped_is_gone_and_others_stay(vault: Vault, tmp_path: Path) -> None:
    vault.put(MAYA, "recording", WORDS)
    vault.put(MAYA, "texture", WORDS)
    vault.put(THEO, "texture", WORDS)
    assert vault.drop(MAYA, "recording")
    assert not vault.drop(MAYA, "recording")
    with pytest.raises(Absent):
        vault.get(MAYA, "recording")
    for _ in range(2):
        vault.destroy(MAYA)
    assert vault.get(THEO, "texture") == WORDS
    assert len(files(tmp_path)) == 1


def test_what_was_arriving_when_a_server_died_is_cleared(vault: Vault, tmp_path: Path) -> None:
    vault.put(MAYA, "texture", WORDS)
    vault.draft(MAYA, "recording").add(WORDS)
    assert len(files(tmp_path)) == 2
    vault.drop_drafts()
    assert vault.get(MAYA, "texture") == WORDS
    assert len(files(tmp_path)) == 1
