"""The verifier takes what holds, and refuses one flipped byte, another clip, an older head and a forked log."""

import base64
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.proof.note import parse_note
from domain.proof.proof_file import BadProofFile, ProofFile, canonical, make_proof_file, parse_proof_file
from domain.proof.signing import NOTE_SIGNATURE, PrivateKey
from domain.proof.verifier import INVALID, UNREADABLE, VALID, main
from domain.proof.verify import Trust, checks_of_file
from tests.domain.proof import naive_tree
from tests.domain.proof.notaries import KEY, WITNESS, Community

FLIPS_COUNT = 3_000
ROOT = Path(__file__).parents[3]


@pytest.fixture
def community(tmp_path: Path) -> Iterator[Community]:
    community = Community(tmp_path)
    community.add(40)
    yield community
    community.close()


@pytest.fixture
def file(community: Community) -> ProofFile:
    head = community.cosigned(community.notary.sign_head())
    return community.notary.prove([3, 17, 40], {"kind": "trail", "about": "person-ana"}, head)


def verdict(content: bytes | str, folder: Path, *more: str, key: PrivateKey = KEY) -> int:
    path = folder / "given"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SystemExit) as ended:
        main([str(path), "--key", key.public().text(), *more])
    return ended.value.code


def packed(file: ProofFile) -> bytes:
    return canonical(file.document()) + b"\n"


def holds(content: bytes) -> bool:
    """The same without a command line around it."""
    try:
        file = parse_proof_file(content)
    except BadProofFile:
        return False
    return all(check.holds for check in checks_of_file(file, Trust(KEY.public())))


def test_a_proof_file_is_taken(file: ProofFile, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert verdict(packed(file), tmp_path, "--witness", WITNESS.public().text()) == VALID
    said = capsys.readouterr().out
    for words in (
        "signed by castmates.test/log",
        "cosigned by witness.test/1",
        "entry 17 clip.liked.v1",
        "valid",
    ):
        assert words in said


def test_one_changed_byte_anywhere_is_refused(file: ProofFile, tmp_path: Path) -> None:
    content, chance = packed(file), random.Random(7)
    assert holds(content)
    for _ in range(FLIPS_COUNT):
        place, flip = chance.randrange(len(content)), chance.randrange(1, 256)
        changed = bytearray(content)
        changed[place] ^= flip
        assert not holds(bytes(changed)), f"byte {place} became {changed[place]:#x}"
    assert verdict(bytes(changed), tmp_path) == INVALID


def test_one_changed_byte_of_a_checkpoint_is_refused_where_each_signature_is_asked_for(
    community: Community, tmp_path: Path
) -> None:
    note = community.cosigned(community.notary.sign_head()).note.encode()
    witness = ("--witness", WITNESS.public().text())
    assert verdict(note, tmp_path, *witness) == VALID
    chance = random.Random(7)
    for place in range(len(note)):
        changed = bytearray(note)
        changed[place] ^= chance.randrange(1, 256)
        assert verdict(bytes(changed), tmp_path, *witness) != VALID, f"byte {place}"


def test_a_byte_that_is_missing_or_too_many_is_refused(file: ProofFile, tmp_path: Path) -> None:
    content = packed(file)
    for changed in (content[:-2], content + b" ", b" " + content, content + b"\n", content[1:]):
        assert verdict(changed, tmp_path) == INVALID
    assert verdict(content[:-1], tmp_path) == VALID


def test_another_log_s_key_is_refused(file: ProofFile, tmp_path: Path) -> None:
    for other in (KEY._replace(secret=b"o" * 32), KEY._replace(name="another.test/log")):
        assert verdict(packed(file), tmp_path, key=other) == INVALID


def test_a_witness_that_did_not_sign_is_missed(community: Community, tmp_path: Path) -> None:
    file = community.notary.prove([3], {"kind": "entries"})
    assert verdict(packed(file), tmp_path) == VALID
    assert verdict(packed(file), tmp_path, "--witness", WITNESS.public().text()) == INVALID


def resigned(file: ProofFile) -> bytes:
    """A file whose statement the log signed, whatever it says: what a lying operator could make."""
    return packed(make_proof_file(file.claim, file.checkpoint, file.entries, KEY))


def test_not_even_the_operator_can_say_what_the_log_does_not(file: ProofFile, tmp_path: Path) -> None:
    first, *others = file.entries
    other_words = first._replace(row=first.row._replace(data=first.row.data.replace(b"like", b"hate")))
    other_place = first._replace(row=first.row._replace(position=4))
    other_tags = first._replace(row=first.row._replace(tags=("clip-3", "person-eve")))
    other_proof = first._replace(proof=others[0].proof)
    for lie in (other_words, other_place, other_tags, other_proof):
        assert verdict(resigned(file._replace(entries=(lie, *others))), tmp_path) == INVALID
    assert verdict(resigned(file), tmp_path) == VALID


def test_a_claim_that_does_not_fit_its_entries_is_refused(file: ProofFile, tmp_path: Path) -> None:
    for change in (
        {"as_of": 39},
        {"as_of": 41},
        {"as_of": "40"},
        {"about": "person-eve"},
        {"cast": [{"cameo_id": "cameo-1", "position": 5}]},
        {"cast": "everybody"},
        {"kind": "clip", "cast": [{"cameo_id": "cameo-1", "position": 3}]},
    ):
        assert verdict(resigned(file._replace(claim={**file.claim, **change})), tmp_path) == INVALID
    backwards = file._replace(entries=file.entries[::-1])
    assert verdict(resigned(backwards), tmp_path) == INVALID


def older_and_newer(community: Community) -> tuple[Path, Path, Path]:
    """A head that was kept, a newer one, and what leads from one to the other, as files."""
    old, new, between = (community.folder / name for name in ("old", "new", "between"))
    old.write_text(community.notary.sign_head().note)
    community.add(23)
    new.write_text(community.notary.sign_head().note)
    hashes = [base64.b64encode(each).decode() for each in community.notary.consistency(40, 63).hashes]
    between.write_text(json.dumps({"from_size": 40, "to_size": 63, "hashes": hashes}))
    return old, new, between


def test_a_head_seen_earlier_must_be_of_one_history(community: Community, tmp_path: Path) -> None:
    older = packed(community.notary.prove([3], {"kind": "entries"}))
    old, new, between = older_and_newer(community)
    newer = packed(community.notary.prove([3, 60], {"kind": "entries"}))
    led = ("--consistency", str(between))
    assert verdict(newer, tmp_path, "--head", str(old), *led) == VALID
    assert verdict(newer, tmp_path, "--head", str(new)) == VALID
    assert verdict(newer, tmp_path, "--head", str(old)) == INVALID
    assert verdict(older, tmp_path, "--head", str(new)) == INVALID  # an older head, and nothing that leads on
    assert verdict(older, tmp_path, "--head", str(new), *led) == VALID
    assert verdict(newer, tmp_path, "--head", str(new), *led) == INVALID


def test_a_forked_log_is_refused_though_its_key_is_the_same(community: Community, tmp_path: Path) -> None:
    old, _, between = older_and_newer(community)
    (tmp_path / "fork").mkdir()
    fork = Community(tmp_path / "fork")
    fork.add(63, about="person-eve")
    forked = packed(fork.notary.prove([3], {"kind": "entries"}))
    assert verdict(forked, tmp_path) == VALID  # the signature alone cannot tell
    assert verdict(forked, tmp_path, "--head", str(old), "--consistency", str(between)) == INVALID
    fork.close()


def test_an_older_head_put_under_an_entry_is_refused(community: Community, tmp_path: Path) -> None:
    old = community.notary.sign_head()
    community.add(23)
    file = community.notary.prove([3], {"kind": "entries", "as_of": 40}, community.notary.sign_head())
    (entry,) = file.entries
    moved = entry._replace(proof=entry.proof.replace(file.checkpoint, old.note))
    assert verdict(resigned(file._replace(checkpoint=old.note, entries=(moved,))), tmp_path) == INVALID


def test_what_cannot_be_read_is_neither_valid_nor_invalid(tmp_path: Path) -> None:
    for arguments in (
        [str(tmp_path / "absent"), "--key", KEY.public().text()],
        [str(tmp_path), "--key", KEY.public().text()],
        [__file__, "--key", str(tmp_path / "absent")],
        [__file__, "--key", "castmates+00000000+AAAA"],
        [__file__, "--key", KEY.public().text(), "--consistency", __file__],
    ):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == UNREADABLE


def test_a_second_check_that_was_written_apart_comes_to_the_same(
    community: Community, file: ProofFile
) -> None:
    """Inclusion from the words of the RFC and the signature from the library: no code of ours takes part."""
    document = json.loads(packed(file))
    text, _, signatures = document["checkpoint"].rpartition("\n\n")
    signature = base64.b64decode(signatures.splitlines()[0].split(" ")[2])[4:]
    Ed25519PublicKey.from_public_bytes(KEY.public().raw).verify(signature, text.encode() + b"\n")
    size, root = int(text.splitlines()[1]), base64.b64decode(text.splitlines()[2])
    rows = community.recorder.read_rows(0, 100)
    leaves = [
        f"castmates.leaf.v1\n{row.position}\n{row.name}\n{chr(31).join(row.tags)}\n".encode() + row.data
        for row in rows
    ]
    assert naive_tree.tree_hash(leaves[:size]) == root
    for entry in document["entries"]:
        index = entry["position"] - 1
        lines = entry["proof"].split("\n\n")[0].splitlines()
        assert lines[1] == f"index {index}"
        assert [base64.b64decode(line) for line in lines[2:]] == naive_tree.path(index, leaves[:size])
        assert entry["data"].encode() == rows[index].data


ALONE = """
import importlib.abc, sys
class Only(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        known = top in sys.stdlib_module_names or top in ("cryptography", "_cffi_backend", "cffi")
        if not known and name != "domain" and not (name + ".").startswith("domain.proof."):
            raise ImportError(f"the verifier stands alone, yet wants {name}")
sys.meta_path.insert(0, Only())
from domain.proof.verifier import main
main(sys.argv[1:])
"""


def test_the_verifier_stands_on_python_and_cryptography_alone(file: ProofFile, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(packed(file))
    command = [sys.executable, "-c", ALONE, str(path), "--key", KEY.public().text()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (VALID, "")
    assert done.stdout.endswith("valid\n")


def test_a_log_s_key_cannot_stand_for_its_witness(community: Community, tmp_path: Path) -> None:
    note = community.notary.sign_head().note
    own = PrivateKey(KEY.name, NOTE_SIGNATURE, KEY.secret).public().text()
    assert verdict(note, tmp_path, "--witness", own) == INVALID
    assert len(parse_note(note).signatures) == 1
