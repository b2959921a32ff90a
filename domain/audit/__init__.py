"""What a dispute asks of the log: who could use a likeness, which clips did, what was checked when, by whom."""
