"""The end of consent made true: what a revocation or an erasure began is finished, sent no further, and forgotten."""
