"""Notes, checkpoints, proofs and submissions are C2SP's: their one form is read, and no other."""

import base64

import pytest

from domain.proof.add_checkpoint import Declined, Known, Submission, judge, parse_submission
from domain.proof.checkpoint import cosign, cosigned_at_s, open_checkpoint, sign_checkpoint
from domain.proof.leaf import Row, leaf_bytes
from domain.proof.merkle import EMPTY_ROOT
from domain.proof.note import BadNote, Note, check_signed, parse_note, sign_note
from domain.proof.signing import NOTE_SIGNATURE, BadKey, PrivateKey, read_public_key
from domain.proof.tlog_proof import TlogProof, parse_tlog_proof
from tests.domain.proof.notaries import KEY, NOON_S, WITNESS

# The note and keys of Go's golang.org/x/mod/sumdb/note.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS_SECRET = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
PETERS_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ROOT = bytes(range(32))


def head(size: int = 5, root: bytes = ROOT) -> Note:
    return sign_checkpoint(size, root, KEY)


def test_a_note_that_others_signed_is_read() -> None:
    key = read_public_key(PETER)
    check_signed(parse_note(PETERS_NOTE), key)
    assert PrivateKey("PeterNeumann", NOTE_SIGNATURE, PETERS_SECRET).public() == key
    assert parse_note(PETERS_NOTE).whole() == PETERS_NOTE


@pytest.mark.parametrize("place", range(0, len(PETERS_NOTE), 3))
def test_a_note_with_one_letter_changed_is_not_signed(place: int) -> None:
    changed = PETERS_NOTE[:place] + chr(ord(PETERS_NOTE[place]) ^ 1) + PETERS_NOTE[place + 1 :]
    with pytest.raises(BadNote):
        check_signed(parse_note(changed), read_public_key(PETER))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PeterNeumann",
        PETER + "A",
        PETER.replace("c74f20a3", "c74f20a4"),
        PETER.replace("PeterNeumann", "Peter Neumann"),
        PETER.replace("PeterNeumann", ""),
        PETER.replace("+AR", "+BR"),
    ],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadKey):
        read_public_key(text)


@pytest.mark.parametrize(
    "whole",
    [
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n-- name AAAAAAAA\n",
        "te\rxt\n\n— name AAAAAAAA\n",
        "text\n\n— name AAAAAAAA",
        "text\n\n— name AAAAAAAA \n",
        "text\n\n" + "— name AAAAAAAA\n" * 65,
        "t" * 70_000 + "\n\n— name AAAAAAAA\n",
    ],
)
def test_what_is_no_note_is_refused(whole: str) -> None:
    with pytest.raises(BadNote):
        parse_note(whole)


def test_a_checkpoint_is_read_back() -> None:
    checkpoint, note = open_checkpoint(head().whole(), KEY.public())
    assert (checkpoint.origin, checkpoint.size, checkpoint.root) == (KEY.name, 5, ROOT)
    assert note == head()


@pytest.mark.parametrize(
    "text",
    [
        f"{KEY.name}\n05\n{base64.b64encode(ROOT).decode()}\n",
        f"{KEY.name}\n-5\n{base64.b64encode(ROOT).decode()}\n",
        f"{KEY.name}\n٥\n{base64.b64encode(ROOT).decode()}\n",
        f"{KEY.name}\n{1 << 63}\n{base64.b64encode(ROOT).decode()}\n",
        f"{KEY.name}\n5\n{base64.b64encode(ROOT[:31]).decode()}\n",
        f"{KEY.name}\n5\n{base64.b64encode(ROOT).decode()}\nmore\n",
        f"{KEY.name}\n5\n",
        f"another.test/log\n5\n{base64.b64encode(ROOT).decode()}\n",
    ],
)
def test_what_is_no_checkpoint_of_this_log_is_refused_though_the_log_signed_it(text: str) -> None:
    with pytest.raises(BadNote):
        open_checkpoint(sign_note(text, KEY).whole(), KEY.public())


def test_a_witness_s_word_has_a_time_and_holds_for_one_head() -> None:
    note, other = head(), head(size=6)
    line = cosign(note, WITNESS, NOON_S)
    cosigned = note._replace(signatures=(*note.signatures, line))
    assert cosigned_at_s(parse_note(cosigned.whole()), WITNESS.public()) == NOON_S
    check_signed(cosigned, KEY.public())
    with pytest.raises(BadNote, match="does not hold"):
        cosigned_at_s(other._replace(signatures=(line,)), WITNESS.public())
    with pytest.raises(BadNote, match="not signed by"):
        cosigned_at_s(note, WITNESS.public())
    with pytest.raises(BadNote, match="not a witness"):
        cosigned_at_s(note, KEY.public())


@pytest.mark.parametrize("extra", [None, b"", b"some"])
def test_a_proof_is_read_back(extra: bytes | None) -> None:
    proof = TlogProof(73894, (ROOT, EMPTY_ROOT), head().whole(), extra)
    assert parse_tlog_proof(proof.text()) == proof


def test_a_proof_reads_as_the_specification_shows_it() -> None:
    text = TlogProof(4, (ROOT,), head().whole(), b"more").text()
    hashed = base64.b64encode(ROOT).decode()
    assert text.startswith(f"c2sp.org/tlog-proof@v1\nextra bW9yZQ==\nindex 4\n{hashed}\n\n{KEY.name}\n5\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@v1", "@v2"),
        ("index 4", "index 04"),
        ("index 4", "indexes 4"),
        ("\n\n", "\n"),
        ("extra bW9yZQ==\n", "extra bW9yZR==\n"),
    ],
)
def test_what_is_no_proof_is_refused(old: str, new: str) -> None:
    text = TlogProof(4, (ROOT,), head().whole(), b"more").text()
    assert old in text
    with pytest.raises(BadNote):
        parse_tlog_proof(text.replace(old, new, 1))


def test_a_leaf_is_the_row_as_it_lies_there() -> None:
    row = Row(271, "clip.liked.v1", ("clip-1", "person-ana"), b'{"a":1}')
    assert leaf_bytes(row) == b'castmates.leaf.v1\n271\nclip.liked.v1\nclip-1\x1fperson-ana\n{"a":1}'


@pytest.mark.parametrize("name", ["", "two\nlines", "a\x1fb"])
def test_a_row_that_could_be_read_as_another_has_no_leaf(name: str) -> None:
    for row in (Row(1, name, (), b""), Row(1, "clip.liked.v1", (name,), b"")):
        with pytest.raises(ValueError, match="not printable"):
            leaf_bytes(row)


def declined(submission: Submission, known: Known) -> tuple[int, bool]:
    with pytest.raises(Declined) as refused:
        judge(submission, known, KEY.public())
    return refused.value.status, refused.value.is_evidence


def test_a_submission_is_read_back() -> None:
    submission = Submission(3, (ROOT,), head().whole())
    assert parse_submission(submission.text()) == submission


def test_a_witness_answers_as_the_protocol_has_it() -> None:
    known, forged = Known(5, ROOT), PrivateKey(KEY.name, KEY.kind, b"f" * 32)
    stranger = PrivateKey("another.test/log", NOTE_SIGNATURE, b"l" * 32)
    assert judge(Submission(5, (), head().whole()), known, KEY.public())[0].size == 5
    assert declined(Submission(5, (), "nonsense"), known) == (400, False)
    assert declined(Submission(6, (), head().whole()), known) == (400, False)
    assert declined(Submission(0, (), sign_checkpoint(5, ROOT, stranger).whole()), known) == (404, False)
    assert declined(Submission(0, (), sign_checkpoint(5, ROOT, forged).whole()), known) == (403, False)
    assert declined(Submission(4, (), head().whole()), known) == (409, False)
    assert declined(Submission(5, (), head(root=EMPTY_ROOT).whole()), known) == (409, True)
    assert declined(Submission(5, (), head(6).whole()), known) == (422, True)
    for body in ("", "old 5\n", "new 5\n\nx", "old 05\n\nx", "old 5\nAAAA\n\nx"):
        with pytest.raises(Declined):
            parse_submission(body)
