"""`castmates-verify`: checks a proof file, a checkpoint or a sealed clip offline, with the public key alone."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from domain.proof.checkpoint import parse_hash
from domain.proof.manifest import ManifestUnreadable, read_manifest
from domain.proof.note import BadNote
from domain.proof.proof_file import FILE_BYTES_MAX, BadProofFile, parse_proof_file, read_document
from domain.proof.signing import BadKey, PublicKey, read_public_key
from domain.proof.verify import Check, Trust, checks_of_checkpoint, checks_of_clip, checks_of_file

CLIP_BYTES_MAX = 1 << 30
VALID, INVALID, UNREADABLE = 0, 1, 2


class Unreadable(Exception):
    """What was given cannot be read at all; the text says what and why."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a line a check; exits with 0 where all hold, 1 where one fails, 2 where nothing could be read."""
    asked = _parser().parse_args(arguments)
    try:
        checks = list(_checks(asked))
    except Unreadable as error:
        print(f"unreadable: {error}", file=sys.stderr)
        raise SystemExit(UNREADABLE) from None
    for check in checks:
        print(f"{'ok  ' if check.holds else 'FAIL'} {check.what}")
    holds = all(check.holds for check in checks)
    print("valid" if holds else "INVALID")
    raise SystemExit(VALID if holds else INVALID)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="castmates-verify", description=__doc__)
    parser.add_argument("file", type=Path, help="a proof file, a checkpoint, or an .mp4 that was sealed")
    parser.add_argument("--key", required=True, help="the log's public key, or a file that holds it")
    parser.add_argument(
        "--witness", action="append", default=[], help="a witness whose cosignature is wanted"
    )
    parser.add_argument("--head", type=Path, help="a checkpoint seen earlier: both must be of one history")
    parser.add_argument("--consistency", type=Path, help="the log's answer that leads from one to the other")
    parser.add_argument("--clip", type=Path, help="the clip that a proof file must speak of")
    return parser


def _checks(asked: argparse.Namespace) -> Iterator[Check]:
    trust = Trust(
        _key(asked.key),
        tuple(_key(witness) for witness in asked.witness),
        _text(asked.head) if asked.head else None,
        _consistency(asked.consistency) if asked.consistency else (),
    )
    content = _bytes(asked.file, CLIP_BYTES_MAX)
    if content[4:8] == b"ftyp":
        yield from _checks_of_sealed(content, asked.file, trust)
    elif content.lstrip()[:1] == b"{":
        yield from _checks_of_json(content, trust, asked.clip)
    else:
        yield from checks_of_checkpoint(_decoded(content, asked.file), trust)


def _checks_of_json(content: bytes, trust: Trust, clip: Path | None) -> Iterator[Check]:
    try:
        file = parse_proof_file(content)
    except BadProofFile as error:
        yield Check(f"a proof file in its one form: {error}", False)
        return
    yield Check("a proof file in its one form", True)
    yield from checks_of_file(file, trust)
    if clip is not None:
        yield from checks_of_clip(_bytes(clip, CLIP_BYTES_MAX), file)


def _checks_of_sealed(video: bytes, path: Path, trust: Trust) -> Iterator[Check]:
    """The manifest's own account of the file, then the proof in it, then that both speak of this video."""
    try:
        manifest = read_manifest(path)
    except ManifestUnreadable as error:
        raise Unreadable(str(error)) from None
    yield Check(f"the C2PA manifest fits the file ({manifest.state})", manifest.fits)
    try:
        file = read_document(manifest.proof)
    except (BadProofFile, UnicodeError) as error:
        yield Check(f"the clip carries a proof: {error}", False)
        return
    yield from checks_of_file(file, trust)
    yield from checks_of_clip(video, file)


def _key(given: str) -> PublicKey:
    text = given
    if "+" not in given or Path(given).is_file():
        text = _text(Path(given))
    try:
        return read_public_key(text)
    except BadKey as error:
        raise Unreadable(str(error)) from None


def _consistency(path: Path) -> tuple[bytes, ...]:
    try:
        hashes = json.loads(_bytes(path, FILE_BYTES_MAX))["hashes"]
        return tuple(map(parse_hash, hashes))
    except (ValueError, KeyError, TypeError, BadNote, RecursionError):
        raise Unreadable(f"{path} is no consistency proof") from None


def _text(path: Path) -> str:
    return _decoded(_bytes(path, FILE_BYTES_MAX), path)


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise Unreadable(f"{path} is not text") from None


def _bytes(path: Path, bytes_max: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(bytes_max + 1)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from None
    if len(content) > bytes_max:
        raise Unreadable(f"{path} is larger than {bytes_max} bytes")
    return content


if __name__ == "__main__":
    main()
