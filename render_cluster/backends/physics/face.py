"""The units of a face: what lips, lids, brows and eyes can do, as speech and feeling ask and the head shows."""

UNITS: tuple[str, ...] = (
    "jaw_open",
    "lips_closed",
    "lips_round",
    "lips_wide",
    "lips_funnel",
    "lip_tucked",
    "tongue_up",
    "smile",
    "frown",
    "brows_up",
    "brows_down",
    "blink_l",
    "blink_r",
    "eyes_wide",
    "look_left",
    "look_right",
    "look_up",
    "look_down",
)
UNIT_INDEX: dict[str, int] = {unit: index for index, unit in enumerate(UNITS)}
