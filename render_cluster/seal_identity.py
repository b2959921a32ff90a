"""The X.509 chain that clips are sealed with, self-made from the community's own secrets.

A C2PA reader that trusts no such root says Valid, not Trusted: the seal shows that a file is whole, and the proof in
it shows the rest. Serial numbers and dates follow from the keys, so that the same secrets give the same chain.
"""

import hashlib
from datetime import UTC, datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ROOT_PURPOSE, SIGNER_PURPOSE = "clip seal root", "clip seal signer"
VALID_FROM = datetime(2026, 1, 1, tzinfo=UTC)
VALID_TO = datetime(2056, 1, 1, tzinfo=UTC)
_SERIAL_BYTES = 16


class SealIdentity(NamedTuple):
    """The signer's certificate, its root after it, and the signer's private key, as PEM."""

    chain_pem: bytes
    key_pem: bytes


def seal_identity(community: str, root_secret: bytes, signer_secret: bytes) -> SealIdentity:
    """The identity of a community by its name; each secret is 32 bytes."""
    root = Ed25519PrivateKey.from_private_bytes(root_secret)
    signer = Ed25519PrivateKey.from_private_bytes(signer_secret)
    root_name, signer_name = _name(community, "Clip seal root"), _name(community, "Clip seal signer")
    root_cert = _certificate(root_name, root, root_name, root, is_root=True)
    signer_cert = _certificate(signer_name, signer, root_name, root, is_root=False)
    pem = serialization.Encoding.PEM
    return SealIdentity(
        signer_cert.public_bytes(pem) + root_cert.public_bytes(pem),
        signer.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
    )


def _certificate(
    subject: x509.Name,
    subject_key: Ed25519PrivateKey,
    issuer: x509.Name,
    issuer_key: Ed25519PrivateKey,
    is_root: bool,
) -> x509.Certificate:
    """A certificate in the profile that C2PA asks for: a root signs certificates, a signer nothing but claims."""
    public, issuer_public = subject_key.public_key(), issuer_key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(_serial(public.public_bytes_raw()))
        .not_valid_before(VALID_FROM)
        .not_valid_after(VALID_TO)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(_usage(is_root), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_public), critical=False)
    )
    if not is_root:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(issuer_key, None)


def _usage(is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(community: str, role: str) -> x509.Name:
    organization = x509.NameAttribute(NameOID.ORGANIZATION_NAME, community[:64])
    return x509.Name([organization, x509.NameAttribute(NameOID.COMMON_NAME, role)])


def _serial(public: bytes) -> int:
    # Positive, as RFC 5280 has it: the top bit stays clear.
    return int.from_bytes(hashlib.sha256(public).digest()[:_SERIAL_BYTES], "big") >> 1 | 1
