"""Lets a chat model read an instruction, held to the rule schema and to what was read without it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import msgspec

from domain.limits import RULES_CHARS_MAX, RULES_PER_INSTRUCTION_MAX
from recommender.language.topics import TOPIC_CHARS_MAX
from recommender.rules import Instruction, Length, Maker, Rule, Topic

Ask = Callable[[Sequence[Mapping[str, str]]], str | None]
"""Puts messages to a model: its answer, a JSON object, or None where there is none."""

# Rules that take clips away: a model may add some, but none that was read here may be missing.
_HARD = ("never", "only", "where")


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model may answer."""

    rules: tuple[Rule, ...]


def read_by_chat(offline: Instruction, moment: datetime, ask: Ask) -> Instruction:
    """The instruction as a model reads it; as it was read offline where the model gives nothing that may stand."""
    answer = ask(
        (
            {"role": "system", "content": _task()},
            {"role": "user", "content": f"It is {moment:%A %d %B %Y %H:%M}.\n\n{offline.text}"},
        )
    )
    if answer is None:
        return offline
    try:
        said = msgspec.json.decode(answer, type=_Said)
    except msgspec.MsgspecError:
        return offline
    rules = held_to(offline, said.rules)
    if (
        not rules
        or len(rules) > RULES_PER_INSTRUCTION_MAX
        or len(msgspec.json.encode(rules)) > RULES_CHARS_MAX
    ):
        return offline
    return msgspec.structs.replace(offline, rules=rules, unread=())


def held_to(offline: Instruction, said: Sequence[Rule]) -> tuple[Rule, ...]:
    """A model's rules with every hard one that was read offline, and without what contradicts those or is unsound."""
    hard = [rule for rule in offline.rules if rule.kind in _HARD]
    barred = [rule.about for rule in hard if rule.kind == "never"]
    kept = {(rule.kind, rule.about): rule for rule in hard}
    for rule in said:
        if _is_sound(rule, offline) and not (rule.kind in ("only", "more", "where") and rule.about in barred):
            kept.setdefault((rule.kind, rule.about), _with_words(rule, offline.text))
    return tuple(kept.values())


def _is_sound(rule: Rule, offline: Instruction) -> bool:
    match rule.about:
        case Topic(words=words):
            return 0 < len(words.strip()) <= TOPIC_CHARS_MAX
        case Length(min_s=min_s, max_s=max_s):
            return (min_s or 0.0) >= 0 and (max_s is None or max_s > (min_s or 0.0))
        case Maker():
            # A model may name nobody whom the text did not name.
            return any(read.about == rule.about for read in offline.rules)
    return True


def _with_words(rule: Rule, text: str) -> Rule:
    """The rule with words that do stand in the text."""
    return rule if rule.words and rule.words in text else msgspec.structs.replace(rule, words=text)


def _task() -> str:
    schema = msgspec.json.encode(msgspec.json.schema(_Said)).decode()
    return (
        "You turn what a viewer asks of a video feed into rules. Answer with one JSON object and nothing else. "
        "`only` and `never` are hard filters, `more` and `less` move the score, `where` filters by a fact. What is "
        "merely asked for is `more`, what is unwanted is `never`. Things that must hold together are rules of their "
        'own; things to choose among stand in one topic, parted by " | ". `words` are copied from the text.\n'
        f"The JSON schema:\n{schema}"
    )
