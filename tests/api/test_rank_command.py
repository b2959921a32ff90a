"""`castmates rank` answers each request with the rules that it read and the captions that fit."""

from pathlib import Path

import msgspec
from click.testing import CliRunner

from api.cli import main

CAPTIONS = {"a": "A corgi on a beach", "b": "A tram in the rain", "c": "A bowl of ramen"}


def _rank(tmp_path: Path, corpus: str, asks: str, *options: str):
    (tmp_path / "corpus.jsonl").write_text(corpus)
    (tmp_path / "asks.txt").write_text(asks)
    files = ["--corpus", str(tmp_path / "corpus.jsonl"), "--asks", str(tmp_path / "asks.txt")]
    return CliRunner().invoke(main, ["rank", *files, *options])


def test_each_request_is_one_line_best_first(tmp_path: Path) -> None:
    corpus = "\n".join(
        msgspec.json.encode({"id": key, "text": text}).decode() for key, text in CAPTIONS.items()
    )
    result = _rank(tmp_path, corpus, "food\n\nno dogs, more trams\n", "--top", "2", "--json")
    assert result.exit_code == 0, result.output
    food, trams = (msgspec.json.decode(line) for line in result.output.splitlines())
    assert food["ask"] == "food"
    assert food["ids"][0] == "c"
    assert len(food["ids"]) == 2
    assert {rule["kind"] for rule in trams["rules"]} == {"never", "more"}
    assert trams["ids"] == ["b", "c"]


def test_a_file_that_is_no_corpus_is_refused_in_a_sentence(tmp_path: Path) -> None:
    result = _rank(tmp_path, '{"id": 1}', "food")
    assert result.exit_code == 1
    assert "no caption" in result.output
