"""The three models of a face, run by OpenCV on one thread: where it is, whose it is, and its 468 points."""

import math

import cv2
import numpy as np

from render_cluster.likeness.weights import detector_path, embedder_path, mesh_path

SCORE_MIN, OVERLAP_MAX, FACES_MAX = 0.7, 0.3, 20
DETECTOR_SIDE_PX = 320
EMBEDDER_SIDE_PX, MESH_SIDE_PX = 112, 192
MESH_MARGIN = 1.5
_EYES_NOSE_MOUTH = np.float32(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]
)
"""Where the embedder wants a face's five points on its 112 px square (ArcFace's template)."""


class FaceReader:
    """Detector, embedder and mesh, loaded together; pictures are uint8 (height, width, 3), blue green red."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._detector = cv2.FaceDetectorYN.create(
            str(detector_path()), "", (DETECTOR_SIDE_PX,) * 2, SCORE_MIN, OVERLAP_MAX, FACES_MAX
        )
        self._embedder = cv2.dnn.readNetFromONNX(str(embedder_path()))
        self._mesh = cv2.dnn.readNetFromTFLite(str(mesh_path()))

    def faces(self, picture: np.ndarray) -> np.ndarray:
        """All faces, the widest first: (faces, 15) with x, y, width, height, five points, score; in pixels."""
        height, width = picture.shape[:2]
        scale = min(1.0, DETECTOR_SIDE_PX / max(height, width))
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        self._detector.setInputSize((small.shape[1], small.shape[0]))
        _, found = self._detector.detect(small)
        if found is None:
            return np.zeros((0, 15), np.float32)
        found = found.copy()
        found[:, :14] /= scale
        return found[np.argsort(-found[:, 2])]

    def embedding(self, picture: np.ndarray, face: np.ndarray) -> np.ndarray:
        """Whose face it is: float32 (128,) of length one."""
        onto, _ = cv2.estimateAffinePartial2D(face[4:14].reshape(5, 2), _EYES_NOSE_MOUTH, method=cv2.LMEDS)
        aligned = cv2.warpAffine(picture, onto, (EMBEDDER_SIDE_PX,) * 2)
        # FaceRecognizerSF names this model's input wrongly, so the net is called by hand.
        self._embedder.setInput(_blob(aligned, 1.0), "data")
        vector = self._embedder.forward().ravel()
        return vector / max(float(np.linalg.norm(vector)), 1e-9)

    def mesh(self, picture: np.ndarray, face: np.ndarray) -> np.ndarray:
        """The 468 points of MediaPipe's face mesh: float32 (468, 3), x and y in pixels, z in pixels away."""
        to_crop = _upright_square(face)
        crop = cv2.warpAffine(picture, to_crop, (MESH_SIDE_PX,) * 2)
        self._mesh.setInput(_blob(crop, 1 / 255))
        points = self._mesh.forward("conv2d_20").reshape(468, 3)
        back = cv2.invertAffineTransform(to_crop)
        flat = points[:, :2] @ back[:, :2].T + back[:, 2]
        return np.column_stack([flat, points[:, 2] * math.hypot(*back[:, 0])]).astype(np.float32)


def _blob(picture: np.ndarray, scale: float) -> np.ndarray:
    return cv2.dnn.blobFromImage(picture, scale, swapRB=True)


def _upright_square(face: np.ndarray) -> np.ndarray:
    """The map from the picture to the mesh's crop: the face upright, with a margin."""
    x, y, width, height = face[:4]
    (right_eye, left_eye) = face[4:8].reshape(2, 2)
    angle_deg = math.degrees(math.atan2(*(left_eye - right_eye)[::-1]))
    side = max(width, height) * MESH_MARGIN
    centre = (float(x + width / 2), float(y + height / 2))
    onto = cv2.getRotationMatrix2D(centre, angle_deg, MESH_SIDE_PX / side)
    onto[:, 2] += MESH_SIDE_PX / 2 - np.array(centre)
    return onto
