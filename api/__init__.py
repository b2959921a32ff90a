"""The doors: a JSON API for phones and a command line for operators."""
