"""Recovery codes: made to be copied from paper, kept as slow salted digests alone."""

import asyncio
import hashlib
import hmac
import secrets

# Crockford's letters: none is taken for another one, and what looks alike is read as what stands here.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
GROUPS_COUNT, GROUP_CHARS = 5, 4  # 100 bits
SALT_BYTES = 16
COST_LOG2, BLOCK_SIZE = 14, 8  # 16 MiB; the code is random, so no dictionary helps against it
_MEMORY_BYTES_MAX = 1 << 26


def mint_code() -> str:
    """A new code: five groups of four, `7KQ2-M0XN-...`."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_CHARS)) for _ in range(GROUPS_COUNT))
    return "-".join(groups)


def code_digest(code: str) -> str:
    """What is kept of a code: `scrypt$cost$salt$digest`, under a salt of its own."""
    salt = secrets.token_bytes(SALT_BYTES)
    return f"scrypt${COST_LOG2}${salt.hex()}${_scrypt(code, COST_LOG2, salt).hex()}"


def fits(code: str, kept: str) -> bool:
    """Whether a code, however it was typed, is the one of a digest; takes as long if it is not."""
    _, cost_log2, salt, digest = kept.split("$")
    return hmac.compare_digest(_scrypt(code, int(cost_log2), bytes.fromhex(salt)).hex(), digest)


def _scrypt(code: str, cost_log2: int, salt: bytes) -> bytes:
    typed = code.upper().translate(READ_AS).encode()
    return hashlib.scrypt(typed, salt=salt, n=1 << cost_log2, r=BLOCK_SIZE, p=1, maxmem=_MEMORY_BYTES_MAX)


class CodeKeeper:
    """Makes and compares codes beside the event loop, few at once: many guesses must not take the machine."""

    def __init__(self, at_once_max: int = 2) -> None:
        self._room = asyncio.Semaphore(at_once_max)
        # What a guess is compared to where there is no code, so that the answer takes as long.
        self._nobodys = code_digest(mint_code())

    async def new(self) -> tuple[str, str]:
        """A new code, and the digest of it that is kept."""
        code = mint_code()
        async with self._room:
            return code, await asyncio.to_thread(code_digest, code)

    async def fits(self, code: str, kept: str | None) -> bool:
        """Whether a code is the one that is kept; never where none is."""
        async with self._room:
            right = await asyncio.to_thread(fits, code, kept or self._nobodys)
        return right and kept is not None
