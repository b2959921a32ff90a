"""The rules, one file a noun: each command folds its own small state and decides."""
