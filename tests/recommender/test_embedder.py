"""The sentence model gives unit vectors whose nearness is nearness of meaning."""

import numpy as np
import pytest

from recommender.embedder import TEXT_CHARS_MAX, VECTOR_DIMENSIONS, Embedder
from recommender.query_encoder import is_installed


def test_vectors_are_unit_float32(embedder: Embedder):
    vectors = embedder.embed([f"clip number {number}" for number in range(20)])
    assert vectors.shape == (20, VECTOR_DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_make_no_vectors(embedder: Embedder):
    assert embedder.embed([]).shape == (0, VECTOR_DIMENSIONS)


def test_meaning_is_nearer_than_letters(embedder: Embedder):
    asked, near, far = embedder.embed(["a boat sinks", "a ship goes under", "a coat stinks"])
    assert asked @ near > asked @ far


def test_a_text_past_the_bound_is_read_up_to_it(embedder: Embedder):
    text = "a dog " * TEXT_CHARS_MAX
    assert np.array_equal(embedder.embed([text]), embedder.embed([text[:TEXT_CHARS_MAX]]))


def test_a_wish_is_embedded_once_and_cannot_be_written_to(embedder: Embedder):
    forms = ("calm waves", "a video of calm waves")
    vectors = embedder.embed_together(forms)
    assert embedder.embed_together(forms) is vectors
    assert np.allclose(vectors, embedder.embed(forms), atol=1e-3)
    with pytest.raises(ValueError, match="read-only"):
        vectors[0] = 1.0


@pytest.mark.parametrize("text", ["", "\x00", "🙂" * 500, "\ud800"])
def test_odd_texts_have_vectors_too(embedder: Embedder, text: str):
    assert np.isfinite(embedder.embed([text])).all()


@pytest.mark.skipif(not is_installed(), reason="needs the extra `onnx`")
@pytest.mark.parametrize("text", ["calm waves", "a very long wish " * 200, "Schnee über Wien", "🙂"])
def test_the_quick_model_of_queries_agrees_with_that_of_clips(embedder: Embedder, text: str):
    assert embedder.embed_together((text,))[0] @ embedder.embed([text])[0] > 0.998
