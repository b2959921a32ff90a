"""Turns a job into a clip: storyboard, dynamics, frames, sound, file."""
