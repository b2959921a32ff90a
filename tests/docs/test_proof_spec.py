"""The page on proof files holds: its example is what a notary makes, and its own small verifier takes it alone."""

import base64
import hashlib
import json
import re
from pathlib import Path

import jsonschema
import pytest
from eventsourcing.dcb.api import DCBEvent

from domain.proof.leaf import Row, leaf_bytes
from domain.proof.merkle import leaf_hash
from domain.proof.proof_file import canonical
from domain.proof.verifier import main
from tests.domain.proof.notaries import KEY, WITNESS, Community

SPEC = Path(__file__).parents[2] / "docs" / "spec"
EXAMPLE = SPEC / "proof.v1.example.json"
CASTING = {"cameo_id": "cameo-maya", "owner_id": "person-maya", "uses": ["appear"], "grant_ids": ["grant-7"]}
ROWS = (
    ("person.joined.v1", ["person-ana"], {"person_id": "person-ana", "handle": "c2VhbGVk"}),
    ("cameo.granted.v1", ["grant-7", "cameo-maya"], {"grant_id": "grant-7", "cameo_id": "cameo-maya"}),
    (
        "generation.requested.v1",
        ["job-3", "clip-3", "person-ana", "cameo-maya"],
        {"job_id": "job-3", "clip_id": "clip-3", "duration_s": 4.0, "prompt": "c2VhbGVk", "cast": [CASTING]},
    ),
    ("generation.started.v1", ["job-3", "clip-3"], {"job_id": "job-3", "clip_id": "clip-3", "attempt": 1}),
    ("clip.liked.v1", ["clip-2", "person-ana"], {"clip_id": "clip-2", "person_id": "person-ana"}),
)


def page() -> str:
    return (SPEC / "proof.md").read_text()


def example_made_anew(folder: Path) -> bytes:
    """The example: a clip's receipt from a log of five entries, under fixed keys and at a fixed time."""
    community = Community(folder)
    try:
        for name, tags, event in ROWS:
            data = json.dumps({"meta": {"actor": "example"}, "event": event}, separators=(",", ":"))
            community.recorder.append([DCBEvent(name, data.encode(), tags)])
        head = community.cosigned(community.notary.sign_head())
        claim = {
            "kind": "clip",
            "about": "clip-3",
            "job_id": "job-3",
            "video_sha256": hashlib.sha256(b"the video").hexdigest(),
            "receipt_sha256": hashlib.sha256(b"the receipt").hexdigest(),
            "cast": [{**CASTING, "position": 3}],
        }
        return canonical(community.notary.prove([3], claim, head).document()) + b"\n"
    finally:
        community.close()


def test_the_example_is_what_a_notary_makes(tmp_path: Path, may_write_golden: bool) -> None:
    made = example_made_anew(tmp_path)
    if may_write_golden and not EXAMPLE.exists():
        EXAMPLE.write_bytes(made)
    assert made == EXAMPLE.read_bytes()


def test_the_example_has_the_form_of_its_schema() -> None:
    schema = json.loads((SPEC / "proof.v1.schema.json").read_text())
    jsonschema.validate(json.loads(EXAMPLE.read_bytes()), schema)


@pytest.mark.parametrize("key", [KEY, WITNESS])
def test_the_keys_of_the_page_are_those_of_the_example(key) -> None:
    assert key.public().text() in page()


def test_the_verifier_takes_the_example() -> None:
    arguments = [str(EXAMPLE), "--key", KEY.public().text(), "--witness", WITNESS.public().text()]
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0


def own_verifier():
    """The function that the page shows, run as it stands there."""
    (source,) = re.findall(r"```python\n(.*?)```", page(), re.DOTALL)
    names: dict = {}
    exec(compile(source, "docs/spec/proof.md", "exec"), names)
    return names["verify"]


def test_the_verifier_of_the_page_takes_the_example_and_no_changed_one() -> None:
    verify, key = own_verifier(), KEY.public().raw
    content = EXAMPLE.read_bytes()
    assert verify(content, KEY.name, key)
    assert not verify(content, KEY.name, WITNESS.public().raw)
    for place in range(0, len(content) - 1, 5):
        changed = bytearray(content)
        changed[place] ^= 1
        assert not verify(bytes(changed), KEY.name, key), f"byte {place}"


def test_the_vectors_of_the_page() -> None:
    vectors = dict(re.findall(r"^\| ([a-z ]+) \| `([^`]+)` \|$", page(), re.MULTILINE))
    entry = json.loads(EXAMPLE.read_bytes())["entries"][0]
    leaf = leaf_bytes(Row(entry["position"], entry["name"], tuple(entry["tags"]), entry["data"].encode()))
    document = {name: part for name, part in json.loads(EXAMPLE.read_bytes()).items() if name != "statement"}
    assert vectors["digest of the leaf"] == hashlib.sha256(leaf).hexdigest()
    assert vectors["leaf hash"] == leaf_hash(leaf).hex()
    assert (
        vectors["digest in the statement"]
        == base64.b64encode(hashlib.sha256(canonical(document)).digest()).decode()
    )
