"""A device's lock in software: makes passkeys and shows them, as WebAuthn level 3 lays out their bytes."""

import hashlib
import json
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
ES256 = -7


class Authenticator:
    """One device with at most one passkey. `verifies` is whether it asks for a finger or a code."""

    def __init__(self, origin: str, verifies: bool = True) -> None:
        self.origin, self._flags = origin, PRESENT | (VERIFIED if verifies else 0)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.credential_id = hashlib.sha256(str(self._key.private_numbers().private_value).encode()).digest()
        self.user_id, self.count = "", 0

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.create` answers, as JSON."""
        self.user_id = options["user"]["id"]
        point = self._key.public_key().public_numbers()
        cose = {1: 2, 3: ES256, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        named = bytes(16) + len(self.credential_id).to_bytes(2) + self.credential_id
        data = self._data(options["rp"]["id"], ATTESTED) + named + cbor2.dumps(cose)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options["challenge"])
        return self._shown(clientDataJSON=client, attestationObject=attestation)

    def show(self, options: dict[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.get` answers, as JSON."""
        self.count += 1
        data, client = self._data(options["rpId"], 0), self._client("webauthn.get", options["challenge"])
        signature = self._key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        shown = self._shown(clientDataJSON=client, authenticatorData=data, signature=signature)
        shown["response"]["userHandle"] = self.user_id
        return shown

    def _data(self, rp_id: str, more: int) -> bytes:
        return hashlib.sha256(rp_id.encode()).digest() + bytes([self._flags | more]) + self.count.to_bytes(4)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _shown(self, **response: bytes) -> dict[str, Any]:
        own = bytes_to_base64url(self.credential_id)
        written = {name: bytes_to_base64url(value) for name, value in response.items()}
        return {
            "id": own,
            "rawId": own,
            "type": "public-key",
            "response": written,
            "clientExtensionResults": {},
        }


def flipped(text: str) -> str:
    """The same bytes in base64url, but for one bit."""
    whole = base64url_to_bytes(text)
    return bytes_to_base64url(whole[:-1] + bytes([whole[-1] ^ 1]))
