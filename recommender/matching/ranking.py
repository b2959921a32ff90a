"""Ranks clips by all topics of an instruction: what breaks a hard rule is out, the rest stands by its score."""

from collections.abc import Sequence

import numpy as np

from recommender.matching.features import Shelf
from recommender.matching.joining import join
from recommender.matching.matcher import Matcher
from recommender.rules import Rule, Topic

_WANTED = ("more", "only", "where")


def rank(rules: Sequence[Rule], clips: Shelf, matcher: Matcher) -> list[int]:
    """The places of the clips that no `only` or `never` rule removes, best first; of equals the earlier one.

    Rules on makers, lengths, ages and sounds are for those who know these facts: they are passed over here.
    """
    wanted, unwanted, looks = [], [], []
    kept = np.ones(len(clips.mentions), bool)
    for rule in rules:
        if not isinstance(rule.about, Topic):
            continue
        verdicts = matcher.judge(rule.about, clips)
        if rule.kind in _WANTED:
            wanted.append(verdicts.marks)
            looks.append(rule.about.facet == "style")
        else:
            unwanted.append(verdicts.doubts if rule.kind == "never" else verdicts.marks)
        if rule.kind == "never":
            kept &= ~verdicts.holds
        elif rule.kind == "only":
            kept &= verdicts.surely_holds
    if not wanted and not unwanted:
        return list(range(len(kept)))
    scores = join(wanted, unwanted, looks)
    return [place for place in np.argsort(-scores, kind="stable").tolist() if kept[place]]
