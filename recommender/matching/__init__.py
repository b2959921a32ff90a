"""Matches the topics of rules against clips, each on its own, and joins what came out."""
