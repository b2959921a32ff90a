"""What is checked of a proof file, a checkpoint or a clip, by somebody who trusts nothing but the keys they hold."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from domain.proof.checkpoint import Checkpoint, cosigned_at_s, open_checkpoint
from domain.proof.clip_file import BadClip, unsealed
from domain.proof.leaf import leaf_bytes
from domain.proof.merkle import is_consistent, leaf_hash, root_by_inclusion
from domain.proof.note import BadNote, Note, check_signed
from domain.proof.proof_file import Entry, ProofFile, statement_note
from domain.proof.signing import PublicKey
from domain.proof.tlog_proof import parse_tlog_proof


class Check(NamedTuple):
    """One thing that was looked at."""

    what: str
    holds: bool


class Trust(NamedTuple):
    """What the asker holds: the log's key, witnesses whose word is wanted, and a head seen earlier, if any.

    `consistency` are the hashes that lead from the smaller of that head and the file's to the larger.
    """

    key: PublicKey
    witnesses: tuple[PublicKey, ...] = ()
    head: str | None = None
    consistency: tuple[bytes, ...] = ()


def checks_of_checkpoint(whole: str, trust: Trust) -> Iterator[Check]:
    """A signed head: the log's signature, each witness's, and one history with the head seen earlier."""
    try:
        checkpoint, note = open_checkpoint(whole, trust.key)
    except BadNote as error:
        yield Check(f"the checkpoint is the log's: {error}", False)
        return
    yield Check(f"the checkpoint of {checkpoint.size} entries is signed by {checkpoint.origin}", True)
    for witness in trust.witnesses:
        yield _witnessed(note, witness)
    if trust.head is not None:
        yield _one_history(checkpoint, trust)


def checks_of_file(file: ProofFile, trust: Trust) -> Iterator[Check]:
    """A proof file: its checkpoint, its statement, each of its entries, and its claim against these."""
    for check in checks_of_checkpoint(file.checkpoint, trust):
        yield check
        if not check.holds:
            return
    checkpoint, _ = open_checkpoint(file.checkpoint, trust.key)
    yield _stated(file, trust.key)
    for entry in file.entries:
        yield _entry_holds(entry, file.checkpoint, checkpoint)
    yield _claim_fits(file, checkpoint)
    if file.claim.get("kind") == "clip":
        yield _cast_fits(file)


def checks_of_clip(video: bytes, file: ProofFile) -> Iterator[Check]:
    """A clip against a proof file: the very file that an entry names, or, its manifest aside, that the claim does."""
    if hashlib.sha256(video).hexdigest() in _named_videos(file):
        yield Check("an entry names this very file", True)
        return
    try:
        digest = hashlib.sha256(unsealed(video)).hexdigest()
    except BadClip as error:
        yield Check(f"the clip can be read: {error}", False)
        return
    yield Check("the proof speaks of this very video", digest == file.claim.get("video_sha256"))


def _witnessed(note: Note, witness: PublicKey) -> Check:
    try:
        at = _time(cosigned_at_s(note, witness))
    except BadNote as error:
        return Check(f"cosigned by {witness.name}: {error}", False)
    return Check(f"cosigned by {witness.name} at {at}", True)


def _one_history(checkpoint: Checkpoint, trust: Trust) -> Check:
    try:
        known, _ = open_checkpoint(trust.head or "", trust.key)
    except BadNote as error:
        return Check(f"the head seen earlier is the log's: {error}", False)
    old, new = sorted((known, checkpoint), key=lambda head: head.size)
    holds = is_consistent(old.size, old.root, new.size, new.root, trust.consistency)
    return Check(f"of one history with the head of {known.size} entries seen earlier", holds)


def _stated(file: ProofFile, key: PublicKey) -> Check:
    try:
        check_signed(statement_note(file, key.name), key)
    except BadNote as error:
        return Check(f"the log's statement covers this file: {error}", False)
    return Check("the log's statement covers this file", True)


def _entry_holds(entry: Entry, shared_checkpoint: str, checkpoint: Checkpoint) -> Check:
    row = entry.row
    what = f"entry {row.position} {row.name} is in the log"
    try:
        proof = parse_tlog_proof(entry.proof)
        leaf = leaf_hash(leaf_bytes(row))
    except ValueError as error:
        return Check(f"{what}: {error}", False)
    if proof.checkpoint != shared_checkpoint or proof.index != row.index:
        return Check(f"{what}: its proof is for another place", False)
    return Check(what, root_by_inclusion(leaf, row.index, checkpoint.size, proof.hashes) == checkpoint.root)


def _claim_fits(file: ProofFile, checkpoint: Checkpoint) -> Check:
    claim, positions = file.claim, [entry.row.position for entry in file.entries]
    as_of, about = claim.get("as_of"), claim.get("about")
    what = f"the claim fits the entries: {claim.get('kind')} {about or 'without a subject'} as of {as_of}"
    holds = (
        type(as_of) is int
        and 0 <= as_of <= checkpoint.size
        and positions == sorted(set(positions))
        and all(position <= as_of for position in positions)
        and set(_cast_positions(claim)) <= set(positions)
        and (about is None or not positions or any(about in entry.row.tags for entry in file.entries))
    )
    return Check(what, holds)


def _cast_fits(file: ProofFile) -> Check:
    """Whether the cast that is claimed is the one that the request in the log names, with nobody left out."""
    accepted = []
    for entry in file.entries:
        cast = _event(entry).get("cast", [])
        if not isinstance(cast, list) or not all(isinstance(one, dict) for one in cast):
            return Check(f"the cast of entry {entry.row.position} can be read", False)
        accepted += [{**one, "position": entry.row.position} for one in cast]
    holds = file.claim.get("cast", []) == accepted
    return Check(f"the cast of {len(accepted)} is the one that was accepted", holds)


def _named_videos(file: ProofFile) -> set[str]:
    """The digests of the stored videos that the entries name."""
    videos = [_event(entry).get("video") for entry in file.entries]
    return {str(video.get("digest")) for video in videos if isinstance(video, dict)}


def _event(entry: Entry) -> dict[str, Any]:
    """What an entry says, sealed fields sealed; nothing where it is no event of ours."""
    try:
        event = json.loads(entry.row.data)["event"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}


def _cast_positions(claim: dict[str, Any]) -> Sequence[object]:
    cast = claim.get("cast", [])
    if not isinstance(cast, list) or not all(isinstance(one, dict) for one in cast):
        return [None]  # no entry stands there, so the claim does not fit
    return [one.get("position") for one in cast]


def _time(at_s: int) -> str:
    try:
        return datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return f"{at_s} s"
