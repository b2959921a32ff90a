"""Programs and scripts from npm, which `make test-web` puts into a folder that git ignores."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / ".web" / "node_modules"


def script(path: str) -> str:
    """The text of a file of a package."""
    return (PACKAGES / path).read_text()


def run(
    name: str, *arguments: str, limit_s: float = 120, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What a program of a package did and printed; its environment is ours where none is given."""
    program = [str(PACKAGES / ".bin" / name), *arguments]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=limit_s, env=environment)
