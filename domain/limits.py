"""A bound on everything a person can send, named with its unit."""

ID_CHARS_MAX = 64
# No "$": that would let a line break follow.
ID_PATTERN = r"^[A-Za-z0-9_-]+(?![\s\S])"

HANDLE_CHARS_MIN = 3
HANDLE_CHARS_MAX = 24
HANDLE_PATTERN = r"^[a-z0-9_]+$"

PROMPT_CHARS_MAX = 2_000
COMMENT_CHARS_MAX = 1_000
REPORT_NOTE_CHARS_MAX = 1_000
CAPTION_CHARS_MAX = 280
ANSWER_NOTE_CHARS_MAX = 1_000
CONTACT_CHARS_MAX = 200
PASSKEYS_MAX = 10
STORYBOARD_BYTES_MAX = 200_000  # the fullest that the format allows has about 150,000

CLIP_DURATION_S = 4.0  # where nothing is said
CLIP_DURATION_S_MIN = 1.0
CLIP_DURATION_S_MAX = 60.0
CLIP_STYLES = (
    "realistic", "cinematic", "anime", "claymation", "watercolour", "noir", "pixel_art", "documentary",
)  # fmt: skip
CLIP_SEED_MAX = 2**31 - 1
CLIP_SIZES_PX = (
    (640, 360), (360, 640), (480, 480),
    (1280, 720), (720, 1280), (720, 720),
    (1920, 1080), (1080, 1920), (1080, 1080),
)  # fmt: skip

INVITES_PER_PERSON = 4
JOIN_AGE_YEARS_MIN = 13
ADULT_AGE_YEARS = 18
GENERATION_ATTEMPTS_MAX = 3
REFUSALS_PER_DAY_MAX = 50

REACH_EVENTS_MAX = 900
"""Events that one append takes down at most; the rest of a large revocation follows in further appends."""
GUARDIAN_ASKS_OPEN_MAX = 4
CAP_CLIPS_MAX = 1_000  # a day
APPEAL_CHARS_MAX = 1_000
GRANTS_PER_CAMEO_MAX = 500
GRANTS_PER_PAIR_MAX = 10
GRANT_CLIPS_COUNT_MAX = 10_000

INSTRUCTION_CHARS_MAX = 300
RULES_PER_INSTRUCTION_MAX = 12
RULES_CHARS_MAX = 6_000  # of an instruction's rules together, in JSON
INSTRUCTIONS_PER_PERSON_MAX = 20  # that hold at once
PAUSE_MINUTES_MAX = 30 * 24 * 60

# How far clocks are behind and ahead of UTC anywhere.
UTC_OFFSET_LEAST_MIN = -12 * 60
UTC_OFFSET_MOST_MIN = 14 * 60
