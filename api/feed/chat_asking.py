"""Asks the configured chat endpoint on behalf of a feed whose owner is not told to it."""

import logging
import time
from collections.abc import Mapping, Sequence

from api.settings import Settings
from recommender.language.chat_reading import Ask
from render_cluster.chat_client import ChatFailed, Endpoint, ask_chat, json_in

log = logging.getLogger(__name__)


def chat_of(settings: Settings) -> Ask | None:
    """How to ask for a reading; None where no endpoint may."""
    if not settings.chat_url or not settings.chat_reads_instructions:
        return None
    endpoint = Endpoint(settings.chat_url, settings.chat_model, settings.chat_key, settings.chat_limit_s)

    def ask(messages: Sequence[Mapping[str, str]]) -> str | None:
        try:
            return json_in(ask_chat(endpoint, messages, time.monotonic() + endpoint.limit_s))
        except ChatFailed as failed:
            log.warning("the chat endpoint read no instruction: %s", failed.code)
            return None

    return ask
