"""Passkeys as WebAuthn has them (https://www.w3.org/TR/webauthn-3/): challenges, and what browsers answer to them."""

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from domain.events import PasskeyAdded
from domain.ids import PasskeyId, PersonId

NAME = "Castmates"
CHALLENGE_S_MAX = 300.0
CHALLENGES_MAX = 10_000


class PasskeyWrong(Exception):
    """What a browser showed is no valid answer to a challenge of ours."""

    code = "passkey_wrong"


class Home(NamedTuple):
    """Where the app is: `https://castmates.example`, whose host is what a passkey is bound to."""

    origin: str

    @property
    def host(self) -> str:
        """The name of the relying party."""
        return urlsplit(self.origin).hostname or ""


class Credential(NamedTuple):
    """A credential that a browser made and that was checked, in base64url."""

    credential: str
    public_key: str


class Passkeys:
    """Gives challenges, each good for one answer and five minutes, and checks the answers; all in memory.

    The counters of authenticators that count are remembered until the server stops.
    """

    def __init__(self, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._clock_s = clock_s
        self._given: OrderedDict[tuple[str, bytes], float] = OrderedDict()
        self._uses: dict[PasskeyId, int] = {}

    def creation(
        self, home: Home, person_id: PersonId, handle: str, own: Sequence[PasskeyAdded]
    ) -> dict[str, Any]:
        """Options with which a browser makes a passkey for somebody; devices that have one of theirs make none."""
        options = webauthn.generate_registration_options(
            rp_id=home.host,
            rp_name=NAME,
            user_name=handle,
            user_id=person_id.encode(),
            challenge=self._challenge(person_id),
            timeout=int(CHALLENGE_S_MAX * 1000),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[
                PublicKeyCredentialDescriptor(base64url_to_bytes(each.credential))
                for each in own
                if each.credential
            ],
        )
        return json.loads(webauthn.options_to_json(options))

    def created(self, home: Home, person_id: PersonId, shown: dict[str, Any]) -> Credential:
        """The credential that a browser made for somebody. Raises PasskeyWrong."""
        try:
            made = webauthn.verify_registration_response(
                credential=shown,
                expected_challenge=self._taken(person_id, shown),
                expected_rp_id=home.host,
                expected_origin=home.origin,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, TypeError, KeyError) as error:
            raise PasskeyWrong from error
        return Credential(
            bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key)
        )

    def request(self, home: Home) -> dict[str, Any]:
        """Options with which a browser lets somebody choose one of their passkeys."""
        options = webauthn.generate_authentication_options(
            rp_id=home.host,
            challenge=self._challenge(""),
            timeout=int(CHALLENGE_S_MAX * 1000),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return json.loads(webauthn.options_to_json(options))

    def shown(self, home: Home, shown: dict[str, Any], standing: Sequence[PasskeyAdded]) -> PasskeyAdded:
        """Which of somebody's passkeys a browser showed. Raises PasskeyWrong."""
        try:
            challenge = self._taken("", shown)
            passkey = next(each for each in standing if each.credential == shown["id"] and each.public_key)
            used = webauthn.verify_authentication_response(
                credential=shown,
                expected_challenge=challenge,
                expected_rp_id=home.host,
                expected_origin=home.origin,
                credential_public_key=base64url_to_bytes(passkey.public_key or ""),
                credential_current_sign_count=self._uses.get(passkey.passkey_id, 0),
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, TypeError, KeyError, StopIteration) as error:
            raise PasskeyWrong from error
        self._uses[passkey.passkey_id] = used.new_sign_count
        return passkey

    def _challenge(self, whose: str) -> bytes:
        challenge = secrets.token_bytes(32)
        self._given[whose, challenge] = self._clock_s() + CHALLENGE_S_MAX
        if len(self._given) > CHALLENGES_MAX:
            self._given.popitem(last=False)
        return challenge

    def _taken(self, whose: str, shown: dict[str, Any]) -> bytes:
        """The challenge that is answered, which serves no second time. Raises PasskeyWrong."""
        told = parse_client_data_json(base64url_to_bytes(shown["response"]["clientDataJSON"]))
        if self._given.pop((whose, told.challenge), 0.0) < self._clock_s():
            raise PasskeyWrong
        return told.challenge


def owner_of(shown: dict[str, Any]) -> PersonId:
    """Whose passkey a browser says that it shows; true once the signature is checked. Raises PasskeyWrong."""
    try:
        return PersonId(base64url_to_bytes(shown["response"]["userHandle"]).decode("ascii"))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PasskeyWrong from error
