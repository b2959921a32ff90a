"""Arithmetic and formats of the proved log; needs nothing but Python and `cryptography`, as its verifier does."""
