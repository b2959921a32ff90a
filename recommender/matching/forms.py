"""The forms in which the words of a wish are embedded."""

import numpy as np

from recommender.embedder import Embedder
from recommender.rules import Facet

# A bare noun is read more like a caption where it stands in a sentence, too.
FORMS = ("{}", "a video of {}")


def wish_vectors(embedder: Embedder, words: str, facet: Facet) -> np.ndarray:
    """Unit vectors of a wish, float32 (k, 384), that of its bare words first; a whole sentence has no other."""
    forms = FORMS[:1] if facet == "whole" else FORMS
    return embedder.embed_together(tuple(form.format(words) for form in forms))
