"""Telling members who are there what just happened that concerns them."""
