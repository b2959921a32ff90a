"""Measurements against a floor taken in the same run; none of them is a test."""
