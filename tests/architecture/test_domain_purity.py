"""The domain is pure but for its edge: no clock, no chance, no I/O, no framework."""

import ast
from pathlib import Path

import pytest

DOMAIN = Path(__file__).parents[2] / "domain"
# Where the domain meets the world: the door to the log, the stores behind it, and the keys.
EDGE = (
    "group_commit", "keys", "ledger", "notary", "proof.manifest", "proof.verifier", "sqlite_connections", "store",
    "vault",
)  # fmt: skip
PURE_LIBRARIES = {
    "base64",
    "binascii",
    "collections",
    "datetime",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "json",
    "math",
    "msgspec",
    "re",
    "struct",
    "typing",
    "unicodedata",
}
# Signing with Ed25519 is arithmetic: the same message and key give the same signature.
PURE_MODULES = {"cryptography.exceptions", "cryptography.hazmat.primitives.asymmetric.ed25519"}
CLOCKS = {"now", "utcnow", "today"}
IMPURE_BUILTINS = {"open", "print", "input", "exec", "eval", "compile", "globals", "__import__"}


def is_edge(module: str) -> bool:
    """Whether a module of the domain, by its dotted name, belongs to the edge."""
    stem = module.removeprefix("domain.")
    return stem in EDGE or stem.startswith("store_")


def faults(source: str) -> list[str]:
    """What makes a module impure, each with its line."""
    return [
        f"line {getattr(node, 'lineno', 0)}: {fault}"
        for node in ast.walk(ast.parse(source))
        for fault in _faults_of(node)
    ]


def _faults_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [f"imports {alias.name}" for alias in names if not _may_import(alias.name)]
        case ast.ImportFrom(module=module, names=names, level=level):
            modules = [module or ""] if module != "domain" else [f"domain.{alias.name}" for alias in names]
            return [f"imports {each}" for each in modules if level or not _may_import(each)]
        case ast.Attribute(attr=attr) if attr in CLOCKS:
            return [f"asks the clock: {attr}"]
        case ast.Name(id=name, ctx=ast.Load()) if name in IMPURE_BUILTINS:
            return [f"touches the world: {name}"]
        case ast.Global(names=names):
            return [f"keeps a global: {', '.join(names)}"]
        case ast.AsyncFunctionDef(name=name):
            return [f"waits for the world: {name}"]
    return []


def _may_import(module: str) -> bool:
    top = module.partition(".")[0]
    return module in PURE_MODULES or top in PURE_LIBRARIES or (top == "domain" and not is_edge(module))


def pure_modules() -> list[Path]:
    """Every module of the domain but its edge."""
    return [
        path
        for path in sorted(DOMAIN.rglob("*.py"))
        if not is_edge(".".join(("domain", *path.relative_to(DOMAIN).with_suffix("").parts)))
    ]


@pytest.mark.parametrize("path", pure_modules(), ids=lambda path: str(path.relative_to(DOMAIN)))
def test_the_domain_is_pure(path: Path) -> None:
    assert faults(path.read_text()) == []


def test_the_edge_is_where_it_is_said_to_be() -> None:
    pure = {path.stem for path in pure_modules()}
    assert {"events", "codec", "decider", "social", "generations", "merkle", "verify"} <= pure
    assert not pure & {name.rpartition(".")[2] for name in EDGE}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import time", "imports time"),
        ("import random", "imports random"),
        ("import os.path", "imports os.path"),
        ("import socket", "imports socket"),
        ("import sqlite3 as db", "imports sqlite3"),
        ("from uuid import uuid4", "imports uuid"),
        ("from litestar import get", "imports litestar"),
        ("from eventsourcing.dcb.api import DCBQuery", "imports eventsourcing.dcb.api"),
        ("def f():\n    import secrets", "imports secrets"),
        ("from domain.ledger import Ledger", "imports domain.ledger"),
        ("from domain import keys", "imports domain.keys"),
        ("from domain.store_sqlite import Store", "imports domain.store_sqlite"),
        ("from . import ledger", "imports "),
        ("from datetime import datetime\nat = datetime.now()", "asks the clock: now"),
        ("from datetime import date as d\nask = d.today", "asks the clock: today"),
        ("open('x')", "touches the world: open"),
        ("show = print", "touches the world: print"),
        ("def f():\n    global seen\n    seen = 1", "keeps a global: seen"),
        ("async def f(): ...", "waits for the world: f"),
    ],
)
def test_each_impurity_is_noticed(source: str, fault: str) -> None:
    assert [each.partition(": ")[2] for each in faults(source)] == [fault]


def test_what_is_pure_passes() -> None:
    assert (
        faults("from collections.abc import Sequence\nimport msgspec\nfrom domain.events import Event") == []
    )
