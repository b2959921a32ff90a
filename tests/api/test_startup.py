"""What an operator hears when a server cannot start: one sentence and an exit code, never a stack."""

import shutil
import socket

import pytest
from click.testing import CliRunner

from api.building.root import build
from api.cli import main
from api.commands.inspect import openapi_document
from api.hosting.founding import found
from api.hosting.occupancy import Occupied, check_address, sole_server
from api.settings import RAY_OFF, Settings


@pytest.fixture
def settings(tmp_path):
    settings = Settings(data=tmp_path / "data", ray_address=RAY_OFF)
    found(settings)
    return settings


def said(arguments, **environment):
    result = CliRunner().invoke(
        main, arguments, env={f"CASTMATES_{key.upper()}": str(value) for key, value in environment.items()}
    )
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert len(result.output.strip().splitlines()) == 1
    return result.output


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "0"),
        ("port", "65536"),
        ("port", "abc"),
        ("workers", "-1"),
        ("log_level", "loud"),
        ("prot", "1"),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path, name, value):
    assert f"CASTMATES_{name.upper()}" in said(["invite"], data=tmp_path, **{name: value})


def test_a_country_that_does_not_exist_is_named(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert "no such country: XX" in said(["serve"], data=tmp_path / "data", port=port, countries="CA,XX")


def test_a_data_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in said(["invite"], data=tmp_path / "file")


def test_a_log_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "log.db").write_bytes(b"no database" * 1_000)
    assert "log" in said(["invite"], data=tmp_path)


def test_a_log_without_its_keys_is_not_served(settings):
    shutil.rmtree(settings.data / "keys")
    for _ in range(2):  # asking again must not make them anew
        assert "keys" in said(["invite"], data=settings.data)


def test_keys_without_their_log_are_not_served(settings):
    for path in settings.data.glob("log.db*"):
        path.unlink()
    for _ in range(2):
        assert "log.db" in said(["invite"], data=settings.data)


def test_a_start_that_ended_before_the_first_event_is_taken_up(tmp_path):
    settings = Settings(data=tmp_path, ray_address=RAY_OFF)
    build(settings).close()
    assert found(settings)


def test_a_folder_has_one_server(tmp_path):
    with sole_server(tmp_path), pytest.raises(Occupied), sole_server(tmp_path):
        pass
    with sole_server(tmp_path):
        pass


def test_a_port_in_use_is_not_shared():
    taken = socket.create_server(("127.0.0.1", 0), reuse_port=True)
    with taken, pytest.raises(Occupied, match="in use"):
        check_address(*taken.getsockname())


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(Occupied):
        check_address("192.0.2.1", 8400)


def test_the_contract_can_be_printed_without_a_data_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert openapi_document()
    assert list(tmp_path.iterdir()) == []
