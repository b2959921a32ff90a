"""Every bound of the examination, each with its unit; the page on enrolment says what they were measured on."""

import msgspec


class Thresholds(msgspec.Struct, frozen=True):
    """Where a check passes, where it refuses, and between both, where a person is asked to look.

    `..._pass_...` and `..._refuse_...` are the two ends of what is unsure; what lies in between is unsure.
    """

    bytes_max: int = 60_000_000
    duration_s_min: float = 2.0
    duration_s_max: float = 15.0
    side_px_min: int = 240
    pixels_max: int = 1920 * 1080
    fps_min: float = 10.0
    fps_max: float = 61.0

    examined_fps: float = 15.0
    examined_side_px: int = 640

    face_width_share_min: float = 0.10
    second_face_width_share_min: float = 0.25
    """Of the first face's width: smaller ones are pictures on a wall."""
    second_face_frames_pass_max: int = 0
    second_face_frames_refuse_min: int = 3
    one_face_frames_share_pass_min: float = 0.90
    one_face_frames_share_refuse_max: float = 0.70

    same_face_pass_similarity: float = 0.50
    same_face_refuse_similarity: float = 0.35
    frontal_deg_max: float = 15.0

    stillness_pass_share: float = 0.012
    stillness_refuse_share: float = 0.006

    turn_deg_min: float = 10.0
    nod_deg_min: float = 7.0
    turn_back_share: float = 0.5

    relief_pass_share: float = 0.010
    relief_refuse_share: float = 0.006

    lips_pass_correlation: float = 0.78
    lips_refuse_correlation: float = 0.20
    lips_shift_s_max: float = 0.10
    lips_pass_shift_s_max: float = 0.05
    """Of the shift at which both agree best; beyond it a person is asked."""
    lips_opening_share_min: float = 0.010

    digits_pass_edits_max: int = 1
    digits_refuse_edits_min: int = 3
