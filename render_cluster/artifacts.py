"""Finished files, named by the digest of what is in them: one door to a folder or an S3 bucket."""

import errno
import hashlib
import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec
import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

CHUNK_BYTES = 256 * 1024
ARTIFACT_BYTES_MAX = 4 * 1024**3
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FULL_ERRNOS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_S3_CODES = ("XMinioStorageFull", "InsufficientStorage", "QuotaExceeded")
_MISSING_S3_CODES = ("NoSuchKey", "NoSuchObject")


class ArtifactError(Exception):
    """What an artifact store may say instead of an answer."""


class BadDigest(ArtifactError, ValueError):
    """The name is not the 64 hexadecimal digits of a SHA-256."""


class BadRange(ArtifactError, ValueError):
    """The wished-for bytes lie outside the artifact."""


class ArtifactMissing(ArtifactError):
    """No artifact has this digest."""


class ArtifactCorrupt(ArtifactError):
    """The stored bytes are no longer those that the digest names."""


class ArtifactTooLarge(ArtifactError):
    """More than ARTIFACT_BYTES_MAX."""


class StoreFull(ArtifactError):
    """There is no room left; nothing was stored."""


class StoreFailed(ArtifactError):
    """The store cannot be reached or gave up; nothing was stored."""


class Artifact(msgspec.Struct, frozen=True):
    """A stored file: its SHA-256 in hexadecimal, its size and what kind of file it is."""

    digest: str
    size_bytes: int
    media_type: str


class ArtifactStore(Protocol):
    """Keeps artifacts; every call but `put` raises BadDigest for a name that is no digest."""

    def put(self, source: Path | bytes, media_type: str) -> Artifact:
        """Stores a file or bytes, whole or not at all; StoreFull, StoreFailed or ArtifactTooLarge."""

    def open(self, digest: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """Yields `length` bytes from `start`, or all that follow; ArtifactMissing or BadRange at once."""

    def size_bytes(self, digest: str) -> int:
        """How long an artifact is; ArtifactMissing."""

    def exists(self, digest: str) -> bool:
        """Whether an artifact is there."""

    def delete(self, digest: str) -> None:
        """Removes an artifact; removing one that is not there is no error."""

    def older_than(self, at: datetime) -> Iterator[str]:
        """The digests of the artifacts that were stored before a time; StoreFailed."""


class FolderStore:
    """Artifacts as files below `root`, fanned out by the first two digits of their digests."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._incoming = root / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)

    def put(self, source: Path | bytes, media_type: str) -> Artifact:
        """See ArtifactStore."""
        with _disk_errors(), _opened(source) as reader:
            handle, name = tempfile.mkstemp(dir=self._incoming)
            part = Path(name)
            try:
                with os.fdopen(handle, "wb") as writer:
                    digest, size_bytes = _copy(reader, writer)
                    writer.flush()
                    os.fsync(writer.fileno())
                self._name(part, self._path(digest))
            finally:
                part.unlink(missing_ok=True)
        return Artifact(digest, size_bytes, media_type)

    def open(self, digest: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ArtifactStore."""
        left = _bounded(self.size_bytes(digest), start, length)
        return self._read(self._path(digest), start, left)

    def size_bytes(self, digest: str) -> int:
        """See ArtifactStore."""
        try:
            return self._path(digest).stat().st_size
        except FileNotFoundError:
            raise ArtifactMissing(digest) from None

    def exists(self, digest: str) -> bool:
        """See ArtifactStore."""
        return self._path(digest).is_file()

    def delete(self, digest: str) -> None:
        """See ArtifactStore."""
        self._path(digest).unlink(missing_ok=True)

    def older_than(self, at: datetime) -> Iterator[str]:
        """See ArtifactStore. Parts that a crash left behind are removed on the way."""
        for part in self._incoming.iterdir():
            if _stored_before(part, at):
                part.unlink(missing_ok=True)
        for path in self._root.glob("[0-9a-f][0-9a-f]/*"):
            if _DIGEST.fullmatch(path.name) and _stored_before(path, at):
                yield path.name

    def _path(self, digest: str) -> Path:
        return self._root / _checked(digest)[:2] / digest

    @staticmethod
    def _name(part: Path, path: Path) -> None:
        """Gives a finished part its name, so that it survives a power cut from here on."""
        path.parent.mkdir(exist_ok=True)
        part.replace(path)
        for folder in (path.parent, path.parent.parent):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    @staticmethod
    def _read(path: Path, start: int, left: int) -> Iterator[bytes]:
        with path.open("rb") as reader:
            reader.seek(start)
            while left > 0 and (chunk := reader.read(min(CHUNK_BYTES, left))):
                left -= len(chunk)
                yield chunk


class BucketStore:
    """Artifacts as objects of an S3 bucket, which must exist; any server that speaks S3 will do."""

    def __init__(self, client: Minio, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    @classmethod
    def connect(
        cls, endpoint: str, bucket: str, *, access_key: str, secret_key: str, secure: bool
    ) -> "BucketStore":
        """A store in the bucket of the S3 server at `endpoint` (host:port)."""
        return cls(Minio(endpoint, access_key, secret_key, secure=secure), bucket)

    def put(self, source: Path | bytes, media_type: str) -> Artifact:
        """See ArtifactStore."""
        with _opened(source) as reader:
            digest, size_bytes = _copy(reader, None)
            artifact = Artifact(digest, size_bytes, media_type)
            if self.exists(digest):
                return artifact
            reader.seek(0)
            with _bucket_errors(digest):
                self._client.put_object(
                    bucket_name=self._bucket,
                    object_name=digest,
                    data=reader,
                    length=size_bytes,
                    content_type=media_type,
                )
        return artifact

    def open(self, digest: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ArtifactStore."""
        left = _bounded(self.size_bytes(digest), start, length)
        return self._read(digest, start, left)

    def size_bytes(self, digest: str) -> int:
        """See ArtifactStore."""
        with _bucket_errors(_checked(digest)):
            return self._client.stat_object(bucket_name=self._bucket, object_name=digest).size or 0

    def exists(self, digest: str) -> bool:
        """See ArtifactStore."""
        try:
            self.size_bytes(digest)
        except ArtifactMissing:
            return False
        return True

    def delete(self, digest: str) -> None:
        """See ArtifactStore."""
        with _bucket_errors(_checked(digest)):
            self._client.remove_object(bucket_name=self._bucket, object_name=digest)

    def older_than(self, at: datetime) -> Iterator[str]:
        """See ArtifactStore."""
        with _bucket_errors(self._bucket):
            for found in self._client.list_objects(self._bucket):
                name, stored_at = found.object_name or "", found.last_modified
                if _DIGEST.fullmatch(name) and stored_at is not None and stored_at < at:
                    yield name

    def _read(self, digest: str, start: int, left: int) -> Iterator[bytes]:
        if left == 0:  # to S3 a length of 0 means all
            return
        with _bucket_errors(digest):
            answer = self._client.get_object(
                bucket_name=self._bucket, object_name=digest, offset=start, length=left
            )
            try:
                yield from answer.stream(CHUNK_BYTES)
            finally:
                answer.close()
                answer.release_conn()


def verify(store: ArtifactStore, digest: str) -> None:
    """Reads an artifact whole and raises ArtifactCorrupt where its bytes are not those of its digest."""
    found = hashlib.sha256()
    for chunk in store.open(digest):
        found.update(chunk)
    if found.hexdigest() != digest:
        raise ArtifactCorrupt(f"{digest} now holds {found.hexdigest()}")


def _stored_before(path: Path, at: datetime) -> bool:
    """Whether a file was last written before a time; one that went meanwhile was not."""
    try:
        return path.stat().st_mtime < at.timestamp()
    except FileNotFoundError:
        return False


def _checked(digest: str) -> str:
    """The digest itself; anything else, a path above all, never reaches the disk or the bucket."""
    if not _DIGEST.fullmatch(digest):
        raise BadDigest(f"not a SHA-256 in hexadecimal: {digest[:80]!r}")
    return digest


def _bounded(size_bytes: int, start: int, length: int | None) -> int:
    """How many bytes a range really has; BadRange where it starts outside."""
    if not 0 <= start <= size_bytes or (length is not None and length < 0):
        raise BadRange(f"bytes {start}+{length} of {size_bytes}")
    left = size_bytes - start
    return left if length is None else min(left, length)


def _opened(source: Path | bytes) -> BinaryIO:
    return source.open("rb") if isinstance(source, Path) else io.BytesIO(source)


def _copy(reader: BinaryIO, writer: BinaryIO | None) -> tuple[str, int]:
    """Digest and size of all that `reader` has, written to `writer` on the way."""
    digest, size_bytes = hashlib.sha256(), 0
    while chunk := reader.read(CHUNK_BYTES):
        size_bytes += len(chunk)
        if size_bytes > ARTIFACT_BYTES_MAX:
            raise ArtifactTooLarge(f"more than {ARTIFACT_BYTES_MAX} bytes")
        digest.update(chunk)
        if writer:
            writer.write(chunk)
    return digest.hexdigest(), size_bytes


@contextmanager
def _disk_errors() -> Iterator[None]:
    """Says StoreFull where the disk or the quota is."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_ERRNOS:
            raise StoreFull("no room left for artifacts") from error
        raise


@contextmanager
def _bucket_errors(digest: str) -> Iterator[None]:
    """Turns what S3 and the network say into the words of this module."""
    try:
        yield
    except S3Error as error:
        if error.code in _MISSING_S3_CODES:
            raise ArtifactMissing(digest) from None
        if error.code in _FULL_S3_CODES:
            raise StoreFull("no room left for artifacts") from error
        raise StoreFailed(f"the bucket refused: {error.code}") from error
    except (MinioException, urllib3.exceptions.HTTPError) as error:
        raise StoreFailed(f"the bucket cannot be reached: {type(error).__name__}") from error
