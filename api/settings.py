"""Everything an operator can set, each by one environment variable `CASTMATES_<NAME>`."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

PREFIX = "CASTMATES_"
RAY_OFF = "off"
ORIGIN_PATTERN = r"^(https?://[^/\s]+)?(?![\s\S])"  # as a browser writes it: no slash at the end


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The server's settings; units stand last in the names."""

    data: Path = Path("var")
    """Folder of the log, keys, views, media and index."""

    host: str = "127.0.0.1"
    """Address to listen on."""

    port: Annotated[int, Meta(ge=1, le=65_535)] = 8400
    """Port to listen on."""

    public_origin: Annotated[str, Meta(pattern=ORIGIN_PATTERN)] = ""
    """Where people's browsers reach the server (`https://castmates.example`); empty believes each request."""

    behind_proxy: bool = False
    """Whether a proxy stands in front and writes who asks as the last of `X-Forwarded-For`."""

    countries: str = "*"
    """Countries whose people may join a new community: codes with commas, or `*` for all."""

    allowance_per_day: Annotated[int, Meta(ge=0)] = 20
    """Clips that one person may ask for a day."""

    body_bytes_max: Annotated[int, Meta(ge=1)] = 262_144
    """Largest request body."""

    ray_address: str = ""
    """Ray cluster to render on (`host:port`); empty starts a local head, `off` renders nothing here."""

    ray_dashboard_port: Annotated[int, Meta(ge=1, le=65_535)] = 8265
    """Port of the local head's dashboard."""

    workers: Annotated[int, Meta(ge=0)] = 0
    """Render workers; 0 means one a processor."""

    backend: Literal["physics", "diffusion"] = "physics"
    """What makes clips: our own simulator, or a diffusers text-to-video pipeline on a GPU."""

    diffusion_model: str = ""
    """Folder or model id of the pipeline; needed with `diffusion`."""

    diffusion_device: Literal["cuda", "cpu"] = "cuda"
    """Where the pipeline runs."""

    diffusion_steps: Annotated[int, Meta(ge=1, le=1000)] = 30
    """Denoising steps a clip."""

    chat_url: str = ""
    """OpenAI-compatible endpoint (up to and with `/v1`) that writes storyboards; empty compiles prompts here."""

    chat_model: str = ""
    """Model to ask at that endpoint."""

    chat_key: str = ""
    """Key of that endpoint, if it wants one."""

    chat_limit_s: Annotated[float, Meta(ge=1.0, le=300.0)] = 30.0
    """Longest wait for its storyboard before the prompt is compiled here."""

    chat_reads_instructions: bool = False
    """Whether it may also read what people tell their feed, unless that is about people of this community."""

    enrolments_per_day: Annotated[int, Meta(ge=1)] = 5
    """Challenges that one person may ask for in 24 hours."""

    recording_bytes_max: Annotated[int, Meta(ge=1)] = 67_108_864
    """Largest recording of a challenge."""

    examination_limit_s: Annotated[float, Meta(ge=1.0)] = 180.0
    """Longest examination of a recording before it is refused as unreadable."""

    likeness_thresholds: str = ""
    """Bounds of the checks of a recording that differ from the usual, as JSON: `{"turn_deg_min": 15}`."""

    twin_likeness_min: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.4
    """Cosine of two templates from which they are taken for one face, and a reviewer decides."""

    session_gap_s: Annotated[int, Meta(ge=0)] = 1800
    """Pause after which a visit counts as a new one."""

    teen_visit_clips_max: Annotated[int, Meta(ge=1)] = 60
    """Clips that a teen sees in one visit; then the feed rests as long as a visit needs to be over."""

    wellness_clips_seen_min: Annotated[int, Meta(ge=1)] = 60
    """Clips seen since the last wellness check after which one is due."""

    wellness_days_between_max: Annotated[int, Meta(ge=1)] = 7
    """Days since the last wellness check after which one is due."""

    proof_origin: str = ""
    """Name of the log in its signed heads; empty names it after its key. Another name begins another history."""

    proof_head_s: Annotated[float, Meta(ge=0.1, le=86_400.0)] = 30.0
    """Time after which a log that moved gets a newly signed head."""

    witnesses: str = ""
    """Witnesses to have heads cosigned by: `URL KEY`, several with semicolons."""

    seal_clips: bool = True
    """Whether finished clips carry their consent receipt and its proof, as a C2PA manifest."""

    s3_endpoint: str = ""
    """S3 server (`host:port`) for media; empty keeps media in the data folder."""

    s3_bucket: str = "castmates"
    """Bucket for media."""

    s3_access_key: str = ""
    """Access key of the bucket."""

    s3_secret_key: str = ""
    """Secret key of the bucket."""

    s3_secure: bool = True
    """Whether the S3 server speaks TLS."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """Least level that is logged: debug, info, warning or error."""


class SettingsInvalid(Exception):
    """An environment variable holds what its setting cannot be."""


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that an environment asks for. Raises SettingsInvalid, also for unknown names."""
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX)
    }
    unknown = sorted(set(given) - set(Settings.__struct_fields__))
    if unknown:
        raise SettingsInvalid(f"no such setting: {', '.join(PREFIX + name.upper() for name in unknown)}")
    try:
        return msgspec.convert(given, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        # The field as an operator knows it; msgspec's text ends in "- at `$.port`".
        what, _, field = str(error).partition(" - at `$.")
        raise SettingsInvalid(f"{PREFIX}{field.rstrip('`').upper()}: {what}") from error


def _decode(wanted: type, value: str) -> Path:
    if wanted is Path:
        return Path(value)
    raise NotImplementedError(wanted)
