"""From a recording to a verdict: the challenge, the examination in a process of its own, and the search for twins."""
