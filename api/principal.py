"""Who is asking: turns a token into a member, as the log has it now."""

import hmac
import re
from collections import OrderedDict
from typing import NamedTuple

from api.minting import secret_digest
from api.problems import Unauthenticated
from api.wire import TOKEN_CHARS_MAX
from domain.decider import Clause
from domain.events import AccessIssued, AccessRevoked, PersonErased
from domain.ids import AccessId, PersonId
from domain.ledger import Ledger
from domain.limits import ID_PATTERN
from domain.roles import Roles, role_boundary

_ID = re.compile(ID_PATTERN)
KNOWN_MAX = 10_000


class Principal(NamedTuple):
    """A member who proved to be who they say."""

    person_id: PersonId
    access_id: AccessId


class _Known(NamedTuple):
    principal: Principal
    checked_position: int


def make_token(access_id: AccessId, secret: str) -> str:
    """What the member keeps: the access's id and its secret."""
    return f"{access_id}.{secret}"


class Gate:
    """Checks tokens against the log; remembers the good ones until the log moves on."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def principal(self, token: str | None) -> Principal:
        """The member who holds a token. Raises Unauthenticated."""
        if token is None or len(token) > TOKEN_CHARS_MAX:
            raise Unauthenticated
        access_id, _, secret = token.partition(".")
        if not secret or not _ID.match(access_id):
            raise Unauthenticated
        digest = secret_digest(token)
        head = self._ledger.head()
        known = self._known.get(digest)
        if known is not None and known.checked_position == head:
            return known.principal
        principal = self._look_up(AccessId(access_id), secret)
        self._remember(digest, _Known(principal, head))
        return principal

    def is_good(self, principal: Principal) -> bool:
        """Whether an access that was let in is good still, as the log has it now."""
        ended = (
            Clause((AccessRevoked,), (principal.access_id,)),
            Clause((PersonErased,), (principal.person_id,)),
        )
        return not self._ledger.read(ended)

    def roles(self, person_id: PersonId) -> Roles:
        """The roles that a member holds, as the log has it now."""
        roles = Roles(person_id)
        for recorded in self._ledger.read(role_boundary(person_id)):
            roles = roles.evolve(recorded.event)
        return roles

    def _look_up(self, access_id: AccessId, secret: str) -> Principal:
        person_id: PersonId | None = None
        for recorded in self._ledger.read((Clause((AccessIssued, AccessRevoked), (access_id,)),)):
            match recorded.event:
                case AccessIssued(person_id=holder_id, secret_digest=kept):
                    person_id = holder_id if hmac.compare_digest(kept, secret_digest(secret)) else None
                case AccessRevoked():
                    person_id = None
        if person_id is None or self._ledger.read((Clause((PersonErased,), (person_id,)),)):
            raise Unauthenticated
        return Principal(person_id, access_id)

    def _remember(self, digest: str, known: _Known) -> None:
        self._known[digest] = known
        self._known.move_to_end(digest)
        if len(self._known) > KNOWN_MAX:
            self._known.popitem(last=False)
