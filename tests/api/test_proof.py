"""The log's public account of itself is served to everybody, and signed beside the requests."""

import time

import pytest

from api.commands.proof import check_all, print_head, print_key, write_entries
from api.open_log import open_standing_log
from api.proving.proofs import Proofs, log_key
from api.settings import Settings, SettingsInvalid
from domain.keys import KeyRing
from domain.proof.checkpoint import open_checkpoint, parse_hash
from domain.proof.leaf import leaf_bytes
from domain.proof.merkle import is_consistent, leaf_hash, root_by_inclusion
from domain.proof.signing import read_public_key
from domain.proof.tlog_proof import parse_tlog_proof
from domain.proof.verifier import main

SIGNED_S_MAX = 20


def served_head(community):
    """The newest head that a stranger sees, checked with the key that they see."""
    client = community.client
    key = read_public_key(client.get("/api/proof/key").text)
    checkpoint, _ = open_checkpoint(client.get("/api/proof/checkpoint").text, key)
    return checkpoint, key


def signed(community):
    """A head over the log as it stands."""
    community.wiring.proofs.notary.sign_head()
    return served_head(community)


def test_anybody_can_check_that_an_entry_is_in_the_log(community):
    community.join("maya")
    checkpoint, key = signed(community)
    text = community.client.get(f"/api/proof/inclusion/{checkpoint.size}").text
    proof = parse_tlog_proof(text)
    (row,) = community.wiring.recorder.read_rows(checkpoint.size - 1, 1)
    under, _ = open_checkpoint(proof.checkpoint, key)
    assert root_by_inclusion(leaf_hash(leaf_bytes(row)), proof.index, under.size, proof.hashes) == under.root


def test_anybody_can_check_that_the_log_only_grew(community):
    community.join("maya")
    old, _ = signed(community)
    community.join("theo")
    new, _ = signed(community)
    assert new.size > old.size
    answer = community.client.get(
        "/api/proof/consistency", params={"from_size": old.size, "to_size": new.size}
    ).json()
    hashes = [parse_hash(each) for each in answer["hashes"]]
    assert is_consistent(old.size, old.root, new.size, new.root, hashes)
    kept = community.client.get("/api/proof/checkpoint", params={"size": old.size}).text
    assert kept.splitlines()[1] == str(old.size)


def test_what_was_never_signed_is_not_served(community):
    checkpoint, _ = signed(community)
    beyond = checkpoint.size + 1_000_000
    for path in (
        f"/api/proof/inclusion/{beyond}",
        f"/api/proof/checkpoint?size={beyond}",
        f"/api/proof/consistency?from_size=1&to_size={beyond}",
        "/api/proof/consistency?from_size=2&to_size=1",
    ):
        response = community.client.get(path)
        assert (response.status_code, response.json()["code"]) == (404, "unproved"), path


@pytest.mark.parametrize(
    "path", ["/api/proof/inclusion/0", "/api/proof/inclusion/x", f"/api/proof/inclusion/{1 << 70}"]
)
def test_what_is_no_position_is_no_address(community, path):
    assert community.client.get(path).status_code == 404


def test_a_log_that_moved_is_signed_without_being_asked(community):
    keeper = community.wiring.head_keeper
    deadline = time.monotonic() + SIGNED_S_MAX
    while keeper.state != "up" and time.monotonic() < deadline:
        time.sleep(0.05)
    part = community.client.get("/api/ready").json()["parts"]["proof"]
    assert part["status"] == "up"
    assert part["note"].startswith("head of ")


def test_an_operator_proves_entries_from_the_command_line(community, tmp_path, capsys):
    community.join("maya")
    settings, output = community.wiring.settings, tmp_path / "proof.json"
    capsys.readouterr()
    print_key(settings)
    key = capsys.readouterr().out.strip()
    print_head(settings)
    size = int(capsys.readouterr().out.splitlines()[1])
    write_entries(settings, (1, size), output)
    check_all(settings)
    assert f"the head of {size}" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main([str(output), "--key", key])
    assert ended.value.code == 0
    assert "maya" not in output.read_text()


def test_a_log_is_named_after_its_key_or_as_the_operator_says(tmp_path):
    keys = KeyRing(tmp_path)
    assert log_key("", keys).name.startswith("castmates/log-")
    assert log_key("", keys) == log_key("", keys)
    assert log_key("example.org/castmates", keys).name == "example.org/castmates"
    with pytest.raises(SettingsInvalid, match="PROOF_ORIGIN"):
        log_key("two words", keys)


def test_a_community_that_stood_before_the_tree_is_proved_whole(community, tmp_path):
    with open_standing_log(community.wiring.settings) as log:
        proofs = Proofs(Settings(data=tmp_path), log.recorder, log.keys)
        head = proofs.notary.sign_head()
        assert head.size == proofs.notary.size() > 0
        proofs.close()
