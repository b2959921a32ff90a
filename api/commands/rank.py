"""Ranks any captions by any requests with the feed's own compiler and matcher, so that anyone can measure it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from domain.errors import Refused
from recommender.embedder import Embedder
from recommender.instruction import compile_instruction
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.matching.features import Shelf, read_features, shelve
from recommender.matching.matcher import Matcher
from recommender.matching.ranking import rank
from recommender.matching.wordnet import WordNet
from recommender.rules import Rule

CAPTIONS_MAX = 100_000
FILE_BYTES_MAX = 256 * 1024 * 1024
# Captions have no dates; "until Friday" is counted from a moment that is the same on every run.
MOMENT = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Caption(msgspec.Struct, frozen=True):
    """One line of a corpus."""

    id: str
    text: str


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the output: what was asked, how it was understood, and what fits, best first.

    `refused` is the code of the refusal where it was not understood; then there are no rules and no ids.
    """

    ask: str
    rules: tuple[Rule, ...]
    ids: tuple[str, ...]
    refused: str = ""


class CaptionRanker:
    """A corpus, read once, that any number of requests can be put to."""

    def __init__(self, captions: list[Caption], embedder: Embedder) -> None:
        wordnet = WordNet()
        texts = [caption.text for caption in captions]
        self._ids = [caption.id for caption in captions]
        self._shelf: Shelf = shelve(read_features(texts, embedder.embed, wordnet))
        self._lexicon: Lexicon = read_lexicon(texts)
        self._matcher = Matcher(embedder, wordnet)

    def answer(self, ask: str, top_count: int) -> Answer:
        """The best captions for one request."""
        try:
            rules = compile_instruction(ask, self._lexicon, MOMENT).rules
        except Refused as refusal:
            return Answer(ask, (), (), refusal.code)
        places = rank(rules, self._shelf, self._matcher)[:top_count]
        return Answer(ask, rules, tuple(self._ids[place] for place in places))


def rank_captions(corpus: Path, asks: Path, top_count: int, as_json: bool) -> None:
    """Prints a line for each request. Raises ClickException for a file that is not as it must be."""
    captions = read_captions(corpus)
    ranker = CaptionRanker(captions, Embedder())
    texts = {caption.id: caption.text for caption in captions}
    for ask in _asks(asks):
        answer = ranker.answer(ask, top_count)
        if as_json:
            click.echo(msgspec.json.encode(answer).decode())
            continue
        click.echo(f"{ask}{f'  ({answer.refused})' if answer.refused else ''}")
        for clip_id in answer.ids:
            click.echo(f"  {clip_id}  {texts[clip_id]}")


def read_captions(path: Path) -> list[Caption]:
    """The captions of a JSONL file, at most `CAPTIONS_MAX`. Raises ClickException."""
    try:
        captions = msgspec.json.Decoder(Caption).decode_lines(_bytes(path))
    except msgspec.DecodeError as error:
        raise click.ClickException(f"{path}: a line is no caption with id and text: {error}") from error
    if not 1 <= len(captions) <= CAPTIONS_MAX:
        raise click.ClickException(f"{path} has {len(captions)} captions, of 1 to {CAPTIONS_MAX}")
    return captions


def _asks(path: Path) -> Iterator[str]:
    return (line.strip() for line in _bytes(path).decode("utf-8", "replace").splitlines() if line.strip())


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > FILE_BYTES_MAX:
        raise click.ClickException(f"{path} is larger than {FILE_BYTES_MAX} bytes")
    return path.read_bytes()
