"""One face reader, two portraits, and takes that are made once for all tests of a run."""

import random
from pathlib import Path

import cv2
import numpy as np
import pytest

from render_cluster.likeness.challenge import make_challenge
from render_cluster.likeness.examination import Observed, observe
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.thresholds import Thresholds

PHOTOS = Path(__file__).parent / "photos"


@pytest.fixture(scope="session")
def reader() -> FaceReader:
    """The models, loaded once."""
    return FaceReader()


@pytest.fixture(scope="session")
def collins() -> np.ndarray:
    """A portrait, blue green red."""
    return cv2.imread(str(PHOTOS / "collins.jpg"))


@pytest.fixture(scope="session")
def hopper() -> np.ndarray:
    """Somebody else's portrait."""
    return cv2.imread(str(PHOTOS / "hopper.jpg"))


@pytest.fixture(scope="session")
def challenge():
    """What the takes of these tests answer."""
    return make_challenge(random.Random(7))


def observed(path: Path, reader: FaceReader) -> Observed:
    """What a recording shows and says, with the usual bounds."""
    watching = observe(path, Thresholds(), reader)
    while True:
        try:
            next(watching)
        except StopIteration as done:
            return done.value
